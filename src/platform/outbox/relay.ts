import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { jobContracts } from '../jobs/job-contract';
import { JobsSettings } from '../jobs/jobs-settings';
import { Queues, type NewJob } from '../jobs/queues';
import { WorkSignal } from '../jobs/work-signal';

/**
 * Steps from queue to queue along the index, then takes the first rows of each that no one holds; a
 * batch is shared out among the queues, so that one post's flood leaves room for the others.
 */
const CLAIM = statement(
  'outbox.claim',
  `WITH RECURSIVE pending (queue) AS (
     (SELECT queue FROM outbox WHERE relayed_at IS NULL AND done_at IS NULL ORDER BY queue LIMIT 1)
     UNION ALL
     SELECT (SELECT o.queue FROM outbox o
              WHERE o.relayed_at IS NULL AND o.done_at IS NULL AND o.queue > p.queue
              ORDER BY o.queue LIMIT 1)
       FROM pending p WHERE p.queue IS NOT NULL
   )
   SELECT c.id, c.job, c.queue, c.payload
     FROM pending p CROSS JOIN LATERAL (
       SELECT id, job, queue, payload FROM outbox
        WHERE queue = p.queue AND relayed_at IS NULL AND done_at IS NULL
          AND available_at <= $1 AND job = ANY ($2)
        ORDER BY available_at, id LIMIT greatest($3 / (SELECT count(*) FROM pending), 1)
        FOR UPDATE SKIP LOCKED
     ) c
    WHERE p.queue IS NOT NULL`,
);
const MARK = statement(
  'outbox.relayed',
  `UPDATE outbox SET relayed_at = transaction_timestamp(), relays = relays + 1 WHERE id = ANY ($1)`,
);

interface Claimed {
  id: string;
  job: string;
  queue: string;
  payload: object;
}

/**
 * Hands committed work to its queues. Any number of processes may relay at once: each skips the rows
 * another holds. Dying between handing over and marking means a second hand-over, which is the same
 * job to the queue and, should the first be finished, no effect to `Effects`.
 */
@Injectable()
export class Relay {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly work: WorkSignal,
    private readonly clock: Clock,
    private readonly settings: JobsSettings,
  ) {}

  /** Relays until nothing is due; returns how many entries were handed over. */
  async relay(): Promise<number> {
    let total = 0;
    for (;;) {
      const claimed = await this.database.inTransaction(Actor.system(), () => this.batch());
      if (claimed.length === 0) return total;
      total += claimed.length;
      await this.work.announce([...new Set(claimed.map(({ queue }) => queue))]);
    }
  }

  private async batch(): Promise<Claimed[]> {
    // a job that only a newer version knows waits for a process of that version
    const contracts = new Map(jobContracts().map((contract) => [contract.name, contract]));
    const claimed = await this.database.query<Claimed>(CLAIM, [
      this.clock.now().toString(),
      [...contracts.keys()],
      this.settings.pace.relayTakes,
    ]);
    if (claimed.length === 0) return claimed;
    const jobs = new Map<string, NewJob[]>();
    for (const { id, job, queue, payload } of claimed) {
      const { attempts, backoff } = contracts.get(job)!;
      const ofQueue = jobs.get(queue) ?? [];
      ofQueue.push({ id, name: job, payload, attempts, backoff });
      jobs.set(queue, ofQueue);
    }
    await this.queues.add(jobs);
    await this.database.query(MARK, [claimed.map(({ id }) => id)]);
    return claimed;
  }
}
