import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { DomainError } from '../../platform/errors/domain-error';
import { Files, type ReceivedFile } from '../../platform/files/files';
import { Idempotency } from '../../platform/http/idempotency';
import type { Upload, UploadedFile } from '../../platform/http/upload';
import { inspectContent } from './content/inspect';
import { FileKeys } from './file-keys';
import { DocumentPolicies, type CurrentDocumentPolicy } from './document-policies';
import type { NewVersion } from './document-rows';
import { FILE_TYPES, tidyName } from './domain/file-types';

/** A file that has arrived and been looked into, as a version to be. */
export type AcceptedFile = NewVersion & { received: ReceivedFile };

/**
 * How a file comes in: first whether its sender may, then its content, sealed on the way, then what
 * it is, and only then a kept file and its row, in one transaction. Whatever fails on the way leaves
 * nothing behind; a crash leaves a file without a row, which the sweep removes.
 */
@Injectable()
export class UploadDocument {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly policies: DocumentPolicies,
    private readonly idempotency: Idempotency,
    private readonly fileKeys: FileKeys,
  ) {}

  /**
   * @param check in a transaction of its own, before a byte is read: refuses who may not; says
   *   whether the file goes into a sealed case
   * @param write in the final transaction, with the checked fields: checks again, and writes the rows
   * @throws DomainError a `FileRefusal`, FILE_TOO_LARGE (413), STORAGE_FULL (507), or the checks'
   */
  async run<F, R>(
    actor: Actor,
    upload: Upload,
    steps: {
      check: () => Promise<{ sealed: boolean }>;
      fields: (fields: Record<string, string>) => Promise<F>;
      write: (file: AcceptedFile, fields: F) => Promise<R>;
    },
  ): Promise<R> {
    const { policy, own } = await this.database.inTransaction(actor, async () => {
      const { sealed } = await steps.check();
      return { policy: await this.policies.current(), own: sealed ? this.fileKeys.own() : null };
    });
    // whatever ends the form early must not leave behind a file that has already arrived
    const arrived: ReceivedFile[] = [];
    let kept = false;
    try {
      const { file, fields: given } = await upload.read(policy.maxBytes, async (sent) => {
        const received = await this.files.receive(sent.content, policy.maxBytes, own?.keyring);
        arrived.push(received);
        return { ...(await this.accept(sent, received, policy)), fileKey: own?.kept ?? null };
      });
      const fields = await steps.fields(given);
      await file.received.keep();
      kept = true;
      const { answer, repeated } = await this.idempotency.once(
        actor,
        { ...upload, body: JSON.stringify([fields, file.received.sha256]) },
        () => steps.write(file, fields),
      );
      if (repeated !== null) await file.received.discard();
      return answer;
    } catch (error) {
      // a commit whose answer was lost may stand: its file is left to the sweep, which looks for the row
      if (kept && !(error instanceof DomainError)) throw error;
      for (const file of arrived) await file.discard().catch(() => undefined);
      throw error;
    }
  }

  private async accept(
    sent: UploadedFile,
    received: ReceivedFile,
    policy: CurrentDocumentPolicy,
  ): Promise<Omit<AcceptedFile, 'fileKey'>> {
    const name = tidyName(sent.name);
    const type = await received.inspect((bytes) => inspectContent(bytes, name, policy));
    return {
      received,
      file: received,
      fileName: ProtectedText.clear(name),
      mime: FILE_TYPES[type].mime,
      scan: 'quarantined',
    };
  }
}
