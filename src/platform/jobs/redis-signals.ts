import { Redis } from 'ioredis';
import type { FaultLog } from './fault-log';
import { retryStrategy } from './queue-driver';
import { Signals } from './signals';

const CHANNEL = 'amparo:signals';

/** Signals over Redis pub/sub; ioredis subscribes again by itself after a lost connection. */
export class RedisSignals extends Signals {
  private readonly subscriber: Redis;
  private readonly publisher: Redis;

  constructor(
    redisUrl: string,
    private readonly faults: FaultLog,
  ) {
    super();
    const options = { connectionName: 'amparo signals', retryStrategy, lazyConnect: true };
    this.subscriber = new Redis(redisUrl, { ...options, maxRetriesPerRequest: null });
    this.publisher = new Redis(redisUrl, { ...options, maxRetriesPerRequest: 1 });
    for (const client of [this.subscriber, this.publisher]) {
      client.on('error', (error) => this.faults.report('signals', error));
    }
    this.subscriber.on('message', (_channel, message) => this.receive(message));
  }

  override async start(): Promise<void> {
    // waits for Redis in the background: without it hints are lost, and nothing else
    void this.subscriber.subscribe(CHANNEL).catch(() => undefined);
  }

  override async stop(): Promise<void> {
    this.subscriber.disconnect();
    this.publisher.disconnect();
  }

  override async publish(topic: string, payload: string): Promise<void> {
    try {
      await this.publisher.publish(CHANNEL, `${topic}\n${payload}`);
    } catch (error) {
      this.faults.report('signals', error);
    }
  }
}
