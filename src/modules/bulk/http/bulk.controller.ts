import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { OperationResponse } from '../../../platform/operations/http/dto/operation.response';
import { BulkWork } from '../bulk-work';
import { BulkRequestBody, BulkRowsQuery } from './dto/bulk.request';
import { BulkRowsResponse, PreviewResponse } from './dto/bulk.response';

/** One act over many cases. Each row obeys the same rules and permissions as the single act. */
@ApiTags('bulk operations')
@Controller('bulk-operations')
export class BulkController {
  constructor(private readonly work: BulkWork) {}

  /** What would happen to each case, and which are refused and why. Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  @Requires('case.edit')
  preview(@CurrentActor() actor: Actor, @Body() body: BulkRequestBody): Promise<PreviewResponse> {
    return this.work.preview(actor, body);
  }

  /** Asks for the work: follow it, stop it or undo it at `/operations/{id}`. */
  @Post()
  @HttpCode(202)
  @Requires('case.edit')
  @Idempotent()
  request(@CurrentActor() actor: Actor, @Body() body: BulkRequestBody): Promise<OperationResponse> {
    return this.work.request(actor, body);
  }

  /** What became of each case. */
  @Get(':id/rows')
  @Requires('case.edit')
  rows(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: BulkRowsQuery,
  ): Promise<BulkRowsResponse> {
    return this.work.rows(actor, id, query);
  }
}
