import { Module } from '@nestjs/common';
import { JobQueuesController } from './http/job-queues.controller';

/** The routes of the jobs screen; only the API imports it. */
@Module({ controllers: [JobQueuesController] })
export class JobsHttpModule {}
