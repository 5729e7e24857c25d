import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { PersonsAssisted } from '../figures/persons-assisted';
import { AssistedQueryRequest, AssistedResponse } from './dto/assisted.dto';

@ApiTags('oversight')
@Controller('figures')
export class FiguresController {
  constructor(private readonly personsAssisted: PersonsAssisted) {}

  /** Persons assisted in a range, as the register stood at an instant. */
  @Get('persons-assisted')
  @Requires('report.run')
  @ApiOkResponse({ type: AssistedResponse })
  assisted(
    @CurrentActor() actor: Actor,
    @Query() query: AssistedQueryRequest,
  ): Promise<AssistedResponse> {
    return this.personsAssisted.count(actor, query);
  }
}
