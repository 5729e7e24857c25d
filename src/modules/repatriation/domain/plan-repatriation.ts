import { Temporal } from '@js-temporal/polyfill';
import {
  daysOf,
  durationOf,
  dutyBefore,
  followUpsUntilSafe,
  inOrder,
  metBy,
  openDuty,
  type Duty,
  type DutyEnd,
  type DutyPlanner,
  type Milestones,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import { covers, TRAVEL_DOCUMENTS } from './journey';
import type { ContactFact, RepatriationFacts, StepFact } from './repatriation-facts';
import { isOver } from './schedule';

export const REPATRIATION_DUTIES = [
  'first_contact',
  'repatriation_step',
  'consultation_answer',
  'travel_document',
  'arrival_confirmation',
  'return_follow_up',
] as const;
type RepatriationDuty = (typeof REPATRIATION_DUTIES)[number];

type Instant = Temporal.Instant;
type Open = (
  kind: RepatriationDuty,
  anchor: string,
  startsAt: Instant,
  end?: DutyEnd | null,
) => Duty;
const compare = Temporal.Instant.compare;
const latest = (instants: readonly Instant[]): Instant =>
  instants.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

const firstContact = ({ contacts }: RepatriationFacts): ContactFact | null =>
  inOrder(contacts.filter(({ outcome }) => outcome === 'reached' || outcome === 'refused'))[0] ??
  null;

/** Each step from when it can begin, for the days it takes and the grace that the policy gives. */
function planSteps(
  { steps, openedAt, zone }: RepatriationFacts,
  grace: number,
  calendar: WorkingCalendar,
): Duty[] {
  const by = new Map(steps.map((step) => [step.code, step]));
  return steps.flatMap((step) => {
    const before = step.after.flatMap((code) => by.get(code) ?? []);
    if (!isOver(step) && !before.every(isOver)) return [];
    const ends = before.flatMap(({ endedAt }) => endedAt ?? []);
    const startsAt = latest([openedAt, ...ends, ...movedTo(step, zone)]);
    const rule = { unit: 'days' as const, value: step.days + grace };
    const duty = openDuty('repatriation_step', step.id, startsAt, rule, calendar, zone);
    return [{ ...duty, ...endOf(step, startsAt) }];
  });
}

const movedTo = ({ notBeforeOn }: StepFact, zone: string): Instant[] =>
  notBeforeOn ? [notBeforeOn.toZonedDateTime(zone).toInstant()] : [];

function endOf(step: StepFact, startsAt: Instant): DutyEnd | null {
  if (!step.endedAt) return null;
  const end = metBy(step.id, step.endedAt, startsAt);
  return step.state === 'done' ? end : { ...end, state: 'cancelled', why: 'step_not_needed' };
}

/** Before whoever travels leaves, a document that counts on the day. */
function planDocument(
  { segments, papers, zone }: RepatriationFacts,
  lead: number,
  calendar: WorkingCalendar,
): Duty[] {
  const [first] = segments;
  if (!first) return [];
  const leaves = first.departsAt.toZonedDateTimeISO(zone).toPlainDate();
  const held = papers
    .filter((paper) => TRAVEL_DOCUMENTS.includes(paper.kind) && covers(paper, leaves))
    .sort((a, b) => compare(a.obtainedAt, b.obtainedAt) || a.id.localeCompare(b.id))[0];
  const day = { kind: 'travel_document', anchor: first.id, lastDay: leaves, lead };
  return [dutyBefore(day, held ? metBy(held.id, held.obtainedAt) : null, calendar, zone)];
}

/** Whether they arrived is known soon after they should have. */
function planArrival({ segments, arrivals }: RepatriationFacts, open: Open): Duty[] {
  const last = segments.at(-1);
  if (!last) return [];
  const [arrived] = inOrder(arrivals);
  const end = arrived && metBy(arrived.id, arrived.occurredAt, last.arrivesAt);
  return [open('arrival_confirmation', last.id, last.arrivesAt, end)];
}

/**
 * Every duty that the facts of a repatriation give, ended ones included (rules §6). Lengths come from
 * `policy` and from the plan; the same facts, policy and calendar always give the same duties. While a
 * step is open, one that can begin has an open duty, so that no open plan is silent.
 */
export function planRepatriation(
  facts: RepatriationFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const open: Open = (kind, anchor, startsAt, end) => ({
    ...openDuty(kind, anchor, startsAt, durationOf(policy, kind), calendar, zone),
    ...end,
  });
  const { caseId, openedAt, cameInPerson } = facts;
  const length = (kind: RepatriationDuty): number => daysOf(durationOf(policy, kind));
  const contact = firstContact(facts);
  const [arrived] = inOrder(facts.arrivals);
  const duties = [
    open(
      'first_contact',
      'opening',
      openedAt,
      cameInPerson
        ? metBy(caseId, openedAt)
        : contact && metBy(contact.id, contact.occurredAt, openedAt),
    ),
    ...planSteps(facts, length('repatriation_step'), calendar),
    ...facts.consultations
      .filter(({ kind }) => kind === 'consultation')
      .map(({ id, askedAt, answeredAt }) =>
        open('consultation_answer', id, askedAt, answeredAt && metBy(id, answeredAt, askedAt)),
      ),
    ...planDocument(facts, length('travel_document'), calendar),
    ...planArrival(facts, open),
    ...(arrived
      ? followUpsUntilSafe(
          { id: arrived.id, at: arrived.occurredAt, followUps: facts.followUps },
          (anchor, startsAt, end) => open('return_follow_up', anchor, startsAt, end),
        )
      : []),
  ];
  return duties.sort(
    (a, b) =>
      compare(a.startsAt, b.startsAt) ||
      a.kind.localeCompare(b.kind) ||
      a.anchor.localeCompare(b.anchor),
  );
}

/** First contact and last time the person was seen, from events (never typed: rules §3). */
export function repatriationMilestones(facts: RepatriationFacts): Milestones {
  const seen = inOrder(
    facts.contacts.filter(
      ({ outcome, channel }) => outcome === 'reached' && channel === 'in_person',
    ),
  ).at(-1);
  return {
    firstContactAt: facts.cameInPerson ? facts.openedAt : (firstContact(facts)?.occurredAt ?? null),
    lastVisitAt: seen?.occurredAt ?? null,
  };
}

export const repatriationPlanner: DutyPlanner<RepatriationFacts> = {
  family: 'repatriation',
  kinds: REPATRIATION_DUTIES,
  welfareKinds: REPATRIATION_DUTIES,
  visitKinds: [],
  plan: planRepatriation,
  milestones: repatriationMilestones,
};
