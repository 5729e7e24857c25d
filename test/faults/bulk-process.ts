import { NestFactory } from '@nestjs/core';
import { AppConfig } from '../../src/config';
import { createLogger, NestLogger } from '../../src/platform/http/logger';
import { JobsModule } from '../../src/platform/jobs/jobs.module';
import { WorkerModule } from '../../src/worker.module';

/** The whole worker of the product, which finds abandoned jobs sooner than in service. */
async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const config = AppConfig.parse(env);
  const whole = WorkerModule.of(config);
  const imports = (whole.imports ?? []).filter(
    (part) =>
      !('module' in (part as object)) || (part as { module: unknown }).module !== JobsModule,
  );
  const jobs = JobsModule.of({
    databaseUrl: config.database.url,
    redisUrl: null,
    keepFinishedDays: 30,
    pace: { relayEvery: 100, relaySettles: 5, sweepEvery: 200, lock: 1_000 },
  });
  const app = await NestFactory.createApplicationContext(
    { ...whole, imports: [...imports, jobs] },
    { logger: new NestLogger(createLogger('silent')) },
  );
  app.enableShutdownHooks(['SIGTERM']);
  process.send?.({ ready: true });
}

if (require.main === module) void start(process.env);
