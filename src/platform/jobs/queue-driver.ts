import {
  createPostgresBackend,
  createRedisBackend,
  type BackendFactory,
  type IQueueBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

/** BullMQ's backends take their connection from here, not from the queue's options. */
export const CONNECTION_IN_DRIVER = {};

/**
 * One of BullMQ's two official backends with connections that all queues of the process share.
 * Workers are opened when there is work and closed when it is done, so none ever blocks waiting for
 * a job: a queue, open or not, costs no connection of its own.
 */
export interface QueueDriver {
  readonly kind: 'postgres' | 'redis';
  /** For adding, counting and pausing: fails at once when the backend is away. */
  readonly forQueues: BackendFactory<IQueueBackend, object>;
  /** For processing: waits for the backend to come back. */
  readonly forWorkers: BackendFactory<IQueueBackend, object>;
  close(): Promise<void>;
}

/** Queues in the schema `bullmq` of the application's database. */
export function postgresDriver(databaseUrl: string, onError: (error: Error) => void): QueueDriver {
  const pool = new Pool({
    connectionString: databaseUrl,
    options: '-c search_path=bullmq',
    application_name: 'amparo queues',
    max: 8,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  pool.on('error', onError);
  // each queue of the process listens for the pool's errors
  pool.setMaxListeners(0);
  const factory: BackendFactory<IQueueBackend, object> = (name, options) =>
    createPostgresBackend(name, { ...options, connection: pool });
  return { kind: 'postgres', forQueues: factory, forWorkers: factory, close: () => pool.end() };
}

/** Queues in Redis or Valkey, alone or as a cluster's node. */
export function redisDriver(redisUrl: string, onError: (error: Error) => void): QueueDriver {
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
  for (const client of [producer, consumer]) {
    client.on('error', onError);
    client.setMaxListeners(0);
  }
  const on =
    (connection: Redis): BackendFactory<IQueueBackend, object> =>
    (name, options) =>
      createRedisBackend(name, { ...options, connection });
  return {
    kind: 'redis',
    forQueues: on(producer),
    forWorkers: on(consumer),
    close: async () => {
      producer.disconnect();
      consumer.disconnect();
    },
  };
}

/** Milliseconds before the next attempt to reach Redis. */
export const retryStrategy = (times: number): number => Math.min(times * 200, 2_000);
