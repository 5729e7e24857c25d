import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseIntPipe,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { IfMatch } from '../../../platform/http/decorators';
import { EditTemplates } from '../templates/edit-templates';
import { PublishTemplateRequest, TryTemplateRequest } from './dto/paper.requests';
import {
  TemplateListResponse,
  TemplatePageResponse,
  TemplatePreviewResponse,
} from './dto/paper.responses';
import { asPdf } from './pdf-answer';

@ApiTags('paper templates')
@Controller('paper-templates')
export class PaperTemplatesController {
  constructor(private readonly templates: EditTemplates) {}

  /** The version in use of each kind. */
  @Get()
  @Requires('catalogue.edit')
  list(@CurrentActor() actor: Actor): Promise<TemplateListResponse> {
    return this.templates.list(actor);
  }

  @Get(':kind')
  @Requires('catalogue.edit')
  @ApiParam({ name: 'kind', type: String })
  show(@CurrentActor() actor: Actor, @Param('kind') kind: string): Promise<TemplatePageResponse> {
    return this.templates.show(actor, kind);
  }

  @Get(':kind/versions/:version')
  @Requires('catalogue.edit')
  @ApiParam({ name: 'kind', type: String })
  version(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @Param('version', ParseIntPipe) version: number,
  ): Promise<TemplatePageResponse> {
    return this.templates.show(actor, kind, version);
  }

  /** A new version, in use at once. */
  @Post(':kind/versions')
  @Requires('catalogue.edit')
  @ApiParam({ name: 'kind', type: String })
  publish(
    @CurrentActor() actor: Actor,
    @Param('kind') kind: string,
    @IfMatch() version: number,
    @Body() body: PublishTemplateRequest,
  ): Promise<TemplatePageResponse> {
    return this.templates.publish(actor, kind, version, body);
  }

  /** How it would read with invented facts, and what is wrong with it. */
  @Post(':kind/preview')
  @HttpCode(200)
  @Requires('catalogue.edit')
  @ApiParam({ name: 'kind', type: String })
  preview(@Param('kind') kind: string, @Body() body: TryTemplateRequest): TemplatePreviewResponse {
    return this.templates.preview(kind, body);
  }

  /** The same as a file. */
  @Post(':kind/sample')
  @HttpCode(200)
  @Requires('catalogue.edit')
  @ApiParam({ name: 'kind', type: String })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async sample(
    @Param('kind') kind: string,
    @Body() body: TryTemplateRequest,
  ): Promise<StreamableFile> {
    return asPdf({ name: 'muestra.pdf', content: await this.templates.sample(kind, body) });
  }
}
