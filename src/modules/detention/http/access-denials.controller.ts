import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { AccessDenials } from '../access-denials';
import { AccessDenialsQuery } from './dto/contact.request';
import { AccessDenialsResponse } from './dto/detention.response';

@ApiTags('detentions')
@Controller('access-denials')
export class AccessDenialsController {
  constructor(private readonly denials: AccessDenials) {}

  /** Denied access by country between two instants, with the notes verbales sent and answered. */
  @Get()
  @Requires('report.run')
  byCountry(
    @CurrentActor() actor: Actor,
    @Query() query: AccessDenialsQuery,
  ): Promise<AccessDenialsResponse> {
    return this.denials.run(actor, query);
  }
}
