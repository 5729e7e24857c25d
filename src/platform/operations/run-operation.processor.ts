import { reasonOf } from '../jobs/given-up';
import { Handles } from '../jobs/handles';
import type { JobHandler } from '../jobs/job-contract';
import { RunOperation } from './operation.jobs';
import { OperationRunner } from './operation-runner';

@Handles(RunOperation)
export class RunOperationProcessor implements JobHandler<{ operationId: string }> {
  constructor(private readonly runner: OperationRunner) {}

  run({ operationId }: { operationId: string }): Promise<void> {
    return this.runner.finish(operationId);
  }

  failed({ operationId }: { operationId: string }, fault: string): Promise<void> {
    return this.runner.giveUp(operationId, reasonOf(fault));
  }
}
