import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { AidPolicies } from '../aid-policies';
import { AidPolicyCreatedResponse, AidPolicyListResponse } from './dto/aid.responses';
import { CreateAidPolicyRequest } from './dto/decide.requests';

/** Ceilings, quotes and limits of aid, as data of versions. */
@ApiTags('aid-policies')
@Controller('aid-policies')
export class AidPoliciesController {
  constructor(private readonly policies: AidPolicies) {}

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<AidPolicyListResponse> {
    return this.policies.list(actor) as Promise<unknown> as Promise<AidPolicyListResponse>;
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateAidPolicyRequest,
  ): Promise<AidPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
