import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Reunifications } from '../acts/reunifications';
import { Tracing } from '../acts/tracing';
import {
  AnswerTracingRequest,
  AssessFamilyRequest,
  DecideRelationshipRequest,
  FollowUpReunificationRequest,
  LocateRelativeRequest,
  RecordReunificationRequest,
  RecordTracingRequest,
} from './dto/family.requests';

/** Looking for the family, and the way back to it. */
@ApiTags('minor-cases')
@Controller('minor-cases/:id')
export class MinorFamilyController {
  constructor(
    private readonly tracing: Tracing,
    private readonly reunifications: Reunifications,
  ) {}

  @Post('tracing-steps')
  @Requires('case.edit')
  @Idempotent()
  ask(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordTracingRequest,
  ): Promise<KeptFactResponse> {
    return this.tracing.ask(actor, id, body);
  }

  @Post('tracing-steps/:step/answer')
  @Requires('case.edit')
  @Idempotent()
  answer(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('step') step: string,
    @Body() body: AnswerTracingRequest,
  ): Promise<KeptFactResponse> {
    return this.tracing.answer(actor, id, step, body);
  }

  /** A relative who was found: a restricted part of the case. */
  @Post('located-relatives')
  @Requires('case.edit')
  @Idempotent()
  locate(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: LocateRelativeRequest,
  ): Promise<KeptFactResponse> {
    return this.tracing.locate(actor, id, body);
  }

  @Post('located-relatives/:relative/decision')
  @Requires('case.edit')
  @Idempotent()
  decideRelationship(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('relative') relative: string,
    @Body() body: DecideRelationshipRequest,
  ): Promise<KeptFactResponse> {
    return this.tracing.decide(actor, id, relative, body);
  }

  /** Whether that family can receive the child. */
  @Post('located-relatives/:relative/assessments')
  @Requires('case.edit')
  @Idempotent()
  assessFamily(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('relative') relative: string,
    @Body() body: AssessFamilyRequest,
  ): Promise<KeptFactResponse> {
    return this.tracing.assess(actor, id, relative, body);
  }

  /** Refused (409) until everything that it needs is there. */
  @Post('reunifications')
  @Requires('case.edit')
  @Idempotent()
  reunite(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReunificationRequest,
  ): Promise<KeptFactResponse> {
    return this.reunifications.record(actor, id, body);
  }

  @Post('reunifications/:reunification/follow-ups')
  @Requires('case.edit')
  @Idempotent()
  followUp(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('reunification') reunification: string,
    @Body() body: FollowUpReunificationRequest,
  ): Promise<KeptFactResponse> {
    return this.reunifications.followUp(actor, id, reunification, body);
  }
}
