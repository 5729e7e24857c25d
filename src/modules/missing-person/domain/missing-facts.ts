import type { Temporal } from '@js-temporal/polyfill';
import type { InterestDecision, SearchResult } from './missing-person';
import type { Will } from './may-tell';

interface Dated {
  id: string;
  occurredAt: Temporal.Instant;
}

export interface InquiryFact {
  id: string;
  sentAt: Temporal.Instant;
  answeredAt: Temporal.Instant | null;
  /** The earlier letter that this one insists on. */
  followsId: string | null;
}

/** Everything that the duties of a search follow from; results come only to readers of restricted parts. */
export interface MissingFacts {
  caseId: string;
  requesterPersonId: string;
  openedAt: Temporal.Instant;
  decisions: readonly (Dated & { decision: InterestDecision })[];
  inquiries: readonly InquiryFact[];
  results: readonly (Dated & { result: SearchResult })[];
  wills: readonly (Dated & { will: Will })[];
  answers: readonly Dated[];
  /** Families of the cases that a link joins. */
  linked: readonly string[];
}
