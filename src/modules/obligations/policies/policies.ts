import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { policySchema, type Policy } from '../domain/policy';

const LOAD = statement(
  'obligation.policies',
  `SELECT p.version, p.effective_from, p.content, p.reason, p.recorded_at, s.display_name AS author
     FROM obligation_policies p LEFT JOIN staff_names s ON s.id = p.created_by
    ORDER BY p.version`,
);

const NEWEST = statement(
  'obligation.newest-policy',
  'SELECT max(version) AS version FROM obligation_policies',
);

interface PolicyRow {
  version: number;
  effective_from: Date;
  content: unknown;
  reason: string;
  recorded_at: Date;
  author: string | null;
}

/** A version with what is known of its making. */
export interface PolicyVersion {
  policy: Policy;
  effectiveFrom: Temporal.Instant;
  reason: string;
  author: string | null;
  recordedAt: Temporal.Instant;
}

const instant = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());

/** The version in force at `now`: the one that took effect last. */
export function inForce(versions: readonly PolicyVersion[], now: Temporal.Instant): PolicyVersion {
  const effective = versions
    .filter((v) => Temporal.Instant.compare(v.effectiveFrom, now) <= 0)
    .sort(
      (a, b) =>
        Temporal.Instant.compare(a.effectiveFrom, b.effectiveFrom) ||
        a.policy.version - b.policy.version,
    )
    .at(-1);
  if (!effective) throw new Error('no obligation policy is in force');
  return effective;
}

/**
 * The policy versions, kept in memory: a version never changes, so knowing the newest number is
 * knowing them all.
 */
@Injectable()
export class Policies {
  private kept: readonly PolicyVersion[] = [];

  constructor(private readonly database: Database) {}

  /** All versions, oldest first; `newest` when the caller has just read its number. */
  async all(newest?: number): Promise<readonly PolicyVersion[]> {
    const known = this.kept.at(-1)?.policy.version ?? 0;
    if (known < (newest ?? (await this.newest()))) {
      const rows = await this.database.query<PolicyRow>(LOAD);
      this.kept = rows.map((row) => ({
        policy: { ...policySchema.parse(row.content), version: row.version },
        effectiveFrom: instant(row.effective_from),
        reason: row.reason,
        author: row.author,
        recordedAt: instant(row.recorded_at),
      }));
    }
    return this.kept;
  }

  /** The version in force at `now`, within the ambient transaction. */
  async current(now: Temporal.Instant, newest?: number): Promise<PolicyVersion> {
    return inForce(await this.all(newest), now);
  }

  private async newest(): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(NEWEST);
    return row!.version;
  }
}
