import { Injectable } from '@nestjs/common';
import { MAX_SIGNAL_BYTES, Signals } from './signals';

const TOPIC = 'work';
const ANY_QUEUE = '*';

/** Tells the workers of every process which queues have received work. */
@Injectable()
export class WorkSignal {
  constructor(private readonly signals: Signals) {}

  async announce(queues: readonly string[]): Promise<void> {
    if (queues.length === 0) return;
    const names = queues.join(' ');
    await this.signals.publish(TOPIC, names.length > MAX_SIGNAL_BYTES ? ANY_QUEUE : names);
  }

  /** `some` hears queue names; `many` is called when they were too many to name. */
  onWork(some: (queues: string[]) => void, many: () => void): () => void {
    return this.signals.subscribe(TOPIC, (payload) =>
      payload === ANY_QUEUE ? many() : some(payload.split(' ')),
    );
  }
}
