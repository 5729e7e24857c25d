import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { newId } from '../ids';
import type { JobContract } from '../jobs/job-contract';
import { queueOf } from '../jobs/queue-names';
import { RelayWake } from './relay-wake';

const APPEND = statement(
  'outbox.append',
  `INSERT INTO outbox (id, job, queue, payload, key, available_at)
   SELECT id, $2, queue, payload::jsonb, key, COALESCE(available_at, '-infinity')
     FROM unnest($1::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
       AS entry (id, queue, payload, key, available_at)`,
);

export interface AppendOptions {
  /**
   * The post whose queue carries the work; a `post` job must say. Null sends it through the queue of
   * the system: for headquarters, and for sealed cases, whose work no post's count may show.
   */
  postId?: string | null;
  /** Not before this instant. */
  availableAt?: Temporal.Instant;
}

/**
 * Asks for work that happens after the commit of the ambient transaction, and only if it commits.
 * Payloads carry ids; the handler reloads.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly wake: RelayWake,
  ) {}

  async append<P extends object>(
    job: JobContract<P>,
    payload: P,
    options: AppendOptions = {},
  ): Promise<void> {
    await this.appendAll(job, [{ payload, ...options }]);
  }

  /** Many pieces of the same work in one statement. */
  async appendAll<P extends object>(
    job: JobContract<P>,
    entries: readonly ({ payload: P } & AppendOptions)[],
  ): Promise<void> {
    if (entries.length === 0) return;
    const rows = entries.map((entry) => {
      if (job.queue === 'post' && entry.postId === undefined) {
        throw new Error(`job ${job.name} travels in the queue of a post: say which`);
      }
      return { ...entry, payload: job.payload.parse(entry.payload) };
    });
    this.database.post(APPEND, [
      rows.map(() => newId()),
      job.name,
      rows.map((row) => queueOf(job.queue === 'post' ? (row.postId ?? null) : null)),
      rows.map((row) => JSON.stringify(row.payload)),
      rows.map((row) => job.key(row.payload)),
      rows.map((row) => row.availableAt?.toString() ?? null),
    ]);
    this.database.afterCommit(() => this.wake.nudge());
  }
}
