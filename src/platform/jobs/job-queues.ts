import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Audit } from '../audit/audit';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { notFound } from '../errors/domain-error';
import { decodeCursor, toPage, type Page } from '../http/cursor';
import { RelayWake } from '../outbox/relay-wake';
import { FaultLog } from './fault-log';
import { SYSTEM_QUEUE } from './queue-names';
import { Queues } from './queues';
import { WorkSignal } from './work-signal';

const QUEUES = `
  SELECT '${SYSTEM_QUEUE}' AS queue, '${SYSTEM_QUEUE}' AS code
  UNION ALL SELECT 'post-' || id, code FROM posts`;

const OVERVIEW = statement(
  'job-queues.overview',
  `WITH work AS (
     SELECT queue, count(*) FILTER (WHERE available_at <= $1) AS ready,
            count(*) FILTER (WHERE available_at > $1) AS later, 0 AS in_queue, 0 AS failed
       FROM outbox WHERE relayed_at IS NULL AND done_at IS NULL GROUP BY queue
     UNION ALL
     SELECT queue, 0, 0, count(*), 0 FROM outbox
      WHERE relayed_at IS NOT NULL AND done_at IS NULL AND failed_at IS NULL GROUP BY queue
     UNION ALL
     SELECT queue, 0, 0, 0, count(*) FROM outbox
      WHERE failed_at IS NOT NULL AND done_at IS NULL GROUP BY queue
   ), sums AS (
     SELECT queue, sum(ready)::int AS ready, sum(later)::int AS later,
            sum(in_queue)::int AS "inQueue", sum(failed)::int AS failed
       FROM work GROUP BY queue
   )
   SELECT q.queue, q.code, coalesce(ready, 0) AS ready, coalesce(later, 0) AS later,
          coalesce("inQueue", 0) AS "inQueue", coalesce(failed, 0) AS failed,
          p.queue IS NOT NULL AS paused
     FROM (${QUEUES}) q LEFT JOIN sums USING (queue) LEFT JOIN queue_pauses p USING (queue)
    ORDER BY q.code`,
);
const BY_CODE = statement('job-queues.by-code', `SELECT queue FROM (${QUEUES}) q WHERE code = $1`);
const FAILED = statement(
  'job-queues.failed',
  `SELECT id, job, failure, failed_at AS "failedAt", recorded_at AS "recordedAt", failed_at::text AS "cursorKey"
     FROM outbox
    WHERE queue = $1 AND failed_at IS NOT NULL AND done_at IS NULL
      AND ($2::timestamptz IS NULL OR (failed_at, id) < ($2, $3::uuid))
    ORDER BY failed_at DESC, id DESC LIMIT $4`,
);
const RETRY = statement(
  'job-queues.retry',
  `UPDATE outbox SET failed_at = NULL, failure = NULL, relayed_at = NULL, relays = 0
    WHERE queue = $1 AND ($2::uuid IS NULL OR id = $2) AND failed_at IS NOT NULL AND done_at IS NULL
    RETURNING id`,
);
const PAUSE = statement(
  'job-queues.pause',
  'INSERT INTO queue_pauses (queue, paused_by) VALUES ($1, $2) ON CONFLICT (queue) DO NOTHING',
);
const RESUME = statement('job-queues.resume', 'DELETE FROM queue_pauses WHERE queue = $1');

/** One queue as administrators see it. Work of sealed cases counts under no post. */
export interface QueueOverview {
  /** Code of the post, or `system`. */
  postCode: string;
  waiting: number;
  active: number;
  /** Waits for its next attempt or for its hour. */
  delayed: number;
  failed: number;
  paused: boolean;
}

export interface FailedJob {
  id: string;
  job: string;
  /** What went wrong, as a code; never a person's data. */
  failure: string;
  failedAt: string;
  recordedAt: string;
}

interface OverviewRow {
  queue: string;
  code: string;
  ready: number;
  later: number;
  inQueue: number;
  failed: number;
  paused: boolean;
}

interface FailedRow extends Omit<FailedJob, 'failedAt' | 'recordedAt'> {
  failedAt: Date;
  recordedAt: Date;
  /** In full: an instant of JavaScript has no microseconds. */
  cursorKey: string;
}

