import { Temporal } from '@js-temporal/polyfill';
import {
  dutiesOn,
  inDutyOrder,
  inOrder,
  later,
  metByFact,
  type Duty,
  type DutyEnd,
  type DutyPlanner,
  type OpenDuty,
  type Policy,
  type WorkingCalendar,
} from '../../obligations';
import { canSpeak } from './missing-person';
import type { MissingFacts } from './missing-facts';

export const MISSING_DUTIES = [
  'interest_verification',
  'search_begun',
  'search_inquiry_reply',
  'located_person_will',
  'requester_answer',
] as const;
type MissingDuty = (typeof MISSING_DUTIES)[number];

type Instant = Temporal.Instant;
type Open = OpenDuty<MissingDuty>;
interface Dated {
  id: string;
  occurredAt: Instant;
}

const compare = Temporal.Instant.compare;
/** What headquarters decided last of the requester's interest. */
export const interestOf = ({ decisions }: MissingFacts) => inOrder(decisions).at(-1) ?? null;
export const resultOf = ({ results }: MissingFacts) => inOrder(results).at(-1) ?? null;

const firstAfter = <F extends Dated>(facts: readonly F[], from: Instant): F | undefined =>
  inOrder(facts).find(({ occurredAt }) => compare(occurredAt, from) >= 0);

/** How the search ended without saying how: whoever sees the duty may not see the result. */
const ended = (facts: MissingFacts, from: Instant): DutyEnd | null => {
  const [first] = inOrder(facts.results);
  return first
    ? {
        state: 'cancelled',
        metAt: later(from, first.occurredAt),
        metBy: first.id,
        why: 'search_ended',
      }
    : null;
};

/** After headquarters verified the interest the first letter; from each letter its answer or a second. */
function planSearch(facts: MissingFacts, open: Open): Duty[] {
  const { inquiries, decisions } = facts;
  const verified = inOrder(decisions).find(({ decision }) => decision === 'verified');
  const letters = inOrder(inquiries.map((i) => ({ ...i, occurredAt: i.sentAt })));
  const begun = verified
    ? [
        open(
          'search_begun',
          verified.id,
          verified.occurredAt,
          metByFact(letters[0], verified.occurredAt) ?? ended(facts, verified.occurredAt),
        ),
      ]
    : [];
  const replies = letters.map(({ id, sentAt, answeredAt }) => {
    const second = letters.find(({ followsId }) => followsId === id);
    const end =
      metByFact(answeredAt && { id, occurredAt: answeredAt }, sentAt) ??
      metByFact(second, sentAt) ??
      ended(facts, sentAt);
    return open('search_inquiry_reply', id, sentAt, end);
  });
  return [...begun, ...replies];
}

/** Restricted: these duties alone would tell that the person was found. */
function planResult(facts: MissingFacts, open: Open): Duty[] {
  const result = resultOf(facts);
  if (!result) return [];
  const { id, occurredAt } = result;
  const asked = facts.wills.filter(({ will }) => will !== 'not_asked');
  const duties = [
    ...(canSpeak(result.result)
      ? [open('located_person_will', id, occurredAt, metByFact(inOrder(asked)[0], occurredAt))]
      : []),
    open(
      'requester_answer',
      id,
      occurredAt,
      metByFact(firstAfter(facts.answers, occurredAt), occurredAt),
    ),
  ];
  return duties.map((duty) => ({ ...duty, tier: 'restricted' as const }));
}

/**
 * Every duty that the facts of a search give, met ones included (rules §6). Lengths come from `policy`;
 * the same facts, policy and calendar always give the same duties.
 */
export function planMissing(
  facts: MissingFacts,
  policy: Policy,
  calendar: WorkingCalendar,
  zone: string,
): Duty[] {
  const open: Open = dutiesOn(policy, calendar, zone);
  const [decided] = inOrder(facts.decisions);
  return inDutyOrder([
    open('interest_verification', 'opening', facts.openedAt, metByFact(decided, facts.openedAt)),
    ...planSearch(facts, open),
    ...planResult(facts, open),
  ]);
}

export const missingPlanner: DutyPlanner<MissingFacts> = {
  family: 'missing_person',
  kinds: MISSING_DUTIES,
  welfareKinds: MISSING_DUTIES,
  visitKinds: [],
  ofAttention: false,
  plan: planMissing,
  milestones: () => ({ firstContactAt: null, lastVisitAt: null }),
};
