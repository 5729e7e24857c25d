import { createApi } from '../../src/api.module';
import { JobsModule } from '../../src/platform/jobs/jobs.module';
import { createLogger } from '../../src/platform/http/logger';
import { WorkerModule } from '../../src/worker.module';
import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import { testConfig } from '../support/app';

/** An API or a worker that a test starves of disk or kills. */
async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const more = { FILES_URL: env['FILES_URL']!, CLAMD_URL: env['CLAMD_URL'] ?? '' };
  const urls = { appUrl: env['DATABASE_URL']!, ownerUrl: env['DATABASE_OWNER_URL']! };
  const config = testConfig({ ...urls, name: '', drop: () => Promise.resolve() }, more);
  if (env['PART'] === 'api') {
    const api = await createApi(config, { logger: createLogger('silent') });
    await api.listen(0, '127.0.0.1');
    process.send?.({ ready: (await api.getUrl()).replace('[::1]', '127.0.0.1') });
    return;
  }
  const worker = WorkerModule.of(config);
  const brisk = JobsModule.of({
    databaseUrl: config.database.url,
    redisUrl: null,
    keepFinishedDays: 30,
    pace: { relayEvery: 100, relaySettles: 5, sweepEvery: 200, lock: 1_000 },
  });
  worker.imports = worker.imports!.map((part) =>
    (part as DynamicModule).module === JobsModule ? brisk : part,
  );
  const app = await NestFactory.createApplicationContext(worker, { logger: false });
  app.enableShutdownHooks(['SIGTERM']);
  process.send?.({ ready: '' });
}

if (require.main === module) void start(process.env);
