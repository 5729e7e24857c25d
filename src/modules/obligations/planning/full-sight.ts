import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

/**
 * Planning reads by lists of ids, which PostgreSQL would plan anew at every call, policies included;
 * a kept plan costs a tenth.
 */
const OPEN = statement(
  'obligation.full-sight',
  `SELECT set_config('amparo.system', 'on', true),
          set_config('plan_cache_mode', 'force_generic_plan', true)`,
);
const CLOSE = statement(
  'obligation.own-sight',
  `SELECT set_config('amparo.system', 'off', true), set_config('plan_cache_mode', 'auto', true)`,
);

/**
 * Lets the system plan inside a person's transaction. The duties of a case follow from all of its
 * facts, restricted ones included, so they must come out the same whoever writes; nothing of what
 * is read here is handed back to the writer.
 */
@Injectable()
export class FullSight {
  constructor(private readonly database: Database) {}

  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.database.actor.kind === 'system') return work();
    // sent with the first statement of the work: PostgreSQL answers in order
    const [opened, done] = await Promise.allSettled([this.database.query(OPEN), work()]);
    // in a broken transaction this fails too, and the setting ends with it
    const closed = this.database.query(CLOSE);
    if (opened.status === 'rejected' || done.status === 'rejected') {
      await closed.catch(() => undefined);
      throw opened.status === 'rejected' ? opened.reason : (done as PromiseRejectedResult).reason;
    }
    await closed;
    return done.value;
  }
}
