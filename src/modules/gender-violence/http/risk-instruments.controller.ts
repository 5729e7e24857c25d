import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { NewVersionRequest } from '../../../platform/questionnaires/new-version.request';
import {
  CurrentQuestionnaireResponse,
  QuestionnaireVersionsResponse,
  VersionCreatedResponse,
} from '../../../platform/questionnaires/questionnaire.responses';
import { RiskInstruments } from '../risk-instruments';

/** The questions by which danger is assessed, as data of versions. */
@ApiTags('risk-instruments')
@Controller('risk-instruments')
export class RiskInstrumentsController {
  constructor(private readonly instruments: RiskInstruments) {}

  /** The version in force. */
  @Get('current')
  @Requires('case.read')
  current(@CurrentActor() actor: Actor): Promise<CurrentQuestionnaireResponse> {
    return this.instruments.current(actor);
  }

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<QuestionnaireVersionsResponse> {
    return this.instruments.list(actor);
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: NewVersionRequest,
  ): Promise<VersionCreatedResponse> {
    return this.instruments.create(actor, body);
  }
}
