import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { FaultLog } from './fault-log';
import { JobsSettings } from './jobs-settings';
import { Sweeper } from './sweeper';
import { Ticker } from './ticker';
import { WorkerPool } from './worker-pool';
import { WorkSignal } from './work-signal';

/**
 * Keeps the workers of this process going. They end before anything that a job in hand needs: the
 * queues and the database close in the phase that follows.
 */
@Injectable()
export class WorkerLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;
  private unsubscribe: () => void = () => undefined;

  constructor(
    private readonly pool: WorkerPool,
    private readonly work: WorkSignal,
    sweeper: Sweeper,
    settings: JobsSettings,
    faults: FaultLog,
  ) {
    this.ticker = new Ticker('sweep', settings.pace.sweepEvery, () => sweeper.sweep(), faults);
  }

  onApplicationBootstrap(): void {
    this.pool.start();
    this.unsubscribe = this.work.onWork(
      (queues) => queues.forEach((queue) => this.pool.offer(queue)),
      () => this.ticker.hurry(0),
    );
    this.ticker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.unsubscribe();
    await this.ticker.stop();
    await this.pool.stop();
  }
}
