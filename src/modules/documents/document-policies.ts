import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import { documentPolicySchema, type DocumentPolicyContent } from './domain/document-policy';

const VERSIONS = statement(
  'documents.policies',
  `SELECT p.version, p.effective_from AS "effectiveFrom", p.content, p.reason,
          p.recorded_at AS "recordedAt", s.display_name AS author
     FROM document_policies p LEFT JOIN staff_names s ON s.id = p.created_by
    ORDER BY p.effective_from DESC, p.version DESC`,
);
const CURRENT = statement(
  'documents.policy',
  `SELECT version, content FROM document_policies WHERE effective_from <= $1
    ORDER BY effective_from DESC, version DESC LIMIT 1`,
);
const ONE_AT_A_TIME = statement(
  'documents.policy-lock',
  `SELECT pg_advisory_xact_lock(hashtextextended('document-policies', 0))`,
);
const INSERT = statement(
  'documents.policy-insert',
  `INSERT INTO document_policies (version, effective_from, content, reason, created_by)
   SELECT max(version) + 1, $1, $2, $3, app.account() FROM document_policies RETURNING version`,
);

export type CurrentDocumentPolicy = DocumentPolicyContent & { version: number };

export interface DocumentPolicyVersion {
  version: number;
  effectiveFrom: string;
  content: DocumentPolicyContent;
  reason: string;
  author: string | null;
  recordedAt: string;
}

type VersionRow = Omit<DocumentPolicyVersion, 'effectiveFrom' | 'recordedAt'> & {
  effectiveFrom: Date;
  recordedAt: Date;
};

/** Limits of documents: headquarters' own versions, each with the instant from which it holds. */
@Injectable()
export class DocumentPolicies {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The version in force, within the ambient transaction. */
  async current(): Promise<CurrentDocumentPolicy> {
    const values = [this.clock.now().toString()];
    const [row] = await this.database.query<{ version: number; content: unknown }>(CURRENT, values);
    if (!row) throw new Error('no document policy is in force');
    return { ...documentPolicySchema.parse(row.content), version: row.version };
  }

  /** The version in force, for whoever is about to choose a file. */
  show(actor: Actor): Promise<CurrentDocumentPolicy> {
    return this.database.inTransaction(actor, () => this.current());
  }

  /** Every version, the newest first. */
  history(actor: Actor): Promise<{ items: DocumentPolicyVersion[] }> {
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<VersionRow>(VERSIONS);
      return {
        items: rows.map((row) => ({
          ...row,
          effectiveFrom: row.effectiveFrom.toISOString(),
          recordedAt: row.recordedAt.toISOString(),
        })),
      };
    });
  }

  /**
   * Writes the next version. What is kept stays as it was taken in; the next file meets the new one.
   * @throws DomainError VALIDATION_FAILED for a content out of bounds, or effective in the past
   */
  create(
    actor: Actor,
    body: { content: unknown; reason: string; effectiveFrom?: string },
  ): Promise<{ version: number }> {
    const parsed = documentPolicySchema.safeParse(body.content);
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, code }) => ({
        path: ['content', ...path].join('.'),
        code,
      }));
      throw new DomainError('VALIDATION_FAILED', { status: 422, errors });
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('policy.edit');
      const now = this.clock.now();
      const from = body.effectiveFrom ? Temporal.Instant.from(body.effectiveFrom) : now;
      if (Temporal.Instant.compare(from, now) < 0) {
        throw new DomainError('VALIDATION_FAILED', {
          status: 422,
          errors: [{ path: 'effectiveFrom', code: 'notInPast' }],
        });
      }
      await this.database.query(ONE_AT_A_TIME);
      const [row] = await this.database.query<{ version: number }>(INSERT, [
        from.toString(),
        JSON.stringify(parsed.data),
        body.reason,
      ]);
      await this.audit.record({
        action: 'document_policy.created',
        subjectType: 'document_policy',
        subjectId: null,
        after: parsed.data,
        details: { version: row!.version },
      });
      return { version: row!.version };
    });
  }
}
