import type { Temporal } from '@js-temporal/polyfill';
import type { Contacted } from '../../obligations';
import type { AbductionDecision, AbductionRoute, AbductionStep } from './abduction';
import type { ChildAge } from './child';
import type { ReunificationFacts, ReunificationFinding } from './reunification';
import type { CareHearingOutcome } from './state-care';

type Instant = Temporal.Instant;

export interface CareFact {
  id: string;
  since: Temporal.PlainDate;
  endedAt: Instant | null;
  hearings: readonly {
    id: string;
    at: Instant;
    /** When what became of it was written down. */
    notedAt: Instant | null;
    outcome: CareHearingOutcome | null;
  }[];
}

export interface AbductionFact {
  id: string;
  route: AbductionRoute;
  takenOn: Temporal.PlainDate;
  toldAt: Instant;
  /** When a later entry took its place. */
  replacedAt: Instant | null;
  steps: readonly {
    id: string;
    step: AbductionStep;
    decision: AbductionDecision | null;
    on: Temporal.PlainDate;
  }[];
}

export interface ReunionFact {
  id: string;
  occurredAt: Instant;
  followUps: readonly { id: string; occurredAt: Instant; finding: ReunificationFinding }[];
}

/** Everything that the duties of a case follow from, and what its rules compare with. */
export interface MinorFacts extends ReunificationFacts, Contacted {
  /** IANA zone of the post: every day of the case is a day there. */
  zone: string;
  /** ISO 3166-1 alpha-2: where the child is. */
  country: string;
  age: ChildAge;
  care: readonly CareFact[];
  abductions: readonly AbductionFact[];
  reunions: readonly ReunionFact[];
  /** What followed when the child came of age, in order of time. */
  comingsOfAge: readonly { id: string; occurredAt: Instant }[];
}
