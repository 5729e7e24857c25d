import { z } from 'zod';
import { DOCUMENT_KINDS, WITHDRAWAL_REASONS } from './domain/document-vocabulary';

const id = z.uuid();
const version = z.object({
  documentId: id,
  versionId: id,
  documentKind: z.enum(DOCUMENT_KINDS),
});

/** What each entry that documents write carries: ids and codes; titles stay with the document. */
export const documentTimelineKinds = {
  'document.added': version,
  'document.renewed': version,
  'document.edited': z.object({ documentId: id, fields: z.array(z.string()) }),
  'document.withdrawn': z.object({ documentId: id, withdrawal: z.enum(WITHDRAWAL_REASONS) }),
  'document.infected': version,
} as const;
