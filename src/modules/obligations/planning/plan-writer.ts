import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import type { Milestones } from '../domain/duty';
import type { OpenObligation, Reconciliation } from '../domain/obligation';

/**
 * Everything a plan changes in one round trip. Rows that refer to each other may be written by one
 * statement because PostgreSQL checks references at its end.
 */
const WRITE = statement(
  'obligation.write',
  `WITH inserted AS (
     INSERT INTO obligations (id, case_id, post_id, tier, kind, anchor, starts_at, due_at, status,
                              met_at, met_by, why, breached_at, policy_version)
     SELECT id, case_id, post_id, tier, kind, anchor, starts_at, due_at, status,
            met_at, met_by, why, breached_at, policy_version
       FROM jsonb_to_recordset($1) AS n (id uuid, case_id uuid, post_id uuid, tier text, kind text,
            anchor text, starts_at timestamptz, due_at timestamptz, status text, met_at timestamptz,
            met_by uuid, why text, breached_at timestamptz, policy_version integer)
   ), changed AS (
     UPDATE obligations o
        SET post_id = n.post_id, starts_at = n.starts_at, due_at = n.due_at, status = n.status,
            met_at = n.met_at, met_by = n.met_by, why = n.why,
            breached_at = coalesce(o.breached_at, n.breached_at),
            acknowledged_at = CASE WHEN o.due_at = n.due_at THEN o.acknowledged_at END,
            acknowledged_by = CASE WHEN o.due_at = n.due_at THEN o.acknowledged_by END,
            policy_version = CASE WHEN o.due_at = n.due_at THEN o.policy_version ELSE n.policy_version END,
            version = o.version + 1
       FROM jsonb_to_recordset($2) AS n (id uuid, post_id uuid, starts_at timestamptz,
            due_at timestamptz, status text, met_at timestamptz, met_by uuid, why text,
            breached_at timestamptz, policy_version integer)
      WHERE o.id = n.id
   ), told AS (
     INSERT INTO obligation_changes (id, obligation_id, case_id, tier, at, why, old_due_at,
                                     new_due_at, old_status, new_status, policy_version)
     SELECT id, obligation_id, case_id, tier, at, why, old_due_at, new_due_at, old_status,
            new_status, policy_version
       FROM jsonb_to_recordset($3) AS n (id uuid, obligation_id uuid, case_id uuid, tier text,
            at timestamptz, why text, old_due_at timestamptz, new_due_at timestamptz,
            old_status text, new_status text, policy_version integer)
   ), planned AS (
     INSERT INTO reminders AS r (id, obligation_id, case_id, tier, rung, due_at, recipient, send_at)
     SELECT id, obligation_id, case_id, tier, rung, due_at, recipient, send_at
       FROM jsonb_to_recordset($4) AS n (id uuid, obligation_id uuid, case_id uuid, tier text,
            rung text, due_at timestamptz, recipient text, send_at timestamptz)
     ON CONFLICT (obligation_id, rung, due_at) DO UPDATE
       SET state = 'planned', send_at = excluded.send_at, recipient = excluded.recipient
       WHERE r.state = 'void'
   ), moved AS (
     UPDATE reminders r SET send_at = n.send_at
       FROM jsonb_to_recordset($5) AS n (id uuid, send_at timestamptz)
      WHERE r.id = n.id AND r.state = 'planned'
   ), voided AS (
     UPDATE reminders SET state = 'void' WHERE id = ANY ($6) AND state IN ('planned', 'queued')
   )
   UPDATE cases c
      SET next_due_at = n.next_due_at, next_duty = n.next_duty, next_visit_at = n.next_visit_at,
          last_visit_at = n.last_visit_at, first_contact_at = n.first_contact_at, queue_rank = n.queue_rank
     FROM jsonb_to_recordset($7) AS n (id uuid, next_due_at timestamptz, next_duty text,
          next_visit_at timestamptz, last_visit_at timestamptz, first_contact_at timestamptz, queue_rank smallint)
    WHERE c.id = n.id
      AND (c.next_due_at, c.next_duty, c.next_visit_at, c.last_visit_at, c.first_contact_at, c.queue_rank)
          IS DISTINCT FROM
          (n.next_due_at, n.next_duty, n.next_visit_at, n.last_visit_at, n.first_contact_at, n.queue_rank)`,
);

/** Stands for a duty that only readers of restricted parts may know (`cases.next_duty`). */
export const RESERVED_DUTY = 'reserved_duty';

/** The plan of one case, ready to be written. */
export interface CasePlan {
  caseId: string;
  postId: string;
  policyVersion: number;
  reconciliation: Reconciliation;
  milestones: Milestones;
  visitKinds: readonly string[];
}

