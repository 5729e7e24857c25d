import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { AssessmentPolicies } from '../assessment-policies';
import { Assessments } from '../assessments';
import { SignAssessment } from '../sign-assessment';
import { CreateAssessmentPolicyRequest, SignAssessmentRequest } from './dto/assessment.requests';
import {
  AssessmentListResponse,
  AssessmentPolicyCreatedResponse,
  AssessmentPolicyListResponse,
  AssessmentSignedResponse,
} from './dto/assessment.responses';

/** Vulnerability as an officer found it, and what headquarters makes of it. */
@ApiTags('assessments')
@Controller()
export class AssessmentsController {
  constructor(
    private readonly assessments: Assessments,
    private readonly sign: SignAssessment,
    private readonly policies: AssessmentPolicies,
  ) {}

  @Get('cases/:id/vulnerability-assessments')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<AssessmentListResponse> {
    return this.assessments.list(actor, id);
  }

  /** Those of a person in any case within reach, whichever of their records was assessed. */
  @Get('people/:id/vulnerability-assessments')
  @Requires('person.read')
  listOfPerson(@CurrentActor() actor: Actor, @Id() id: string): Promise<AssessmentListResponse> {
    return this.assessments.listOfPerson(actor, id);
  }

  /** Signs an assessment (RC art. 10); it supersedes the last one and is never edited. */
  @Post('cases/:id/vulnerability-assessments')
  @Requires('case.edit')
  @Idempotent()
  assess(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SignAssessmentRequest,
  ): Promise<AssessmentSignedResponse> {
    return this.sign.run(actor, id, body);
  }

  /** How long an assessment is valid and what raises a case, newest version first. */
  @Get('assessment-policies')
  @Requires('policy.read')
  listPolicies(@CurrentActor() actor: Actor): Promise<AssessmentPolicyListResponse> {
    return this.policies.list(actor);
  }

  @Post('assessment-policies')
  @Requires('policy.edit')
  @Idempotent()
  createPolicy(
    @CurrentActor() actor: Actor,
    @Body() body: CreateAssessmentPolicyRequest,
  ): Promise<AssessmentPolicyCreatedResponse> {
    return this.policies.create(actor, body);
  }
}
