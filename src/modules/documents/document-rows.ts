import { Injectable } from '@nestjs/common';
import type { ProtectedText } from '../../platform/crypto/protected-text';
import { DataKeys } from '../../platform/database/data-keys';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError, notFound } from '../../platform/errors/domain-error';
import { newId } from '../../platform/ids';
import { CaseFiles } from '../cases';
import { Document } from './document.entity';
import type { DocumentKind, DocumentOrigin, DocumentTier } from './domain/document-vocabulary';
import type { ScanState } from './domain/scan-state';

const INSERT_DOCUMENT = statement(
  'documents.insert',
  `INSERT INTO documents (id, case_id, person_id, kind, tier, origin, title, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, app.account())`,
);
const INSERT_VERSION = statement(
  'documents.insert-version',
  `INSERT INTO document_versions (id, document_id, number, file_id, file_name, mime, size, sha256,
     key_reference, scan, file_key, uploaded_by)
   SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, $9, $10, app.account()
     FROM document_versions WHERE document_id = $2
   RETURNING number`,
);
const PLACE = statement(
  'documents.place',
  `SELECT c.post_id AS "postId", c.tier, app.sees_restricted(c.post_id, c.id) AS "seesRestricted"
     FROM cases c WHERE c.id = $1`,
);

const PERSON = statement('documents.person', 'SELECT sealed FROM persons WHERE id = $1');

/** Exactly one of the two. */
export type Owner = { caseId: string } | { personId: string };

export interface NewDocument {
  kind: DocumentKind;
  tier: DocumentTier;
  origin: DocumentOrigin;
  title: ProtectedText;
}

/** A kept file, ready to be named by a row. */
export interface NewVersion {
  file: { id: string; size: number; sha256: string; keyReference: string };
  fileName: ProtectedText;
  mime: string;
  scan: ScanState;
  /** Of a file of a sealed case; null: the installation's keyring seals it. */
  fileKey: ProtectedText | null;
}

/** The rows of documents, within the ambient transaction and its actor's reach. */
@Injectable()
export class DocumentRows {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseFiles,
    private readonly keys: DataKeys,
  ) {}

  /**
   * A document with its first version.
   * @throws DomainError DOCUMENT_TIER_BEYOND_REACH (403) for a restricted one whose writer could not
   * read it back
   */
  async add(
    owner: Owner,
    document: NewDocument,
    version: NewVersion,
  ): Promise<{ id: string; versionId: string }> {
    const id = newId();
    if ('caseId' in owner) await this.assertReach(owner.caseId, document.tier);
    await this.database.query(INSERT_DOCUMENT, [
      id,
      'caseId' in owner ? owner.caseId : null,
      'personId' in owner ? owner.personId : null,
      document.kind,
      document.tier,
      document.origin,
      stored(document.title),
    ]);
    const { versionId } = await this.addVersion(id, version);
    return { id, versionId };
  }

  /** The next version of a document that the caller has locked. */
  async addVersion(
    documentId: string,
    { file, fileName, mime, scan, fileKey }: NewVersion,
  ): Promise<{ versionId: string; number: number }> {
    const versionId = newId();
    const [row] = await this.database.query<{ number: number }>(INSERT_VERSION, [
      versionId,
      documentId,
      file.id,
      stored(fileName),
      mime,
      file.size,
      file.sha256,
      file.keyReference,
      scan,
      fileKey && stored(fileKey),
    ]);
    return { versionId, number: row!.number };
  }

  /** The document, locked; 404 when it is absent or out of the actor's reach. */
  async lock(id: string): Promise<Document> {
    const document = await this.database.manager.findOne(Document, {
      where: { id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!document) throw notFound();
    const { caseId, personId } = document;
    await this.writeFor(caseId === null ? { personId: personId! } : { caseId });
    return document;
  }

  /**
   * From now on this transaction writes texts of that case or person; whether they are sealed.
   * @throws DomainError NOT_FOUND (404) when it is out of reach
   */
  async writeFor(owner: Owner): Promise<{ sealed: boolean }> {
    if ('caseId' in owner) {
      const { tier } = await this.place(owner.caseId);
      await this.cases.writeIn(owner.caseId);
      return { sealed: tier === 'sealed' };
    }
    const [person] = await this.database.query<{ sealed: boolean }>(PERSON, [owner.personId]);
    if (!person) throw notFound();
    if (person.sealed) await this.keys.enter(owner);
    else this.keys.leave();
    return person;
  }

  /** Where a case is; 404 when it is out of reach. */
  async place(caseId: string): Promise<{ postId: string; tier: string; seesRestricted: boolean }> {
    const [place] = await this.database.query<{
      postId: string;
      tier: string;
      seesRestricted: boolean;
    }>(PLACE, [caseId]);
    if (!place) throw notFound();
    return place;
  }

  async assertReach(caseId: string, tier: DocumentTier): Promise<void> {
    if (tier === 'standard') return;
    const { seesRestricted } = await this.place(caseId);
    if (!seesRestricted) throw new DomainError('DOCUMENT_TIER_BEYOND_REACH', { status: 403 });
  }
}

const stored = (text: ProtectedText): string => JSON.stringify(text.toStored());
