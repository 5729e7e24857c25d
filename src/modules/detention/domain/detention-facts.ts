import type { Temporal } from '@js-temporal/polyfill';
import type { ContactFact } from './contact';
import type { FacilityKind, Harshness } from './facility';
import type { AssessmentConclusion } from './mistreatment';
import type { Wish, WishSubject } from './notice';
import type { HearingOutcome } from './proceedings';
import type { StageFact } from './stage-history';

export interface DatedContact extends ContactFact {
  occurredAt: Temporal.Instant;
}

export interface StayFact {
  facilityId: string;
  kind: FacilityKind;
  harshness: Harshness;
  country: string;
  since: Temporal.Instant;
}

export interface WishFact {
  id: string;
  subject: WishSubject;
  wish: Wish;
  occurredAt: Temporal.Instant;
}

export interface NoteVerbaleFact {
  id: string;
  /** The contact at which access was denied, when the note protests that. */
  contactId: string | null;
  /** The earlier note that this one insists on. */
  followsId: string | null;
  sentAt: Temporal.Instant;
  repliedAt: Temporal.Instant | null;
  /** When someone recorded why no reply is expected any more. */
  explainedAt: Temporal.Instant | null;
}

export interface HearingFact {
  id: string;
  at: Temporal.Instant;
  notes: readonly { id: string; outcome: HearingOutcome; occurredAt: Temporal.Instant }[];
}

export interface ExpulsionFact {
  id: string;
  notifiedAt: Temporal.Instant;
  reviews: readonly { id: string; occurredAt: Temporal.Instant }[];
}

export interface AllegationFact {
  id: string;
  /** When the post took the allegation down. */
  reportedAt: Temporal.Instant;
  consulInformedAt: Temporal.Instant | null;
  headquartersInformedAt: Temporal.Instant | null;
  assessedAt: Temporal.Instant | null;
  conclusion: AssessmentConclusion | null;
}

/** Everything that decides which duties a detention has; loaded whole, planned pure. */
export interface DetentionFacts {
  postNotifiedAt: Temporal.Instant;
  country: string;
  birthDate: Temporal.PlainDate | null;
  vulnerability: readonly string[];
  stages: readonly StageFact[];
  stays: readonly StayFact[];
  wishes: readonly WishFact[];
  contacts: readonly DatedContact[];
  familyNotifications: readonly { id: string; occurredAt: Temporal.Instant }[];
  notesVerbales: readonly NoteVerbaleFact[];
  hearings: readonly HearingFact[];
  expulsions: readonly ExpulsionFact[];
  allegations: readonly AllegationFact[];
}
