import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { RegisterOfReturned } from '../register-of-returned';
import {
  RegisterDaysRequest,
  RegisterExportResponse,
  RegisterResponse,
  WaitingConsultationsResponse,
} from './dto/register.responses';

/** The Register of Repatriated, and the consultations that wait for headquarters. */
@ApiTags('repatriation-register')
@Controller('repatriation-register')
export class RegisterController {
  constructor(private readonly register: RegisterOfReturned) {}

  /** Who arrived on those days, in the reader’s scope, the newest first. */
  @Get()
  @Requires('case.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() days: RegisterDaysRequest,
  ): Promise<RegisterResponse> {
    return this.register.list(actor, days);
  }

  /** For migration control; audited before it leaves. */
  @Post('exports')
  @Requires('register.export')
  @Idempotent()
  export(
    @CurrentActor() actor: Actor,
    @Body() days: RegisterDaysRequest,
  ): Promise<RegisterExportResponse> {
    return this.register.export(actor, days);
  }

  /** Prior consultations without an answer, the oldest first. */
  @Get('consultations')
  @Requires('repatriation.decide')
  waiting(@CurrentActor() actor: Actor): Promise<WaitingConsultationsResponse> {
    return this.register.waiting(
      actor,
    ) as Promise<unknown> as Promise<WaitingConsultationsResponse>;
  }
}
