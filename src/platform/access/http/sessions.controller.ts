import { Body, Controller, Delete, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Throttle } from '@nestjs/throttler';
import type { FastifyReply } from 'fastify';
import { AccessSettings } from '../access-settings';
import { SESSION_COOKIE } from '../access.guard';
import type { Actor } from '../actor';
import { BeforeSecondFactor, CurrentActor, Public, SignedIn } from '../decorators';
import { SecondFactorUseCases } from '../second-factor';
import { Sessions } from '../sessions';
import { SignIn } from '../sign-in';
import { SignInResponse } from './dto/account.response';
import { SecondFactorRequest, SignInRequest } from './dto/sign-in.request';

/** Attempts a minute from one caller, on top of the account's own lockout (default). */
const ATTEMPTS = { default: { limit: 10, ttl: 60_000 } };

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly sessions: Sessions,
    private readonly secondFactor: SecondFactorUseCases,
    private readonly settings: AccessSettings,
  ) {}

  /** Opens a session kept in an HttpOnly cookie. */
  @Post()
  @Public('sign-in')
  @Throttle(ATTEMPTS)
  async open(
    @Body() body: SignInRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignInResponse> {
    const { token, state } = await this.signIn.run(body.username, body.password);
    void reply.setCookie(SESSION_COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: this.settings.publicOrigin.startsWith('https:'),
      maxAge: this.settings.sessionHours * 3600,
    });
    return { state };
  }

  /** Gives the one-time code of the second factor. */
  @Post('second-factor')
  @HttpCode(204)
  @SignedIn()
  @BeforeSecondFactor()
  @Throttle(ATTEMPTS)
  async pass(@CurrentActor() actor: Actor, @Body() body: SecondFactorRequest): Promise<void> {
    await this.secondFactor.pass(actor, body.code);
  }

  /** Signs out of this browser. */
  @Delete('current')
  @HttpCode(204)
  @SignedIn()
  @BeforeSecondFactor()
  async end(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.end(actor);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }

  /** Signs out everywhere. */
  @Delete()
  @HttpCode(204)
  @SignedIn()
  async endAll(
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.sessions.endAll(actor);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
  }
}
