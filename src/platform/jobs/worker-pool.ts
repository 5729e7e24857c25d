import { Injectable } from '@nestjs/common';
import { FaultLog } from './fault-log';
import { JobRunner } from './job-runner';
import { JobsSettings } from './jobs-settings';
import { Queues, type QueueJob, type QueueWorker } from './queues';

interface OpenQueue {
  worker: QueueWorker;
  openedAt: number;
  /** Told of further work since it was opened: looked at again when it closes. */
  again: boolean;
  closing: boolean;
}

/**
 * The workers of one process. A queue's worker opens when the queue is known to have work and closes
 * when it is drained; at most `openQueues` are open. Queues wait in turn, and one that stays busy
 * gives way after its turn while others wait, so that no post's flood or hanging mail server holds
 * up another post. An open worker shares the process's connection and never blocks on it.
 */
@Injectable()
export class WorkerPool {
  private readonly waiting = new Set<string>();
  private readonly open = new Map<string, OpenQueue>();
  private readonly retries = new Map<string, NodeJS.Timeout>();
  private turns: NodeJS.Timeout | null = null;
  private running = false;

  constructor(
    private readonly queues: Queues,
    private readonly runner: JobRunner,
    private readonly settings: JobsSettings,
    private readonly faults: FaultLog,
  ) {}

  start(): void {
    this.running = true;
    this.turns = setInterval(() => this.giveWay(), this.settings.pace.turn / 2);
    this.turns.unref();
  }

  /** The queue may have work: it takes its place in the row. */
  offer(queue: string): void {
    if (!this.running) return;
    const open = this.open.get(queue);
    if (open) open.again = true;
    else this.waiting.add(queue);
    this.openNext();
  }

  /** Open workers and queues that wait for one, for the metrics. */
  get size(): { open: number; waiting: number } {
    return { open: this.open.size, waiting: this.waiting.size };
  }

  /** Takes no further job and waits for those in hand, up to the grace; then lets them go. */
  async stop(): Promise<void> {
    this.running = false;
    if (this.turns) clearInterval(this.turns);
    for (const timer of this.retries.values()) clearTimeout(timer);
    this.waiting.clear();
    const workers = [...this.open.values()].map(({ worker }) => worker);
    const closed = Promise.all(workers.map((worker) => worker.close()));
    let timer: NodeJS.Timeout | undefined;
    const grace = new Promise((resolve) => {
      timer = setTimeout(resolve, this.settings.pace.grace);
    });
    await Promise.race([closed, grace]);
    clearTimeout(timer);
  }

  private openNext(): void {
    for (const queue of this.waiting) {
      if (this.open.size >= this.settings.pace.openQueues) return;
      this.waiting.delete(queue);
      this.openWorker(queue);
    }
  }

  private openWorker(queue: string): void {
    const worker = this.queues.openWorker(queue, (job) => this.runner.run(queue, job));
    const open: OpenQueue = { worker, openedAt: performance.now(), again: false, closing: false };
    this.open.set(queue, open);
    worker.on('drained', () => this.close(queue, open));
    worker.on('failed', (job) => this.expectRetry(queue, job as QueueJob | undefined));
    worker.on('error', (error) => {
      // the worker's own loop may spin on a lasting fault: the sweep opens it again later
      this.faults.report('worker', error, { queue });
      this.close(queue, open);
    });
  }

  private close(queue: string, open: OpenQueue): void {
    if (open.closing) return;
    open.closing = true;
    void open.worker.close().finally(() => {
      this.open.delete(queue);
      if (open.again) this.offer(queue);
      else if (this.running) this.openNext();
    });
  }

  /** Ends the turns that are over, when somebody waits. */
  private giveWay(): void {
    if (this.waiting.size === 0) return;
    const over = performance.now() - this.settings.pace.turn;
    for (const [queue, open] of this.open) {
      if (open.openedAt > over || open.closing) continue;
      open.again = true;
      this.close(queue, open);
    }
  }

  /** A closed queue does not see its delayed jobs come due; the sweep would, but later. */
  private expectRetry(queue: string, job: QueueJob | undefined): void {
    if (!job || !this.running || job.delay <= 0 || this.retries.has(queue)) return;
    const timer = setTimeout(() => {
      this.retries.delete(queue);
      this.offer(queue);
    }, job.delay + 50);
    timer.unref();
    this.retries.set(queue, timer);
  }
}
