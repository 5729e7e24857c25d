import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Patch,
  Post,
  StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, Idempotent, IfMatch } from '../../../platform/http/decorators';
import { DraftPaper } from '../draft-paper';
import { IssuePaper } from '../issue-paper';
import { ReadPapers } from '../read-papers';
import {
  AnnulPaperRequest,
  DraftPaperRequest,
  DraftPostPaperRequest,
  FillPaperRequest,
} from './dto/paper.requests';
import {
  IssuedPaperResponse,
  PaperListResponse,
  PaperPageResponse,
  PaperStateResponse,
} from './dto/paper.responses';
import { asPdf } from './pdf-answer';

@ApiTags('papers')
@Controller()
export class PapersController {
  constructor(
    private readonly drafts: DraftPaper,
    private readonly issuing: IssuePaper,
    private readonly reading: ReadPapers,
  ) {}

  /** Drafts and papers of a case, newest first. */
  @Get('cases/:id/papers')
  @Requires('case.read')
  ofCase(@CurrentActor() actor: Actor, @Id() id: string): Promise<PaperListResponse> {
    return this.reading.ofCase(actor, id);
  }

  /** A draft filled in from the case's facts. */
  @Post('cases/:id/papers')
  @Requires('paper.draft')
  @Idempotent()
  draft(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DraftPaperRequest,
  ): Promise<PaperStateResponse> {
    return this.drafts.ofCase(actor, id, body);
  }

  /** Lists that a post drew up of its papers. */
  @Get('posts/:id/papers')
  @Requires('paper.draft')
  ofPost(@CurrentActor() actor: Actor, @Id() id: string): Promise<PaperListResponse> {
    return this.reading.ofPost(actor, id);
  }

  @Post('posts/:id/papers')
  @Requires('paper.draft')
  @Idempotent()
  draftOfPost(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DraftPostPaperRequest,
  ): Promise<PaperStateResponse> {
    return this.drafts.ofPost(actor, id, body);
  }

  /** What it says and, while it is a draft, what may be completed. */
  @Get('papers/:id')
  @Requires('case.read')
  show(@CurrentActor() actor: Actor, @Id() id: string): Promise<PaperPageResponse> {
    return this.reading.show(actor, id);
  }

  /** The file: what was issued, or a draft that says so on every page. */
  @Get('papers/:id/pdf')
  @Requires('case.read')
  @Header('Cache-Control', 'private, no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async pdf(@CurrentActor() actor: Actor, @Id() id: string): Promise<StreamableFile> {
    return asPdf(await this.reading.file(actor, id));
  }

  @Patch('papers/:id')
  @Requires('paper.draft')
  fill(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: FillPaperRequest,
  ): Promise<PaperStateResponse> {
    return this.drafts.fill(actor, id, version, body.values);
  }

  /** Gives it its number, date and code, for ever. */
  @Post('papers/:id/issue')
  @HttpCode(200)
  @Requires('paper.issue')
  issue(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
  ): Promise<IssuedPaperResponse> {
    return this.issuing.issue(actor, id, version);
  }

  @Post('papers/:id/annulment')
  @HttpCode(200)
  @Requires('paper.issue')
  annul(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: AnnulPaperRequest,
  ): Promise<PaperStateResponse> {
    return this.issuing.annul(actor, id, body);
  }

  @Post('papers/:id/discard')
  @HttpCode(200)
  @Requires('paper.draft')
  discard(@CurrentActor() actor: Actor, @Id() id: string): Promise<PaperStateResponse> {
    return this.drafts.discard(actor, id);
  }
}
