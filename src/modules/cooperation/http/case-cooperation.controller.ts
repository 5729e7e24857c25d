import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { HandOvers } from '../handover/hand-overs';
import { MentionColleagues } from '../mentions/mention-colleagues';
import { ReadCooperation } from '../read-cooperation';
import { ServiceRequests } from '../requests/service-requests';
import { CaseTeam } from '../team/case-team';
import { ProposeTransfer } from '../transfers/propose-transfer';
import {
  AddToTeamRequest,
  AskRequest,
  ColleaguesQuery,
  OptionalReasonRequest,
  ProposeTransferRequest,
  WriteHandOverRequest,
} from './dto/cooperation.requests';
import {
  ColleagueListResponse,
  CooperationResponse,
  IdResponse,
} from './dto/cooperation.responses';

/** Working on one case together. */
@ApiTags('cooperation')
@Controller('cases/:id')
export class CaseCooperationController {
  constructor(
    private readonly read: ReadCooperation,
    private readonly team: CaseTeam,
    private readonly transfers: ProposeTransfer,
    private readonly handOvers: HandOvers,
    private readonly requests: ServiceRequests,
    private readonly mentions: MentionColleagues,
  ) {}

  /** Team, transfers, hand-over notes and requests of a case; also a panel of its page. */
  @Get('cooperation')
  @Requires('case.read')
  @ApiOkResponse({ type: CooperationResponse })
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<CooperationResponse> {
    return this.read.run(actor, id);
  }

  /** Colleagues who may see the case, for naming them in a note. */
  @Get('colleagues')
  @Requires('contact.record')
  colleagues(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: ColleaguesQuery,
  ): Promise<ColleagueListResponse> {
    return this.mentions.offer(actor, id, query.name ?? null);
  }

  /** A second officer, or an honorary consul to whom the case is handed, until a date. */
  @Post('team')
  @Requires('case.assign')
  @Idempotent()
  join(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddToTeamRequest,
  ): Promise<IdResponse> {
    return this.team.add(actor, id, body);
  }

  @Post('team/:member/end')
  @HttpCode(200)
  @Requires('case.assign')
  leave(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('member') member: string,
    @Body() body: OptionalReasonRequest,
  ): Promise<IdResponse> {
    return this.team.end(actor, id, member, body.reason ?? null);
  }

  /** Offers the case to another post. Its clocks stay here until that post accepts. */
  @Post('transfers')
  @Requires('transfer.propose')
  @Idempotent()
  propose(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ProposeTransferRequest,
  ): Promise<IdResponse> {
    return this.transfers.run(actor, id, body);
  }

  /** What whoever takes over must know. */
  @Post('hand-over-notes')
  @Requires('handover.write')
  @Idempotent()
  handOver(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: WriteHandOverRequest,
  ): Promise<IdResponse> {
    return this.handOvers.write(actor, id, body);
  }

  /** Asks headquarters, or, from headquarters, the post of the case. */
  @Post('service-requests')
  @Requires('request.ask')
  @Idempotent()
  ask(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AskRequest,
  ): Promise<IdResponse> {
    return this.requests.ask(actor, id, body);
  }
}
