import { type Temporal } from '@js-temporal/polyfill';
import {
  dutiesOn,
  inDutyOrder,
  inOrder,
  later,
  metBy,
  metByFact,
  type Duty,
  type DutyEnd,
  type DutyPlanner,
  type Milestones,
  type OpenDuty,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import type { DeathFacts, DecisionFact, InquiryFact } from './death-facts';

export const DEATH_DUTIES = [
  'kin_informed',
  'custody_headquarters_informed',
  'remains_decision',
  'remains_documents',
  'remains_at_rest',
  'death_registration',
  'inquiry_follow_up',
  'estate_headquarters_informed',
  'estate_hand_over',
] as const;
type DeathDuty = (typeof DEATH_DUTIES)[number];

type Instant = Temporal.Instant;
type Open = OpenDuty<DeathDuty>;
interface Dated {
  id: string;
  occurredAt: Instant;
}

/** The decision that holds: the newest. */
export const decisionOf = ({ decisions }: DeathFacts): DecisionFact | null =>
  inOrder(decisions).at(-1) ?? null;

/** Remains came to rest, or were received in Peru; an estate has none. */
const restOf = ({ rests }: DeathFacts): Dated | null => inOrder(rests)[0] ?? null;

/** The service has remains to care for: neither an estate, nor what the family does by itself. */
export const caresForRemains = (facts: DeathFacts): boolean =>
  facts.type !== 'estate' && decisionOf(facts)?.way !== 'family_arranges';

export const areAtRest = (facts: DeathFacts): boolean =>
  !caresForRemains(facts) || restOf(facts) !== null;

/** Told, or impossible by the head of post's word: the last entry does not undo the first. */
export const kinSettled = ({ kin }: DeathFacts): Dated | null => inOrder(kin)[0] ?? null;

const reportOn = (facts: DeathFacts, subject: string): Dated | null =>
  inOrder(facts.reports.filter((r) => r.subject === subject))[0] ?? null;

/** A death in custody of which headquarters does not know yet. */
const isUnreported = (facts: DeathFacts): boolean =>
  facts.custodyKnownAt !== null && reportOn(facts, 'custody') === null;

function planKin(facts: DeathFacts, open: Open): Duty[] {
  const told = kinSettled(facts);
  const impossible = facts.kin.find(({ id }) => id === told?.id)?.outcome === 'impossible';
  const end = metByFact(told, facts.openedAt);
  const kept =
    end && impossible ? { ...end, state: 'excused' as const, why: 'kin_unreachable' } : end;
  return [open('kin_informed', 'opening', facts.openedAt, kept)];
}

/** Headquarters is told of what it must know at once: custody; an estate without known heirs (RC 163). */
const planReports = (facts: DeathFacts, open: Open): Duty[] =>
  (
    [
      ['custody_headquarters_informed', 'custody', facts.custodyKnownAt],
      ['estate_headquarters_informed', 'estate', facts.noHeirsKnownAt],
    ] as const
  ).flatMap(([kind, subject, from]) =>
    from ? [open(kind, subject, from, metByFact(reportOn(facts, subject), from))] : [],
  );

/** The family decides, the documents are gathered, and the remains come to rest. */
function planRemains(facts: DeathFacts, open: Open): Duty[] {
  if (facts.type === 'estate') return [];
  const asked = kinSettled(facts);
  const [first] = inOrder(facts.decisions);
  const rest = restOf(facts);
  const duties: Duty[] = [];
  if (asked || first) {
    const from = asked ? asked.occurredAt : first!.occurredAt;
    const start = later(facts.openedAt, from);
    duties.push(open('remains_decision', 'kin', start, metByFact(first ?? rest, start)));
  }
  if (!first) return duties;
  const start = later(facts.openedAt, first.occurredAt);
  const decided = decisionOf(facts)!;
  const left: DutyEnd | null =
    decided.way === 'family_arranges'
      ? {
          state: 'cancelled',
          metAt: later(start, decided.occurredAt),
          metBy: decided.id,
          why: 'family_arranges',
        }
      : null;
  const whole = facts.pendingDocuments.length === 0 ? facts.documentsAt : null;
  return [
    ...duties,
    open('remains_documents', first.id, start, left ?? metByFact(whole ?? rest, start)),
    open('remains_at_rest', first.id, start, left ?? metByFact(rest, start)),
  ];
}

/** Whoever has no declarant is registered ex officio (RC 96). */
const planRegistration = (facts: DeathFacts, open: Open): Duty[] => [
  open(
    'death_registration',
    'opening',
    facts.openedAt,
    metByFact(inOrder(facts.registrations)[0], facts.openedAt),
  ),
];

/** From each word with the authority the next, until the investigation is concluded. */
function followUps(inquiry: InquiryFact, open: Open): Duty[] {
  const { concludedAt } = inquiry;
  const duties: Duty[] = [];
  let [anchor, from] = [inquiry.id, inquiry.openedAt];
  for (const contact of inOrder(inquiry.contacts)) {
    const at = later(from, contact.occurredAt);
    duties.push(open('inquiry_follow_up', anchor, from, metBy(contact.id, at)));
    [anchor, from] = [contact.id, at];
  }
  const end = concludedAt && metBy(inquiry.id, concludedAt, from);
  return [...duties, open('inquiry_follow_up', anchor, from, end)];
}

/** Until the authority that investigates is on file, finding it is the follow-up. */
function planInquiries(facts: DeathFacts, open: Open): Duty[] {
  const { inquiryKnownAt, inquiries } = facts;
  const [first] = inOrder(inquiries.map((i) => ({ ...i, occurredAt: i.openedAt })));
  const finding = inquiryKnownAt
    ? [open('inquiry_follow_up', 'authority', inquiryKnownAt, metByFact(first, inquiryKnownAt))]
    : [];
  return [...finding, ...inquiries.flatMap((inquiry) => followUps(inquiry, open))];
}

const planEffects = ({ effects }: DeathFacts, open: Open): Duty[] =>
  effects.map(({ id, takenAt, handedOverAt }) =>
    open(
      'estate_hand_over',
      id,
      takenAt,
      metByFact(handedOverAt && { id, occurredAt: handedOverAt }, takenAt),
    ),
  );

/**
 * Every duty that the facts of a death give, met and excused ones included (rules §6). Lengths come
 * from `policy`; the same facts, policy and calendar always give the same duties.
 */
export function planDeath(
  facts: DeathFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const open: Open = dutiesOn(policy, calendar, zone);
  return inDutyOrder([
    ...planKin(facts, open),
    ...planReports(facts, open),
    ...planRemains(facts, open),
    ...planRegistration(facts, open),
    ...planInquiries(facts, open),
    ...planEffects(facts, open),
  ]);
}

/** Remains that are not yet at rest, and a death in custody not yet reported, come before all other work. */
export const deathMilestones = (facts: DeathFacts): Milestones => ({
  firstContactAt:
    inOrder(facts.kin.filter(({ outcome }) => outcome === 'told'))[0]?.occurredAt ?? null,
  lastVisitAt: null,
  comesFirst: !areAtRest(facts) || isUnreported(facts),
});

export const deathPlanner: DutyPlanner<DeathFacts> = {
  family: 'death',
  kinds: DEATH_DUTIES,
  welfareKinds: ['kin_informed', 'custody_headquarters_informed'],
  visitKinds: [],
  ofAttention: false,
  plan: planDeath,
  milestones: deathMilestones,
};
