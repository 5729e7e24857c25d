import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { CaseActs } from '../acts/case-acts';
import { ObligationDesk } from '../breaches/obligation-desk';
import { ListObligations } from '../ledger/list-obligations';
import { SnoozeCase } from '../snooze/snooze-case';
import {
  BreachAcceptanceRequest,
  BreachReasonRequest,
  ReviewRequest,
  SnoozeRequest,
} from './dto/obligation.requests';
import {
  CaseActResponse,
  ObligationListResponse,
  ObligationResponse,
  SnoozedResponse,
} from './dto/obligation.responses';

@ApiTags('obligations')
@Controller()
export class ObligationsController {
  constructor(
    private readonly list: ListObligations,
    private readonly desk: ObligationDesk,
    private readonly acts: CaseActs,
    private readonly snoozeCase: SnoozeCase,
  ) {}

  /** Duties of a case, open ones first. */
  @Get('cases/:id/obligations')
  @Requires('case.read')
  ofCase(@CurrentActor() actor: Actor, @Id() id: string): Promise<ObligationListResponse> {
    return this.list.run(actor, id);
  }

  /** Somebody looked at a file that owed nothing else. */
  @Post('cases/:id/reviews')
  @Requires('case.edit')
  @Idempotent()
  review(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReviewRequest,
  ): Promise<CaseActResponse> {
    return this.acts.review(actor, id, body);
  }

  /** Heard: stops the reminders of this due instant, never the duty. */
  @Post('obligations/:id/acknowledgement')
  @HttpCode(200)
  @Requires('obligation.acknowledge')
  acknowledge(@CurrentActor() actor: Actor, @Id() id: string): Promise<ObligationResponse> {
    return this.desk.acknowledge(actor, id);
  }

  /** Puts off the officer's reminders of a case; what someone's safety hangs on never waits. */
  @Post('cases/:id/snooze')
  @HttpCode(200)
  @Requires('obligation.acknowledge')
  snooze(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: SnoozeRequest,
  ): Promise<SnoozedResponse> {
    return this.snoozeCase.run(actor, id, body);
  }

  /** Why a duty was not done in time. */
  @Post('obligations/:id/breach-reason')
  @HttpCode(200)
  @Requires('obligation.acknowledge')
  explain(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: BreachReasonRequest,
  ): Promise<ObligationResponse> {
    return this.desk.explain(actor, id, body);
  }

  /** Head of post or headquarters accepts the reason; the breach stays. */
  @Post('obligations/:id/breach-acceptance')
  @HttpCode(200)
  @Requires('breach.accept')
  accept(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: BreachAcceptanceRequest,
  ): Promise<ObligationResponse> {
    return this.desk.accept(actor, id, body);
  }
}
