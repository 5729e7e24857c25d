import {
  Module,
  type DynamicModule,
  type INestApplicationContext,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { z } from 'zod';
import { Actor } from '../../../src/platform/access/actor';
import { SystemClock, type Clock } from '../../../src/platform/clock/clock';
import { Database } from '../../../src/platform/database/database';
import { newId } from '../../../src/platform/ids';
import { defineJob } from '../../../src/platform/jobs/job-contract';
import { JobsModule } from '../../../src/platform/jobs/jobs.module';
import { JobsWorkerModule } from '../../../src/platform/jobs/jobs-worker.module';
import type { Pace } from '../../../src/platform/jobs/jobs-settings';
import type { Messages } from '../../../src/platform/i18n/messages';
import { Outbox } from '../../../src/platform/outbox/outbox';
import { PlatformModule } from '../../../src/platform/platform.module';
import { createTestDatabase, type TestDatabase } from '../../support/database';
import { redisProgram, startRedis, type TestRedis } from '../../support/redis';

/** Quick enough for a test, in the order of magnitude that lets loaded machines keep up. */
export const BRISK: Partial<Pace> = {
  relayEvery: 100,
  relaySettles: 5,
  sweepEvery: 200,
  turn: 200,
  lock: 2_000,
};

export type BackendKind = 'PostgreSQL' | 'Redis';

/** Both official backends; Redis only where its server is installed. */
export const backends: readonly BackendKind[] = redisProgram()
  ? ['PostgreSQL', 'Redis']
  : ['PostgreSQL'];

/** A database of its own and, for that backend, a Redis of its own. */
export interface Bench {
  database: TestDatabase;
  owner: Pool;
  redis: TestRedis | null;
  /** A process of the product with `parts`; a worker unless told otherwise. */
  start(parts: Type[], options?: ProcessOptions): Promise<JobsProcess>;
  close(): Promise<void>;
}

export interface ProcessOptions {
  imports?: (DynamicModule | Type)[];
  catalogues?: Messages[];
  pace?: Partial<Pace>;
  worker?: boolean;
  clock?: Clock;
}

export interface JobsProcess {
  app: INestApplicationContext;
  /** Appends in one transaction of the system. */
  append(work: (outbox: Outbox) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
}

export async function openBench(
  kind: BackendKind,
  given: TestDatabase | null = null,
): Promise<Bench> {
  const database = given ?? (await createTestDatabase());
  const owner = new Pool({ connectionString: database.ownerUrl, max: 4 });
  owner.on('error', () => undefined);
  const redis = kind === 'Redis' ? await startRedis() : null;
  const running = new Set<JobsProcess>();
  return {
    database,
    owner,
    redis,
    start: async (parts, options = {}) => {
      const process = await startProcess(database, redis, parts, options);
      running.add(process);
      return process;
    },
    close: async () => {
      await Promise.all([...running].map((process) => process.stop()));
      await owner.end();
      await database.drop();
      await redis?.stop();
    },
  };
}

/** A process of its own in all but the operating system's eyes: connections, timers, memory. */
export async function startProcess(
  database: TestDatabase,
  redis: TestRedis | null,
  parts: Type[],
  { imports = [], catalogues = [], pace, worker = true, clock = new SystemClock() }: ProcessOptions,
): Promise<JobsProcess> {
  @Module({
    imports: [
      platformWith(database, clock, catalogues),
      JobsModule.of({
        keepFinishedDays: 30,
        databaseUrl: database.appUrl,
        redisUrl: redis?.url ?? null,
        pace: { ...BRISK, ...pace },
      }),
      ...(worker ? [JobsWorkerModule] : []),
      ...imports,
    ],
    providers: worker ? parts : [],
  })
  class TestProcess {}
  const app = await NestFactory.createApplicationContext(TestProcess, {
    logger: process.env['TEST_LOG'] ? ['warn', 'error'] : false,
    abortOnError: false,
  });
  let stopped: Promise<void> | null = null;
  return {
    app,
    append: (work) => app.get(Database).inTransaction(Actor.system(), () => work(app.get(Outbox))),
    stop: () => (stopped ??= app.close()),
  };
}

/** The platform alone: the contracts of the product's parts would ask for their handlers. */
const platformWith = (database: TestDatabase, clock: Clock, catalogues: Messages[]) =>
  PlatformModule.of({
    database: { url: database.appUrl, pool: 10, entities: [] },
    keys: new Map([['test-1', Buffer.alloc(32, 7)]]),
    keyService: { url: null, token: null },
    catalogues,
    clock,
    access: {
      permissions: {},
      publicOrigin: 'https://amparo.example.test',
      requestsPerMinute: null,
      sessionHours: 1,
      lockout: { attempts: 1, minutes: 1 },
    },
  });

/** What the contracts of these tests carry. */
export const anId = z.object({ id: z.uuid() });
export type AnId = z.infer<typeof anId>;

let counter = 0;

/** A contract with a name of its own: each test has its own handler. */
export const aJob = (
  more: { attempts?: number; backoff?: number; queue?: 'post' | 'system' } = {},
) =>
  defineJob({
    name: `test.job-${String.fromCharCode(97 + counter++)}`,
    queue: 'post',
    payload: anId,
    key: ({ id }) => id,
    backoff: 100,
    ...more,
  });

export const someIds = (count: number): string[] => Array.from({ length: count }, () => newId());

/** Waits for `condition`, checking often; fails with `what` when it never comes true. */
export async function eventually(
  what: string,
  condition: () => boolean | Promise<boolean>,
  within = 30_000,
): Promise<void> {
  const end = Date.now() + within;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A promise with its resolve at hand. */
export function gate(): { opened: Promise<void>; open(): void } {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
