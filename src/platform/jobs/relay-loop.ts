import {
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { Relay } from '../outbox/relay';
import { RelayWake } from '../outbox/relay-wake';
import { FaultLog } from './fault-log';
import { JobsSettings } from './jobs-settings';
import { Signals } from './signals';
import { Ticker } from './ticker';

/** Keeps the relay of this process going, from its start to its end. */
@Injectable()
export class RelayLoop
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly ticker: Ticker;

  constructor(
    relay: Relay,
    private readonly wake: RelayWake,
    private readonly signals: Signals,
    private readonly settings: JobsSettings,
    faults: FaultLog,
  ) {
    this.ticker = new Ticker('relay', settings.pace.relayEvery, () => relay.relay(), faults);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.signals.start();
    this.wake.onNudge(() => this.ticker.hurry(this.settings.pace.relaySettles));
    this.ticker.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticker.stop();
  }

  onApplicationShutdown(): Promise<void> {
    return this.signals.stop();
  }
}
