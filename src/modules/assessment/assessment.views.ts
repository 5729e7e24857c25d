import { Temporal } from '@js-temporal/polyfill';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import { isValidAt, validUntil } from './domain/assessment';

/** An assessment as the statement gives it; version 0: from before assessments were signed. */
export interface AssessmentRecord {
  id: string;
  caseId: string;
  caseReference: string;
  personId: string | null;
  personName: string | null;
  version: number;
  supersedes: string | null;
  occurredAt: Date;
  conclusion: string;
  circumstances: string[];
  conditions: string[];
  factors: string[];
  monthlyIncome: string | null;
  incomeCurrency: string | null;
  dependants: number | null;
  housing: string | null;
  support: string | null;
  health: string | null;
  legalCapacity: string | null;
  note: StoredText | null;
  signedBy: string | null;
  signedAt: Date;
  contentHash: string | null;
}

export const ASSESSMENT_STATES = ['valid', 'expired', 'superseded'] as const;
export type AssessmentState = (typeof ASSESSMENT_STATES)[number];

/** An assessment for reading; instants are ISO 8601 UTC, money a decimal string. */
export interface AssessmentView extends Omit<AssessmentRecord, 'occurredAt' | 'signedAt' | 'note'> {
  occurredAt: string;
  signedAt: string;
  note: string | null;
  state: AssessmentState;
  validUntil: string;
}

/** @param newer those that come before it in the list */
export function toAssessmentView(
  record: AssessmentRecord,
  newer: readonly AssessmentRecord[],
  validityDays: number,
  now: Temporal.Instant,
): AssessmentView {
  const at = Temporal.Instant.fromEpochMilliseconds(record.occurredAt.getTime());
  const superseded = newer.some(
    ({ caseId, personId }) => caseId === record.caseId && personId === record.personId,
  );
  const valid = isValidAt(at, validityDays, now);
  return {
    ...record,
    occurredAt: record.occurredAt.toISOString(),
    signedAt: record.signedAt.toISOString(),
    note: record.note && ProtectedText.fromStored(record.note).reveal(),
    state: superseded ? 'superseded' : valid ? 'valid' : 'expired',
    validUntil: validUntil(at, validityDays).toString(),
  };
}
