import { Body, Controller, Get, HttpCode, Param, Patch, Post, Res } from '@nestjs/common';
import type { StreamableFile } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../../../platform/access/actor';
import { CurrentActor, Requires } from '../../../platform/access/decorators';
import { Id, IfMatch } from '../../../platform/http/decorators';
import { TakesFile, UploadedForm, type Upload } from '../../../platform/http/upload';
import { AddDocument } from '../add-document';
import { DocumentLinks } from '../document-links';
import { DocumentQueries } from '../document-queries';
import { EditDocument } from '../edit-document';
import {
  AddDocumentForm,
  DocumentLinkRequest,
  EditDocumentRequest,
  RenewDocumentForm,
  WithdrawFileRequest,
} from './dto/document.requests';
import {
  AddedDocumentResponse,
  DocumentLinkResponse,
  DocumentListResponse,
  DocumentResponse,
} from './dto/document.responses';
import { serveContent } from './serve-content';

@ApiTags('documents')
@Controller()
export class DocumentsController {
  constructor(
    private readonly queries: DocumentQueries,
    private readonly addDocument: AddDocument,
    private readonly editDocument: EditDocument,
    private readonly links: DocumentLinks,
  ) {}

  /** The documents of a case, the newest first, each with its versions. */
  @Get('cases/:id/documents')
  @Requires('document.read')
  ofCase(@CurrentActor() actor: Actor, @Id() id: string): Promise<DocumentListResponse> {
    return this.queries.ofCase(actor, id);
  }

  /** Takes a file into a case; it waits in quarantine until it is scanned. */
  @Post('cases/:id/documents')
  @Requires('document.add')
  @TakesFile()
  @ApiBody({ type: AddDocumentForm })
  addToCase(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @UploadedForm() upload: Upload,
  ): Promise<AddedDocumentResponse> {
    return this.addDocument.toCase(actor, id, upload, AddDocumentForm.read);
  }

  /** The documents of a person, the newest first, each with its versions. */
  @Get('people/:id/files')
  @Requires('document.read')
  ofPerson(@CurrentActor() actor: Actor, @Id() id: string): Promise<DocumentListResponse> {
    return this.queries.ofPerson(actor, id);
  }

  /** Takes a file in for a person. */
  @Post('people/:id/files')
  @Requires('document.add')
  @TakesFile()
  @ApiBody({ type: AddDocumentForm })
  addToPerson(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @UploadedForm() upload: Upload,
  ): Promise<AddedDocumentResponse> {
    return this.addDocument.toPerson(actor, id, upload, AddDocumentForm.read);
  }

  /** The next version of a document; those before it stay. */
  @Post('documents/:id/versions')
  @Requires('document.add')
  @TakesFile()
  @ApiBody({ type: RenewDocumentForm })
  renew(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @UploadedForm() upload: Upload,
  ): Promise<AddedDocumentResponse> {
    return this.addDocument.renew(actor, id, upload);
  }

  /** Corrects title, kind or tier. */
  @Patch('documents/:id')
  @Requires('document.edit')
  edit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @IfMatch() version: number,
    @Body() body: EditDocumentRequest,
  ): Promise<DocumentResponse> {
    return this.editDocument.edit(actor, id, version, body);
  }

  /** Marks a document as one that no longer counts; it stays. */
  @Post('documents/:id/withdrawal')
  @HttpCode(200)
  @Requires('document.edit')
  withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: WithdrawFileRequest,
  ): Promise<DocumentResponse> {
    return this.editDocument.withdraw(actor, id, body);
  }

  /** An address of one version's content, for this session and a few minutes. */
  @Post('document-versions/:id/links')
  @Requires('document.read')
  link(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() body: DocumentLinkRequest,
  ): Promise<DocumentLinkResponse> {
    return this.links.create(actor, id, body);
  }

  /** The content behind an address. */
  @Get('documents/content/:token')
  @Requires('document.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentActor() actor: Actor,
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return serveContent(reply, await this.links.read(actor, token));
  }
}
