import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { CurrentJob } from './current-job';

/**
 * The key and the end of the entry in hand in one round trip: both stand or fall with the effect. An
 * entry that the outbox no longer knows was finished long ago, and its key forgotten with it.
 */
const CLAIM = statement(
  'effect.claim',
  `WITH done AS (
     UPDATE outbox SET done_at = transaction_timestamp(), failed_at = NULL, failure = NULL
      WHERE id = $3 AND done_at IS NULL
   )
   INSERT INTO job_effects (key, job)
   SELECT $1, $2 WHERE $3::uuid IS NULL OR EXISTS (SELECT 1 FROM outbox WHERE id = $3)
   ON CONFLICT (key) DO NOTHING RETURNING key`,
);

/**
 * Makes work happen once however often its job is delivered: the key and the effect are one
 * transaction of the system.
 */
@Injectable()
export class Effects {
  constructor(
    private readonly database: Database,
    private readonly current: CurrentJob,
  ) {}

  /**
   * Claims `key` and does `work` in one transaction; false when the effect already stands. A second
   * delivery that arrives meanwhile waits for the first and takes over if that one rolls back.
   * The job that is being processed is marked done in the same transaction.
   */
  async once(key: string, work: () => Promise<void>): Promise<boolean> {
    return this.database.inTransaction(Actor.system(), async () => {
      const { name, outboxId } = this.current;
      const claimed = await this.database.query(CLAIM, [key, name ?? 'direct', outboxId]);
      if (claimed.length > 0) await work();
      this.current.doneOnCommit();
      return claimed.length > 0;
    });
  }
}
