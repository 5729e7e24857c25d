import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { AfterReturn } from '../acts/after-return';
import { Journey } from '../acts/journey';
import { Travel } from '../acts/travel';
import {
  HandOverRequest,
  RecordRepatriationFollowUpRequest,
  RecordReturnReceptionRequest,
  TellBenefitsRequest,
} from './dto/after-return.requests';
import {
  CancelSegmentRequest,
  RecordJourneyPaperRequest,
  RecordSegmentRequest,
} from './dto/journey.requests';
import { ReturnFactKeptResponse } from './dto/plan.responses';
import { RecordReturnArrivalRequest, RecordReturnBoardingRequest } from './dto/travel.requests';

/** The way home: papers, legs, reception, boarding, arrival, and what follows. */
@ApiTags('repatriation-cases')
@Controller('repatriation-cases')
export class ReturnJourneyController {
  constructor(
    private readonly journey: Journey,
    private readonly travel: Travel,
    private readonly after: AfterReturn,
  ) {}

  @Post(':id/papers')
  @Requires('case.edit')
  @Idempotent()
  paper(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordJourneyPaperRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.journey.paper(actor, id, body);
  }

  /** A leg with who pays which share; 409 when the State would pay what nobody authorised. */
  @Post(':id/segments')
  @Requires('case.edit')
  @Idempotent()
  segment(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordSegmentRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.journey.segment(actor, id, body);
  }

  @Post(':id/segments/:segment/cancellation')
  @Requires('case.edit')
  @Idempotent()
  cancel(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('segment') segment: string,
    @Body() body: CancelSegmentRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.journey.cancel(actor, id, segment, body);
  }

  /** Whoever is to receive the person accepts or not. */
  @Post(':id/receptions')
  @Requires('case.edit')
  @Idempotent()
  receive(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReturnReceptionRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.after.receive(actor, id, body);
  }

  /** The person is with the institution that accepted them. */
  @Post(':id/receptions/:reception/hand-over')
  @Requires('case.edit')
  @Idempotent()
  handOver(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('reception') reception: string,
    @Body() body: HandOverRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.after.handOver(actor, id, reception, body);
  }

  /** The ticket is handed over at boarding. */
  @Post(':id/boardings')
  @Requires('visit.record')
  @Idempotent()
  board(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReturnBoardingRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.travel.board(actor, id, body);
  }

  /** Enters the Register of Repatriated. */
  @Post(':id/arrivals')
  @Requires('case.edit')
  @Idempotent()
  arrive(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReturnArrivalRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.travel.arrive(actor, id, body);
  }

  /** What Ley 30001 gives to returnees, told. */
  @Post(':id/benefit-notices')
  @Requires('case.edit')
  @Idempotent()
  tellBenefits(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: TellBenefitsRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.after.tellBenefits(actor, id, body);
  }

  @Post(':id/follow-ups')
  @Requires('case.edit')
  @Idempotent()
  followUp(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordRepatriationFollowUpRequest,
  ): Promise<ReturnFactKeptResponse> {
    return this.after.followUp(actor, id, body);
  }
}
