import type { DynamicModule } from '@nestjs/common';
import { readKeys, type AppConfig } from './config';
import { entities } from './entities';
import { catalogues } from './messages';
import { ROLE_PERMISSIONS } from './modules/network/domain/permissions';
import { SystemClock, type Clock } from './platform/clock/clock';
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
