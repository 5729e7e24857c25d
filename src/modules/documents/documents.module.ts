import { Global, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { Idempotency } from '../../platform/http/idempotency';
import { CaseFilesModule, CaseRegistry } from '../cases';
import { AddDocument } from './add-document';
import { DocumentLinks } from './document-links';
import { DocumentPolicies } from './document-policies';
import { DocumentQueries } from './document-queries';
import { DocumentRows } from './document-rows';
import { DocumentTraces } from './document-traces';
import { Documents } from './documents';
import { EditDocument } from './edit-document';
import { DocumentPoliciesController } from './http/document-policies.controller';
import { DocumentsController } from './http/documents.controller';
import { FileKeys } from './file-keys';
import { documentTimelineKinds } from './timeline-kinds';
import { ReadContents } from './read-contents';
import { UploadDocument } from './upload-document';

/** Teaches the case file what documents write in the timeline, and how files are sealed with it. */
@Injectable()
class DocumentTimeline implements OnModuleInit {
  constructor(
    private readonly registry: CaseRegistry,
    private readonly fileKeys: FileKeys,
  ) {}

  onModuleInit(): void {
    this.registry.sealers.push(this.fileKeys);
    this.registry.addTimelineKinds(documentTimelineKinds);
  }
}

/** What every process and other modules need of documents. */
@Global()
@Module({
  imports: [CaseFilesModule],
  providers: [
    Documents,
    DocumentRows,
    DocumentPolicies,
    DocumentTraces,
    DocumentTimeline,
    FileKeys,
    ReadContents,
  ],
  exports: [Documents, DocumentRows, DocumentPolicies, DocumentTraces, FileKeys, ReadContents],
})
export class DocumentFilesModule {}

/** Documents over HTTP. */
@Module({
  imports: [DocumentFilesModule],
  controllers: [DocumentsController, DocumentPoliciesController],
  providers: [
    AddDocument,
    DocumentLinks,
    DocumentQueries,
    EditDocument,
    Idempotency,
    UploadDocument,
  ],
})
export class DocumentsModule {}
