import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import type { FaultLog } from './fault-log';
import { Signals } from './signals';

const CHANNEL = 'amparo_signals';
const RECONNECT_AFTER = 1_000;

/** Signals over one connection of PostgreSQL that both listens and notifies. */
export class PostgresSignals extends Signals {
  private client: Client | null = null;
  private stopping = false;
  private connecting: Promise<void> | null = null;

  constructor(
    private readonly databaseUrl: string,
    private readonly faults: FaultLog,
  ) {
    super();
  }

  override async start(): Promise<void> {
    await this.connect().catch((error: unknown) => this.lost(error));
  }

  override async stop(): Promise<void> {
    this.stopping = true;
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
    await this.connecting;
  }

  override async publish(topic: string, payload: string): Promise<void> {
    try {
      await this.client?.query('SELECT pg_notify($1, $2)', [CHANNEL, `${topic}\n${payload}`]);
    } catch (error) {
      this.faults.report('signals', error);
    }
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.databaseUrl,
      application_name: 'amparo signals',
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
    });
    client.on('notification', ({ payload }) => this.receive(payload ?? ''));
    client.on('error', (error) => this.lost(error, client));
    client.on('end', () => this.lost(new Error('connection ended'), client));
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
    if (this.stopping) return client.end();
    this.client = client;
  }

  /** Reconnects until stopped; `client` null when it never was connected. */
  private lost(error: unknown, client: Client | null = null): void {
    if (this.stopping || this.client !== client) return;
    this.client = null;
    this.faults.report('signals', error);
    client?.end().catch(() => undefined);
    this.connecting ??= this.reconnect().finally(() => {
      this.connecting = null;
    });
  }

  private async reconnect(): Promise<void> {
    while (!this.stopping && !this.client) {
      await pause(RECONNECT_AFTER, undefined, { ref: false });
      await this.connect().catch(() => undefined);
    }
  }
}
