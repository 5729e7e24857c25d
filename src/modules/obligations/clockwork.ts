import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { FaultLog } from '../../platform/jobs/fault-log';
import { Ticker } from '../../platform/jobs/ticker';
import { MarkBreaches } from './breaches/mark-breaches';
import { DailyProof } from './proof/daily-proof';
import { ReplanRuns } from './replanning/replan-runs';
import { ClaimReminders } from './reminders/claim-reminders';

/** How late a reminder or a breach may be noticed at worst (milliseconds). */
const EVERY = 1_000;
const PROOF_EVERY = 10 * 60_000;

/** What the worker does because time passes. Any number of workers may do it side by side. */
@Injectable()
export class Clockwork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tickers: readonly Ticker[];

  constructor(
    reminders: ClaimReminders,
    breaches: MarkBreaches,
    runs: ReplanRuns,
    proof: DailyProof,
    faults: FaultLog,
  ) {
    this.tickers = [
      new Ticker('reminders', EVERY, () => reminders.run(), faults),
      new Ticker('breaches', EVERY, () => breaches.run(), faults),
      new Ticker('policies', EVERY, () => runs.beginForPolicy(), faults),
      new Ticker('daily proof', PROOF_EVERY, () => proof.keep(), faults),
    ];
  }

  onApplicationBootstrap(): void {
    for (const ticker of this.tickers) ticker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.tickers.map((ticker) => ticker.stop()));
  }
}
