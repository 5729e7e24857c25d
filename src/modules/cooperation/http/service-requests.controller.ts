import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { RequestLists } from '../requests/request-lists';
import { ServiceRequests } from '../requests/service-requests';
import { AnswerRequest, ReasonRequest, WriteMessageRequest } from './dto/cooperation.requests';
import {
  DeskListResponse,
  IdResponse,
  RequestListResponse,
  StateResponse,
} from './dto/cooperation.responses';

/** Requests between posts and headquarters. */
@ApiTags('cooperation')
@Controller()
export class ServiceRequestsController {
  constructor(
    private readonly lists: RequestLists,
    private readonly requests: ServiceRequests,
  ) {}

  /** What waits for an answer of the reader's post or desk, soonest due first. */
  @Get('service-requests')
  @Requires('request.answer')
  list(@CurrentActor() actor: Actor): Promise<RequestListResponse> {
    return this.lists.list(actor);
  }

  /** The desks of headquarters that answer. */
  @Get('headquarters-desks')
  @Requires('request.ask')
  desks(@CurrentActor() actor: Actor): Promise<DeskListResponse> {
    return this.lists.desks(actor);
  }

  /** A further word while the answer is awaited. */
  @Post('service-requests/:id/messages')
  @Requires('request.ask')
  @Idempotent()
  write(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: WriteMessageRequest,
  ): Promise<IdResponse> {
    return this.requests.write(actor, id, body.text);
  }

  @Post('service-requests/:id/answer')
  @HttpCode(200)
  @Requires('request.answer')
  answer(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AnswerRequest,
  ): Promise<StateResponse> {
    return this.requests.answer(actor, id, body);
  }

  /** Takes it back, with the reason. */
  @Post('service-requests/:id/withdrawal')
  @HttpCode(200)
  @Requires('request.ask')
  withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReasonRequest,
  ): Promise<StateResponse> {
    return this.requests.withdraw(actor, id, body.reason);
  }
}
