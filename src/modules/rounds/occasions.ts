import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { DomainError } from '../../platform/errors/domain-error';
import {
  occasionPolicySchema,
  occasionsBetween,
  type DatedOccasion,
  type OccasionPolicy,
} from './domain/occasions';

const ALL = statement(
  'visit-occasions.all',
  `SELECT o.version, o.effective_from AS "effectiveFrom", o.content, o.reason,
          o.recorded_at AS "recordedAt", s.display_name AS author
     FROM visit_occasion_policies o LEFT JOIN staff_names s ON s.id = o.created_by
    ORDER BY o.effective_from DESC, o.version DESC`,
);
const ONE_AT_A_TIME = statement(
  'visit-occasions.one-at-a-time',
  `SELECT pg_advisory_xact_lock(hashtextextended('visit-occasion-policies', 0))`,
);
const INSERT = statement(
  'visit-occasions.insert',
  `INSERT INTO visit_occasion_policies (version, effective_from, content, reason, created_by)
   SELECT max(version) + 1, $1, $2, $3, app.account() FROM visit_occasion_policies RETURNING version`,
);

interface Row {
  version: number;
  effectiveFrom: Date;
  content: OccasionPolicy;
  reason: string;
  recordedAt: Date;
  author: string | null;
}

export interface OccasionPolicyView {
  version: number;
  effectiveFrom: string;
  content: OccasionPolicy;
  reason: string;
  recordedAt: string;
  author: string | null;
  inForce: boolean;
}

/** The traditional visits: when they fall, and how headquarters changes that. */
@Injectable()
export class Occasions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Every version, the one that took effect last first. */
  list(actor: Actor): Promise<{ items: OccasionPolicyView[] }> {
    return this.database.inTransaction(actor, () => this.views());
  }

  /** The content in force, within the ambient transaction. */
  async current(): Promise<OccasionPolicy> {
    const { items } = await this.views();
    return items.find(({ inForce }) => inForce)!.content;
  }

  /** Names by code, from whichever version knew the occasion last; within the ambient transaction. */
  async names(): Promise<Map<string, { es: string; en: string }>> {
    const { items } = await this.views();
    return new Map(
      items
        .toReversed()
        .flatMap(({ content }) =>
          content.occasions.map(({ code, names }) => [code, names] as const),
        ),
    );
  }

  /** Occasions that rounds are proposed for now: from today on, as far ahead as the policy says. */
  upcoming(actor: Actor, zone = 'America/Lima'): Promise<{ items: DatedOccasion[] }> {
    return this.database.inTransaction(actor, async () => {
      const policy = await this.current();
      const today = this.clock.now().toZonedDateTimeISO(zone).toPlainDate();
      const last = today.add({ days: policy.proposeDaysAhead });
      return { items: occasionsBetween(policy, today, last) };
    });
  }

  /**
   * A new version from an instant that is not in the past. 422 OCCASIONS_INCOMPLETE names each
   * fault; 422 POLICY_IN_THE_PAST.
   */
  create(
    actor: Actor,
    body: { effectiveFrom: string; content: unknown; reason: string },
  ): Promise<{ items: OccasionPolicyView[] }> {
    const parsed = occasionPolicySchema.safeParse(body.content);
    if (!parsed.success) {
      throw new DomainError('OCCASIONS_INCOMPLETE', {
        errors: parsed.error.issues.map(({ path, code }) => ({
          path: ['content', ...path].join('.'),
          code,
        })),
      });
    }
    const from = Temporal.Instant.from(body.effectiveFrom);
    if (Temporal.Instant.compare(from, this.clock.now()) < 0) {
      throw new DomainError('POLICY_IN_THE_PAST', {
        errors: [{ path: 'effectiveFrom', code: 'POLICY_IN_THE_PAST' }],
      });
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('policy.edit');
      await this.database.query(ONE_AT_A_TIME);
      const [row] = await this.database.query<{ version: number }>(INSERT, [
        from.toString(),
        JSON.stringify(parsed.data),
        body.reason.normalize('NFC'),
      ]);
      await this.audit.record({
        action: 'policy.created',
        subjectType: 'visit_occasion_policy',
        subjectId: null,
        after: parsed.data,
        details: { version: row!.version, effectiveFrom: from.toString() },
      });
      return this.views();
    });
  }

  private async views(): Promise<{ items: OccasionPolicyView[] }> {
    const rows = await this.database.query<Row>(ALL);
    const now = this.clock.now().epochMilliseconds;
    const inForce = rows.find(({ effectiveFrom }) => effectiveFrom.getTime() <= now);
    return {
      items: rows.map((row) => ({
        ...row,
        effectiveFrom: row.effectiveFrom.toISOString(),
        recordedAt: row.recordedAt.toISOString(),
        inForce: row === inForce,
      })),
    };
  }
}
