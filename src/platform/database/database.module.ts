import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { ClsModule } from 'nestjs-cls';
import { types } from 'pg';
import { parseJson } from '../crypto/open-keys';
import { DataKeys } from './data-keys';
import { Database } from './database';
import { Resealing } from './resealing';
import { Revisions } from './revisions';
import { PipelinedTransactions } from './transactions';

export interface DatabaseSettings {
  url: string;
  pool: number;
  entities: readonly (new () => object)[];
}

/** Refuses to hold a person's request for ever when PostgreSQL is stuck (milliseconds). */
const LIMITS = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

// every pool of the process: what is sealed in a document is noticed while it is parsed
for (const type of [types.builtins.JSON, types.builtins.JSONB])
  types.setTypeParser(type, parseJson);

/** The application role's pool, the ambient transaction, and what every module writes through. */
@Global()
@Module({})
export class DatabaseModule {
  static of(settings: DatabaseSettings): DynamicModule {
    const plugin = new ClsPluginTransactional({
      imports: [TypeOrmModule],
      adapter: new PipelinedTransactions(),
    });
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          type: 'postgres',
          url: settings.url,
          entities: [...settings.entities],
          poolSize: settings.pool,
          extra: {
            ...LIMITS,
            application_name: 'amparo',
            keepAlive: true,
            connectionTimeoutMillis: 10_000,
            // statements that do not wait for each other travel in one round trip
            pipeline: true,
          },
          retryAttempts: 5,
          retryDelay: 1000,
        }),
        ClsModule.forRoot({ global: true, plugins: [plugin] }),
      ],
      providers: [Database, DataKeys, Resealing, Revisions],
      exports: [Database, DataKeys, Resealing, Revisions],
    };
  }
}
