import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { Indicators } from '../indicators/indicators';
import {
  DefineIndicatorRequest,
  EnterIndicatorRequest,
  IndicatorsQuery,
  SignIndicatorRequest,
} from './dto/indicator.requests';
import {
  IndicatorDefinedResponse,
  IndicatorEnteredResponse,
  IndicatorSignedResponse,
  IndicatorTableResponse,
} from './dto/indicator.responses';

/** The strategic plan: target, obtained, execution, and what was signed (rules §10). */
@ApiTags('oversight')
@Controller('indicators')
export class IndicatorsController {
  constructor(private readonly indicators: Indicators) {}

  /** Every indicator, year by year; the printed percentage beside the recomputed one. */
  @Get()
  @Requires('world.read')
  table(
    @CurrentActor() actor: Actor,
    @Query() query: IndicatorsQuery,
  ): Promise<IndicatorTableResponse> {
    return this.indicators.table(
      actor,
      query,
    ) as Promise<unknown> as Promise<IndicatorTableResponse>;
  }

  /** Another version of what it counts, or a new indicator. */
  @Post(':code/versions')
  @Requires('policy.edit')
  @Idempotent()
  define(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: DefineIndicatorRequest,
  ): Promise<IndicatorDefinedResponse> {
    return this.indicators.define(actor, code, body);
  }

  /** With its source; the newest of a kind counts, the others stay. */
  @Post(':code/entries')
  @Requires('indicator.enter')
  @Idempotent()
  enter(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: EnterIndicatorRequest,
  ): Promise<IndicatorEnteredResponse> {
    return this.indicators.enter(actor, code, body);
  }

  /** Freezes the figure with its communication, query, instant and hash. */
  @Post(':code/signatures')
  @Requires('figure.sign')
  @Idempotent()
  sign(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() body: SignIndicatorRequest,
  ): Promise<IndicatorSignedResponse> {
    return this.indicators.sign(actor, code, body);
  }
}
