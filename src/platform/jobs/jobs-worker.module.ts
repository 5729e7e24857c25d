import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { OperationsWorkerModule } from '../operations/operations-worker.module';
import { ForgetFinished } from './forget-finished';
import { ForgetFinishedLoop } from './forget-finished.loop';
import { GivenUp } from './given-up';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { QueueMetrics } from './queue-metrics';
import { Sweeper } from './sweeper';
import { WorkerLoop } from './worker-loop';
import { WorkerPool } from './worker-pool';

/** For processes that do the work: beside `JobsModule` and the `*-worker` module of every part. */
@Module({
  imports: [DiscoveryModule, OperationsWorkerModule],
  providers: [
    JobHandlers,
    GivenUp,
    JobRunner,
    WorkerPool,
    Sweeper,
    WorkerLoop,
    QueueMetrics,
    ForgetFinished,
    ForgetFinishedLoop,
  ],
  exports: [WorkerPool, ForgetFinished],
})
export class JobsWorkerModule {}
