import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { NewVersionRequest } from '../../../platform/questionnaires/new-version.request';
import { ExportTrafficking } from '../export-trafficking';
import { TraffickingExportQuery } from './dto/trafficking-export.requests';
import {
  TraffickingExportPolicyCreatedResponse,
  TraffickingExportPolicyListResponse,
  TraffickingExportResponse,
} from './dto/trafficking-export.responses';

/** What leaves of cases of trafficking, de-identified. */
@ApiTags('trafficking-cases')
@Controller()
export class TraffickingExportsController {
  constructor(private readonly exporting: ExportTrafficking) {}

  /** IOM HTCDS 2.0, over the cases in whose circle the reader is. */
  @Get('trafficking-exports')
  @Requires('glass.review')
  run(
    @CurrentActor() actor: Actor,
    @Query() query: TraffickingExportQuery,
  ): Promise<TraffickingExportResponse> {
    return this.exporting.run(actor, query);
  }

  @Get('trafficking-export-policies')
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<TraffickingExportPolicyListResponse> {
    return this.exporting.listPolicies(actor);
  }

  /** How few persons may look alike, with the reason. */
  @Post('trafficking-export-policies')
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: NewVersionRequest,
  ): Promise<TraffickingExportPolicyCreatedResponse> {
    return this.exporting.createPolicy(actor, body);
  }
}
