import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { DeathRequirements } from '../death-requirements';
import {
  DeathRequirementsCreatedResponse,
  DeathRequirementsListResponse,
} from './dto/death-case.responses';
import { CreateDeathRequirementsRequest } from './dto/kin.requests';

/** Which documents remains need, by host country and kind, as data of versions. */
@ApiTags('death-requirements')
@Controller('death-requirements')
export class DeathRequirementsController {
  constructor(private readonly requirements: DeathRequirements) {}

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<DeathRequirementsListResponse> {
    return this.requirements.list(actor);
  }

  /** A new version, in force at once. */
  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateDeathRequirementsRequest,
  ): Promise<DeathRequirementsCreatedResponse> {
    return this.requirements.create(actor, body);
  }
}
