import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { KeptFactResponse } from '../../obligations';
import { ProtectVictim } from '../acts/protect';
import { ReturnHome } from '../acts/return-home';
import {
  AnswerOfAuthorityRequest,
  CheckIdentityRequest,
  ConfirmArrivalRequest,
  FollowUpSafeReturnRequest,
  InformAuthorityRequest,
  PlanSafeReturnRequest,
  RecordReflectionRequest,
} from './dto/protection.requests';

/** Cases of trafficking: who the person is, who is told, the time to think, the way home. */
@ApiTags('trafficking-cases')
@Controller('trafficking-cases/:id')
export class TraffickingProtectionController {
  constructor(
    private readonly protection: ProtectVictim,
    private readonly home: ReturnHome,
  ) {}

  @Post('identity-checks')
  @Requires('case.edit')
  @Idempotent()
  checkIdentity(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: CheckIdentityRequest,
  ): Promise<KeptFactResponse> {
    return this.protection.checkIdentity(actor, id, body);
  }

  /** What headquarters owes the police and the Public Ministry is the protection desk’s. */
  @Post('referrals')
  @Requires('case.edit')
  @Idempotent()
  inform(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: InformAuthorityRequest,
  ): Promise<KeptFactResponse> {
    return this.protection.inform(actor, id, body);
  }

  @Post('referrals/:referralId/answer')
  @HttpCode(200)
  @Requires('case.edit')
  @Idempotent()
  answer(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('referralId') referralId: string,
    @Body() body: AnswerOfAuthorityRequest,
  ): Promise<KeptFactResponse> {
    return this.protection.answer(actor, id, referralId, body);
  }

  @Post('reflection-periods')
  @Requires('case.edit')
  @Idempotent()
  recordReflection(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: RecordReflectionRequest,
  ): Promise<KeptFactResponse> {
    return this.protection.reflection(actor, id, body);
  }

  /** Agreed by the person, its risk assessed; 409 otherwise. */
  @Post('returns')
  @Requires('case.edit')
  @Idempotent()
  planReturn(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: PlanSafeReturnRequest,
  ): Promise<KeptFactResponse> {
    return this.home.plan(actor, id, body);
  }

  @Post('returns/:returnId/arrival')
  @HttpCode(200)
  @Requires('case.edit')
  @Idempotent()
  confirmArrival(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('returnId') returnId: string,
    @Body() body: ConfirmArrivalRequest,
  ): Promise<KeptFactResponse> {
    return this.home.arrive(actor, id, returnId, body);
  }

  @Post('returns/:returnId/follow-ups')
  @Requires('case.edit')
  @Idempotent()
  followUp(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Id('returnId') returnId: string,
    @Body() body: FollowUpSafeReturnRequest,
  ): Promise<KeptFactResponse> {
    return this.home.followUp(actor, id, returnId, body);
  }
}
