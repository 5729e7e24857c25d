import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { Files } from '../../platform/files/files';
import { DocumentPolicies } from './document-policies';
import { NEWEST_VERSIONS, type VersionRow } from './document.statements';
import { withheld } from './domain/scan-state';
import { FileKeys } from './file-keys';

/** A document as it is put into another paper. */
export interface ReadDocument {
  id: string;
  title: string;
  fileName: string;
  mime: string;
  /** Bytes. */
  size: number;
  /** Of the content, hexadecimal. */
  sha256: string;
  /** Null: withheld (not scanned, infected) or beyond what may be read at once. */
  content: Buffer | null;
}

/** Contents that another part puts together into a paper of its own. */
@Injectable()
export class ReadContents {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly policies: DocumentPolicies,
    private readonly fileKeys: FileKeys,
    private readonly audit: Audit,
  ) {}

  /**
   * The newest version of each document that the ambient transaction's actor reaches, at most `most`
   * bytes of them together; that each was read is audited with the transaction.
   */
  async newest(ids: readonly string[], most: number): Promise<ReadDocument[]> {
    const [rows, policy] = await Promise.all([
      this.database.query<VersionRow>(NEWEST_VERSIONS, [ids]),
      this.policies.current(),
    ]);
    const read: ReadDocument[] = [];
    let left = most;
    for (const row of rows) {
      const fits = row.size <= left && !withheld(row.scan, policy);
      if (fits) left -= row.size;
      read.push({
        ...{ id: row.documentId, mime: row.mime, size: row.size, sha256: row.sha256 },
        title: ProtectedText.fromStored(row.title).reveal(),
        fileName: ProtectedText.fromStored(row.fileName).reveal(),
        content: fits ? await this.contentOf(row) : null,
      });
    }
    return read;
  }

  private async contentOf(row: VersionRow): Promise<Buffer> {
    await this.audit.record({
      ...{ action: 'document.downloaded', subjectType: 'document', subjectId: row.documentId },
      details: { versionId: row.id, number: row.number, caseId: row.caseId },
    });
    return buffer(await this.files.open(row.fileId, this.fileKeys.of(row.fileKey)));
  }
}
