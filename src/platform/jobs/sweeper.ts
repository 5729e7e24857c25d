import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { RelayWake } from '../outbox/relay-wake';
import { FaultLog } from './fault-log';
import { ENDS_ITS_PROCESS, GivenUp } from './given-up';
import { Queues } from './queues';
import { WorkerPool } from './worker-pool';

const IN_QUEUES = statement(
  'outbox.in-queues',
  `SELECT o.queue, count(*)::int AS entries, p.queue IS NOT NULL AS paused
     FROM outbox o LEFT JOIN queue_pauses p ON p.queue = o.queue
    WHERE o.relayed_at IS NOT NULL AND o.done_at IS NULL AND o.failed_at IS NULL
    GROUP BY o.queue, p.queue ORDER BY o.queue`,
);
const PAUSED = statement('outbox.paused-queues', 'SELECT queue FROM queue_pauses ORDER BY queue');
const ENTRIES = statement(
  'outbox.entries-in-queue',
  `SELECT id, relays FROM outbox
    WHERE queue = $1 AND relayed_at IS NOT NULL AND done_at IS NULL AND failed_at IS NULL
      AND id > $2 ORDER BY id LIMIT 200`,
);
const RELAY_AGAIN = statement(
  'outbox.relay-again',
  `UPDATE outbox SET relayed_at = NULL
    WHERE id = ANY ($1) AND done_at IS NULL AND failed_at IS NULL`,
);

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Hand-overs after which an entry that never comes back is taken for the cause of the loss. */
const MOST_RELAYS = 10;

interface InQueue {
  queue: string;
  entries: number;
  paused: boolean;
}

/**
 * Compares what PostgreSQL still waits for with what the queues hold. Entries that a queue has lost
 * (flushed, truncated, restored from an older copy) are handed over again; queues with work that no
 * signal announced are offered to the workers. This is why losing every queue loses nothing.
 */
@Injectable()
export class Sweeper {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly pool: WorkerPool,
    private readonly wake: RelayWake,
    private readonly givenUp: GivenUp,
    private readonly faults: FaultLog,
  ) {}

  async sweep(): Promise<void> {
    const [rows, paused] = await this.asSystem(
      async () =>
        [
          await this.database.query<InQueue>(IN_QUEUES),
          await this.database.query<{ queue: string }>(PAUSED),
        ] as const,
    );
    for (const { queue } of paused) await this.guarded(queue, () => this.keepPaused(queue));
    for (const row of rows) await this.guarded(row.queue, () => this.compare(row));
  }

  /** A person's pause outlives the loss of the queue that knew of it. */
  private async keepPaused(queue: string): Promise<void> {
    if (!(await this.queues.isPaused(queue))) await this.queues.pause(queue);
  }

  /** One queue's trouble leaves the sweep of the others alone. */
  private async guarded(queue: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.faults.report('sweep', error, { queue });
    }
  }

  private async compare({ queue, entries, paused }: InQueue): Promise<void> {
    const { waiting, active, delayed } = await this.queues.counts(queue);
    if (waiting + active + delayed < entries) await this.restore(queue);
    if (!paused && waiting + active + delayed > 0) this.pool.offer(queue);
  }

  /**
   * An entry leaves its queue only after it is done or failed here, so one that is neither and not
   * in the queue was lost there. The update looks again: it may have ended since it was read.
   */
  private async restore(queue: string): Promise<void> {
    let after = FIRST_ID;
    for (;;) {
      const page = await this.asSystem(() =>
        this.database.query<{ id: string; relays: number }>(ENTRIES, [queue, after]),
      );
      if (page.length === 0) return;
      const held = await Promise.all(page.map(({ id }) => this.queues.holds(queue, id)));
      const lost = page.filter((_, index) => !held[index]);
      const beyondHope = lost.filter(({ relays }) => relays >= MOST_RELAYS);
      const again = lost.filter(({ relays }) => relays < MOST_RELAYS);
      await this.asSystem(async () => {
        await this.givenUp.record(
          beyondHope.map(({ id }) => id),
          ENDS_ITS_PROCESS,
        );
        await this.database.query(RELAY_AGAIN, [again.map(({ id }) => id)]);
        if (again.length > 0) this.database.afterCommit(() => this.wake.nudge());
      });
      after = page.at(-1)!.id;
    }
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}
