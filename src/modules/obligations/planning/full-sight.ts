import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

const OPEN = statement('obligation.full-sight', `SELECT set_config('amparo.system', 'on', true)`);
const CLOSE = statement('obligation.own-sight', `SELECT set_config('amparo.system', 'off', true)`);

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
    await this.database.query(OPEN);
    try {
      const result = await work();
      await this.database.query(CLOSE);
      return result;
    } catch (error) {
      // in a broken transaction this fails too, and the setting ends with it
      await this.database.query(CLOSE).catch(() => undefined);
      throw error;
    }
  }
}
