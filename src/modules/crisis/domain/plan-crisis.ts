import { type Temporal } from '@js-temporal/polyfill';
import {
  durationOf,
  metBy,
  openDuty,
  type Duty,
  type DutyPlanner,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';

export const CRISIS_DUTIES = ['crisis_contact'] as const;

/** What the duties of a case of a crisis follow from. */
export interface CrisisFacts {
  caseId: string;
  openedAt: Temporal.Instant;
  /** The first time that the person was reached or told how they are; null: never yet. */
  firstKnown: { id: string; occurredAt: Temporal.Instant } | null;
  /** Needs of the registration that are still open. */
  openNeeds: number;
}

/** Whoever was given a case in a crisis is reached in person (length: default). */
export function planCrisis(
  facts: CrisisFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const rule = durationOf(policy, 'crisis_contact');
  const duty = openDuty('crisis_contact', 'opening', facts.openedAt, rule, calendar, zone);
  const { firstKnown } = facts;
  return [
    firstKnown ? { ...duty, ...metBy(firstKnown.id, firstKnown.occurredAt, facts.openedAt) } : duty,
  ];
}

export const crisisPlanner: DutyPlanner<CrisisFacts> = {
  family: 'crisis',
  kinds: CRISIS_DUTIES,
  visitKinds: [],
  plan: planCrisis,
  milestones: ({ firstKnown }) => ({
    firstContactAt: firstKnown?.occurredAt ?? null,
    lastVisitAt: null,
  }),
};

/** The guided work of such a case. */
export const crisisChecklist = (facts: CrisisFacts) => [
  { code: 'crisis_contacted', done: facts.firstKnown !== null, required: true },
  { code: 'crisis_needs_met', done: facts.openNeeds === 0, required: false },
];
