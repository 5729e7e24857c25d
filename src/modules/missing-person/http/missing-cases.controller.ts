import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { AnswerRequester } from '../acts/answer-requester';
import { Result } from '../acts/result';
import { Search } from '../acts/search';
import { MissingPanel } from '../missing-panel';
import { OpenMissingCase } from '../open-missing-case';
import {
  MissingCaseResponse,
  OpenedDeathOfSearchResponse,
  OpenedMissingCaseResponse,
} from './dto/missing-case.responses';
import { OpenMissingCaseRequest } from './dto/open-missing-case.request';
import {
  AnswerRequesterRequest,
  LinkDetentionRequest,
  OpenDeathOfSearchRequest,
  OpenDetentionOfSearchRequest,
  RecordOrderRequest,
  RecordResultRequest,
  RecordWillRequest,
} from './dto/result.requests';
import {
  AnswerInquiryRequest,
  DecideInterestRequest,
  RecordSightingRequest,
  SendInquiryRequest,
} from './dto/search.requests';

/** Cases of missing persons: who may ask, the search, what was found, and what may be told. */
@ApiTags('missing-person-cases')
@Controller('missing-person-cases')
export class MissingCasesController {
  constructor(
    private readonly opening: OpenMissingCase,
    private readonly panel: MissingPanel,
    private readonly search: Search,
    private readonly result: Result,
    private readonly answers: AnswerRequester,
  ) {}

  @Post()
  @Requires('case.register')
  @Idempotent()
  open(
    @CurrentActor() actor: Actor,
    @Body() body: OpenMissingCaseRequest,
  ): Promise<OpenedMissingCaseResponse> {
    return this.opening.run(actor, body);
  }

  /** The family’s part of one case, in the reader’s scope. */
  @Get(':id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<MissingCaseResponse> {
    return this.panel.show(actor, id) as Promise<unknown> as Promise<MissingCaseResponse>;
  }

  /** Headquarters’ desk verifies who asks, or refuses with a reason. */
  @Post(':id/interest-decisions')
  @Requires('interest.verify')
  @Idempotent()
  decideInterest(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DecideInterestRequest,
  ): Promise<KeptFactResponse> {
    return this.search.decideInterest(actor, id, body);
  }

  /** 409 before the interest is verified. */
  @Post(':id/inquiries')
  @Requires('case.edit')
  @Idempotent()
  sendInquiry(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SendInquiryRequest,
  ): Promise<KeptFactResponse> {
    return this.search.send(actor, id, body);
  }

  /** What it says is a restricted part. */
  @Post(':id/inquiries/:inquiry/answer')
  @Requires('case.edit')
  @Idempotent()
  answerInquiry(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('inquiry') inquiry: string,
    @Body() body: AnswerInquiryRequest,
  ): Promise<KeptFactResponse> {
    return this.search.answer(actor, id, inquiry, body);
  }

  /** A restricted part. */
  @Post(':id/sightings')
  @Requires('case.edit')
  @Idempotent()
  sighting(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordSightingRequest,
  ): Promise<KeptFactResponse> {
    return this.search.sighting(actor, id, body);
  }

  /** What was found: a restricted part. */
  @Post(':id/results')
  @Requires('case.edit')
  @Idempotent()
  recordResult(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordResultRequest,
  ): Promise<KeptFactResponse> {
    return this.result.record(actor, id, body);
  }

  /** What the located person wants told, and to whom. */
  @Post(':id/wills')
  @Requires('case.edit')
  @Idempotent()
  recordWill(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordWillRequest,
  ): Promise<KeptFactResponse> {
    return this.result.will(actor, id, body);
  }

  @Post(':id/court-orders')
  @Requires('case.edit')
  @Idempotent()
  recordOrder(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordOrderRequest,
  ): Promise<KeptFactResponse> {
    return this.result.order(actor, id, body);
  }

  /** Exactly what is authorised or ordered, else the neutral answer. */
  @Post(':id/requester-answers')
  @Requires('disclosure.record')
  @Idempotent()
  answerRequester(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AnswerRequesterRequest,
  ): Promise<KeptFactResponse> {
    return this.answers.run(actor, id, body);
  }

  /** Opens the case of the death, linked with the search. */
  @Post(':id/death-case')
  @Requires('case.register')
  @Idempotent()
  openDeath(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: OpenDeathOfSearchRequest,
  ): Promise<OpenedDeathOfSearchResponse> {
    return this.result.openDeath(actor, id, body);
  }

  /** Opens the detention in which the person was found, linked with the search. */
  @Post(':id/detention-case')
  @Requires('case.register')
  @Idempotent()
  openDetention(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: OpenDetentionOfSearchRequest,
  ): Promise<OpenedDeathOfSearchResponse> {
    return this.result.openDetention(actor, id, body);
  }

  /** Joins the detention in which the person was found. */
  @Post(':id/detention-link')
  @Requires('case.edit')
  @Idempotent()
  linkDetention(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: LinkDetentionRequest,
  ): Promise<KeptFactResponse> {
    return this.result.linkDetention(actor, id, body);
  }
}
