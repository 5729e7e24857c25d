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
  `DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours'`,
);
const EVERY = 15 * 60_000;

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

  forget(): Promise<unknown> {
    return this.database.inTransaction(Actor.system(), () => this.database.query(FORGET));
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
