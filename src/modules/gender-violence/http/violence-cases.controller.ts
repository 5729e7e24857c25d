import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse, OpenedCaseResponse } from '../../obligations';
import { AssessRisk } from '../acts/assess-risk';
import { PlanSafety } from '../acts/plan-safety';
import { RecordIncident } from '../acts/record-incident';
import { GenderViolencePanel } from '../gender-violence-panel';
import { OpenViolenceCase } from '../open-violence-case';
import {
  AcceptRiskRequest,
  AssessRiskRequest,
  RecordChildRequest,
  RecordIncidentRequest,
  RecordSafetyPlanRequest,
} from './dto/danger.requests';
import { OpenViolenceCaseRequest } from './dto/open-violence-case.request';
import { AssessedRiskResponse, KeptPlanResponse } from './dto/recorded.responses';
import { ViolenceCaseResponse } from './dto/violence-case.response';

/** Cases of gender violence: opening, what was done, how much danger there is, the plan. */
@ApiTags('violence-cases')
@Controller('violence-cases')
export class ViolenceCasesController {
  constructor(
    private readonly opening: OpenViolenceCase,
    private readonly panel: GenderViolencePanel,
    private readonly incidents: RecordIncident,
    private readonly risk: AssessRisk,
    private readonly safety: PlanSafety,
  ) {}

  /** Opens a sealed case: only its circle knows of it. */
  @Post()
  @Requires('case.register')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Body() body: OpenViolenceCaseRequest,
  ): Promise<OpenedCaseResponse> {
    return this.opening.run(actor, body);
  }

  /** The family’s part of one case, in the reader’s scope. */
  @Get(':id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<ViolenceCaseResponse> {
    return this.panel.show(actor, id) as Promise<unknown> as Promise<ViolenceCaseResponse>;
  }

  /** What was done to the person; one GBVIMS core type each. */
  @Post(':id/incidents')
  @Requires('case.edit')
  @Idempotent()
  recordIncident(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordIncidentRequest,
  ): Promise<KeptFactResponse> {
    return this.incidents.run(actor, id, body);
  }

  /** Answers to the instrument in force; the level may be raised with a reason, never lowered. */
  @Post(':id/risk-assessments')
  @Requires('case.edit')
  @Idempotent()
  assess(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AssessRiskRequest,
  ): Promise<AssessedRiskResponse> {
    return this.risk.assess(actor, id, body);
  }

  /** Why the case may close although danger is high. */
  @Post(':id/risk-acceptances')
  @Requires('case.close')
  @Idempotent()
  accept(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AcceptRiskRequest,
  ): Promise<KeptFactResponse> {
    return this.risk.accept(actor, id, body);
  }

  /** A new version of the whole safety plan; the one before stays. */
  @Post(':id/safety-plans')
  @Requires('case.edit')
  @Idempotent()
  plan(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordSafetyPlanRequest,
  ): Promise<KeptPlanResponse> {
    return this.safety.plan(actor, id, body);
  }

  @Post(':id/children')
  @Requires('case.edit')
  @Idempotent()
  child(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordChildRequest,
  ): Promise<KeptFactResponse> {
    return this.safety.child(actor, id, body);
  }
}
