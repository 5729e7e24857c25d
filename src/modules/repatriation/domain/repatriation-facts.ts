import type { Temporal } from '@js-temporal/polyfill';
import type { Undertaking } from './eligibility';
import type { Segment } from './itinerary';
import type { JourneyPaperFact } from './journey';
import type { RepatriationType } from './repatriation-type';
import type { StepState } from './schedule';
import type {
  ConsultationKind,
  ConsultationState,
  ReceptionStage,
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
export type SegmentFact = Segment & { id: string };

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
  steps: readonly StepFact[];
  undertaking: Undertaking | null;
  /** What of the cost is not to be repaid, 0 to 100. */
  waivedPercent: number;
  consultations: readonly {
    id: string;
    kind: ConsultationKind;
    state: ConsultationState;
    askedAt: Instant;
    answeredAt: Instant | null;
  }[];
  papers: readonly JourneyPaperFact[];
  /** In the order travelled. */
  segments: readonly SegmentFact[];
  receptions: readonly { id: string; stage: ReceptionStage; acceptedOn: Day | null }[];
  boardedAt: Instant | null;
  arrivals: readonly { id: string; personId: string; occurredAt: Instant }[];
  followUps: readonly {
    id: string;
    occurredAt: Instant;
    finding: ReturnFinding;
    benefitsTold: boolean;
  }[];
}

/** Whether headquarters let money be spent; a later refusal takes it back. */
export function isAuthorised({ consultations }: RepatriationFacts): boolean {
  const answered = consultations
    .filter(({ state }) => state === 'authorised' || state === 'refused')
    .sort((a, b) => a.answeredAt!.epochMilliseconds - b.answeredAt!.epochMilliseconds);
  return answered.at(-1)?.state === 'authorised';
}
