import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { RiskInstruments } from '../risk-instruments';
import { CreateRiskInstrumentRequest } from './dto/danger.requests';
import {
  CurrentRiskInstrumentResponse,
  RiskInstrumentCreatedResponse,
  RiskInstrumentListResponse,
} from './dto/recorded.responses';

/** The questions by which danger is assessed, as data of versions. */
@ApiTags('risk-instruments')
@Controller('risk-instruments')
export class RiskInstrumentsController {
  constructor(private readonly instruments: RiskInstruments) {}

  /** The version in force. */
  @Get('current')
  @Requires('case.read')
  current(@CurrentActor() actor: Actor): Promise<CurrentRiskInstrumentResponse> {
    return this.instruments.current(actor);
  }

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<RiskInstrumentListResponse> {
    return this.instruments.list(actor);
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateRiskInstrumentRequest,
  ): Promise<RiskInstrumentCreatedResponse> {
    return this.instruments.create(actor, body);
  }
}
