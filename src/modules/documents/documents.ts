import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Files } from '../../platform/files/files';
import { FileKeys } from './file-keys';
import { DocumentRows } from './document-rows';
import type { DocumentKind, DocumentTier } from './domain/document-vocabulary';
import { tidyName } from './domain/file-types';

/** A paper that this system wrote, for a case. */
export interface GeneratedDocument {
  caseId: string;
  /** At most 200 characters. */
  title: string;
  kind: DocumentKind;
  /** Absent: standard. */
  tier?: DocumentTier;
  content: Buffer | Readable;
  /** E.g. `application/pdf`. */
  mime: string;
  /** As it is offered for download; absent: the title with the ending of its type. */
  fileName?: string;
}

export interface StoredDocument {
  id: string;
  versionId: string;
  /** Of the content, hexadecimal. */
  sha256: string;
  /** Bytes of content. */
  size: number;
}

/** Far beyond any paper; a generator that never ends is stopped here. */
const LARGEST_GENERATED = 104_857_600;
const ENDINGS: Record<string, string> = { 'application/pdf': 'pdf', 'text/plain': 'txt' };

/** What other modules do with documents, inside their own transaction. */
@Injectable()
export class Documents {
  constructor(
    private readonly files: Files,
    private readonly rows: DocumentRows,
    private readonly audit: Audit,
    private readonly fileKeys: FileKeys,
  ) {}

  /**
   * Keeps a paper that this system generated as a document of a case that the ambient transaction's
   * actor reaches. It needs no scan and can be opened at once. The caller writes its own timeline
   * entry. Should the transaction fail afterwards, the content is swept like any file without a row.
   * @throws DomainError NOT_FOUND (404), STORAGE_FULL (507), STORAGE_UNAVAILABLE (503)
   */
  async addGenerated(paper: GeneratedDocument): Promise<StoredDocument> {
    const { caseId, title, kind, mime, tier = 'standard' } = paper;
    const { sealed } = await this.rows.writeFor({ caseId });
    const own = sealed ? this.fileKeys.own() : null;
    const received = await this.files.receive(paper.content, LARGEST_GENERATED, own?.keyring);
    await received.keep();
    try {
      const name = paper.fileName ?? `${title}.${ENDINGS[mime] ?? 'bin'}`;
      const added = await this.rows.add(
        { caseId },
        { kind, tier, origin: 'generated', title: ProtectedText.clear(title) },
        {
          file: received,
          fileName: ProtectedText.clear(tidyName(name)),
          mime,
          scan: 'not_needed',
          fileKey: own?.kept ?? null,
        },
      );
      const { sha256, size } = received;
      await this.audit.record({
        action: 'document.generated',
        subjectType: 'document',
        subjectId: added.id,
        details: { caseId, versionId: added.versionId, kind, sha256, size },
      });
      return { ...added, sha256, size };
    } catch (error) {
      await received.discard();
      throw error;
    }
  }
}
