import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Distributions } from '../distribution/distributions';
import { DistributionPolicies } from '../distribution/distribution-policies';
import { EvaluatePosts } from '../distribution/evaluate-posts';
import {
  ApplyDistributionRequest,
  CreateDistributionPolicyRequest,
  EvaluationQuery,
  KeepDistributionRequest,
  PreviewDistributionRequest,
} from './dto/spending.requests';
import {
  DistributionAppliedResponse,
  DistributionKeptResponse,
  DistributionListResponse,
  DistributionPolicyCreatedResponse,
  DistributionPolicyListResponse,
  DistributionPreviewResponse,
  DistributionResponse,
  EvaluationResponse,
} from './dto/spending.responses';

/** What each post spends against its caseload, and how a total is distributed (rules §7). */
@ApiTags('spending')
@Controller()
export class DistributionsController {
  constructor(
    private readonly evaluation: EvaluatePosts,
    private readonly distributions: Distributions,
    private readonly policies: DistributionPolicies,
  ) {}

  @Get('post-evaluations')
  @Requires('spending.compare')
  evaluate(
    @CurrentActor() actor: Actor,
    @Query() { year, programme }: EvaluationQuery,
  ): Promise<EvaluationResponse> {
    return this.evaluation.run(actor, year, programme);
  }

  /** Newest first. */
  @Get('distributions')
  @Requires('spending.compare')
  list(@CurrentActor() actor: Actor): Promise<DistributionListResponse> {
    return this.distributions.list(actor) as Promise<unknown> as Promise<DistributionListResponse>;
  }

  @Get('distributions/:id')
  @Requires('spending.compare')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<DistributionResponse> {
    return this.distributions.show(actor, id) as Promise<unknown> as Promise<DistributionResponse>;
  }

  /** What if; nothing is kept. */
  @Post('distributions/preview')
  @HttpCode(200)
  @Requires('spending.compare')
  preview(
    @CurrentActor() actor: Actor,
    @Body() body: PreviewDistributionRequest,
  ): Promise<DistributionPreviewResponse> {
    return this.distributions.preview(actor, body);
  }

  @Post('distributions')
  @Requires('allotment.manage')
  @Idempotent()
  keep(
    @CurrentActor() actor: Actor,
    @Body() body: KeepDistributionRequest,
  ): Promise<DistributionKeptResponse> {
    return this.distributions.keep(actor, body);
  }

  /** Each post is allotted its part, or none is. */
  @Post('distributions/:id/application')
  @Requires('allotment.manage')
  @Idempotent()
  apply(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ApplyDistributionRequest,
  ): Promise<DistributionAppliedResponse> {
    return this.distributions.apply(actor, id, body);
  }

  /** The published formula: all versions, newest first. */
  @Get('distribution-policies')
  @Requires('spending.compare')
  formulas(@CurrentActor() actor: Actor): Promise<DistributionPolicyListResponse> {
    return this.policies.list(actor);
  }

  @Post('distribution-policies')
  @Requires('policy.edit')
  @Idempotent()
  publish(
    @CurrentActor() actor: Actor,
    @Body() body: CreateDistributionPolicyRequest,
  ): Promise<DistributionPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
