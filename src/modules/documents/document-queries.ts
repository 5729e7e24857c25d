import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { notFound } from '../../platform/errors/domain-error';
import { DocumentPolicies } from './document-policies';
import { CASE_EXISTS, OF_CASE, OF_PERSON, ONE, PERSON_EXISTS } from './document.statements';
import type {
  DocumentKind,
  DocumentOrigin,
  DocumentTier,
  WithdrawalReason,
} from './domain/document-vocabulary';
import { previewOf } from './domain/file-types';
import { withheld, type ScanState, type Withheld } from './domain/scan-state';

interface VersionRecord {
  id: string;
  number: number;
  fileName: StoredText;
  mime: string;
  size: number;
  sha256: string;
  scan: ScanState;
  scannedAt: string | null;
  signature: string | null;
  uploadedBy: string | null;
  recordedAt: string;
}

interface DocumentRecord {
  id: string;
  caseId: string | null;
  personId: string | null;
  kind: DocumentKind;
  tier: DocumentTier;
  origin: DocumentOrigin;
  title: StoredText;
  version: number;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: WithdrawalReason | null;
  versions: VersionRecord[];
}

export interface DocumentVersionView extends Omit<VersionRecord, 'fileName'> {
  fileName: string;
  /** How a page may show it; null: download only. */
  preview: 'pdf' | 'image' | null;
  /** Why it cannot be opened now; null: it can. */
  withheld: Withheld | null;
}

export interface DocumentView extends Omit<
  DocumentRecord,
  'title' | 'recordedAt' | 'withdrawnAt' | 'versions'
> {
  title: string;
  recordedAt: string;
  withdrawnAt: string | null;
  /** The newest first; the first is the one that counts. */
  versions: DocumentVersionView[];
}

export interface DocumentList {
  items: DocumentView[];
  /** Whether the reader may add documents here. */
  canAdd: boolean;
  /** Whether the reader may correct or withdraw them. */
  canEdit: boolean;
}

/** What there is in a file's or a person's folder, in the reader's scope. */
@Injectable()
export class DocumentQueries {
  constructor(
    private readonly database: Database,
    private readonly policies: DocumentPolicies,
  ) {}

  ofCase(actor: Actor, caseId: string): Promise<DocumentList> {
    return this.database.inTransaction(actor, async () => {
      const [[file], rows, policy] = await Promise.all([
        this.database.query<{ postId: string; status: string }>(CASE_EXISTS, [caseId]),
        this.database.query<DocumentRecord>(OF_CASE, [caseId]),
        this.policies.current(),
      ]);
      if (!file) throw notFound();
      const open = file.status !== 'closed' && file.status !== 'dismissed';
      return {
        items: rows.map((row) => toView(row, policy)),
        canAdd: open && actor.can('document.add', file.postId),
        canEdit: actor.can('document.edit', file.postId),
      };
    });
  }

  ofPerson(actor: Actor, personId: string): Promise<DocumentList> {
    return this.database.inTransaction(actor, async () => {
      const [[person], rows, policy] = await Promise.all([
        this.database.query(PERSON_EXISTS, [personId]),
        this.database.query<DocumentRecord>(OF_PERSON, [personId]),
        this.policies.current(),
      ]);
      if (!person) throw notFound();
      return {
        items: rows.map((row) => toView(row, policy)),
        canAdd: actor.can('document.add'),
        canEdit: actor.can('document.edit'),
      };
    });
  }

  /** One document, within the ambient transaction. */
  async one(id: string): Promise<DocumentView> {
    const [[row], policy] = await Promise.all([
      this.database.query<DocumentRecord>(ONE, [id]),
      this.policies.current(),
    ]);
    if (!row) throw notFound();
    return toView(row, policy);
  }
}

const readable = (text: StoredText): string => ProtectedText.fromStored(text).reveal();

const instant = (text: string): string => new Date(text).toISOString();

const toView = (row: DocumentRecord, policy: { unscannedDownload: boolean }): DocumentView => ({
  ...row,
  title: readable(row.title),
  recordedAt: row.recordedAt.toISOString(),
  withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
  versions: row.versions.map((version) => ({
    ...version,
    fileName: readable(version.fileName),
    scannedAt: version.scannedAt && instant(version.scannedAt),
    recordedAt: instant(version.recordedAt),
    preview: previewOf(version.mime),
    withheld: withheld(version.scan, policy),
  })),
});
