import { Body, Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../actor';
import { BeforeSecondFactor, CurrentActor, SignedIn } from '../decorators';
import { SecondFactorUseCases } from '../second-factor';
import { Sessions } from '../sessions';
import { EnrolmentResponse, MeResponse } from './dto/account.response';
import { EditAccountRequest, SecondFactorRequest } from './dto/sign-in.request';

@ApiTags('me')
@Controller('me')
export class MeController {
  constructor(
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactorUseCases,
  ) {}

  /** Who is signed in, with which roles and permissions. */
  @Get()
  @SignedIn()
  show(@CurrentActor() actor: Actor): MeResponse {
    return MeResponse.of(actor);
  }

  @Patch()
  @HttpCode(204)
  @SignedIn()
  edit(@CurrentActor() actor: Actor, @Body() body: EditAccountRequest): Promise<void> {
    return this.sessions.chooseLanguage(actor, body.language);
  }

  /** A new secret for the authenticator application. */
  @Post('totp')
  @SignedIn()
  @BeforeSecondFactor()
  enrol(@CurrentActor() actor: Actor): Promise<EnrolmentResponse> {
    return this.secondFactor.enrol(actor);
  }

  /** Confirms the secret with its first code. */
  @Post('totp/confirmation')
  @HttpCode(204)
  @SignedIn()
  @BeforeSecondFactor()
  confirm(@CurrentActor() actor: Actor, @Body() body: SecondFactorRequest): Promise<void> {
    return this.secondFactor.pass(actor, body.code);
  }
}
