import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { Measures } from '../acts/measures';
import { Outcomes } from '../acts/outcomes';
import { Services } from '../acts/services';
import {
  AnswerServiceRequest,
  DecideMeasureRequest,
  EndMeasureRequest,
  FollowUpReturnRequest,
  RecordMeasureRequest,
  RecordOutcomeRequest,
  RecordReturnRequest,
  RecordServiceRequest,
} from './dto/protection.requests';

/** Protection measures, services, what the service gave, and the return to Peru. */
@ApiTags('violence-cases')
@Controller('violence-cases/:id')
export class ViolenceCareController {
  constructor(
    private readonly measures: Measures,
    private readonly services: Services,
    private readonly outcomes: Outcomes,
  ) {}

  @Post('protection-measures')
  @Requires('case.edit')
  @Idempotent()
  recordMeasure(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordMeasureRequest,
  ): Promise<KeptFactResponse> {
    return this.measures.record(actor, id, body);
  }

  @Post('protection-measures/:measure/decision')
  @Requires('case.edit')
  @Idempotent()
  decideMeasure(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('measure') measure: string,
    @Body() body: DecideMeasureRequest,
  ): Promise<KeptFactResponse> {
    return this.measures.decide(actor, id, measure, body);
  }

  /** Lifted, replaced, or left to expire, with the reason. */
  @Post('protection-measures/:measure/ending')
  @Requires('case.edit')
  @Idempotent()
  endMeasure(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('measure') measure: string,
    @Body() body: EndMeasureRequest,
  ): Promise<KeptFactResponse> {
    return this.measures.end(actor, id, measure, body);
  }

  @Post('services')
  @Requires('case.edit')
  @Idempotent()
  recordService(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordServiceRequest,
  ): Promise<KeptFactResponse> {
    return this.services.record(actor, id, body);
  }

  @Post('services/:service/answer')
  @Requires('case.edit')
  @Idempotent()
  answerService(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('service') service: string,
    @Body() body: AnswerServiceRequest,
  ): Promise<KeptFactResponse> {
    return this.services.answer(actor, id, service, body);
  }

  @Post('returns')
  @Requires('case.edit')
  @Idempotent()
  recordReturn(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReturnRequest,
  ): Promise<KeptFactResponse> {
    return this.outcomes.recordReturn(actor, id, body);
  }

  /** How the person is some time after the return. */
  @Post('returns/:returnId/follow-ups')
  @Requires('case.edit')
  @Idempotent()
  followUp(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('returnId') returnId: string,
    @Body() body: FollowUpReturnRequest,
  ): Promise<KeptFactResponse> {
    return this.outcomes.followUp(actor, id, returnId, body);
  }

  /** Guidance, assistance, repatriation; a case may have more than one. */
  @Post('outcomes')
  @Requires('case.edit')
  @Idempotent()
  recordOutcome(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordOutcomeRequest,
  ): Promise<KeptFactResponse> {
    return this.outcomes.record(actor, id, body);
  }
}
