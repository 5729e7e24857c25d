import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent } from '../../../platform/http/decorators';
import { Departures } from '../departures/departures';
import { IdResponse } from './dto/cooperation.responses';
import {
  DepartureQuery,
  ResumeDepartureRequest,
  StartDepartureRequest,
} from './dto/departure.requests';
import {
  DepartureListResponse,
  DepartureWithItemsResponse,
  HoldingsResponse,
} from './dto/departure.responses';

/** When an officer leaves: everything they hold goes to others. */
@ApiTags('cooperation')
@Controller('departures')
export class DeparturesController {
  constructor(private readonly departures: Departures) {}

  @Get()
  @Requires('departure.run')
  list(@CurrentActor() actor: Actor): Promise<DepartureListResponse> {
    return this.departures.list(actor);
  }

  /** What an account holds now, as far as the reader sees it. */
  @Get('preview')
  @Requires('departure.run')
  preview(@CurrentActor() actor: Actor, @Query() query: DepartureQuery): Promise<HoldingsResponse> {
    return this.departures.preview(actor, query.accountId);
  }

  /** How far it has come, row by row. */
  @Get(':id')
  @Requires('departure.run')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<DepartureWithItemsResponse> {
    return this.departures.show(actor, id);
  }

  /** Begins to move everything; goes on in the background. */
  @Post()
  @HttpCode(202)
  @Requires('departure.run')
  @Idempotent()
  start(@CurrentActor() actor: Actor, @Body() body: StartDepartureRequest): Promise<IdResponse> {
    return this.departures.start(actor, body);
  }

  /** Tries what could not be moved again. */
  @Post(':id/resumption')
  @HttpCode(202)
  @Requires('departure.run')
  resume(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: ResumeDepartureRequest,
  ): Promise<IdResponse> {
    return this.departures.resume(actor, id, body);
  }
}
