import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { NewVersionRequest } from '../../../platform/questionnaires/new-version.request';
import { VersionCreatedResponse } from '../../../platform/questionnaires/questionnaire.responses';
import { HagueStatesList } from '../instruments';
import {
  CurrentHagueStatesResponse,
  HagueStatesListResponse,
} from './dto/minor-recorded.responses';

/** States that the convention of 1980 on child abduction binds, as data of versions. */
@ApiTags('hague-states')
@Controller('hague-states')
export class HagueStatesController {
  constructor(private readonly states: HagueStatesList) {}

  /** The list in force. */
  @Get('current')
  @Requires('case.read')
  current(@CurrentActor() actor: Actor): Promise<CurrentHagueStatesResponse> {
    return this.states.current(actor);
  }

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  async list(@CurrentActor() actor: Actor): Promise<HagueStatesListResponse> {
    return { items: await this.states.list(actor) };
  }

  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: NewVersionRequest,
  ): Promise<VersionCreatedResponse> {
    return this.states.create(actor, body);
  }
}
