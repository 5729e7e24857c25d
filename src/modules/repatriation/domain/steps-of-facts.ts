import { Temporal } from '@js-temporal/polyfill';
import { journeyGaps, TRAVEL_DOCUMENTS, type JourneyPaperFact } from './journey';
import {
  authorisationOf,
  undertakingOf,
  type RepatriationFacts,
  type StepFact,
} from './repatriation-facts';
import { isOver } from './schedule';
import { STEPS_OF_FACTS, type FactOfStep } from './template';

type Instant = Temporal.Instant;

const compare = Temporal.Instant.compare;
const latest = (instants: readonly Instant[]): Instant | null =>
  instants.length === 0 ? null : instants.reduce((a, b) => (compare(a, b) >= 0 ? a : b));
const earliest = (instants: readonly Instant[]): Instant | null =>
  instants.length === 0 ? null : instants.reduce((a, b) => (compare(a, b) <= 0 ? a : b));

/** The day on which they leave, once it is known; else the day of the paper itself. */
const leavesOn = ({ segments, zone }: RepatriationFacts): Temporal.PlainDate | null =>
  segments[0]?.departsAt.toZonedDateTimeISO(zone).toPlainDate() ?? null;

/** Papers that count on the day of the departure; before it is known, those that have not run out. */
function counting(facts: RepatriationFacts, ...kinds: string[]): JourneyPaperFact[] {
  const day = leavesOn(facts);
  return facts.papers.filter(
    ({ kind, expiresOn }) =>
      kinds.includes(kind) &&
      (day === null || expiresOn === null || Temporal.PlainDate.compare(day, expiresOn) <= 0),
  );
}
const held = (facts: RepatriationFacts, ...kinds: string[]): Instant | null =>
  earliest(counting(facts, ...kinds).map(({ obtainedAt }) => obtainedAt));

/** Parents and courts let a child travel: since the last paper that was missing. */
function authorisedAt(facts: RepatriationFacts): Instant | null {
  const kinds = ['court_order', 'parent_authorisation', 'parent_death'];
  const papers = counting(facts, ...kinds);
  const last = papers.map(({ expiresOn, issuedOn }) => expiresOn ?? issuedOn);
  const day = leavesOn(facts) ?? last.reduce<Temporal.PlainDate | null>(laterDay, null);
  if (day === null) return null;
  const gaps = journeyGaps('minor', papers, day);
  const lacks = gaps.includes('NO_AUTHORISATION') || gaps.includes('SECOND_PARENT');
  return lacks ? null : latest(papers.map(({ obtainedAt }) => obtainedAt));
}
const laterDay = (a: Temporal.PlainDate | null, b: Temporal.PlainDate): Temporal.PlainDate =>
  a !== null && Temporal.PlainDate.compare(a, b) >= 0 ? a : b;

/** Everybody who boarded has arrived; without a boarding, somebody has. */
function arrivedAt({ boardings, arrivals }: RepatriationFacts): Instant | null {
  const here = new Set(arrivals.map(({ personId }) => personId));
  if (!boardings.every(({ personId }) => here.has(personId))) return null;
  return latest(arrivals.map(({ occurredAt }) => occurredAt));
}

function consultedAt(facts: RepatriationFacts): Instant | null {
  const reported = facts.consultations.filter(({ state }) => state === 'reported');
  return authorisationOf(facts)?.answeredAt ?? latest(reported.map(({ askedAt }) => askedAt));
}

/** When each fact that ends a step came to be; null: it has not. */
const ENDS: Readonly<Record<FactOfStep, (facts: RepatriationFacts) => Instant | null>> = {
  undertaking: (facts) => {
    const holds = undertakingOf(facts);
    return holds && holds.outcome !== 'declined' ? holds.occurredAt : null;
  },
  consulted: consultedAt,
  travelDocument: (facts) => held(facts, ...TRAVEL_DOCUMENTS),
  authorised: authorisedAt,
  cleared: (facts) => held(facts, 'medical_clearance'),
  escorted: (facts) => held(facts, 'escort'),
  ticketed: ({ segments }) =>
    segments.at(-1)?.toCountry === 'PE' ? latest(segments.map(({ bookedAt }) => bookedAt)) : null,
  reception: ({ receptions }) =>
    earliest(
      receptions.filter((r) => r.stage === 'reception' && r.accepted).map((r) => r.occurredAt),
    ),
  boarded: ({ boardings }) => earliest(boardings.map(({ occurredAt }) => occurredAt)),
  arrived: arrivedAt,
  handedOver: ({ receptions }) =>
    earliest(receptions.flatMap(({ handedOverAt }) => handedOverAt ?? [])),
  followedUp: ({ followUps }) =>
    earliest(followUps.filter((f) => f.finding === 'safe').map((f) => f.occurredAt)),
  benefitsTold: ({ benefitNotices }) =>
    earliest(benefitNotices.map(({ occurredAt }) => occurredAt)),
};

const FACT_OF_CODE: ReadonlyMap<string, FactOfStep> = new Map(
  Object.entries(STEPS_OF_FACTS).map(([fact, code]) => [code, fact as FactOfStep]),
);

const dayOf = (at: Instant, { zone }: RepatriationFacts): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

/** Once the way is booked, boarding and arrival wait for its days and take no longer. */
function asBooked(step: StepFact, facts: RepatriationFacts): StepFact {
  const { segments } = facts;
  const [first, last] = [segments[0], segments.at(-1)];
  if (isOver(step) || !first || last?.toCountry !== 'PE') return step;
  if (step.code === STEPS_OF_FACTS.boarded) {
    return {
      ...step,
      days: 0,
      notBeforeOn: laterDay(step.notBeforeOn, dayOf(first.departsAt, facts)),
    };
  }
  if (step.code !== STEPS_OF_FACTS.arrived) return step;
  return {
    ...step,
    days: 0,
    notBeforeOn: laterDay(step.notBeforeOn, dayOf(last.arrivesAt, facts)),
  };
}

/**
 * The steps as the facts have them: one that a fact ends is done since that fact, whatever was said of
 * it, and is open again when the fact no longer holds (a flight cancelled, a refusal after all).
 */
export const stepsByFacts = (facts: RepatriationFacts): StepFact[] =>
  facts.steps.map((step) => {
    const fact = FACT_OF_CODE.get(step.code);
    const endedAt = fact ? ENDS[fact](facts) : null;
    if (!endedAt) return asBooked(step, facts);
    const endedOn = endedAt.toZonedDateTimeISO(facts.zone).toPlainDate();
    return { ...step, state: 'done', endedAt, endedOn };
  });
