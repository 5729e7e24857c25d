import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Search } from '../search';
import { SearchRequest } from './dto/search.request';
import { FoundResponse } from './dto/search.response';

@ApiTags('search')
@Controller('searches')
export class SearchController {
  constructor(private readonly search: Search) {}

  /**
   * One box over numbers, people, documents, places and notes. What is looked for travels in the
   * body: addresses are written to logs.
   */
  @Post()
  @HttpCode(200)
  @Requires('case.read')
  run(@CurrentActor() actor: Actor, @Body() body: SearchRequest): Promise<FoundResponse> {
    return this.search.run(actor, body.toInput());
  }
}
