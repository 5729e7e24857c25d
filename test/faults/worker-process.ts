import { Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { z } from 'zod';
import { noticesMessages, NoticesModule } from '../../src/modules/notices';
import { NoticesWorkerModule } from '../../src/modules/notices/notices-worker.module';
import { SystemClock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { statement } from '../../src/platform/database/statement';
import { Effects } from '../../src/platform/jobs/effects';
import { Handles } from '../../src/platform/jobs/handles';
import { defineJob, type JobHandler } from '../../src/platform/jobs/job-contract';
import { JobsModule } from '../../src/platform/jobs/jobs.module';
import { JobsWorkerModule } from '../../src/platform/jobs/jobs-worker.module';
import { PlatformModule } from '../../src/platform/platform.module';

/** The work of a worker that a test kills: one row per job, written slowly. */
export const Slow = defineJob({
  name: 'slow.write',
  queue: 'post',
  payload: z.object({ id: z.uuid() }),
  key: ({ id }) => id,
  backoff: 100,
});

const MARK = statement('killed.mark', 'INSERT INTO test_marks (mark) VALUES ($1)');

@Handles(Slow)
class SlowHandler implements JobHandler<{ id: string }> {
  constructor(
    @Inject(Effects) private readonly effects: Effects,
    @Inject(Database) private readonly database: Database,
  ) {}
  async run({ id }: { id: string }): Promise<void> {
    await this.effects.once(`slow:${id}`, async () => {
      await this.database.query(MARK, [id]);
      process.send?.({ inHand: id });
      await new Promise((resolve) => setTimeout(resolve, Number(process.env['EACH_TAKES'])));
    });
  }
}

async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const databaseUrl = env['DATABASE_URL']!;
  @Module({
    imports: [
      PlatformModule.of({
        database: { url: databaseUrl, pool: 10, entities: [] },
        keys: new Map([['test-1', Buffer.alloc(32, 7)]]),
        keyService: { url: null, token: null },
        catalogues: [noticesMessages],
        clock: new SystemClock(),
        access: {
          permissions: {},
          publicOrigin: 'https://amparo.example.test',
          requestsPerMinute: null,
          sessionHours: 1,
          lockout: { attempts: 1, minutes: 1 },
        },
      }),
      JobsModule.of({
        keepFinishedDays: 30,
        databaseUrl,
        redisUrl: env['REDIS_URL'] || null,
        pace: { relayEvery: 100, relaySettles: 5, sweepEvery: 200, lock: 1_000 },
      }),
      JobsWorkerModule,
      NoticesModule,
      NoticesWorkerModule.of({
        smtpUrl: env['SMTP_URL'] ?? 'smtp://127.0.0.1:1',
        from: 'Amparo <amparo@example.test>',
        publicUrl: 'https://amparo.example.test',
        patience: 1_000,
        rest: 100,
      }),
    ],
    providers: [SlowHandler],
  })
  class WorkerProcess {}
  const app = await NestFactory.createApplicationContext(WorkerProcess, { logger: false });
  app.enableShutdownHooks(['SIGTERM']);
  process.send?.({ ready: true });
}

if (require.main === module) void start(process.env);
