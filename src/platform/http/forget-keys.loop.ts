import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Actor } from '../access/actor';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { FaultLog } from '../jobs/fault-log';
import { Ticker } from '../jobs/ticker';

const FORGET = statement(
  'idempotency.forget',
  `DELETE FROM idempotency_keys WHERE (account_id, key) IN (
     SELECT account_id, key FROM idempotency_keys WHERE created_at < now() - interval '24 hours'
      ORDER BY created_at LIMIT $1) RETURNING 1 AS gone`,
);
const EVERY = 15 * 60_000;
/** Rows that one transaction takes away. */
const AT_ONCE = 1_000;

/** Forgets idempotency keys and the answers kept with them after 24 hours. */
@Injectable()
export class ForgetKeysLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(
    private readonly database: Database,
    faults: FaultLog,
  ) {
    this.ticker = new Ticker('idempotency keys', EVERY, () => this.forget(), faults);
  }

  async forget(): Promise<void> {
    for (let gone = AT_ONCE; gone === AT_ONCE;) {
      const rows = await this.database.inTransaction(Actor.system(), () =>
        this.database.query(FORGET, [AT_ONCE]),
      );
      gone = rows.length;
    }
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
