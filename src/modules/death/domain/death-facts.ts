import type { Temporal } from '@js-temporal/polyfill';
import type { DeathCaseType, Heirs, Identification, Manner, ReportSubject } from './death';
import type { Way } from './remains';

type Instant = Temporal.Instant;
interface Dated {
  id: string;
  occurredAt: Instant;
}

export interface KinFact extends Dated {
  outcome: 'told' | 'impossible';
}
export interface DecisionFact extends Dated {
  way: Way;
}
export interface InquiryFact {
  id: string;
  openedAt: Instant;
  concludedAt: Instant | null;
  contacts: readonly Dated[];
}
export interface EffectFact {
  id: string;
  takenAt: Instant;
  handedOverAt: Instant | null;
}

/** Everything that the duties of a death follow from. */
export interface DeathFacts {
  caseId: string;
  type: DeathCaseType;
  country: string;
  openedAt: Instant;
  manner: Manner;
  identification: Identification;
  heirs: Heirs;
  /** When it was known that death was violent, sudden or in custody: what asks for an investigation. */
  inquiryKnownAt: Instant | null;
  custodyKnownAt: Instant | null;
  noHeirsKnownAt: Instant | null;
  kin: readonly KinFact[];
  decisions: readonly DecisionFact[];
  /** Codes of the required documents that are still pending. */
  pendingDocuments: readonly string[];
  /** When the last of them was obtained or explained; null while none was. */
  documentsAt: { id: string; occurredAt: Instant } | null;
  /** Receptions in Peru that were accepted, and places of rest. */
  rests: readonly Dated[];
  registrations: readonly Dated[];
  inquiries: readonly InquiryFact[];
  necropsies: number;
  reports: readonly (Dated & { subject: ReportSubject })[];
  effects: readonly EffectFact[];
}
