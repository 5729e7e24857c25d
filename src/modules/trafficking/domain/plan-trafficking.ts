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
  later,
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
import type { ReferralFact, TraffickingFacts } from './trafficking-facts';
import type { ReferralRecipient } from './protection';

export const TRAFFICKING_DUTIES = [
  'first_contact',
  'identity_verification',
  'prosecutor_informed',
  'headquarters_informed',
  'police_unit_informed',
  'cooperation_unit_informed',
  'trafficking_referral_answer',
  'reflection_period_end',
  'return_follow_up',
] as const;
type TraffickingDuty = (typeof TRAFFICKING_DUTIES)[number];

type Instant = Temporal.Instant;
type Open = OpenDuty<TraffickingDuty>;
const compare = Temporal.Instant.compare;

const firstTo = (facts: TraffickingFacts, recipient: ReferralRecipient): ReferralFact | null =>
  inOrder(facts.referrals.filter((referral) => referral.recipient === recipient))[0] ?? null;

/** Told, or kept from an authority because it would put the person in danger. */
function endOf(referral: ReferralFact | null, startsAt: Instant): DutyEnd | null {
  if (!referral) return null;
  const end = metBy(referral.id, referral.occurredAt, startsAt);
  return referral.state === 'withheld'
    ? { ...end, state: 'excused', why: 'danger_to_the_person' }
    : end;
}

/** Identity, nationality and age; host prosecutor and headquarters; then what headquarters owes. */
function planFirstDay(facts: TraffickingFacts, open: Open): Duty[] {
  const { openedAt } = facts;
  const checked = inOrder(
    facts.checks.filter((c) => c.nationalityFinding !== 'not_yet' && c.ageFinding !== 'not_yet'),
  )[0];
  const headquarters = firstTo(facts, 'headquarters');
  const since = headquarters && later(headquarters.occurredAt, openedAt);
  const informed = (kind: TraffickingDuty, recipient: ReferralRecipient, startsAt: Instant) =>
    open(kind, 'opening', startsAt, endOf(firstTo(facts, recipient), startsAt));
  return [
    planFirstContact(facts, open),
    open('identity_verification', 'opening', openedAt, metByFact(checked, openedAt)),
    informed('prosecutor_informed', 'host_prosecutor', openedAt),
    informed('headquarters_informed', 'headquarters', openedAt),
    ...(since
      ? [
          informed('police_unit_informed', 'police_unit', since),
          informed('cooperation_unit_informed', 'cooperation_unit', since),
        ]
      : []),
  ];
}

/** Whoever was told answers; headquarters is the house itself. */
const planAnswers = (facts: TraffickingFacts, open: Open): Duty[] =>
  facts.referrals
    .filter(({ recipient, state }) => recipient !== 'headquarters' && state !== 'withheld')
    .map(({ id, occurredAt, answeredAt }) =>
      open(
        'trafficking_referral_answer',
        id,
        occurredAt,
        answeredAt && metBy(id, answeredAt, occurredAt),
      ),
    );

/** Before the time to think runs out: prolong it, end it, or go on. */
function planReflections(
  { reflections }: TraffickingFacts,
  lead: number,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const all = [...reflections].sort(
    (a, b) => compare(a.recordedAt, b.recordedAt) || a.id.localeCompare(b.id),
  );
  return all.flatMap(({ id, state, fromOn, untilOn }, i) => {
    if (state !== 'granted' || !untilOn) return [];
    const next = all[i + 1];
    return [
      dutyBefore(
        { kind: 'reflection_period_end', anchor: id, lastDay: untilOn, lead, notBefore: fromOn },
        next ? metBy(next.id, next.recordedAt) : null,
        calendar,
        zone,
      ),
    ];
  });
}

/**
 * Every duty that the facts of such a case give, met ones included (rules §5). Lengths come from
 * `policy`; the same facts, policy and calendar always give the same duties. While nothing is open
 * here, the review that every case has is (rules §3).
 */
export function planTrafficking(
  facts: TraffickingFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const open: Open = dutiesOn(policy, calendar, zone);
  const lead = daysOf(durationOf(policy, 'reflection_period_end'));
  return inDutyOrder([
    ...planFirstDay(facts, open),
    ...planAnswers(facts, open),
    ...planReflections(facts, lead, calendar, zone),
    ...facts.returns.flatMap(({ id, arrivedAt, followUps }) =>
      arrivedAt
        ? followUpsUntilSafe({ id, at: arrivedAt, followUps }, (...duty) =>
            open('return_follow_up', ...duty),
          )
        : [],
    ),
  ]);
}

export const traffickingPlanner: DutyPlanner<TraffickingFacts> = {
  family: 'trafficking',
  kinds: TRAFFICKING_DUTIES,
  welfareKinds: TRAFFICKING_DUTIES,
  visitKinds: [],
  plan: planTrafficking,
  milestones: contactMilestones,
};
