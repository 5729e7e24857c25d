import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { Occasions } from '../occasions';
import { CreateOccasionsRequest } from './dto/round.requests';
import { OccasionPoliciesResponse, UpcomingOccasionsResponse } from './dto/round.responses';

/** The traditional visits, and the policy that says when they fall. */
@ApiTags('visit rounds')
@Controller('visit-occasions')
export class VisitOccasionsController {
  constructor(private readonly occasions: Occasions) {}

  /** Those near enough for a round to be proposed. */
  @Get()
  @Requires('case.read')
  upcoming(@CurrentActor() actor: Actor): Promise<UpcomingOccasionsResponse> {
    return this.occasions.upcoming(actor);
  }

  /** All versions, the one that took effect last first. */
  @Get('policies')
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<OccasionPoliciesResponse> {
    return this.occasions.list(actor);
  }

  @Post('policies')
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateOccasionsRequest,
  ): Promise<OccasionPoliciesResponse> {
    return this.occasions.create(actor, body);
  }
}
