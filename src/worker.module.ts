import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { ConfigModule, type AppConfig } from './config';
import { auditChainOf, filesOf, jobsOf, platformOf } from './core';
import type { Clock } from './platform/clock/clock';
import { BulkActionsModule } from './modules/bulk';
import { AssessmentLedgerModule } from './modules/assessment';
import { CaseFilesModule } from './modules/cases';
import { BreakGlassWorkerModule } from './modules/break-glass/break-glass-worker.module';
import { CooperationWorkerModule } from './modules/cooperation/cooperation-worker.module';
import { AidLedgerModule } from './modules/aid';
import { CatalogueFamiliesModule } from './modules/catalogue';
import { CrisisFamilyModule } from './modules/crisis';
import { CrisisWorkerModule } from './modules/crisis/crisis-worker.module';
import { DetentionFamilyModule } from './modules/detention';
import { DeathFamilyModule } from './modules/death';
import { MissingPersonFamilyModule } from './modules/missing-person';
import { RepatriationFamilyModule } from './modules/repatriation';
import { RepatriationWorkerModule } from './modules/repatriation/repatriation-worker.module';
import { GenderViolenceFamilyModule } from './modules/gender-violence';
import { MinorsFamilyModule } from './modules/minors';
import { TraffickingFamilyModule } from './modules/trafficking';
import { DocumentsWorkerModule } from './modules/documents/documents-worker.module';
import { NoticesWorkerModule } from './modules/notices/notices-worker.module';
import { ObligationsWorkerModule } from './modules/obligations/obligations-worker.module';
import { HealthModule } from './platform/health/health.module';
import { ForgetKeysLoop } from './platform/http/forget-keys.loop';
import { HttpModule } from './platform/http/http.module';
import { NestLogger } from './platform/http/logger';
import { ProblemFilter } from './platform/http/problem.filter';
import { JobsWorkerModule } from './platform/jobs/jobs-worker.module';
import { MetricsModule } from './platform/metrics/metrics.module';

/** The modules whose jobs the worker runs, and the families whose duties it plans. */
const featuresOf = (config: AppConfig): NonNullable<DynamicModule['imports']> => [
  CaseFilesModule,
  CatalogueFamiliesModule,
  DetentionFamilyModule,
  DeathFamilyModule,
  MissingPersonFamilyModule,
  RepatriationFamilyModule,
  CrisisFamilyModule,
  GenderViolenceFamilyModule,
  TraffickingFamilyModule,
  MinorsFamilyModule,
  AssessmentLedgerModule,
  AidLedgerModule,
  ObligationsWorkerModule,
  DocumentsWorkerModule.of({ clamdUrl: config.files.clamdUrl }),
  BreakGlassWorkerModule,
  CooperationWorkerModule,
  BulkActionsModule,
  CrisisWorkerModule,
  RepatriationWorkerModule,
  NoticesWorkerModule.of({ ...config.mail, publicUrl: config.http.publicUrl }),
];

@Module({})
export class WorkerModule {
  static of(config: AppConfig, clock?: Clock): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.of(config),
        platformOf(config, clock),
        jobsOf(config),
        filesOf(config),
        auditChainOf(config, true),
        JobsWorkerModule,
        HttpModule,
        HealthModule,
        MetricsModule.of({ token: config.http.metricsToken }),
        ...featuresOf(config),
      ],
      providers: [ForgetKeysLoop],
    };
  }
}

/** A worker at work; it answers health and metrics alone once it listens. */
export async function createWorker(
  config: AppConfig,
  options: { logger: Logger; clock?: Clock },
): Promise<NestFastifyApplication> {
  const worker = await NestFactory.create<NestFastifyApplication>(
    WorkerModule.of(config, options.clock),
    new FastifyAdapter({ forceCloseConnections: true }),
    { logger: new NestLogger(options.logger), abortOnError: false },
  );
  worker.useGlobalFilters(worker.get(ProblemFilter));
  return worker.init();
}
