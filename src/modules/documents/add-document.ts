import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { DomainError } from '../../platform/errors/domain-error';
import type { Upload } from '../../platform/http/upload';
import { CaseFiles } from '../cases';
import { DocumentRows } from './document-rows';
import { DocumentTraces } from './document-traces';
import type { Document } from './document.entity';
import type { DocumentKind, DocumentTier } from './domain/document-vocabulary';
import { UploadDocument } from './upload-document';

/** What a form says of the file it brings. */
export interface DocumentFields {
  /** Absent: the name of the file. */
  title?: string;
  kind: DocumentKind;
  /** Absent: standard. */
  tier?: DocumentTier;
}

export interface AddedDocument {
  id: string;
  versionId: string;
  /** Of the version that was added, from 1. */
  number: number;
}

type ReadFields<F> = (fields: Record<string, string>) => Promise<F>;

/** Files that officers bring: to a case, to a person, or as the next version of a document. */
@Injectable()
export class AddDocument {
  constructor(
    private readonly upload: UploadDocument,
    private readonly cases: CaseFiles,
    private readonly rows: DocumentRows,
    private readonly traces: DocumentTraces,
  ) {}

  /**
   * A new document of an open case.
   * @throws DomainError NOT_FOUND (404), FORBIDDEN (403), CASE_IS_FINISHED (409),
   * DOCUMENT_TIER_BEYOND_REACH (403), and those of `UploadDocument.run`
   */
  toCase(
    actor: Actor,
    caseId: string,
    upload: Upload,
    readFields: ReadFields<DocumentFields>,
  ): Promise<AddedDocument> {
    const open = async () => {
      const file = await this.cases.lockOpen(caseId);
      actor.require('document.add', file.postId);
      return file;
    };
    return this.upload.run(actor, upload, {
      check: async () => ({ sealed: (await open()).tier === 'sealed' }),
      fields: readFields,
      write: async (accepted, { title, kind, tier = 'standard' }) => {
        const { postId, tier: caseTier } = await open();
        const document = {
          ...{ kind, tier, origin: 'uploaded' as const },
          title: title ? ProtectedText.clear(title) : accepted.fileName,
        };
        const { id, versionId } = await this.rows.add({ caseId }, document, accepted);
        await this.traces.added({ id, caseId, ...document }, { versionId, number: 1 });
        await this.traces.askForScan(versionId, caseTier === 'sealed' ? null : postId);
        return { id, versionId, number: 1 };
      },
    });
  }

  /**
   * A new document of a person; whoever sees the person sees it, so it is never restricted.
   * @throws DomainError NOT_FOUND (404), FORBIDDEN (403), DOCUMENT_OF_PERSON_RESTRICTED (422)
   */
  toPerson(
    actor: Actor,
    personId: string,
    upload: Upload,
    readFields: ReadFields<DocumentFields>,
  ): Promise<AddedDocument> {
    const seen = () => {
      actor.require('document.add');
      return this.rows.writeFor({ personId });
    };
    return this.upload.run(actor, upload, {
      check: seen,
      fields: readFields,
      write: async (accepted, { title, kind, tier = 'standard' }) => {
        await seen();
        if (tier === 'restricted') throw new DomainError('DOCUMENT_OF_PERSON_RESTRICTED');
        const document = {
          ...{ kind, tier, origin: 'uploaded' as const },
          title: title ? ProtectedText.clear(title) : accepted.fileName,
        };
        const { id, versionId } = await this.rows.add({ personId }, document, accepted);
        await this.traces.added({ id, caseId: null, ...document }, { versionId, number: 1 });
        await this.traces.askForScan(versionId, null);
        return { id, versionId, number: 1 };
      },
    });
  }

  /**
   * The next version of a document; those before it stay.
   * @throws DomainError NOT_FOUND (404), FORBIDDEN (403), DOCUMENT_WITHDRAWN (409),
   * DOCUMENT_IS_GENERATED (409), CASE_IS_FINISHED (409)
   */
  renew(actor: Actor, documentId: string, upload: Upload): Promise<AddedDocument> {
    const lock = async () => {
      const document = await this.rows.lock(documentId);
      const { queue, sealed } = await this.openPlace(actor, document);
      if (document.withdrawnAt) throw new DomainError('DOCUMENT_WITHDRAWN', { status: 409 });
      if (document.origin === 'generated') {
        throw new DomainError('DOCUMENT_IS_GENERATED', { status: 409 });
      }
      return { document, queue, sealed };
    };
    return this.upload.run(actor, upload, {
      check: async () => ({ sealed: (await lock()).sealed }),
      fields: () => Promise.resolve(null),
      write: async (accepted) => {
        const { document, queue } = await lock();
        const added = await this.rows.addVersion(document.id, accepted);
        await this.traces.added(document, added);
        await this.traces.askForScan(added.versionId, queue);
        return { id: document.id, ...added };
      },
    });
  }

  /** Whose queue the work goes to, once the actor may add where the document is. */
  private async openPlace(
    actor: Actor,
    { caseId, personId }: Document,
  ): Promise<{ queue: string | null; sealed: boolean }> {
    if (caseId === null) {
      actor.require('document.add');
      return { queue: null, ...(await this.rows.writeFor({ personId: personId! })) };
    }
    const { postId, tier } = await this.cases.lockOpen(caseId);
    actor.require('document.add', postId);
    const sealed = tier === 'sealed';
    return { queue: sealed ? null : postId, sealed };
  }
}
