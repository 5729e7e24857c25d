import type { Temporal } from '@js-temporal/polyfill';
import type { EligibilityFacts, Undertaking } from './eligibility';
import type { Cost, Segment } from './itinerary';
import type { JourneyPaperFact } from './journey';
import type { RepatriationType } from './repatriation-type';
import type { StepState } from './schedule';
import type {
  ConsultationKind,
  ConsultationState,
  ReceptionStage,
  Reimbursement,
  ReturnFinding,
} from './vocabulary';

type Instant = Temporal.Instant;
type Day = Temporal.PlainDate;

export interface ContactFact {
  id: string;
  outcome: string;
  channel: string;
  occurredAt: Instant;
}

/** A step of the plan of a case. Days are days of the post. */
export interface StepFact {
  id: string;
  code: string;
  label: { es: string; en: string };
  days: number;
  after: readonly string[];
  mandatory: boolean;
  state: StepState;
  notBeforeOn: Day | null;
  startedOn: Day | null;
  endedOn: Day | null;
  /** When it was done or found not to be needed. */
  endedAt: Instant | null;
}

/** A leg that stands; instants are UTC. */
export type SegmentFact = Segment & { id: string; bookedAt: Instant };

export interface ConsultationFact {
  id: string;
  kind: ConsultationKind;
  state: ConsultationState;
  /** What the State is to pay in all. */
  costs: readonly Cost[];
  askedAt: Instant;
  answeredAt: Instant | null;
}

export interface UndertakingFact {
  id: string;
  outcome: Undertaking;
  /** What of the cost is not to be repaid, 0 to 100. */
  waivedPercent: number;
  occurredAt: Instant;
}

/** What the rules of a case compare with. */
export interface RepatriationFacts {
  caseId: string;
  type: RepatriationType;
  /** IANA zone of the post. */
  zone: string;
  openedAt: Instant;
  /** The person came themselves: the opening was the first contact. */
  cameInPerson: boolean;
  contacts: readonly ContactFact[];
  /** In the order of the template. */
  steps: readonly StepFact[];
  /** Of the person, as far as the reader may know it; null is not yet known. */
  peruvian: boolean | null;
  inNeed: boolean | null;
  earlier: readonly Reimbursement[];
  agreed: boolean | null;
  childrenBornAbroad: number | null;
  childrenRegistered: number | null;
  removalKnown: boolean;
  undertakings: readonly UndertakingFact[];
  consultations: readonly ConsultationFact[];
  papers: readonly JourneyPaperFact[];
  /** In the order travelled. */
  segments: readonly SegmentFact[];
  receptions: readonly {
    id: string;
    stage: ReceptionStage;
    accepted: boolean;
    occurredAt: Instant;
    handedOverAt: Instant | null;
  }[];
  boardings: readonly { id: string; personId: string; occurredAt: Instant }[];
  arrivals: readonly { id: string; personId: string; occurredAt: Instant }[];
  benefitNotices: readonly { id: string; occurredAt: Instant }[];
  followUps: readonly { id: string; occurredAt: Instant; finding: ReturnFinding }[];
  /** The newest word on the debt; null before the boarding. */
  debt: Reimbursement | null;
}

const newest = <F>(rows: readonly F[], instant: (row: F) => Instant): F | null =>
  rows.reduce<F | null>(
    (last, row) =>
      last === null || instant(row).epochMilliseconds >= instant(last).epochMilliseconds
        ? row
        : last,
    null,
  );

/** The undertaking or waiver that holds. */
export const undertakingOf = ({ undertakings }: RepatriationFacts): UndertakingFact | null =>
  newest(undertakings, ({ occurredAt }) => occurredAt);

/** The last word of headquarters, when it lets money be spent; a later refusal takes it back. */
export function authorisationOf({ consultations }: RepatriationFacts): ConsultationFact | null {
  const answered = consultations.filter(({ answeredAt }) => answeredAt !== null);
  const last = newest(answered, ({ answeredAt }) => answeredAt!);
  return last?.state === 'authorised' ? last : null;
}

/** What the eligibility of the person rests on. */
export const eligibilityFacts = (facts: RepatriationFacts): EligibilityFacts => ({
  ...facts,
  undertaking: undertakingOf(facts)?.outcome ?? null,
  receptionAccepted: facts.receptions.some((r) => r.stage === 'reception' && r.accepted),
});
