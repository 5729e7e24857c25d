import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { ConfigModule, type AppConfig } from './config';
import { auditChainOf, filesOf, jobsOf, platformOf } from './core';
import { BulkModule } from './modules/bulk';
import { AidModule } from './modules/aid';
import { AssessmentModule } from './modules/assessment';
import { CasesModule } from './modules/cases';
import { CatalogueModule } from './modules/catalogue';
import { ConsentsModule } from './modules/consents';
import { BreakGlassModule } from './modules/break-glass';
import { CooperationModule } from './modules/cooperation';
import { CrisisModule } from './modules/crisis';
import { DetentionModule } from './modules/detention';
import { DocumentsModule } from './modules/documents';
import { FundingModule } from './modules/funding';
import { DeathModule } from './modules/death';
import { MissingPersonModule } from './modules/missing-person';
import { GenderViolenceModule } from './modules/gender-violence';
import { MinorsModule } from './modules/minors';
import { NetworkHttpModule } from './modules/network';
import { NoticesHttpModule } from './modules/notices';
import { ObligationsModule } from './modules/obligations';
import { OversightModule } from './modules/oversight';
import { PapersModule } from './modules/papers';
import { PeopleModule } from './modules/people';
import { RepatriationModule } from './modules/repatriation';
import { RoundsModule } from './modules/rounds';
import { SafeContactModule } from './modules/safe-contact';
import { SearchModule } from './modules/search';
import { SpendingModule } from './modules/spending';
import { TraffickingModule } from './modules/trafficking';
import { AccessModule } from './platform/access/access.module';
import type { Clock } from './platform/clock/clock';
import { HealthModule } from './platform/health/health.module';
import { createHttpApplication } from './platform/http/create-http-application';
import { HttpModule } from './platform/http/http.module';
import { JobsHttpModule } from './platform/jobs/jobs-http.module';
import { MetricsModule } from './platform/metrics/metrics.module';
import { OperationsHttpModule } from './platform/operations/operations.module';

/** The modules whose routes the API serves. */
export const API_ROUTES = [
  AccessModule,
  JobsHttpModule,
  OperationsHttpModule,
  NetworkHttpModule,
  PeopleModule,
  CasesModule,
  CatalogueModule,
  NoticesHttpModule,
  ObligationsModule,
  ConsentsModule,
  BreakGlassModule,
  CooperationModule,
  AssessmentModule,
  DetentionModule,
  DeathModule,
  MissingPersonModule,
  RepatriationModule,
  CrisisModule,
  GenderViolenceModule,
  TraffickingModule,
  MinorsModule,
  DocumentsModule,
  RoundsModule,
  SafeContactModule,
  SearchModule,
  BulkModule,
  FundingModule,
  AidModule,
  SpendingModule,
  OversightModule,
] as const satisfies NonNullable<DynamicModule['imports']>;

@Module({})
export class ApiModule {
  static of(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.of(config),
        platformOf(config, clock),
        jobsOf(config),
        filesOf(config),
        auditChainOf(config, false),
        HttpModule,
        HealthModule,
        MetricsModule.of({ token: config.http.metricsToken }),
        ...API_ROUTES,
        PapersModule.of({ publicUrl: config.http.publicUrl }),
      ],
    };
  }
}

/** An API that is ready to listen. */
export const createApi = (
  config: AppConfig,
  options: { logger: Logger; webRoot?: string; clock?: Clock },
): Promise<NestFastifyApplication> =>
  createHttpApplication(ApiModule.of(config, options.clock), options);
