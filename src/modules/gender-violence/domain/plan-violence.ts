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
import { RISK_LEVELS, type RiskLevel } from './risk';
import type { ContactFact, MeasureFact, ViolenceFacts } from './violence-facts';

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
type Open = (kind: ViolenceDuty, anchor: string, startsAt: Instant, end?: DutyEnd | null) => Duty;

const compare = Temporal.Instant.compare;

/**
 * The person was reached, or did not want to speak. Whoever did not say the agreed word may not have
 * been free to speak, or not the person at all.
 */
const isFirstContact = ({ outcome, codeWordGiven }: ContactFact): boolean =>
  outcome === 'refused' || (outcome === 'reached' && codeWordGiven !== false);

const firstContact = (facts: ViolenceFacts): ContactFact | null =>
  inOrder(facts.contacts.filter(isFirstContact))[0] ?? null;

function planFirstContact(facts: ViolenceFacts, open: Open): Duty {
  const { openedAt } = facts;
  const contact = firstContact(facts);
  const end = facts.cameInPerson
    ? metBy(facts.caseId, openedAt)
    : contact && metBy(contact.id, contact.occurredAt, openedAt);
  return open('first_contact', 'opening', openedAt, end);
}

/** A first assessment, and from each the next by its level: one of them is always open (rules §4). */
function planAssessments({ openedAt, assessments }: ViolenceFacts, open: Open): Duty[] {
  const all = inOrder(assessments);
  const [first] = all;
  return [
    open(
      'risk_assessment',
      'opening',
      openedAt,
      first && metBy(first.id, first.occurredAt, openedAt),
    ),
    ...all.map(({ id, level, occurredAt }, i) => {
      const next = all[i + 1];
      return open(reassessmentKind(level), id, occurredAt, next && metBy(next.id, next.occurredAt));
    }),
  ];
}

/** What the measure's end does to the duty to renew it. */
function endOfMeasure(
  measure: MeasureFact,
  measures: readonly MeasureFact[],
  zone: string,
): DutyEnd | null {
  const renewal = [...measures]
    .filter(({ renewsId, state }) => renewsId === measure.id && state !== 'refused')
    .sort(
      (a, b) => Temporal.PlainDate.compare(a.askedOn, b.askedOn) || a.id.localeCompare(b.id),
    )[0];
  if (renewal) return metBy(renewal.id, renewal.askedOn.toZonedDateTime(zone).toInstant());
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
    return [
      dutyBefore(
        {
          kind: 'protection_measure_renewal',
          anchor: id,
          lastDay: expiresOn,
          lead,
          notBefore: grantedOn,
        },
        endOfMeasure(measure, measures, zone),
        calendar,
        zone,
      ),
    ];
  });
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
    ...facts.returns.flatMap(({ id, returnedAt, followUps }) =>
      followUpsUntilSafe({ id, at: returnedAt, followUps }, (...duty) =>
        open('return_follow_up', ...duty),
      ),
    ),
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

export const violencePlanner: DutyPlanner<ViolenceFacts> = {
  family: 'gender_violence',
  kinds: VIOLENCE_DUTIES,
  welfareKinds: VIOLENCE_DUTIES,
  visitKinds: [],
  plan: planViolence,
  milestones: violenceMilestones,
};
