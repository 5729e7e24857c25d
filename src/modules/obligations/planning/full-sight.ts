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
    // PostgreSQL answers in order: nothing that follows is read with more than the actor's own sight
    this.database.post(OPEN);
    try {
      return await work();
    } finally {
      this.database.post(CLOSE);
    }
  }
}
