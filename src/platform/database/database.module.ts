import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClsPluginTransactional } from '@nestjs-cls/transactional';
import { ClsModule } from 'nestjs-cls';
import { Database } from './database';
import { Revisions } from './revisions';
import { PipelinedTransactions } from './transactions';

export interface DatabaseSettings {
  url: string;
  pool: number;
  entities: readonly (new () => object)[];
}

/** Refuses to hold a person's request for ever when PostgreSQL is stuck (milliseconds). */
const LIMITS = { statement_timeout: 15_000, idle_in_transaction_session_timeout: 30_000 };

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
      providers: [Database, Revisions],
      exports: [Database, Revisions],
    };
  }
}
