import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { Facilities } from '../facilities';
import { FacilityPageResponse, FacilityResponse } from './dto/detention.response';
import {
  CreateFacilityRequest,
  EditFacilityRequest,
  FacilitiesQuery,
} from './dto/facility.request';

/** Places of detention, known to every post. */
@ApiTags('facilities')
@Controller('facilities')
export class FacilitiesController {
  constructor(private readonly facilities: Facilities) {}

  /** Places of a country by name or city; accents and capitals do not matter. */
  @Get()
  @Requires('case.read')
  list(
    @CurrentActor() actor: Actor,
    @Query() query: FacilitiesQuery,
  ): Promise<FacilityPageResponse> {
    return this.facilities.list(actor, query);
  }

  @Get(':id')
  @Requires('case.read')
  read(@CurrentActor() actor: Actor, @Id() id: string): Promise<FacilityResponse> {
    return this.facilities.read(actor, id);
  }

  @Post()
  @Requires('facility.edit')
  @Idempotent()
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateFacilityRequest,
  ): Promise<FacilityResponse> {
    return this.facilities.create(actor, body);
  }

  /** Another kind or harshness plans the visits of everyone held there again. */
  @Patch(':id')
  @Requires('facility.edit')
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditFacilityRequest,
  ): Promise<FacilityResponse> {
    return this.facilities.edit(actor, id, version, body);
  }
}
