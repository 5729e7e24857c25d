import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Queue, Worker, type IQueueBackend, type Job, type JobsOptions } from 'bullmq';
import { FaultLog } from './fault-log';
import { JobsSettings } from './jobs-settings';
import { CONNECTION_IN_DRIVER, type QueueDriver, type WorkerLocks } from './queue-driver';
import { redisPrefix } from './queue-names';

export const QUEUE_DRIVER = Symbol('QUEUE_DRIVER');

type AnyQueue = Queue<object, void, string, object, void, string, IQueueBackend, object>;
export type QueueWorker = Worker<object, void, string, IQueueBackend>;
export type QueueJob = Job<object, void, string>;

export interface NewJob {
  /** Id of the outbox entry: a second delivery of the same entry is one job. */
  id: string;
  name: string;
  payload: object;
  attempts: number;
  backoff: number;
}

/** What a queue holds now. */
export interface QueueCounts {
  waiting: number;
  active: number;
  delayed: number;
}

/** A silent process loses its jobs after `lock`; one that is lost with its process three times ends. */
export const locksOf = (lock: number): WorkerLocks => ({
  lockDuration: lock,
  stalledInterval: lock / 2,
  maxStalledCount: 3,
});

/** Every BullMQ queue of the process: one per post, one for the system, one shared connection. */
@Injectable()
export class Queues implements OnModuleInit, OnApplicationShutdown {
  private readonly queues = new Map<string, AnyQueue>();

  constructor(
    @Inject(QUEUE_DRIVER) private readonly driver: QueueDriver,
    private readonly settings: JobsSettings,
    private readonly faults: FaultLog,
  ) {}

  onModuleInit(): Promise<void> {
    return this.driver.ready();
  }

  /** Adds many jobs of one queue in one command. */
  async add(queue: string, jobs: readonly NewJob[]): Promise<void> {
    await this.queue(queue).addBulk(
      jobs.map(({ id, name, payload, attempts, backoff }) => ({
        name,
        data: payload,
        opts: {
          jobId: id,
          attempts,
          backoff: { type: 'exponential', delay: backoff, jitter: 0.2 },
          // what is finished lives in the outbox: a kept job id would swallow a later re-delivery
          removeOnComplete: true,
          removeOnFail: true,
          stackTraceLimit: 0,
        } satisfies JobsOptions,
      })),
    );
  }

  async counts(queue: string): Promise<QueueCounts> {
    const counts = await this.queue(queue).getJobCounts(
      'waiting',
      'prioritized',
      'active',
      'delayed',
    );
    const { waiting = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
    return { waiting: waiting + prioritized, active, delayed };
  }

  /** Whether the queue holds the job in any state. */
  async holds(queue: string, id: string): Promise<boolean> {
    return (await this.queue(queue).getJobState(id)) !== 'unknown';
  }

  /** Whether the first job that waits for its next attempt may run at `now` (epoch milliseconds). */
  async hasDelayedDue(queue: string, now: number): Promise<boolean> {
    const [first] = await this.queue(queue).getDelayed(0, 0);
    return first !== undefined && first.timestamp + first.delay <= now;
  }

  /** Stops every process from taking further jobs of the queue; those in hand finish. */
  pause(queue: string): Promise<void> {
    return this.queue(queue).pause();
  }

  isPaused(queue: string): Promise<boolean> {
    return this.queue(queue).isPaused();
  }

  resume(queue: string): Promise<void> {
    return this.queue(queue).resume();
  }

  /** A worker that begins at once; whoever opens it closes it when it reports `drained`. */
  openWorker(queue: string, process: (job: QueueJob) => Promise<void>): QueueWorker {
    const worker = new Worker<object, void, string, IQueueBackend, never, object>(
      queue,
      process as never,
      {
        connection: CONNECTION_IN_DRIVER,
        prefix: redisPrefix(queue),
        ...locksOf(this.settings.pace.lock),
        concurrency: this.settings.pace.jobsPerQueue,
        runRetryDelay: 1_000,
      },
      this.driver.forWorkers,
    );
    return worker as unknown as QueueWorker;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    await this.driver.close();
  }

  private queue(name: string): AnyQueue {
    const known = this.queues.get(name);
    if (known) return known;
    const queue: AnyQueue = new Queue(
      name,
      { connection: CONNECTION_IN_DRIVER, prefix: redisPrefix(name) },
      this.driver.forQueues,
    );
    queue.on('error', (error) => this.faults.report('queue', error));
    this.queues.set(name, queue);
    return queue;
  }
}
