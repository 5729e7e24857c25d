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
import { documentTimelineKinds } from './timeline-kinds';
import { UploadDocument } from './upload-document';

/** Teaches the timeline what documents write there. */
@Injectable()
class DocumentTimeline implements OnModuleInit {
  constructor(private readonly registry: CaseRegistry) {}

  onModuleInit(): void {
    this.registry.addTimelineKinds(documentTimelineKinds);
  }
}

/** What every process and other modules need of documents. */
@Global()
@Module({
  imports: [CaseFilesModule],
  providers: [Documents, DocumentRows, DocumentPolicies, DocumentTraces, DocumentTimeline],
  exports: [Documents, DocumentRows, DocumentPolicies, DocumentTraces],
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
