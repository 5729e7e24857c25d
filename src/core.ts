import { join } from 'node:path';
import type { DynamicModule } from '@nestjs/common';
import { readKeys, type AppConfig } from './config';
import { entities } from './entities';
import { catalogues } from './messages';
import { ROLE_PERMISSIONS } from './modules/network';
import { SystemClock, type Clock } from './platform/clock/clock';
import { AuditChainModule } from './platform/audit/audit-chain.module';
import { FilesModule } from './platform/files/files.module';
import { JobsModule } from './platform/jobs/jobs.module';
import { PlatformModule } from './platform/platform.module';

/** Longest session and the rest after failed sign-ins (default). */
const SESSION_HOURS = 12;
const LOCKOUT = { attempts: 5, minutes: 15 };
/** Generous for a person, tight for a script (default). */
const REQUESTS_PER_MINUTE = 600;

/** What the API, the worker and the command line are all built on. */
export const platformOf = (config: AppConfig, clock: Clock = new SystemClock()): DynamicModule =>
  PlatformModule.of({
    database: { url: config.database.url, pool: config.database.pool, entities },
    keys: readKeys(config.keys.url),
    keyService: config.keyService,
    catalogues,
    clock,
    access: {
      permissions: ROLE_PERMISSIONS,
      publicOrigin: config.http.publicUrl,
      requestsPerMinute: config.http.rateLimit ? REQUESTS_PER_MINUTE : null,
      sessionHours: SESSION_HOURS,
      lockout: LOCKOUT,
    },
  });

/** The outbox's way to the queues, on PostgreSQL or on Redis. */
export const jobsOf = (config: AppConfig): DynamicModule =>
  JobsModule.of({
    databaseUrl: config.database.url,
    redisUrl: config.redis?.url ?? null,
    keepFinishedDays: config.jobs.keepFinishedDays,
  });

/** Content at rest: a folder or an object store. */
export const filesOf = ({ files }: AppConfig): DynamicModule =>
  FilesModule.of({ url: files.url, incoming: files.incoming });

/** The audit's chain; `links` for the process that links. */
export const auditChainOf = (config: AppConfig, links: boolean): DynamicModule =>
  AuditChainModule.of({ headsFile: join(config.standalone.dataDir, 'audit-heads.jsonl'), links });
