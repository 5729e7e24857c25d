import { Global, Module, type DynamicModule } from '@nestjs/common';
import { OutboxModule } from '../outbox/outbox.module';
import { Relay } from '../outbox/relay';
import { CurrentJob } from './current-job';
import { Effects } from './effects';
import { FaultLog } from './fault-log';
import { JobQueues } from './job-queues';
import { DEFAULT_PACE, JobsSettings, type Pace } from './jobs-settings';
import { PostgresSignals } from './postgres-signals';
import { postgresDriver, redisDriver, type QueueDriver } from './queue-driver';
import { locksOf, QUEUE_DRIVER, Queues } from './queues';
import { RedisSignals } from './redis-signals';
import { RelayLoop } from './relay-loop';
import { Signals } from './signals';
import { WorkSignal } from './work-signal';

const driver = {
  provide: QUEUE_DRIVER,
  inject: [JobsSettings, FaultLog],
  useFactory: ({ databaseUrl, redisUrl, pace }: JobsSettings, faults: FaultLog): QueueDriver => {
    const report = (error: Error) => faults.report('queue connection', error);
    const locks = locksOf(pace.lock);
    return redisUrl
      ? redisDriver(redisUrl, locks, report)
      : postgresDriver(databaseUrl, locks, report);
  },
};

const signals = {
  provide: Signals,
  inject: [JobsSettings, FaultLog],
  useFactory: ({ databaseUrl, redisUrl }: JobsSettings, faults: FaultLog): Signals =>
    redisUrl ? new RedisSignals(redisUrl, faults) : new PostgresSignals(databaseUrl, faults),
};

/** For every process: appends work, relays it to the queues, shows the queues. */
@Global()
@Module({})
export class JobsModule {
  static of(settings: {
    databaseUrl: string;
    redisUrl: string | null;
    keepFinishedDays: number;
    pace?: Partial<Pace>;
  }): DynamicModule {
    const pace = { ...DEFAULT_PACE, ...settings.pace };
    return {
      module: JobsModule,
      imports: [OutboxModule],
      providers: [
        { provide: JobsSettings, useValue: { ...settings, pace } satisfies JobsSettings },
        FaultLog,
        driver,
        signals,
        Queues,
        WorkSignal,
        Relay,
        RelayLoop,
        CurrentJob,
        Effects,
        JobQueues,
      ],
      exports: [
        JobsSettings,
        FaultLog,
        Signals,
        Queues,
        WorkSignal,
        Relay,
        CurrentJob,
        Effects,
        JobQueues,
      ],
    };
  }
}
