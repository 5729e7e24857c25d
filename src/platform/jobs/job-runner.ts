import { Injectable } from '@nestjs/common';
import { ClsService } from 'nestjs-cls';
import { Actor } from '../access/actor';
import { CORRELATION } from '../context/correlation';
import { Database } from '../database/database';
import { CurrentJob } from './current-job';
import { describeFault, isPermanent, storable } from './failure';
import { FaultLog } from './fault-log';
import { GivenUp } from './given-up';
import { JobHandlers } from './job-handlers';
import { PermanentFailure } from './job-contract';
import type { QueueJob } from './queues';

/** Processes one delivery: the payload is checked, the handler runs, the outbox learns the end. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly current: CurrentJob,
    private readonly database: Database,
    private readonly cls: ClsService,
    private readonly givenUp: GivenUp,
    private readonly faults: FaultLog,
  ) {}

  async run(queue: string, job: QueueJob): Promise<void> {
    const id = job.id!;
    await this.cls.run(async () => {
      this.cls.set(CORRELATION, id);
      try {
        await this.deliver(id, job);
      } catch (error) {
        const attempts = job.opts.attempts ?? 1;
        const final = isPermanent(error) || job.attemptsMade + 1 >= attempts;
        this.faults.report('job', error, {
          queue,
          job: job.name,
          id,
          attempt: job.attemptsMade + 1,
        });
        // before BullMQ drops the job: the entry waits for a person, whatever happens to the queue
        if (final) await this.givenUp.record([id], describeFault(error));
        throw storable(error);
      }
    });
  }

  private async deliver(id: string, job: QueueJob): Promise<void> {
    const handled = this.handlers.get(job.name);
    if (!handled) throw new PermanentFailure('JOB_UNKNOWN');
    const payload = handled.contract.payload.parse(job.data) as object;
    const done = await this.current.process(id, job.name, () => handled.handler.run(payload));
    if (!done) await this.database.inTransaction(Actor.system(), () => this.current.markDone(id));
  }
}
