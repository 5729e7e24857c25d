import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Gauge, Registry } from 'prom-client';
import { FaultLog } from '../../../platform/jobs/fault-log';
import { Ticker } from '../../../platform/jobs/ticker';
import { DailyProof } from './daily-proof';

const EVERY = 10 * 60_000;

/**
 * In every process: looks whether the proof still runs, so that a dead worker cannot hide that
 * nobody is watching.
 */
@Injectable()
export class ProofWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;
  private settled = false;

  constructor(
    private readonly proof: DailyProof,
    registry: Registry,
    faults: FaultLog,
  ) {
    this.ticker = new Ticker('proof watch', EVERY, () => this.look(), faults);
    new Gauge({
      name: 'amparo_daily_proof_passed',
      help: '1 while the newest daily proof passed and is not late, otherwise 0',
      registers: [registry],
      async collect() {
        const state = await proof.state().catch(() => null);
        this.set(state?.state === 'passed' ? 1 : 0);
      },
    });
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }

  /** The first look comes to nothing: after a long rest the worker needs a moment to prove. */
  private async look(): Promise<void> {
    if (this.settled) await this.proof.watch();
    this.settled = true;
  }
}
