import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { FaultLog } from '../../../platform/jobs/fault-log';
import { Ticker } from '../../../platform/jobs/ticker';
import { RemindDebtors } from './remind-debtors';

/** How late a reminder may go out at worst (milliseconds). */
const EVERY = 10 * 60_000;

/** Any number of workers may do it side by side. */
@Injectable()
export class DebtReminderLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(reminders: RemindDebtors, faults: FaultLog) {
    this.ticker = new Ticker('debt reminders', EVERY, () => reminders.run(), faults);
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
