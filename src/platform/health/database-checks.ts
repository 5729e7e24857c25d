import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../database/database';
import { newestMigration } from '../database/migrate';
import { statement } from '../database/statement';
import { DomainError } from '../errors/domain-error';
import { Readiness } from './readiness';

const PING = statement('health.ping', 'SELECT 1 AS one');
const MIGRATED = statement('health.migrated', 'SELECT 1 AS one FROM migrations WHERE name = $1');

/** The database answers, and its schema is the one this version was built for. */
@Injectable()
export class DatabaseChecks implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly database: Database,
  ) {}

  onModuleInit(): void {
    const newest = newestMigration();
    this.readiness.register({
      name: 'database',
      check: async () => {
        await this.database.withoutActor(PING);
      },
    });
    this.readiness.register({
      name: 'migrations',
      check: async () => {
        const found = await this.database.withoutActor(MIGRATED, [newest]);
        if (found.length === 0) throw new DomainError('MIGRATIONS_PENDING');
      },
    });
  }
}
