import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import type { DutyState } from '../domain/duty';
import type { CaseEvents, DatedFact } from '../domain/generic-duties';
import type { ReminderState, StoredObligation } from '../domain/obligation';
import type { RungRecipient } from '../domain/policy';

/** Locks against writers of the same case, not against rows that merely refer to it. */
const LOCK = statement(
  'obligation.lock-cases',
  `SELECT c.id, c.post_id, c.family, c.closed_at IS NULL AS open, c.recorded_at,
          p.time_zone, p.calendar_version, (SELECT max(version) FROM obligation_policies) AS newest_policy
     FROM cases c JOIN posts p ON p.id = c.post_id
    WHERE c.id = ANY ($1) ORDER BY c.id FOR NO KEY UPDATE OF c`,
);
const READ = statement('obligation.read-cases', LOCK.text.replace('FOR NO KEY UPDATE OF c', ''));
const EVENTS = statement(
  'obligation.case-events',
  `SELECT case_id, kind, id, occurred_at FROM timeline_entries
    WHERE case_id = ANY ($1)
      AND kind IN ('case.opened', 'case.reopened', 'review.recorded', 'vulnerability.assessed')
    ORDER BY occurred_at, id`,
);
const STORED = statement(
  'obligation.stored',
  `SELECT o.id, o.case_id, o.kind, o.anchor, o.post_id, o.tier, o.starts_at, o.due_at, o.status,
          o.met_at, o.met_by, o.why, o.breached_at, o.acknowledged_at IS NOT NULL AS acknowledged, o.snoozed_until,
          coalesce((SELECT jsonb_agg(jsonb_build_object('id', r.id, 'rung', r.rung,
                      'recipient', r.recipient, 'state', r.state,
                      'due', extract(epoch FROM r.due_at) * 1000,
                      'sendAt', extract(epoch FROM r.send_at) * 1000))
                      FROM reminders r WHERE r.obligation_id = o.id), '[]') AS reminders
     FROM obligations o WHERE o.case_id = ANY ($1)`,
);

/** What planning needs of a case besides the facts of its family. */
export interface CaseGround {
  id: string;
  postId: string;
  family: string;
  zone: string;
  calendarVersion: number;
  newestPolicy: number;
  facts: CaseEvents;
  stored: StoredObligation[];
}

interface CaseRow {
  id: string;
  post_id: string;
  family: string;
  open: boolean;
  recorded_at: Date;
  time_zone: string;
  calendar_version: number;
  newest_policy: number;
}

interface EventRow {
  case_id: string;
  kind: string;
  id: string;
  occurred_at: Date;
}

interface StoredRow {
  id: string;
  case_id: string;
  kind: string;
  anchor: string;
  post_id: string;
  tier: 'standard' | 'restricted';
  starts_at: Date;
  due_at: Date;
  status: DutyState;
  met_at: Date | null;
  met_by: string | null;
  why: string | null;
  breached_at: Date | null;
  acknowledged: boolean;
  snoozed_until: Date | null;
  reminders: {
    id: string;
    rung: string;
    recipient: RungRecipient;
    state: ReminderState;
    due: number;
    sendAt: number;
  }[];
}

const at = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
const maybeAt = (date: Date | null): Temporal.Instant | null => date && at(date);

/** Reads what planning compares: cases with their generic facts, and what the register has. */
@Injectable()
export class PlanReader {
  constructor(private readonly database: Database) {}

  /**
   * The cases of `ids` within reach, by id. `lock` keeps other planners of the same cases out until
   * the transaction ends; reading without it is for what only shows a plan.
   */
  async read(ids: readonly string[], lock: boolean): Promise<CaseGround[]> {
    // sent together and answered in order: the rows are read after the locks are held
    const [cases, eventRows, storedRows] = await Promise.all([
      this.database.query<CaseRow>(lock ? LOCK : READ, [ids]),
      this.database.query<EventRow>(EVENTS, [ids]),
      this.database.query<StoredRow>(STORED, [ids]),
    ]);
    const events = groupBy(eventRows, 'case_id');
    const stored = groupBy(storedRows, 'case_id');
    return cases.map((row) => ({
      id: row.id,
      postId: row.post_id,
      family: row.family,
      zone: row.time_zone,
      calendarVersion: row.calendar_version,
      newestPolicy: row.newest_policy,
      facts: factsOf(row, events.get(row.id) ?? []),
      stored: (stored.get(row.id) ?? []).map(storedOf),
    }));
  }
}

function groupBy<R, K extends keyof R>(rows: readonly R[], key: K): Map<R[K], R[]> {
  const groups = new Map<R[K], R[]>();
  for (const row of rows) {
    const group = groups.get(row[key]);
    if (group) group.push(row);
    else groups.set(row[key], [row]);
  }
  return groups;
}

function factsOf(row: CaseRow, events: readonly EventRow[]): CaseEvents {
  const of = (kind: string): DatedFact[] =>
    events
      .filter((event) => event.kind === kind)
      .map((event) => ({ id: event.id, occurredAt: at(event.occurred_at) }));
  return {
    open: row.open,
    openedAt: of('case.opened')[0]?.occurredAt ?? at(row.recorded_at),
    reopenedAt: of('case.reopened').at(-1)?.occurredAt ?? null,
    assessments: of('vulnerability.assessed'),
    reviews: of('review.recorded'),
  };
}

const storedOf = (row: StoredRow): StoredObligation => ({
  id: row.id,
  kind: row.kind,
  anchor: row.anchor,
  postId: row.post_id,
  tier: row.tier,
  startsAt: at(row.starts_at),
  due: at(row.due_at),
  state: row.status,
  metAt: maybeAt(row.met_at),
  metBy: row.met_by,
  why: row.why,
  breachedAt: maybeAt(row.breached_at),
  acknowledged: row.acknowledged,
  snoozedUntil: maybeAt(row.snoozed_until),
  reminders: row.reminders.map((reminder) => ({
    ...reminder,
    due: Temporal.Instant.fromEpochMilliseconds(Math.floor(reminder.due)),
    sendAt: Temporal.Instant.fromEpochMilliseconds(Math.floor(reminder.sendAt)),
  })),
});
