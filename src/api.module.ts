import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { ConfigModule, type AppConfig } from './config';
import { jobsOf, platformOf } from './core';
import { CasesModule } from './modules/cases';
import { NetworkModule } from './modules/network';
import { AccessModule } from './platform/access/access.module';
import { createHttpApplication } from './platform/http/create-http-application';
import type { Clock } from './platform/clock/clock';
import { HealthModule } from './platform/health/health.module';
import { HttpModule } from './platform/http/http.module';
import { JobsHttpModule } from './platform/jobs/jobs-http.module';
import { JobsModule } from './platform/jobs/jobs.module';
import { MetricsModule } from './platform/metrics/metrics.module';

/** The modules whose routes the API serves. */
const FEATURES: NonNullable<DynamicModule['imports']> = [JobsHttpModule, NetworkModule, CasesModule];

@Module({})
export class ApiModule {
  static of(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.of(config),
        platformOf(config, clock),
        jobsOf(config),
        JobsModule.of({ databaseUrl: config.database.url, redisUrl: config.redis?.url ?? null }),
        AccessModule,
        HttpModule,
        HealthModule,
        MetricsModule.of({ token: config.http.metricsToken }),
        ...FEATURES,
      ],
    };
  }
}

/** An API that is ready to listen. */
export const createApi = (
  config: AppConfig,
  options: { logger: Logger; webRoot?: string; clock?: Clock },
): Promise<NestFastifyApplication> => createHttpApplication(ApiModule.of(config, options.clock), options);
