import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { FaultLog } from './fault-log';
import { ForgetFinished } from './forget-finished';
import { Ticker } from './ticker';

const EVERY = 60 * 60_000;

/** Forgets finished work once an hour. */
@Injectable()
export class ForgetFinishedLoop implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly ticker: Ticker;

  constructor(finished: ForgetFinished, faults: FaultLog) {
    this.ticker = new Ticker('finished work', EVERY, () => finished.run(), faults);
  }

  onApplicationBootstrap(): void {
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }
}
