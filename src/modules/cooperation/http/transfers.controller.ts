import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id } from '../../../platform/http/decorators';
import { DecideTransfer } from '../transfers/decide-transfer';
import { ProposeTransfer } from '../transfers/propose-transfer';
import { TransferLists } from '../transfers/transfer-lists';
import {
  AcceptTransferRequest,
  ListTransfersQuery,
  OptionalReasonRequest,
  ReasonRequest,
} from './dto/cooperation.requests';
import {
  DecidedTransferResponse,
  OpenTransferResponse,
  StateResponse,
  TransferListResponse,
} from './dto/cooperation.responses';

/** Cases on their way between posts. */
@ApiTags('cooperation')
@Controller('transfers')
export class TransfersController {
  constructor(
    private readonly lists: TransferLists,
    private readonly decide: DecideTransfer,
    private readonly propose: ProposeTransfer,
  ) {}

  /** To and from the reader's posts, what is pending first. */
  @Get()
  @Requires('transfer.propose')
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListTransfersQuery,
  ): Promise<TransferListResponse> {
    return this.lists.list(actor, query);
  }

  /** What the receiving head needs to decide. */
  @Get(':id')
  @Requires('transfer.propose')
  open(@CurrentActor() actor: Actor, @Id() id: string): Promise<OpenTransferResponse> {
    return this.lists.open(actor, id);
  }

  /** The case comes to the receiving post, whole and with its number. */
  @Post(':id/acceptance')
  @HttpCode(200)
  @Requires('transfer.decide')
  accept(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AcceptTransferRequest,
  ): Promise<DecidedTransferResponse> {
    return this.decide.accept(actor, id, body);
  }

  @Post(':id/rejection')
  @HttpCode(200)
  @Requires('transfer.decide')
  reject(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReasonRequest,
  ): Promise<DecidedTransferResponse> {
    return this.decide.reject(actor, id, body.reason);
  }

  /** The sender takes it back. */
  @Post(':id/revocation')
  @HttpCode(200)
  @Requires('transfer.propose')
  revoke(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: OptionalReasonRequest,
  ): Promise<StateResponse> {
    return this.propose.revoke(actor, id, body.reason ?? null);
  }
}
