import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Clock } from '../../platform/clock/clock';
import { ProtectedText } from '../../platform/crypto/protected-text';
import { Database } from '../../platform/database/database';
import { Revisions } from '../../platform/database/revisions';
import { DomainError } from '../../platform/errors/domain-error';
import { DocumentQueries, type DocumentView } from './document-queries';
import { DocumentRows } from './document-rows';
import { DocumentTraces } from './document-traces';
import { Document } from './document.entity';
import type { DocumentKind, DocumentTier, WithdrawalReason } from './domain/document-vocabulary';

export interface DocumentEdit {
  title?: string;
  kind?: DocumentKind;
  tier?: DocumentTier;
}

const EDITED = ['title', 'kind', 'tier'] as const satisfies readonly (keyof DocumentEdit)[];

/** Corrections to what is said of a document; its content never changes. */
@Injectable()
export class EditDocument {
  constructor(
    private readonly database: Database,
    private readonly rows: DocumentRows,
    private readonly revisions: Revisions,
    private readonly traces: DocumentTraces,
    private readonly queries: DocumentQueries,
    private readonly clock: Clock,
  ) {}

  /**
   * Title, kind and tier; 412 with what changed when someone saved in between.
   * @throws DomainError DOCUMENT_TIER_BEYOND_REACH (403), DOCUMENT_OF_PERSON_RESTRICTED (422)
   */
  edit(actor: Actor, id: string, expected: number, body: DocumentEdit): Promise<DocumentView> {
    return this.database.inTransaction(actor, async () => {
      const document = await this.lock(actor, id);
      await this.revisions.assertCurrent('document', id, document.version, expected);
      if (body.tier && document.caseId) await this.rows.assertReach(document.caseId, body.tier);
      if (body.tier === 'restricted' && !document.caseId) {
        throw new DomainError('DOCUMENT_OF_PERSON_RESTRICTED');
      }
      const { title, ...codes } = body;
      const before: DocumentEdit = { ...document, title: document.title.reveal() };
      const fields = EDITED.filter((key) => body[key] !== undefined && body[key] !== before[key]);
      await this.save(document, {
        ...codes,
        ...(title ? { title: ProtectedText.clear(title) } : {}),
      });
      await this.revisions.record('document', id, document.version, [...fields]);
      await this.traces.record('document.edited', document, { fields });
      return this.queries.one(id);
    });
  }

  /** Marks a document as one that no longer counts, with the reason. It stays readable. */
  withdraw(
    actor: Actor,
    id: string,
    { reason }: { reason: WithdrawalReason },
  ): Promise<DocumentView> {
    return this.database.inTransaction(actor, async () => {
      const document = await this.lock(actor, id);
      if (document.withdrawnAt) throw new DomainError('DOCUMENT_WITHDRAWN', { status: 409 });
      await this.save(document, {
        withdrawnAt: new Date(this.clock.now().epochMilliseconds),
        withdrawnBy: actor.accountId,
        withdrawnReason: reason,
      });
      await this.revisions.record('document', id, document.version, ['withdrawn']);
      await this.traces.record('document.withdrawn', document, { withdrawal: reason });
      return this.queries.one(id);
    });
  }

  private async lock(actor: Actor, id: string): Promise<Document> {
    const document = await this.rows.lock(id);
    const post = document.caseId ? (await this.rows.place(document.caseId)).postId : undefined;
    actor.require('document.edit', post);
    return document;
  }

  private async save(document: Document, changes: Partial<Document>): Promise<void> {
    const version = document.version + 1;
    await this.database.manager.update(Document, document.id, { ...changes, version });
    Object.assign(document, changes, { version });
  }
}
