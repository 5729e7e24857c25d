export { documentsEntities } from './document.entity';
export { Documents, type GeneratedDocument, type StoredDocument } from './documents';
export { ReadContents, type ReadDocument } from './read-contents';
export { DocumentFilesModule, DocumentsModule } from './documents.module';
export {
  DOCUMENT_KINDS,
  DOCUMENT_TIERS,
  type DocumentKind,
  type DocumentTier,
} from './domain/document-vocabulary';
export { documentsMessages } from './messages';
