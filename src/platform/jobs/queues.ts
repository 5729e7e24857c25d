import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import {
  Queue,
  Worker,
  type FlowJob,
  type IQueueBackend,
  type Job,
  type JobsOptions,
  type JobType,
} from 'bullmq';
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

/** From so many jobs of one queue on, a command of their own is cheaper than a shared one. */
const WORTH_A_COMMAND = 50;

const asAdded = ({ id, name, payload, attempts, backoff }: NewJob) => ({
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
});

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

  /** Adds jobs to their queues with as few commands as the backend allows. */
  async add(jobs: ReadonlyMap<string, readonly NewJob[]>): Promise<void> {
    const { acrossQueues } = this.driver;
    const together: FlowJob[] = [];
    const alone: Promise<unknown>[] = [];
    for (const [queue, ofQueue] of jobs) {
      if (acrossQueues && ofQueue.length < WORTH_A_COMMAND) {
        together.push(...ofQueue.map((job) => ({ queueName: queue, ...asAdded(job) })));
      } else {
        alone.push(this.queue(queue).addBulk(ofQueue.map(asAdded)));
      }
    }
    if (together.length > 0) alone.push(acrossQueues!.addBulk(together));
    await Promise.all(alone);
  }

  async counts(queue: string): Promise<QueueCounts> {
    const states: JobType[] = ['waiting', 'prioritized', 'active', 'delayed'];
    // on PostgreSQL what waits in a paused queue is counted apart, in a state that has no type
    if (this.driver.kind === 'postgres') states.push('paused' as JobType);
    const counts: Record<string, number> = await this.queue(queue).getJobCounts(...states);
    const { waiting = 0, paused = 0, prioritized = 0, active = 0, delayed = 0 } = counts;
    return { waiting: waiting + paused + prioritized, active, delayed };
  }

  /** Whether the queue holds the job in any state. */
  async holds(queue: string, id: string): Promise<boolean> {
    return (await this.queue(queue).getJobState(id)) !== 'unknown';
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
      {
        connection: CONNECTION_IN_DRIVER,
        prefix: redisPrefix(name),
        // nobody reads BullMQ's event streams: what happened is in the outbox
        streams: { events: { maxLen: 10 } },
      },
      this.driver.forQueues,
    );
    queue.on('error', (error) => this.faults.report('queue', error));
    this.queues.set(name, queue);
    return queue;
  }
}
