import { Temporal } from '@js-temporal/polyfill';
import type { z, ZodType } from 'zod';
import type { Actor } from '../access/actor';
import type { Audit } from '../audit/audit';
import type { Clock } from '../clock/clock';
import type { Database } from '../database/database';
import { statement, type Statement } from '../database/statement';
import { DomainError, invalidField, type FieldError } from '../errors/domain-error';

/** A version as headquarters reads it; instants are ISO 8601 UTC. */
export interface PolicyVersion<Content> {
  version: number;
  effectiveFrom: string;
  content: Content;
  reason: string;
  createdBy: string | null;
  recordedAt: string;
}

export interface NewPolicyVersion {
  content: unknown;
  reason: string;
  /** Absent: at once. */
  effectiveFrom?: string;
}

export interface PolicyDefinition<Content> {
  /** Table with `version`, `effective_from`, `content`, `reason`, `created_by` and `recorded_at`. */
  table: string;
  /** Subject of the audit entry, lower_snake. */
  subject: string;
  schema: ZodType<Content>;
  /** How a fault of the content is told; absent: by its code and message. */
  explain?: (issue: z.core.$ZodIssue) => Pick<FieldError, 'code' | 'message'>;
}

type Row<Content> = Omit<PolicyVersion<Content>, 'effectiveFrom' | 'recordedAt'> & {
  effectiveFrom: Date;
  recordedAt: Date;
};

/**
 * What no norm quantifies is data that headquarters edits: versions that are never edited, each with
 * the instant from which it holds and the reason it was written for.
 */
export class PolicyVersions<Content> {
  private readonly inForceAt: Statement;
  private readonly all: Statement;
  private readonly oneAtATime: Statement;
  private readonly insert: Statement;

  constructor(
    private readonly definition: PolicyDefinition<Content>,
    private readonly tools: { database: Database; audit: Audit; clock: Clock },
  ) {
    const { table } = definition;
    this.inForceAt = statement(
      `${table}.in-force`,
      `SELECT version, content FROM ${table} WHERE effective_from <= $1
        ORDER BY effective_from DESC, version DESC LIMIT 1`,
    );
    this.all = statement(
      `${table}.all`,
      `SELECT p.version, p.effective_from AS "effectiveFrom", p.content, p.reason,
              n.display_name AS "createdBy", p.recorded_at AS "recordedAt"
         FROM ${table} p LEFT JOIN staff_names n ON n.id = p.created_by
        ORDER BY p.effective_from DESC, p.version DESC`,
    );
    this.oneAtATime = statement(
      `${table}.one-at-a-time`,
      `SELECT pg_advisory_xact_lock(hashtextextended('${table}', 0))`,
    );
    this.insert = statement(
      `${table}.insert`,
      `INSERT INTO ${table} (version, effective_from, content, reason, created_by)
       SELECT coalesce(max(version), 0) + 1, $1, $2, $3, app.account() FROM ${table} RETURNING version`,
    );
  }

  /** The version in force at an instant (absent: now), within the ambient transaction. */
  async inForce(
    at: Temporal.Instant = this.tools.clock.now(),
  ): Promise<{ version: number; content: Content }> {
    const [row] = await this.tools.database.query<{ version: number; content: Content }>(
      this.inForceAt,
      [at.toString()],
    );
    if (!row) throw new Error(`no version of ${this.definition.table} is in force`);
    return row;
  }

  /** Every version, the one that holds last first. */
  list(actor: Actor): Promise<PolicyVersion<Content>[]> {
    return this.tools.database.inTransaction(actor, async () => {
      const rows = await this.tools.database.query<Row<Content>>(this.all);
      return rows.map((row) => ({
        ...row,
        effectiveFrom: row.effectiveFrom.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
      }));
    });
  }

  /**
   * Writes the next version.
   * @param then what follows from it, in the same transaction
   * @throws DomainError VALIDATION_FAILED (422) for a content out of bounds, or effective in the past
   */
  create(
    actor: Actor,
    { content, reason, effectiveFrom }: NewPolicyVersion,
    then: (version: number) => Promise<void> = () => Promise.resolve(),
  ): Promise<{ version: number }> {
    const { database, audit, clock } = this.tools;
    const checked = this.checked(content);
    return database.inTransaction(actor, async () => {
      const now = clock.now();
      const from = effectiveFrom ? Temporal.Instant.from(effectiveFrom) : now;
      if (Temporal.Instant.compare(from, now) < 0) throw invalidField('effectiveFrom', 'notInPast');
      await database.query(this.oneAtATime);
      const values = [from.toString(), JSON.stringify(checked), reason];
      const [row] = await database.query<{ version: number }>(this.insert, values);
      const { version } = row!;
      await audit.record({
        action: `${this.definition.subject}.created`,
        subjectType: this.definition.subject,
        subjectId: null,
        after: checked as object,
        details: { version },
      });
      await then(version);
      return { version };
    });
  }

  private checked(content: unknown): Content {
    const { schema, explain = ({ code, message }) => ({ code, message }) } = this.definition;
    const parsed = schema.safeParse(content);
    if (parsed.success) return parsed.data;
    const errors = parsed.error.issues.map((issue) => ({
      path: ['content', ...issue.path].join('.'),
      ...explain(issue),
    }));
    throw new DomainError('VALIDATION_FAILED', { errors });
  }
}
