import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { JobsSettings } from './jobs-settings';

/** Rows that one transaction takes away: short locks, little to undo. */
export const FORGET_AT_ONCE = 1_000;

/** The smallest id that could have been given $1 days ago: ids begin with their time (UUIDv7). */
const GIVEN_BEFORE = `(lpad(to_hex((extract(epoch FROM now() - make_interval(days => $1)) * 1000)::bigint), 12, '0')
  || repeat('0', 20))::uuid`;

const FORGET_ENTRIES = statement(
  'outbox.forget',
  `DELETE FROM outbox WHERE id IN (
     SELECT id FROM outbox WHERE id < ${GIVEN_BEFORE} AND done_at < now() - make_interval(days => $1)
      ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING id`,
);

/**
 * An effect stays as long as an entry with its key may still be delivered: waiting, in its queue or
 * failed. The three kinds are named one by one since each has its index.
 */
const FORGET_EFFECTS = statement(
  'effects.forget',
  `WITH unfinished AS MATERIALIZED (
     SELECT key FROM outbox WHERE relayed_at IS NULL AND done_at IS NULL
     UNION ALL SELECT key FROM outbox WHERE relayed_at IS NOT NULL AND done_at IS NULL AND failed_at IS NULL
     UNION ALL SELECT key FROM outbox WHERE failed_at IS NOT NULL AND done_at IS NULL
   )
   DELETE FROM job_effects WHERE key IN (
     SELECT e.key FROM job_effects e
      WHERE e.recorded_at < now() - make_interval(days => $1)
        AND NOT EXISTS (SELECT 1 FROM unfinished u WHERE u.key = e.key)
      LIMIT $2) RETURNING key`,
);

/**
 * Forgets finished entries of the outbox and the effects that stand, after the days of the
 * configuration (default 30). Entries that wait or failed stay for ever. A queue restored from an old copy
 * may deliver what is forgotten here: `Effects` refuses an entry that the outbox does not know.
 */
@Injectable()
export class ForgetFinished {
  constructor(
    private readonly database: Database,
    private readonly settings: JobsSettings,
  ) {}

  /** Forgets in small transactions until nothing is old enough; returns how many rows went. */
  async run(): Promise<{ entries: number; effects: number }> {
    return {
      entries: await this.inBatches(FORGET_ENTRIES),
      effects: await this.inBatches(FORGET_EFFECTS),
    };
  }

  private async inBatches(forget: typeof FORGET_ENTRIES): Promise<number> {
    for (let total = 0; ;) {
      const gone = await this.database.inTransaction(Actor.system(), () =>
        this.database.query(forget, [this.settings.keepFinishedDays, FORGET_AT_ONCE]),
      );
      total += gone.length;
      // a smaller batch says little: another process may be forgetting the same rows
      if (gone.length === 0) return total;
    }
  }
}
