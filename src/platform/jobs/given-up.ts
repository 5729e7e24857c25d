import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { FaultLog } from './fault-log';
import type { GivenUpReason } from './job-contract';
import { JobHandlers } from './job-handlers';

const GIVE_UP = statement(
  'outbox.give-up',
  `UPDATE outbox SET failed_at = transaction_timestamp(), failure = $2
    WHERE id = ANY ($1) AND done_at IS NULL RETURNING id, job, payload`,
);
const SAVE = statement('outbox.savepoint', 'SAVEPOINT given_up');
const KEEP = statement('outbox.release', 'RELEASE SAVEPOINT given_up');
const UNDO = statement('outbox.roll-back', 'ROLLBACK TO SAVEPOINT given_up');

/** Fault of an entry whose every delivery ended with its process. */
export const ENDS_ITS_PROCESS = 'JOB_ENDS_ITS_PROCESS';

export const reasonOf = (fault: string): GivenUpReason =>
  fault === ENDS_ITS_PROCESS ? 'WORKER_ENDED' : 'SYSTEM_FAULT';

/**
 * The end of jobs for which no further attempt is made: their entries wait for a person, and whatever
 * they worked for learns of it in the same transaction, so that nothing says "running" for ever.
 */
@Injectable()
export class GivenUp {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly faults: FaultLog,
  ) {}

  /** Joins the ambient transaction of the system, or begins one. */
  record(ids: readonly string[], fault: string): Promise<void> {
    return this.database.inTransaction(Actor.system(), async () => {
      const entries = await this.database.query<{ id: string; job: string; payload: unknown }>(
        GIVE_UP,
        [ids, fault.slice(0, 200)],
      );
      for (const { id, job, payload } of entries) await this.tell(id, job, payload, fault);
    });
  }

  /** A handler that cannot even say so does not keep the entry from being seen. */
  private async tell(id: string, job: string, payload: unknown, fault: string): Promise<void> {
    const handled = this.handlers.get(job);
    const parsed = handled?.contract.payload.safeParse(payload);
    if (!handled?.handler.failed || !parsed?.success) return;
    await this.database.query(SAVE);
    try {
      await handled.handler.failed(parsed.data as object, fault);
      await this.database.query(KEEP);
    } catch (error) {
      await this.database.query(UNDO);
      this.faults.report('job', error, { job, id });
    }
  }
}
