import { Temporal } from '@js-temporal/polyfill';
import { dueAt } from './duration-rule';
import { openDuty, type Duty } from './duty';
import type { WorkingCalendar } from './local-days';
import type { StoredObligation } from './obligation';
import { durationOf, type Policy } from './policy';

/** The duties of every case, whatever its family. */
export const GENERIC_KINDS = ['vulnerability_assessment', 'case_review'] as const;

export interface DatedFact {
  id: string;
  occurredAt: Temporal.Instant;
}

/** What the register knows of any case. */
export interface CaseEvents {
  open: boolean;
  openedAt: Temporal.Instant;
  /** When a closed file was last opened again. */
  reopenedAt: Temporal.Instant | null;
  assessments: readonly DatedFact[];
  reviews: readonly DatedFact[];
}

export interface CaseFacts extends CaseEvents {
  /** False for a mere orientation or an enquiry answered at once (rules §3). */
  ofAttention: boolean;
}

export interface Ground {
  now: Temporal.Instant;
  policy: Policy;
  calendar: WorkingCalendar;
  zone: string;
}

/**
 * Everything a case owes: the duties of its family, the vulnerability assessment, and a case review
 * when nothing else is open, so that no open file is ever silent (rules §3). A closed file owes
 * nothing; what a reopened one still owes starts again at the reopening.
 */
export function allDuties(
  family: readonly Duty[],
  facts: CaseFacts,
  stored: readonly StoredObligation[],
  ground: Ground,
): Duty[] {
  const owed = [...family, ...assessment(facts, ground)].map((duty) =>
    restarted(duty, facts, ground),
  );
  const busy = owed.some((duty) => duty.state === 'open');
  const duties = [...owed, ...reviews(facts, stored, busy, ground)];
  return facts.open ? duties : duties.map((duty) => closed(duty, ground.now));
}

const closed = (duty: Duty, now: Temporal.Instant): Duty =>
  duty.state === 'open' ? { ...duty, state: 'cancelled', metAt: now, why: 'case_closed' } : duty;

function restarted(duty: Duty, facts: CaseFacts, ground: Ground): Duty {
  const from = facts.reopenedAt;
  if (duty.state !== 'open' || !from || Temporal.Instant.compare(duty.startsAt, from) >= 0) {
    return duty;
  }
  const due = dueAt(from, duty.rule, ground.calendar, ground.zone);
  return { ...duty, startsAt: from, due };
}

function assessment(facts: CaseFacts, { policy, calendar, zone }: Ground): Duty[] {
  if (!facts.ofAttention) return [];
  const kind = 'vulnerability_assessment';
  const rule = durationOf(policy, kind);
  return [
    metBy(openDuty(kind, 'opening', facts.openedAt, rule, calendar, zone), facts.assessments),
  ];
}

function reviews(
  facts: CaseFacts,
  stored: readonly StoredObligation[],
  busy: boolean,
  { now, policy, calendar, zone }: Ground,
): Duty[] {
  const kind = 'case_review';
  const rule = durationOf(policy, kind);
  const duties: Duty[] = [];
  for (const row of stored) {
    if (row.kind !== kind) continue;
    if (row.state !== 'open') {
      duties.push(asStored(row, rule));
      continue;
    }
    const since = facts.reviews.filter(
      (review) => Temporal.Instant.compare(review.occurredAt, row.startsAt) >= 0,
    );
    const duty = metBy(openDuty(kind, row.anchor, row.startsAt, rule, calendar, zone), since);
    const needless = busy && duty.state === 'open';
    duties.push(needless ? { ...duty, state: 'cancelled', metAt: now, why: 'other_duty' } : duty);
  }
  if (facts.open && !busy && !duties.some((duty) => duty.state === 'open')) {
    duties.push(openDuty(kind, `${duties.length + 1}`, now, rule, calendar, zone));
  }
  return duties;
}

function metBy(duty: Duty, facts: readonly DatedFact[]): Duty {
  const [first] = [...facts].sort((a, b) => Temporal.Instant.compare(a.occurredAt, b.occurredAt));
  return first ? { ...duty, state: 'met', metAt: first.occurredAt, metBy: first.id } : duty;
}

const asStored = (row: StoredObligation, rule: Duty['rule']): Duty => ({
  kind: row.kind,
  anchor: row.anchor,
  startsAt: row.startsAt,
  due: row.due,
  rule,
  tier: row.tier,
  state: row.state,
  ...(row.metAt && { metAt: row.metAt }),
  ...(row.metBy && { metBy: row.metBy }),
  ...(row.why && { why: row.why }),
});
