import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error';
import { Readiness } from '../../platform/health/readiness';
import { FaultLog } from '../../platform/jobs/fault-log';
import { Ticker } from '../../platform/jobs/ticker';
import { MarkBreaches } from './breaches/mark-breaches';
import { DailyProof } from './proof/daily-proof';
import { ReplanRuns } from './replanning/replan-runs';
import { ClaimReminders } from './reminders/claim-reminders';
import { WakeCases } from './waking/wake-cases';

/** How late a reminder or a breach may be noticed at worst (milliseconds). */
const EVERY = 1_000;
const HOLDS_EVERY = 30_000;
const PROOF_EVERY = 10 * 60_000;

/** What the worker does because time passes. Any number of workers may do it side by side. */
@Injectable()
export class Clockwork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly tickers: readonly Ticker[];

  constructor(
    reminders: ClaimReminders,
    breaches: MarkBreaches,
    runs: ReplanRuns,
    holds: WakeCases,
    private readonly proof: DailyProof,
    private readonly readiness: Readiness,
    private readonly faults: FaultLog,
  ) {
    this.tickers = [
      new Ticker('reminders', EVERY, () => reminders.run(), faults),
      new Ticker('breaches', EVERY, () => breaches.run(), faults),
      new Ticker('holds', HOLDS_EVERY, () => holds.run(), faults),
      new Ticker('policies', EVERY, () => runs.beginForPolicy(), faults),
      new Ticker('daily proof', PROOF_EVERY, () => proof.keep(), faults),
    ];
  }

  /** Proves before it says that it is ready: after a long rest the last proof is late. */
  async onApplicationBootstrap(): Promise<void> {
    this.readiness.register({ name: 'daily_proof', check: () => this.assertProved() });
    await this.proof.keep().catch((error: unknown) => this.faults.report('daily proof', error));
    for (const ticker of this.tickers) ticker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.tickers.map((ticker) => ticker.stop()));
  }

  private async assertProved(): Promise<void> {
    if ((await this.proof.state()).state === 'late') throw new DomainError('PROOF_LATE');
  }
}