/** The jobs screen: what each queue holds, what failed there, and the hand that helps. */
@Injectable()
export class JobQueues {
  constructor(
    private readonly database: Database,
    private readonly queues: Queues,
    private readonly wake: RelayWake,
    private readonly work: WorkSignal,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly faults: FaultLog,
  ) {}

  /** Every queue, the idle ones too, sorted by code. Also what the metrics read, as the system. */
  async overview(actor: Actor): Promise<QueueOverview[]> {
    const now = this.clock.now().toString();
    const rows = await this.database.inTransaction(actor, () =>
      this.database.query<OverviewRow>(OVERVIEW, [now]),
    );
    return Promise.all(rows.map((row) => this.withTransport(row)));
  }

  /** The newest failure first. */
  async failed(actor: Actor, code: string, page: { cursor?: string; limit: number }) {
    const [failedAt = null, id = null] = decodeCursor(page.cursor) ?? [];
    return this.database.inTransaction(actor, async (): Promise<Page<FailedJob>> => {
      const queue = await this.queueOf(code);
      const rows = await this.database.query<FailedRow>(FAILED, [
        queue,
        failedAt,
        id,
        page.limit + 1,
      ]);
      return toPage(
        rows,
        page.limit,
        (row) => [row.cursorKey, row.id],
        ({ cursorKey: _, ...row }) => ({
          ...row,
          failedAt: row.failedAt.toISOString(),
          recordedAt: row.recordedAt.toISOString(),
        }),
      );
    });
  }

  /** Gives a failed job, or every failed job of the queue, all its attempts again. */
  async retry(actor: Actor, code: string, id: string | null): Promise<{ retried: number }> {
    return this.database.inTransaction(actor, async () => {
      const queue = await this.queueOf(code);
      const rows = await this.database.query<{ id: string }>(RETRY, [queue, id]);
      if (id && rows.length === 0) throw notFound();
      await this.audit.record({
        action: 'job.retried',
        subjectType: 'job',
        subjectId: id,
        details: { queue: code, jobs: rows.length },
      });
      this.database.afterCommit(() => this.wake.nudge());
      return { retried: rows.length };
    });
  }

  /** Stops the queue everywhere; jobs in hand finish, work goes on being accepted. */
  async pause(actor: Actor, code: string): Promise<void> {
    const queue = await this.change(actor, code, 'queue.paused', (name) =>
      this.database.query(PAUSE, [name, actor.accountId]),
    );
    await this.queues.pause(queue);
  }

  async resume(actor: Actor, code: string): Promise<void> {
    const queue = await this.change(actor, code, 'queue.resumed', (name) =>
      this.database.query(RESUME, [name]),
    );
    await this.queues.resume(queue);
    await this.work.announce([queue]);
  }

  private change(
    actor: Actor,
    code: string,
    action: string,
    write: (queue: string) => Promise<unknown>,
  ): Promise<string> {
    return this.database.inTransaction(actor, async () => {
      const queue = await this.queueOf(code);
      await write(queue);
      await this.audit.record({
        action,
        subjectType: 'queue',
        subjectId: null,
        details: { queue: code },
      });
      return queue;
    });
  }

  private async queueOf(code: string): Promise<string> {
    const [found] = await this.database.query<{ queue: string }>(BY_CODE, [code]);
    if (!found) throw notFound();
    return found.queue;
  }

  /** How much of what was handed over is in hand or waits; all of it waits when nobody can say. */
  private async withTransport(row: OverviewRow): Promise<QueueOverview> {
    const { code: postCode, failed, paused, ready, later, inQueue } = row;
    let active = 0;
    let delayed = 0;
    if (inQueue > 0) {
      try {
        ({ active, delayed } = await this.queues.counts(row.queue));
      } catch (error) {
        this.faults.report('queue counts', error, { queue: row.queue });
      }
    }
    const waiting = ready + Math.max(inQueue - active - delayed, 0);
    return { postCode, waiting, active, delayed: delayed + later, failed, paused };
  }
}
