import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { RepatriationTemplates } from '../repatriation-templates';
import {
  RepatriationTemplateCreatedResponse,
  RepatriationTemplateListResponse,
} from './dto/plan.responses';
import { CreateRepatriationTemplatesRequest } from './dto/step.requests';

/** The steps of each type of return, as data of versions. */
@ApiTags('repatriation-templates')
@Controller('repatriation-templates')
export class RepatriationTemplatesController {
  constructor(private readonly templates: RepatriationTemplates) {}

  /** All versions, newest first. */
  @Get()
  @Requires('policy.read')
  list(@CurrentActor() actor: Actor): Promise<RepatriationTemplateListResponse> {
    return this.templates.list(actor);
  }

  /** 422 for steps that wait for each other or follow an unknown one. */
  @Post()
  @Requires('policy.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateRepatriationTemplatesRequest,
  ): Promise<RepatriationTemplateCreatedResponse> {
    return this.templates.create(actor, body);
  }
}
