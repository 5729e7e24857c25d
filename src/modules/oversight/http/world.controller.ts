import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { ShowWorld } from '../world/show-world';
import { WorldQuery } from './dto/world.query';
import { WorldResponse } from './dto/world.response';

@ApiTags('oversight')
@Controller('world')
export class WorldController {
  constructor(private readonly world: ShowWorld) {}

  /** Headquarters' caseload by post; each number is the length of a list of cases. */
  @Get()
  @Requires('world.read')
  @ApiOkResponse({ type: WorldResponse })
  show(@CurrentActor() actor: Actor, @Query() query: WorldQuery): Promise<WorldResponse> {
    return this.world.run(actor, query);
  }
}
