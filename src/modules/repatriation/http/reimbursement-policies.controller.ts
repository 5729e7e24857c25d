import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { ReimbursementPolicies } from '../reminders/reimbursement-policies';
import {
  ReimbursementPolicyCreatedResponse,
  ReimbursementPolicyListResponse,
} from './dto/reimbursement-policy.responses';
import { CreateReimbursementPolicyRequest } from './dto/debt.requests';

/** When whoever owes the cost of a repatriation is reminded, as data of versions. */
@ApiTags('reimbursement-policies')
@Controller('reimbursement-policies')
export class ReimbursementPoliciesController {
  constructor(private readonly policies: ReimbursementPolicies) {}

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<ReimbursementPolicyListResponse> {
    return this.policies.list(actor);
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateReimbursementPolicyRequest,
  ): Promise<ReimbursementPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
