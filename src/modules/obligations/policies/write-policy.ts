import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { policySchema, type PolicyContent } from '../domain/policy';
import { Obligations } from '../planning/obligations';
import { Planners } from '../planning/planners';
import { Policies, inForce, type PolicyVersion } from './policies';

/** Versions are written one after the other: the next number is the last plus one. */
const ONE_AT_A_TIME = statement(
  'policy.one-at-a-time',
  `SELECT pg_advisory_xact_lock(hashtextextended('obligation-policies', 0))`,
);
const INSERT = statement(
  'policy.insert',
  `INSERT INTO obligation_policies (version, effective_from, content, reason, created_by)
   SELECT max(version) + 1, $1, $2, $3, app.account() FROM obligation_policies RETURNING version`,
);
const CANDIDATES = statement(
  'policy.candidates',
  `SELECT c.id, c.reference FROM cases c WHERE c.closed_at IS NULL AND c.id > $1 ORDER BY c.id LIMIT $2`,
);
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';
const BATCH = 200;
const SAMPLE = 20;
/** A preview looks at so many cases at most, and says so when there are more. */
const MOST_CASES = 10_000;
/** Duties whose length is the table of intervals, not a duration of their own. */
const BY_INTERVAL = new Set(['periodic_visit']);

export interface PolicyView {
  version: number;
  effectiveFrom: string;
  reason: string;
  author: string | null;
  recordedAt: string;
  /** Whether this version is the one in force now. */
  inForce: boolean;
}

export interface PolicyPage extends PolicyView {
  content: PolicyContent;
}

export interface PolicyPreview {
  /** Open obligations whose due instant would move. */
  affected: number;
  /** Open cases looked at, within the reader's reach. */
  examined: number;
  /** False when there are more cases than a preview looks at. */
  complete: boolean;
  sample: { caseReference: string; kind: string; oldDueAt: string; newDueAt: string }[];
}

/** How headquarters reads, tries and changes the policy. */
@Injectable()
export class WritePolicy {
  constructor(
    private readonly database: Database,
    private readonly policies: Policies,
    private readonly planners: Planners,
    private readonly obligations: Obligations,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<{ items: PolicyView[] }> {
    return this.database.inTransaction(actor, async () => {
      const all = await this.policies.all();
      const current = inForce(all, this.clock.now());
      return { items: all.map((version) => view(version, current)).reverse() };
    });
  }

  /** One version, or the one in force. 404 for a version that does not exist. */
  show(actor: Actor, version?: number): Promise<PolicyPage> {
    return this.database.inTransaction(actor, async () => {
      const all = await this.policies.all();
      const current = inForce(all, this.clock.now());
      const found = version === undefined ? current : all.find((v) => v.policy.version === version);
      if (!found) throw notFound();
      return page(found, current);
    });
  }

  /**
   * A new version from an instant that is not in the past. Open cases are planned again once it is
   * in force. 422 POLICY_INCOMPLETE names each fault; 422 POLICY_IN_THE_PAST.
   */
  async create(
    actor: Actor,
    body: { effectiveFrom: string; content: unknown; reason: string },
  ): Promise<PolicyPage> {
    const content = this.checked(body.content);
    const now = this.clock.now();
    const from = Temporal.Instant.from(body.effectiveFrom);
    if (Temporal.Instant.compare(from, now) < 0) {
      throw new DomainError('POLICY_IN_THE_PAST', {
        errors: [{ path: 'effectiveFrom', code: 'POLICY_IN_THE_PAST' }],
      });
    }
    return this.database.inTransaction(actor, async () => {
      actor.require('policy.edit');
      await this.database.query(ONE_AT_A_TIME);
      const [row] = await this.database.query<{ version: number }>(INSERT, [
        from.toString(),
        JSON.stringify(content),
        body.reason.normalize('NFC'),
      ]);
      const { version } = row!;
      await this.audit.record({
        action: 'policy.created',
        subjectType: 'obligation_policy',
        subjectId: null,
        after: content,
        details: { version, effectiveFrom: from.toString() },
      });
      const all = await this.policies.all(version);
      return page(
        all.find((v) => v.policy.version === version)!,
        inForce(all, now),
      );
    });
  }

  /** What `content` would move if it were in force now; changes nothing. */
  async preview(actor: Actor, body: { content: unknown }): Promise<PolicyPreview> {
    const content = this.checked(body.content);
    return this.database.inTransaction(actor, async () => {
      actor.require('policy.edit');
      const { version } = (await this.policies.current(this.clock.now())).policy;
      const preview: PolicyPreview = { affected: 0, examined: 0, complete: true, sample: [] };
      for (let after = BEFORE_ALL; ;) {
        const cases = await this.database.query<{ id: string; reference: string }>(CANDIDATES, [
          after,
          BATCH,
        ]);
        const last = cases.at(-1);
        if (!last) return preview;
        if (preview.examined >= MOST_CASES) return { ...preview, complete: false };
        await this.tryOn(cases, { ...content, version }, preview);
        after = last.id;
      }
    });
  }

  private async tryOn(
    cases: readonly { id: string; reference: string }[],
    policy: PolicyContent & { version: number },
    preview: PolicyPreview,
  ): Promise<void> {
    const references = new Map(cases.map(({ id, reference }) => [id, reference]));
    const plans = await this.obligations.dryRun([...references.keys()], 'preview', policy);
    preview.examined += plans.length;
    for (const { caseId, reconciliation } of plans) {
      for (const { stored, change } of reconciliation.changed) {
        if (!change || change.oldDue.equals(change.newDue)) continue;
        preview.affected += 1;
        // a restricted duty counts, but is not named to whoever edits policies
        if (preview.sample.length >= SAMPLE || stored.tier === 'restricted') continue;
        preview.sample.push({
          caseReference: references.get(caseId)!,
          kind: stored.kind,
          oldDueAt: change.oldDue.toString(),
          newDueAt: change.newDue.toString(),
        });
      }
    }
  }

  /** Whole by its schema, and with a length for every duty that some family plans. */
  private checked(content: unknown): PolicyContent {
    const parsed = policySchema.safeParse(content);
    if (!parsed.success) {
      throw new DomainError('POLICY_INCOMPLETE', {
        errors: parsed.error.issues.map(({ path, code }) => ({
          path: ['content', ...path].join('.'),
          code,
        })),
      });
    }
    const missing = this.planners
      .kinds()
      .filter((kind) => !BY_INTERVAL.has(kind) && !parsed.data.durations[kind]);
    if (missing.length > 0) {
      throw new DomainError('POLICY_INCOMPLETE', {
        errors: missing.map((kind) => ({ path: `content.durations.${kind}`, code: 'isNotEmpty' })),
      });
    }
    return parsed.data;
  }
}

const view = (version: PolicyVersion, current: PolicyVersion): PolicyView => ({
  version: version.policy.version,
  effectiveFrom: version.effectiveFrom.toString(),
  reason: version.reason,
  author: version.author,
  recordedAt: version.recordedAt.toString(),
  inForce: version.policy.version === current.policy.version,
});

function page(version: PolicyVersion, current: PolicyVersion): PolicyPage {
  const { version: _, ...content } = version.policy;
  return { ...view(version, current), content };
}