/** What `cases` shows of its obligations: computed from events, never typed. */
export interface CaseProjection {
  nextDueAt: Temporal.Instant | null;
  nextDuty: string | null;
  nextVisitAt: Temporal.Instant | null;
  lastVisitAt: Temporal.Instant | null;
  firstContactAt: Temporal.Instant | null;
  /** 0 goes above all other work, 1 is any other case; within a rank the next due comes first. */
  queueRank: 0 | 1;
}

export function projectionOf(plan: CasePlan): CaseProjection {
  const { open } = plan.reconciliation;
  const next: OpenObligation | undefined = open[0];
  const visit = open.find(({ kind }) => plan.visitKinds.includes(kind));
  const { comesFirst, ...milestones } = plan.milestones;
  return {
    nextDueAt: next?.due ?? null,
    nextDuty: next ? (next.tier === 'restricted' ? RESERVED_DUTY : next.kind) : null,
    nextVisitAt: visit?.due ?? null,
    ...milestones,
    queueRank: comesFirst ? 0 : 1,
  };
}

/** Writes plans; the caller holds the lock of each case. */
@Injectable()
export class PlanWriter {
  constructor(private readonly database: Database) {}

  async write(plans: readonly CasePlan[], now: Temporal.Instant): Promise<void> {
    const rows = plans.map((plan) => rowsOf(plan, now));
    const all = (key: Exclude<keyof Rows, 'voided'>) => JSON.stringify(rows.flatMap((r) => r[key]));
    this.database.post(WRITE, [
      all('inserted'),
      all('changed'),
      all('told'),
      all('planned'),
      all('moved'),
      rows.flatMap((r) => r.voided),
      JSON.stringify(plans.map(projectionRow)),
    ]);
  }
}

interface Rows {
  inserted: object[];
  changed: object[];
  told: object[];
  planned: object[];
  moved: object[];
  voided: string[];
}

/** Instants become ISO strings in JSON by themselves. */
function rowsOf(plan: CasePlan, now: Temporal.Instant): Rows {
  const { caseId, reconciliation: r } = plan;
  const policy_version = plan.policyVersion;
  const inserted = r.inserted.map((entry) => ({ ...entry, id: newId() }));
  const reminder = (
    obligation: { id: string; tier: string; due: Temporal.Instant },
    step: { rung: string; recipient: string; sendAt: Temporal.Instant },
  ) => ({
    id: newId(),
    obligation_id: obligation.id,
    case_id: caseId,
    tier: obligation.tier,
    rung: step.rung,
    due_at: obligation.due,
    recipient: step.recipient,
    send_at: step.sendAt,
  });
  return {
    inserted: inserted.map(({ id, duty, breachedAt }) => ({
      id,
      case_id: caseId,
      post_id: plan.postId,
      tier: duty.tier ?? 'standard',
      kind: duty.kind,
      anchor: duty.anchor,
      starts_at: duty.startsAt,
      due_at: duty.due,
      status: duty.state,
      met_at: duty.metAt ?? null,
      met_by: duty.metBy ?? null,
      why: duty.why ?? null,
      breached_at: breachedAt,
      policy_version,
    })),
    changed: r.changed.map(({ stored, next }) => ({
      id: stored.id,
      post_id: next.postId,
      starts_at: next.startsAt,
      due_at: next.due,
      status: next.state,
      met_at: next.metAt,
      met_by: next.metBy,
      why: next.why,
      breached_at: next.breachedAt,
      policy_version,
    })),
    told: r.changed.flatMap(({ stored, change }) =>
      change
        ? {
            id: newId(),
            obligation_id: stored.id,
            case_id: caseId,
            tier: stored.tier,
            at: now,
            why: change.why,
            old_due_at: change.oldDue,
            new_due_at: change.newDue,
            old_status: change.oldState,
            new_status: change.newState,
            policy_version,
          }
        : [],
    ),
    planned: [
      ...inserted.flatMap(({ id, duty, reminders }) =>
        reminders.map((step) =>
          reminder({ id, tier: duty.tier ?? 'standard', due: duty.due }, step),
        ),
      ),
      ...r.planned.map(({ stored, due, reminder: step }) =>
        reminder({ id: stored.id, tier: stored.tier, due }, step),
      ),
    ],
    moved: r.moved.map(({ id, sendAt }) => ({ id, send_at: sendAt })),
    voided: r.voided,
  };
}

function projectionRow(plan: CasePlan): object {
  const projection = projectionOf(plan);
  return {
    id: plan.caseId,
    next_due_at: projection.nextDueAt,
    next_duty: projection.nextDuty,
    next_visit_at: projection.nextVisitAt,
    last_visit_at: projection.lastVisitAt,
    first_contact_at: projection.firstContactAt,
    queue_rank: projection.queueRank,
  };
}
