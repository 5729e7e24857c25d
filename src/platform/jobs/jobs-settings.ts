/** What the composition root tells the jobs part. Times in milliseconds. */
export abstract class JobsSettings {
  /** The application's own database; carries the queues when there is no Redis. */
  abstract readonly databaseUrl: string;
  /** Redis or Valkey; null: queues and signals travel through PostgreSQL. */
  abstract readonly redisUrl: string | null;
  /** Finished work is forgotten after so many days. */
  abstract readonly keepFinishedDays: number;
  abstract readonly pace: Pace;
}

export interface Pace {
  /** The relay looks by itself this often, should a nudge be lost. */
  relayEvery: number;
  /** Nudges that come closer together than this share one look. */
  relaySettles: number;
  /** Rows that one transaction of the relay hands over, shared among the queues that have some. */
  relayTakes: number;
  /** How often what PostgreSQL still waits for is compared with what the queues hold. */
  sweepEvery: number;
  /** Queues whose worker may be open at once in one process. */
  openQueues: number;
  /** Jobs of one queue processed at the same time by one process. */
  jobsPerQueue: number;
  /** A queue gives way after this long when others wait for a worker. */
  turn: number;
  /** A job whose process stopped renewing its lock for this long is given to another. */
  lock: number;
  /** How long a stopping process waits for the jobs in its hands. */
  grace: number;
}

export const DEFAULT_PACE: Pace = {
  relayEvery: 2_000,
  relaySettles: 25,
  relayTakes: 2_000,
  sweepEvery: 10_000,
  openQueues: 16,
  jobsPerQueue: 4,
  turn: 2_000,
  lock: 30_000,
  grace: 8_000,
};
