import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Actor } from '../../access/actor';
import { CurrentActor, Requires } from '../../access/decorators';
import { Id } from '../../http/decorators';
import { PageQuery } from '../../http/dto/page.query';
import { JobQueues } from '../job-queues';
import { FailedJobListResponse, QueueListResponse } from './dto/queue.response';

/** The administrators' view of the queues: one per post and one of the system. */
@ApiTags('jobs')
@Controller('job-queues')
export class JobQueuesController {
  constructor(private readonly queues: JobQueues) {}

  @Get()
  @Requires('job.retry')
  async list(@CurrentActor() actor: Actor): Promise<QueueListResponse> {
    return { items: await this.queues.overview(actor) };
  }

  @Get(':code/failed')
  @Requires('job.retry')
  failed(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Query() page: PageQuery,
  ): Promise<FailedJobListResponse> {
    return this.queues.failed(actor, code, page);
  }

  @Post(':code/failed/:jobId/retry')
  @HttpCode(202)
  @Requires('job.retry')
  retry(@CurrentActor() actor: Actor, @Param('code') code: string, @Id('jobId') id: string) {
    return this.queues.retry(actor, code, id);
  }

  @Post(':code/failed/retry')
  @HttpCode(202)
  @Requires('job.retry')
  retryAll(@CurrentActor() actor: Actor, @Param('code') code: string) {
    return this.queues.retry(actor, code, null);
  }

  @Post(':code/pause')
  @HttpCode(204)
  @Requires('job.retry')
  pause(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<void> {
    return this.queues.pause(actor, code);
  }

  @Post(':code/resume')
  @HttpCode(204)
  @Requires('job.retry')
  resume(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<void> {
    return this.queues.resume(actor, code);
  }
}
