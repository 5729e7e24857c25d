import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import type { DutyState } from '../domain/duty';
import type { BreachReason } from '../domain/obligation';

const SELECT = `
  SELECT o.id, o.case_id AS "caseId", o.kind, o.tier, o.starts_at AS "startsAt", o.due_at AS "dueAt",
         o.status, o.met_at AS "metAt", o.why, o.breached_at AS "breachedAt",
         o.snoozed_until AS "snoozedUntil", o.breach_reason AS "breachReason", o.breach_note AS "breachNote",
         o.breach_accepted_at AS "acceptedAt", accepted.display_name AS "acceptedBy",
         o.acceptance_note AS "acceptanceNote", o.acknowledged_at AS "acknowledgedAt",
         heard.display_name AS "acknowledgedBy", o.policy_version AS "policyVersion", o.version,
         coalesce((SELECT jsonb_agg(jsonb_build_object('at', h.at, 'why', h.why,
                     'oldDueAt', h.old_due_at, 'newDueAt', h.new_due_at, 'oldStatus', h.old_status,
                     'newStatus', h.new_status, 'policyVersion', h.policy_version) ORDER BY h.at, h.id)
                     FROM obligation_changes h WHERE h.obligation_id = o.id), '[]') AS changes
    FROM obligations o
    LEFT JOIN staff_names accepted ON accepted.id = o.breach_accepted_by
    LEFT JOIN staff_names heard ON heard.id = o.acknowledged_by`;
const OF_CASE = statement(
  'obligation.of-case',
  `${SELECT} WHERE o.case_id = $1 ORDER BY (o.status <> 'open'), o.due_at, o.id`,
);
const ONE = statement('obligation.one', `${SELECT} WHERE o.id = $1`);
const CASE = statement('obligation.case-in-reach', 'SELECT 1 AS found FROM cases WHERE id = $1');

interface Change<Instant> {
  at: Instant;
  why: string;
  oldDueAt: Instant;
  newDueAt: Instant;
  oldStatus: DutyState;
  newStatus: DutyState;
  policyVersion: number;
}

interface Row {
  id: string;
  caseId: string;
  kind: string;
  tier: 'standard' | 'restricted';
  startsAt: Date;
  dueAt: Date;
  status: DutyState;
  metAt: Date | null;
  why: string | null;
  breachedAt: Date | null;
  breachReason: BreachReason | null;
  breachNote: StoredText | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  acceptanceNote: StoredText | null;
  acknowledgedAt: Date | null;
  acknowledgedBy: string | null;
  snoozedUntil: Date | null;
  policyVersion: number;
  version: number;
  changes: Change<string>[];
}

/** A duty as people read it; instants ISO 8601 UTC. */
export interface ObligationView {
  id: string;
  caseId: string;
  kind: string;
  tier: 'standard' | 'restricted';
  startsAt: string;
  dueAt: string;
  status: DutyState;
  overdue: boolean;
  metAt: string | null;
  /** Code of why it was excused or cancelled. */
  why: string | null;
  breachedAt: string | null;
  breachReason: BreachReason | null;
  breachNote: string | null;
  acceptedAt: string | null;
  acceptedBy: string | null;
  acceptanceNote: string | null;
  acknowledgedAt: string | null;
  acknowledgedBy: string | null;
  /** Until when the officer's reminders wait; null when they do not. */
  snoozedUntil: string | null;
  policyVersion: number;
  version: number;
  /** Old → new, and why, oldest first. */
  changes: Change<string>[];
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const text = (stored: StoredText | null): string | null =>
  stored && ProtectedText.fromStored(stored).reveal();

/** Reads duties in the reader's scope: restricted ones are absent for whoever may not know of them. */
@Injectable()
export class ListObligations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Open ones first, soonest first. 404 when the case is out of reach. */
  run(actor: Actor, caseId: string): Promise<{ items: ObligationView[] }> {
    return this.database.inTransaction(actor, async () => {
      const [found] = await this.database.query(CASE, [caseId]);
      if (!found) throw notFound();
      return { items: await this.ofCase(caseId) };
    });
  }

  /** Within the ambient transaction. */
  async ofCase(caseId: string): Promise<ObligationView[]> {
    const rows = await this.database.query<Row>(OF_CASE, [caseId]);
    return rows.map((row) => this.view(row));
  }

  /** Within the ambient transaction; 404 when absent or out of reach. */
  async one(id: string): Promise<ObligationView> {
    const [row] = await this.database.query<Row>(ONE, [id]);
    if (!row) throw notFound();
    return this.view(row);
  }

  private view(row: Row): ObligationView {
    const utc = (instant: string) => new Date(instant).toISOString();
    return {
      ...row,
      startsAt: row.startsAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      overdue: row.status === 'open' && row.dueAt.getTime() <= this.clock.now().epochMilliseconds,
      metAt: iso(row.metAt),
      breachedAt: iso(row.breachedAt),
      breachNote: text(row.breachNote),
      acceptedAt: iso(row.acceptedAt),
      acceptanceNote: text(row.acceptanceNote),
      acknowledgedAt: iso(row.acknowledgedAt),
      snoozedUntil: iso(row.snoozedUntil),
      changes: row.changes.map((change) => ({
        ...change,
        at: utc(change.at),
        oldDueAt: utc(change.oldDueAt),
        newDueAt: utc(change.newDueAt),
      })),
    };
  }
}
