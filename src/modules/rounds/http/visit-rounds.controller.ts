import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { NumberedResponse, RecordContactRequest } from '../../detention';
import { PlanRound } from '../plan-round';
import { RoundPeople } from '../round-people';
import { RoundQueries } from '../round-queries';
import {
  AddPeopleRequest,
  CancelRoundRequest,
  CandidatesQuery,
  CloseRoundRequest,
  EditRoundRequest,
  ListRoundsQuery,
  NotVisitedRequest,
  PlanRoundRequest,
  SuggestionsQuery,
} from './dto/round.requests';
import {
  CandidatesResponse,
  PeopleAddedResponse,
  RoundChangedResponse,
  RoundListResponse,
  RoundPageResponse,
  RoundPlannedResponse,
  SuggestionsResponse,
} from './dto/round.responses';

/** Trips of a post to a place of detention or a city, with everyone to be seen there. */
@ApiTags('visit rounds')
@Controller('visit-rounds')
export class VisitRoundsController {
  constructor(
    private readonly queries: RoundQueries,
    private readonly planRound: PlanRound,
    private readonly people: RoundPeople,
  ) {}

  @Get()
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Query() query: ListRoundsQuery): Promise<RoundListResponse> {
    return this.queries.list(actor, query);
  }

  /** Where a trip on a day would see most people who are due. */
  @Get('suggestions')
  @Requires('round.plan')
  suggest(
    @CurrentActor() actor: Actor,
    @Query() { post, on }: SuggestionsQuery,
  ): Promise<SuggestionsResponse> {
    return this.queries.suggestions(actor, post, on);
  }

  /** A round with its people: when they were last seen, what to check, what came of it. */
  @Get(':id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<RoundPageResponse> {
    return this.queries.show(actor, id);
  }

  @Get(':id/candidates')
  @Requires('round.plan')
  candidates(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { within }: CandidatesQuery,
  ): Promise<CandidatesResponse> {
    return this.queries.candidates(actor, id, within);
  }

  @Post()
  @Requires('round.plan')
  @Idempotent()
  plan(
    @CurrentActor() actor: Actor,
    @Body() body: PlanRoundRequest,
  ): Promise<RoundPlannedResponse> {
    return this.planRound.plan(actor, body);
  }

  @Patch(':id')
  @Requires('round.plan')
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditRoundRequest,
  ): Promise<RoundChangedResponse> {
    return this.planRound.edit(actor, id, version, body);
  }

  @Post(':id/people')
  @Requires('round.plan')
  @Idempotent()
  add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { caseIds }: AddPeopleRequest,
  ): Promise<PeopleAddedResponse> {
    return this.people.add(actor, id, caseIds);
  }

  @Delete(':id/people/:case')
  @HttpCode(204)
  @Requires('round.plan')
  remove(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('case') caseId: string,
  ): Promise<void> {
    return this.people.remove(actor, id, caseId);
  }

  /** An ordinary visit of the case, kept with the round; once. */
  @Post(':id/people/:case/visit')
  @Requires('visit.record')
  @Idempotent()
  recordVisit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('case') caseId: string,
    @Body() body: RecordContactRequest,
  ): Promise<NumberedResponse> {
    return this.people.recordVisit(actor, id, caseId, body);
  }

  @Post(':id/people/:case/absence')
  @HttpCode(204)
  @Requires('visit.record')
  notVisited(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('case') caseId: string,
    @Body() { reason }: NotVisitedRequest,
  ): Promise<void> {
    return this.people.notVisited(actor, id, caseId, reason);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Requires('round.plan')
  close(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: CloseRoundRequest,
  ): Promise<RoundChangedResponse> {
    return this.planRound.close(actor, id, body);
  }

  @Post(':id/cancellation')
  @HttpCode(200)
  @Requires('round.plan')
  cancel(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { reason }: CancelRoundRequest,
  ): Promise<RoundChangedResponse> {
    return this.planRound.cancel(actor, id, reason);
  }
}
