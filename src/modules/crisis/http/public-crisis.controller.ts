import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../platform/access/decorators';
import { LimitedBy } from '../../../platform/access/rate-limits';
import { readKey } from '../../../platform/http/idempotency';
import { ConfirmBroadcast } from '../public/confirm-broadcast';
import { OwnRegistration } from '../public/own-registration';
import { PublicIncidents } from '../public/public-incidents';
import { BY_CODE, REGISTRATIONS } from '../public/public-limits';
import { SelfRegistration } from '../public/self-registration';
import {
  ConfirmBroadcastRequest,
  CorrectRegistrationRequest,
  ReturnByCodeRequest,
  SayHowIAmRequest,
  SelfRegisterRequest,
} from './dto/public.requests';
import {
  OwnRegistrationResponse,
  PublicIncidentResponse,
  RegistrationCorrectedResponse,
  SaidHowIAmResponse,
  SelfRegisteredResponse,
} from './dto/public.responses';

/** For whoever is in a crisis: no account, and nothing of anybody else. */
@ApiTags('public-incidents')
@Controller()
export class PublicCrisisController {
  constructor(
    private readonly incidents: PublicIncidents,
    private readonly registration: SelfRegistration,
    private readonly own: OwnRegistration,
    private readonly confirmation: ConfirmBroadcast,
  ) {}

  @Get('public-incidents/:slug')
  @Public('whoever is in a crisis reads what the page asks')
  @Header('Cache-Control', 'no-store')
  show(@Param('slug') slug: string): Promise<PublicIncidentResponse> {
    return this.incidents.show(slug);
  }

  /** Repeating with the same `Idempotency-Key` (random, at least 32 characters) gives the same code. */
  @Post('public-incidents/:slug/registrations')
  @Public('whoever is in a crisis registers')
  @LimitedBy(REGISTRATIONS)
  @Header('Cache-Control', 'no-store')
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  register(
    @Param('slug') slug: string,
    @Body() body: SelfRegisterRequest,
    @Headers('idempotency-key') key?: string,
  ): Promise<SelfRegisteredResponse> {
    return this.registration.run(slug, body, readKey(key));
  }

  @Post('public-incidents/:slug/returns')
  @HttpCode(200)
  @Public('whoever holds a code sees their own registration')
  @LimitedBy(BY_CODE)
  @Header('Cache-Control', 'no-store')
  comeBack(
    @Param('slug') slug: string,
    @Body() { code }: ReturnByCodeRequest,
  ): Promise<OwnRegistrationResponse> {
    return this.own.show(slug, code);
  }

  @Post('public-incidents/:slug/corrections')
  @HttpCode(200)
  @Public('whoever holds a code corrects their own registration')
  @LimitedBy(BY_CODE)
  @Header('Cache-Control', 'no-store')
  correct(
    @Param('slug') slug: string,
    @Body() body: CorrectRegistrationRequest,
  ): Promise<RegistrationCorrectedResponse> {
    return this.own.correct(slug, body);
  }

  @Post('public-incidents/:slug/states')
  @HttpCode(200)
  @Public('whoever holds a code says how they are')
  @LimitedBy(BY_CODE)
  @Header('Cache-Control', 'no-store')
  say(
    @Param('slug') slug: string,
    @Body() { code, state }: SayHowIAmRequest,
  ): Promise<SaidHowIAmResponse> {
    return this.own.say(slug, code, state);
  }

  /** By the link of a message, once. */
  @Post('public-confirmations')
  @HttpCode(200)
  @Public('whoever got a message says how they are')
  @LimitedBy(BY_CODE)
  @Header('Cache-Control', 'no-store')
  confirm(@Body() { token, state }: ConfirmBroadcastRequest): Promise<SaidHowIAmResponse> {
    return this.confirmation.run(token, state);
  }
}
