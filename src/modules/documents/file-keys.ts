import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Actors } from '../../platform/access/actors';
import { Keyring } from '../../platform/crypto/keyring';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import type { Sealed } from '../../platform/database/data-keys';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { Files } from '../../platform/files/files';
import type { CaseSealer } from '../cases';

const VERSIONS_OF = statement(
  'documents.versions-to-reseal',
  `SELECT v.id, v.file_id AS "fileId", v.file_key AS "fileKey", v.size
     FROM document_versions v JOIN documents d ON d.id = v.document_id
    WHERE d.case_id = $1 OR d.person_id = $2 ORDER BY v.id FOR UPDATE OF v`,
);
const PUT = statement('documents.put-file', 'SELECT app.put_document_file($1, $2, $3, $4)');

const KEY = statement(
  'documents.file-key',
  'SELECT file_key AS "fileKey" FROM document_versions WHERE id = $1',
);

const outOfReach = (): DomainError => new DomainError('DOCUMENT_KEY_OUT_OF_REACH', { status: 403 });

/** A version's file as the system finds it. */
export interface StoredFile {
  versionId: string;
  fileId: string;
  fileKey: StoredText | null;
  uploadedBy: string | null;
}

/** Name of a file's own key in the header of the file. */
const OWN = 'own';

interface Version {
  id: string;
  fileId: string;
  fileKey: StoredText | null;
  size: number;
}

/**
 * What opens a file: the keyring of the installation, or for a file of a sealed case a key of its own,
 * which rests in its row sealed with the case.
 */
@Injectable()
export class FileKeys implements CaseSealer {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly keyring: Keyring,
    private readonly actors: Actors,
  ) {}

  /** For a file that comes into a sealed case: a new key, and how its row keeps it. */
  own(): { keyring: Keyring; kept: ProtectedText } {
    const key = randomBytes(32);
    return { keyring: ringOf(key), kept: ProtectedText.clear(key.toString('base64')) };
  }

  /**
   * What opens a stored file.
   * @throws DomainError DOCUMENT_KEY_OUT_OF_REACH (403) when the actor of the transaction may not
   */
  of(fileKey: StoredText | null): Keyring {
    if (!fileKey) return this.keyring;
    const text = ProtectedText.fromStored(fileKey);
    if (text.isSealed) throw outOfReach();
    return ringOf(Buffer.from(text.reveal(), 'base64'));
  }

  /**
   * The content of a stored file, for the system's own work: of a sealed case as whoever brought it
   * may read it today.
   * @throws DomainError DOCUMENT_KEY_OUT_OF_REACH (403) when they may no longer
   */
  async open(version: StoredFile): Promise<Readable> {
    return this.files.open(version.fileId, await this.forSystem(version));
  }

  private async forSystem({ versionId, fileKey, uploadedBy }: StoredFile): Promise<Keyring> {
    if (!fileKey) return this.keyring;
    const uploader = uploadedBy ? await this.actors.of(uploadedBy, null) : null;
    if (!uploader) throw outOfReach();
    return this.database.inTransaction(uploader, async () => {
      const [row] = await this.database.query<{ fileKey: StoredText }>(KEY, [versionId]);
      if (!row) throw outOfReach();
      return this.of(row.fileKey);
    });
  }

  async reseal(subject: Sealed): Promise<void> {
    const owner = 'caseId' in subject ? [subject.caseId, null] : [null, subject.personId];
    for (const version of await this.database.query<Version>(VERSIONS_OF, owner)) {
      await this.renew(version);
    }
  }

  /** The same content as a new file, under the key that this transaction's case now calls for. */
  private async renew({ id, fileId, fileKey, size }: Version): Promise<void> {
    const own = this.database.keys.isSealing ? this.own() : null;
    const content = await this.files.open(fileId, this.of(fileKey));
    const file = await this.files.receive(content, size, own?.keyring);
    await file.keep();
    await this.database.query(PUT, [
      id,
      file.id,
      own ? JSON.stringify(own.kept.toStored()) : null,
      file.keyReference,
    ]);
    // should the transaction fail, the sweep removes the new one instead
    this.database.afterCommit(() => void this.files.remove(fileId).catch(() => undefined));
  }
}

const ringOf = (key: Buffer): Keyring => new Keyring(new Map([[OWN, key]]));
