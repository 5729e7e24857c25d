import {
  createPostgresBackend,
  createRedisBackend,
  FlowProducer,
  type BackendFactory,
  type IQueueBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

/** BullMQ's backends take their connection from here, not from the options of a queue. */
export const CONNECTION_IN_DRIVER = {};

/** How workers deal with jobs whose process died; the same for every queue. */
export interface WorkerLocks {
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
}

/**
 * One of BullMQ's two official backends with connections that all queues of the process share.
 * Workers are opened when there is work and closed when it is done, so none ever blocks waiting for
 * a job: a queue, open or not, costs no connection of its own.
 */
export interface QueueDriver {
  readonly kind: 'postgres' | 'redis';
  /** For adding, counting and pausing: fails soon when the backend is away. */
  readonly forQueues: BackendFactory<IQueueBackend, object>;
  /** For processing: waits for the backend to come back. */
  readonly forWorkers: BackendFactory<IQueueBackend, object>;
  /** Adds jobs of many queues in one round trip, where the backend can. */
  readonly acrossQueues: FlowProducer<IQueueBackend, object> | null;
  /** Refuses a database whose queue schema is missing or too new. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Queues in the schema `bullmq` of the application's database. */
export function postgresDriver(
  databaseUrl: string,
  locks: WorkerLocks,
  onError: (error: Error) => void,
): QueueDriver {
  const connection = new Pool({
    connectionString: databaseUrl,
    options: '-c search_path=bullmq',
    application_name: 'amparo queues',
    max: 8,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  connection.on('error', onError);
  const queues = createPostgresBackend('queues', { connection });
  const workers = createPostgresBackend('workers', { connection, ...locks });
  return {
    kind: 'postgres',
    forQueues: siblingsOf(queues, onError),
    forWorkers: siblingsOf(workers, onError),
    acrossQueues: new FlowProducer({ connection: CONNECTION_IN_DRIVER }, () => loud(queues)),
    ready: async () => {
      await Promise.all([queues.waitUntilReady(), workers.waitUntilReady()]);
    },
    close: () => connection.end(),
  };
}

/** Queues in Redis or Valkey, alone or as a cluster's node. */
export function redisDriver(
  redisUrl: string,
  locks: WorkerLocks,
  onError: (error: Error) => void,
): QueueDriver {
  const producer = new Redis(redisUrl, {
    connectionName: 'amparo queues',
    maxRetriesPerRequest: 1,
    commandTimeout: 10_000,
    retryStrategy,
  });
  const consumer = new Redis(redisUrl, {
    connectionName: 'amparo workers',
    maxRetriesPerRequest: null,
    retryStrategy,
  });
  for (const client of [producer, consumer]) client.on('error', onError);
  // the check is one command, whose failure at a bad moment would be remembered for ever
  const skipVersionCheck = true;
  const queues = createRedisBackend('queues', { connection: producer, skipVersionCheck });
  const workers = createRedisBackend('workers', {
    connection: consumer,
    skipVersionCheck,
    ...locks,
  });
  return {
    kind: 'redis',
    forQueues: siblingsOf(queues, onError),
    forWorkers: siblingsOf(workers, onError),
    // the queues of a cluster live in different slots; one connection sends all without waiting
    acrossQueues: null,
    // without Redis the product works and its outbox waits: that is no reason not to start
    ready: async () => undefined,
    close: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** Backends of single queues over the connection of `root`, which stays when they close. */
function siblingsOf(
  root: IQueueBackend,
  onError: (error: Error) => void,
): BackendFactory<IQueueBackend, object> {
  root.on('error', onError);
  return (name, options) => root.forQueue(name, (options as { prefix?: string }).prefix);
}

/** BullMQ keeps what goes wrong with an addition across queues to itself; here it is thrown. */
function loud(root: IQueueBackend): IQueueBackend {
  const backend = root.forQueue('');
  const addFlow = backend.addFlow.bind(backend);
  backend.addFlow = async (entries) => {
    const results = await addFlow(entries);
    const fault = results?.find(([error]) => error)?.[0];
    if (fault) throw fault;
    return results;
  };
  return backend;
}

/** Milliseconds before the next attempt to reach Redis. */
export const retryStrategy = (times: number): number => Math.min(times * 200, 2_000);
