import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Institutions } from '../referrals/institutions';
import { Referrals } from '../referrals/referrals';
import { ReasonRequest } from './dto/cooperation.requests';
import { IdResponse, StateResponse } from './dto/cooperation.responses';
import {
  AddInstitutionRequest,
  AnswerReferralRequest,
  EditInstitutionRequest,
  ReferRequest,
} from './dto/referral.requests';
import { InstitutionListResponse, InstitutionResponse } from './dto/referral.responses';

/** Referrals to institutions outside the Ministry. */
@ApiTags('cooperation')
@Controller()
export class ReferralsController {
  constructor(
    private readonly referrals: Referrals,
    private readonly institutions: Institutions,
  ) {}

  /** The newest version of each institution, with the data it may receive. */
  @Get('referral-institutions')
  @Requires('case.read')
  list(@CurrentActor() actor: Actor): Promise<InstitutionListResponse> {
    return this.institutions.list(actor);
  }

  @Post('referral-institutions')
  @Requires('catalogue.edit')
  @Idempotent()
  add(
    @CurrentActor() actor: Actor,
    @Body() { code, ...content }: AddInstitutionRequest,
  ): Promise<InstitutionResponse> {
    return this.institutions.add(actor, code, content);
  }

  /** Its next version: earlier referrals keep theirs. */
  @Post('referral-institutions/:id/versions')
  @Requires('catalogue.edit')
  @Idempotent()
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: EditInstitutionRequest,
  ): Promise<InstitutionResponse> {
    return this.institutions.edit(actor, id, body);
  }

  /** Sends the person to an institution; what it is told is written down as a disclosure. */
  @Post('cases/:id/referrals')
  @Requires('disclosure.record')
  @Idempotent()
  send(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReferRequest,
  ): Promise<IdResponse> {
    return this.referrals.send(actor, id, body);
  }

  @Post('referrals/:id/answer')
  @HttpCode(200)
  @Requires('disclosure.record')
  answer(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AnswerReferralRequest,
  ): Promise<StateResponse> {
    return this.referrals.answer(actor, id, body);
  }

  @Post('referrals/:id/withdrawal')
  @HttpCode(200)
  @Requires('disclosure.record')
  withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ReasonRequest,
  ): Promise<StateResponse> {
    return this.referrals.withdraw(actor, id, body.reason);
  }
}
