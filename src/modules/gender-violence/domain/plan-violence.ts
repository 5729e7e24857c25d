import { Temporal } from '@js-temporal/polyfill';
import {
  durationOf,
  openDuty,
  type Duty,
  type DutyPlanner,
  type DurationRule,
  type Milestones,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import { RISK_LEVELS, type RiskLevel } from './risk';
import type { ContactFact, MeasureFact, ReturnFact, ViolenceFacts } from './violence-facts';

/** One kind for each level, so that headquarters sets the length of each where it sets the others. */
export const reassessmentKind = <L extends RiskLevel>(level: L) =>
  `risk_reassessment_${level}` as const;

export const VIOLENCE_DUTIES = [
  'first_contact',
  'risk_assessment',
  ...RISK_LEVELS.map(reassessmentKind),
  'protection_measure_renewal',
  'return_follow_up',
] as const;
type ViolenceDuty = (typeof VIOLENCE_DUTIES)[number];

type Instant = Temporal.Instant;
type End = Pick<Duty, 'state' | 'metAt' | 'metBy' | 'why'>;
type Open = (kind: ViolenceDuty, anchor: string, startsAt: Instant, end?: End | null) => Duty;

const compare = Temporal.Instant.compare;
const later = (a: Instant, b: Instant): Instant => (compare(a, b) >= 0 ? a : b);
const earlier = (a: Instant, b: Instant): Instant => (compare(a, b) <= 0 ? a : b);

/** In one order, whatever the order of recording. */
const byTime = <F extends { id: string; occurredAt: Instant }>(facts: readonly F[]): F[] =>
  [...facts].sort((a, b) => compare(a.occurredAt, b.occurredAt) || a.id.localeCompare(b.id));

const met = (id: string, at: Instant): End => ({ state: 'met', metAt: at, metBy: id });

/**
 * The person was reached, or did not want to speak. Whoever did not say the agreed word may not have
 * been free to speak, or not the person at all.
 */
const isFirstContact = ({ outcome, codeWordGiven }: ContactFact): boolean =>
  outcome === 'refused' || (outcome === 'reached' && codeWordGiven !== false);

const firstContact = (facts: ViolenceFacts): ContactFact | null =>
  byTime(facts.contacts.filter(isFirstContact))[0] ?? null;

function planFirstContact(facts: ViolenceFacts, open: Open): Duty {
  const { openedAt } = facts;
  const contact = firstContact(facts);
  const end = facts.cameInPerson
    ? met(facts.caseId, openedAt)
    : contact && met(contact.id, later(openedAt, contact.occurredAt));
  return open('first_contact', 'opening', openedAt, end);
}

/** A first assessment, and from each the next by its level: one of them is always open (rules §4). */
function planAssessments({ openedAt, assessments }: ViolenceFacts, open: Open): Duty[] {
  const all = byTime(assessments);
  const [first] = all;
  return [
    open(
      'risk_assessment',
      'opening',
      openedAt,
      first && met(first.id, later(openedAt, first.occurredAt)),
    ),
    ...all.map(({ id, level, occurredAt }, i) => {
      const next = all[i + 1];
      return open(reassessmentKind(level), id, occurredAt, next && met(next.id, next.occurredAt));
    }),
  ];
}

/** What the measure's end does to the duty to renew it. */
function endOfMeasure(
  measure: MeasureFact,
  measures: readonly MeasureFact[],
  zone: string,
): End | null {
  const renewal = [...measures]
    .filter(({ renewsId, state }) => renewsId === measure.id && state !== 'refused')
    .sort(
      (a, b) => Temporal.PlainDate.compare(a.askedOn, b.askedOn) || a.id.localeCompare(b.id),
    )[0];
  if (renewal) return met(renewal.id, renewal.askedOn.toZonedDateTime(zone).toInstant());
  if (measure.state === 'ended' && measure.endedAt) {
    return {
      state: 'cancelled',
      metAt: measure.endedAt,
      metBy: measure.id,
      why: 'measure_ended',
    };
  }
  return null;
}

const HOURS_PER_DAY = 24;
const daysOf = ({ unit, value }: DurationRule): number =>
  unit === 'hours' ? Math.ceil(value / HOURS_PER_DAY) : value;

/**
 * A measure that expires is renewed before: the duty begins so many days ahead and ends with the
 * measure's last day, or on the working day before it, since courts do not sit on others.
 */
function planRenewals(
  { measures }: ViolenceFacts,
  lead: number,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  return measures.flatMap((measure): Duty[] => {
    const { id, state, grantedOn, expiresOn } = measure;
    if (!expiresOn || (state !== 'granted' && state !== 'ended')) return [];
    const from = expiresOn.subtract({ days: lead });
    const granted = grantedOn ?? from;
    const start = Temporal.PlainDate.compare(from, granted) < 0 ? granted : from;
    const value = Math.max(1, start.until(expiresOn).days);
    const end = endOfMeasure(measure, measures, zone);
    const begins = start.toZonedDateTime(zone).toInstant();
    const duty = openDuty(
      'protection_measure_renewal',
      id,
      begins,
      { unit: 'days', value },
      calendar,
      zone,
    );
    return [end ? { ...duty, ...end, startsAt: earlier(begins, end.metAt!) } : duty];
  });
}

/** Some time after the return somebody asks how the person is, and again until they are safe. */
function planFollowUps({ id, returnedAt, followUps }: ReturnFact, open: Open): Duty[] {
  const duties: Duty[] = [];
  let [anchor, from] = [id, returnedAt];
  for (const visit of byTime(followUps)) {
    const at = later(from, visit.occurredAt);
    duties.push(open('return_follow_up', anchor, from, met(visit.id, at)));
    if (visit.finding === 'safe') return duties;
    [anchor, from] = [visit.id, at];
  }
  return [...duties, open('return_follow_up', anchor, from)];
}

/**
 * Every duty that the facts of a case of violence give, met ones included (rules §4). Lengths come
 * from `policy`; the same facts, policy and calendar always give the same duties.
 */
export function planViolence(
  facts: ViolenceFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const open: Open = (kind, anchor, startsAt, end) => ({
    ...openDuty(kind, anchor, startsAt, durationOf(policy, kind), calendar, zone),
    ...end,
  });
  const lead = daysOf(durationOf(policy, 'protection_measure_renewal'));
  const duties = [
    planFirstContact(facts, open),
    ...planAssessments(facts, open),
    ...planRenewals(facts, lead, calendar, zone),
    ...facts.returns.flatMap((back) => planFollowUps(back, open)),
  ];
  return duties.sort(
    (a, b) =>
      compare(a.startsAt, b.startsAt) ||
      a.kind.localeCompare(b.kind) ||
      a.anchor.localeCompare(b.anchor),
  );
}

/** First contact and last time the person was seen, from events (never typed: rules §3). */
export function violenceMilestones(facts: ViolenceFacts): Milestones {
  const seen = byTime(
    facts.contacts.filter(
      ({ outcome, channel }) => outcome === 'reached' && channel === 'in_person',
    ),
  ).at(-1);
  return {
    firstContactAt: facts.cameInPerson ? facts.openedAt : (firstContact(facts)?.occurredAt ?? null),
    lastVisitAt: seen?.occurredAt ?? null,
  };
}

export const violencePlanner: DutyPlanner<ViolenceFacts> = {
  family: 'gender_violence',
  kinds: VIOLENCE_DUTIES,
  welfareKinds: VIOLENCE_DUTIES,
  visitKinds: [],
  plan: planViolence,
  milestones: violenceMilestones,
};
