import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { MissingPolicies } from '../missing-policies';
import {
  MissingPolicyCreatedResponse,
  MissingPolicyListResponse,
} from './dto/missing-case.responses';
import { CreateMissingPolicyRequest } from './dto/search.requests';

/** What is said when nothing may be told, as data of versions. */
@ApiTags('missing-person-policies')
@Controller('missing-person-policies')
export class MissingPoliciesController {
  constructor(private readonly policies: MissingPolicies) {}

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<MissingPolicyListResponse> {
    return this.policies.list(actor);
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateMissingPolicyRequest,
  ): Promise<MissingPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
