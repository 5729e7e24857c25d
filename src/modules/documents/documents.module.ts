import { Global, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { CaseFilesModule, CaseRegistry } from '../cases';
import { DocumentPolicies } from './document-policies';
import { DocumentQueries } from './document-queries';
import { DocumentRows } from './document-rows';
import { Documents } from './documents';
import { documentTimelineKinds } from './timeline-kinds';

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
  providers: [Documents, DocumentRows, DocumentPolicies, DocumentTimeline],
  exports: [Documents, DocumentRows, DocumentPolicies],
})
export class DocumentFilesModule {}

/** Documents over HTTP. */
@Module({
  imports: [DocumentFilesModule],
  controllers: [],
  providers: [DocumentQueries],
  exports: [DocumentQueries],
})
export class DocumentsModule {}
