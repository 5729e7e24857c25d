import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Idempotent } from '../../../platform/http/decorators';
import { ShowCaseFigures } from '../case-figures';
import { ReadCatalogue } from '../read-catalogue';
import { WriteCatalogue } from '../write-catalogue';
import { CaseFiguresQuery, FiguredCasesQuery } from './dto/case-figures.requests';
import { CaseFiguresResponse, FiguredCasesResponse } from './dto/case-figures.responses';
import { PreviewCatalogueRequest, PublishCatalogueRequest } from './dto/catalogue.requests';
import {
  CataloguePageResponse,
  CataloguePreviewResponse,
  CatalogueResponse,
  CatalogueVersionsResponse,
} from './dto/catalogue.responses';

/** Families and types of cases, their fields, checklists and duties, as versioned data. */
@ApiTags('catalogue')
@Controller('catalogue')
export class CatalogueController {
  constructor(
    private readonly reading: ReadCatalogue,
    private readonly writing: WriteCatalogue,
  ) {}

  /** The version in force, with how each family is opened and what its duties are called. */
  @Get()
  @Requires('case.read')
  current(@CurrentActor() actor: Actor): Promise<CatalogueResponse> {
    return this.reading.current(actor);
  }

  /** All versions, newest first. */
  @Get('versions')
  @Requires('catalogue.edit')
  list(@CurrentActor() actor: Actor): Promise<CatalogueVersionsResponse> {
    return this.reading.list(actor);
  }

  @Get('versions/:version')
  @Requires('case.read')
  show(
    @CurrentActor() actor: Actor,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<CataloguePageResponse> {
    return this.reading.show(actor, version);
  }

  /** Publishes a version; cases opened before keep theirs. */
  @Post('versions')
  @Requires('catalogue.edit')
  @Idempotent()
  publish(
    @CurrentActor() actor: Actor,
    @Body() body: PublishCatalogueRequest,
  ): Promise<CataloguePageResponse> {
    return this.writing.publish(actor, body);
  }

  /** What a content would refuse and change, without changing anything. */
  @Post('previews')
  @HttpCode(200)
  @Requires('catalogue.edit')
  preview(
    @CurrentActor() actor: Actor,
    @Body() body: PreviewCatalogueRequest,
  ): Promise<CataloguePreviewResponse> {
    return this.writing.preview(actor, body);
  }
}

@ApiTags('catalogue')
@Controller('case-figures')
export class CaseFiguresController {
  constructor(private readonly figures: ShowCaseFigures) {}

  /** Counts by family, type, outcome, action and answer of a range, within the reader's reach. */
  @Get()
  @Requires('report.run')
  show(
    @CurrentActor() actor: Actor,
    @Query() query: CaseFiguresQuery,
  ): Promise<CaseFiguresResponse> {
    return this.figures.run(actor, query);
  }

  /** The cases that one of the numbers counted: as many rows as it says. */
  @Get('cases')
  @Requires('report.run')
  cases(
    @CurrentActor() actor: Actor,
    @Query() query: FiguredCasesQuery,
  ): Promise<FiguredCasesResponse> {
    return this.figures.cases(actor, query);
  }
}
