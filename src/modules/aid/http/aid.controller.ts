import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { AccountAid } from '../acts/account';
import { Advances } from '../acts/advances';
import { DecideAid } from '../acts/decide';
import { ProposeAid } from '../acts/propose';
import { ReadAid } from '../read-aid';
import {
  AccountAidRequest,
  AddReceiptRequest,
  AidNoteRequest,
  AidQuery,
  RenderMonthRequest,
} from './dto/account.requests';
import {
  AidDoneResponse,
  AidKeptResponse,
  AidListResponse,
  AidResponse,
  AttentionsEndorsedResponse,
  MonthRenderedResponse,
} from './dto/aid.responses';
import {
  ApproveAidRequest,
  EndorseAttentionsRequest,
  ExplainAidRequest,
  PayAidRequest,
  RegulariseAidRequest,
  ResolveAidRequest,
  SignAidRequest,
} from './dto/decide.requests';
import { AddQuoteRequest, AddWaterfallRequest } from './dto/propose.requests';

/** Aid from its evidence to its settlement; each act is another person's (rules §7). */
@ApiTags('aid')
@Controller('aid')
export class AidController {
  constructor(
    private readonly reading: ReadAid,
    private readonly proposals: ProposeAid,
    private readonly decisions: DecideAid,
    private readonly renditions: AccountAid,
    private readonly advances: Advances,
  ) {}

  /** What waits for somebody, the longest first. */
  @Get()
  @Requires('aid.read')
  list(@CurrentActor() actor: Actor, @Query() query: AidQuery): Promise<AidListResponse> {
    return this.reading.list(actor, query) as Promise<unknown> as Promise<AidListResponse>;
  }

  /** With its evidence, the rules it meets, what else the persons were given, and what may follow. */
  @Get(':id')
  @Requires('aid.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<AidResponse> {
    return this.reading.show(actor, id) as Promise<unknown> as Promise<AidResponse>;
  }

  /** The head of post’s word on everyday attentions, many at once. */
  @Post('attention-endorsements')
  @Requires('aid.approve')
  @Idempotent()
  endorseAttentions(
    @CurrentActor() actor: Actor,
    @Body() body: EndorseAttentionsRequest,
  ): Promise<AttentionsEndorsedResponse> {
    return this.decisions.endorseAttentions(actor, body);
  }

  /** The everyday attentions of a month, rendered together. */
  @Post('month-renditions')
  @Requires('aid.account')
  @Idempotent()
  renderMonth(
    @CurrentActor() actor: Actor,
    @Body() body: RenderMonthRequest,
  ): Promise<MonthRenderedResponse> {
    return this.renditions.renderMonth(actor, body);
  }

  /** Adds what a supplier would ask. */
  @Post(':id/quotes')
  @Requires('aid.propose')
  @Idempotent()
  quote(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddQuoteRequest,
  ): Promise<AidKeptResponse> {
    return this.proposals.quote(actor, id, body);
  }

  /** Adds the evidence that an earlier purse was tried. */
  @Post(':id/waterfall')
  @Requires('aid.propose')
  @Idempotent()
  waterfall(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddWaterfallRequest,
  ): Promise<AidKeptResponse> {
    return this.proposals.waterfall(actor, id, body);
  }

  /** Every rule must be met; the money is reserved. */
  @Post(':id/submission')
  @Requires('aid.propose')
  @Idempotent()
  submit(@CurrentActor() actor: Actor, @Id() id: string): Promise<AidDoneResponse> {
    return this.decisions.submit(actor, id);
  }

  /** Lets the ceilings be exceeded, by who may. */
  @Post(':id/exceeding')
  @Requires('aid.exceed')
  @Idempotent()
  exceed(@CurrentActor() actor: Actor, @Id() id: string): Promise<AidKeptResponse> {
    return this.decisions.exceed(actor, id);
  }

  /** Headquarters lets another advance be handed over in spite of an overdue rendition, with why. */
  @Post(':id/advance-allowance')
  @Requires('aid.exceed')
  @Idempotent()
  allowAdvance(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ExplainAidRequest,
  ): Promise<AidKeptResponse> {
    return this.advances.allow(actor, id, body);
  }

  /** The head of post’s word on what headquarters decides. */
  @Post(':id/endorsement')
  @Requires('aid.approve')
  @Idempotent()
  endorse(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SignAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.endorse(actor, id, body.reason);
  }

  /** The directorate for assistance reviews it. */
  @Post(':id/review')
  @Requires('aid.review')
  @Idempotent()
  review(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SignAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.review(actor, id, body.reason);
  }

  /** PALH within the authority of the post. */
  @Post(':id/approval')
  @Requires('aid.approve')
  @Idempotent()
  approve(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ApproveAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.approve(actor, id, body);
  }

  /** Approved in Lima, with its resolution. */
  @Post(':id/resolution')
  @Requires('aid.resolve')
  @Idempotent()
  resolve(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ResolveAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.resolve(actor, id, body);
  }

  @Post(':id/payment')
  @Requires('aid.pay')
  @Idempotent()
  pay(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: PayAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.pay(actor, id, body);
  }

  /** Life at risk: before the approval, within the emergency ceiling. */
  @Post(':id/urgent-payment')
  @Requires('aid.pay')
  @Idempotent()
  payUrgent(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: PayAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.payUrgent(actor, id, body);
  }

  /** What was paid as urgent is approved after all. */
  @Post(':id/regularisation')
  @Requires('aid.read')
  @Idempotent()
  regularise(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RegulariseAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.regularise(actor, id, body);
  }

  /** Back to whoever proposed it; its money is released. */
  @Post(':id/return')
  @Requires('aid.read')
  @Idempotent()
  giveBack(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ExplainAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.giveBack(actor, id, body.reason);
  }

  @Post(':id/refusal')
  @Requires('aid.read')
  @Idempotent()
  refuse(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ExplainAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.refuse(actor, id, body.reason);
  }

  /** Before anything is paid. */
  @Post(':id/cancellation')
  @Requires('aid.read')
  @Idempotent()
  cancel(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ExplainAidRequest,
  ): Promise<AidDoneResponse> {
    return this.decisions.cancel(actor, id, body.reason);
  }

  /** A receipt accounts for money once. */
  @Post(':id/receipts')
  @Requires('aid.propose')
  @Idempotent()
  receipt(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AddReceiptRequest,
  ): Promise<AidKeptResponse> {
    return this.renditions.receipt(actor, id, body);
  }

  /** By somebody who neither proposed nor approved it. */
  @Post(':id/accounting')
  @Requires('aid.account')
  @Idempotent()
  account(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AccountAidRequest,
  ): Promise<AidDoneResponse> {
    return this.renditions.account(actor, id, body);
  }

  @Post(':id/observation')
  @Requires('aid.settle')
  @Idempotent()
  observe(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AidNoteRequest,
  ): Promise<AidDoneResponse> {
    return this.renditions.observe(actor, id, body.note);
  }

  @Post(':id/answer')
  @Requires('aid.propose')
  @Idempotent()
  answer(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AidNoteRequest,
  ): Promise<AidDoneResponse> {
    return this.renditions.answer(actor, id, body.note);
  }

  /** Finance is content with the rendition. */
  @Post(':id/settlement')
  @Requires('aid.settle')
  @Idempotent()
  settle(@CurrentActor() actor: Actor, @Id() id: string): Promise<AidDoneResponse> {
    return this.renditions.settle(actor, id);
  }
}
