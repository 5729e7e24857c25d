import { Temporal } from '@js-temporal/polyfill';
import {
  contactMilestones,
  daysOf,
  durationOf,
  dutiesOn,
  dutyBefore,
  followUpsUntilSafe,
  inDutyOrder,
  inOrder,
  metBy,
  metByFact,
  planFirstContact,
  type Duty,
  type DutyEnd,
  type DutyPlanner,
  type OpenDuty,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import { RISK_LEVELS, type RiskLevel } from './risk';
import type { MeasureFact, ViolenceFacts } from './violence-facts';

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

type Open = OpenDuty<ViolenceDuty>;

/** A first assessment, and from each the next by its level: one of them is always open (rules §4). */
function planAssessments({ openedAt, assessments }: ViolenceFacts, open: Open): Duty[] {
  const all = inOrder(assessments);
  const [first] = all;
  return [
    open('risk_assessment', 'opening', openedAt, metByFact(first, openedAt)),
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
  const open: Open = dutiesOn(policy, calendar, zone);
  const lead = daysOf(durationOf(policy, 'protection_measure_renewal'));
  return inDutyOrder([
    planFirstContact(facts, open),
    ...planAssessments(facts, open),
    ...planRenewals(facts, lead, calendar, zone),
    ...facts.returns.flatMap(({ id, returnedAt, followUps }) =>
      followUpsUntilSafe({ id, at: returnedAt, followUps }, (...duty) =>
        open('return_follow_up', ...duty),
      ),
    ),
  ]);
}

export const violencePlanner: DutyPlanner<ViolenceFacts> = {
  family: 'gender_violence',
  kinds: VIOLENCE_DUTIES,
  welfareKinds: VIOLENCE_DUTIES,
  visitKinds: [],
  plan: planViolence,
  milestones: contactMilestones,
};
