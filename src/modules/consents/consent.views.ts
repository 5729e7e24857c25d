import type { Temporal } from '@js-temporal/polyfill';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';

const reveal = (text: StoredText | null): string | null =>
  text && ProtectedText.fromStored(text).reveal();
const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** A consent as the statement gives it. */
export interface ConsentRecord {
  id: string;
  caseId: string;
  caseReference: string;
  personId: string;
  personName: string;
  decision: string;
  purpose: string;
  recipientKind: string;
  recipientPersonId: string | null;
  recipientPersonName: string | null;
  institutionId: string | null;
  recipientName: StoredText | null;
  categories: string[];
  givenBy: string;
  giverName: string | null;
  givenAt: Date;
  validUntil: Date | null;
  form: string;
  note: StoredText | null;
  recordedByName: string | null;
  recordedAt: Date;
  withdrawnAt: Date | null;
  withdrawalAskedBy: string | null;
  withdrawalForm: string | null;
  withdrawalNote: StoredText | null;
  withdrawnByName: string | null;
}

export type ConsentState = 'in_force' | 'refused' | 'withdrawn' | 'expired';

/** A consent for reading; instants are ISO 8601 UTC. */
export interface ConsentView {
  id: string;
  caseId: string;
  caseReference: string;
  personId: string;
  personName: string;
  decision: string;
  state: ConsentState;
  purpose: string;
  recipientKind: string;
  /** The relative, institution or other who is named; null: everyone of that kind. */
  recipientName: string | null;
  institutionId: string | null;
  categories: string[];
  givenBy: string;
  giverName: string | null;
  givenAt: string;
  validUntil: string | null;
  form: string;
  note: string | null;
  recordedBy: string | null;
  recordedAt: string;
  withdrawnAt: string | null;
  withdrawalAskedBy: string | null;
  withdrawalForm: string | null;
  withdrawalNote: string | null;
  withdrawnBy: string | null;
}

export interface DisclosureRecord {
  id: string;
  personId: string;
  personName: string;
  occurredAt: Date;
  purpose: string;
  recipientKind: string;
  recipientPersonName: string | null;
  institutionId: string | null;
  recipientName: StoredText | null;
  categories: string[];
  fieldNames: string[];
  ground: string;
  consentId: string | null;
  legalBasis: string | null;
  channel: string;
  crossBorder: boolean;
  country: string | null;
  safeguards: string | null;
  subjectType: string | null;
  subjectId: string | null;
  recordedByName: string | null;
  recordedAt: Date;
}

/** A disclosure for reading; instants are ISO 8601 UTC. */
export interface DisclosureView {
  id: string;
  personId: string;
  personName: string;
  occurredAt: string;
  purpose: string;
  recipientKind: string;
  recipientName: string | null;
  institutionId: string | null;
  categories: string[];
  fieldNames: string[];
  ground: string;
  consentId: string | null;
  legalBasis: string | null;
  channel: string;
  crossBorder: boolean;
  country: string | null;
  safeguards: string | null;
  subjectType: string | null;
  subjectId: string | null;
  recordedBy: string | null;
  recordedAt: string;
}

function stateOf(record: ConsentRecord, now: Temporal.Instant): ConsentState {
  if (record.withdrawnAt) return 'withdrawn';
  if (record.validUntil && record.validUntil.getTime() <= now.epochMilliseconds) return 'expired';
  return record.decision === 'refused' ? 'refused' : 'in_force';
}

export function toConsentView(record: ConsentRecord, now: Temporal.Instant): ConsentView {
  const { recipientPersonName, recordedByName, withdrawnByName } = record;
  return {
    id: record.id,
    caseId: record.caseId,
    caseReference: record.caseReference,
    personId: record.personId,
    personName: record.personName,
    decision: record.decision,
    state: stateOf(record, now),
    purpose: record.purpose,
    recipientKind: record.recipientKind,
    recipientName: recipientPersonName ?? reveal(record.recipientName),
    institutionId: record.institutionId,
    categories: record.categories,
    givenBy: record.givenBy,
    giverName: record.giverName,
    givenAt: record.givenAt.toISOString(),
    validUntil: iso(record.validUntil),
    form: record.form,
    note: reveal(record.note),
    recordedBy: recordedByName,
    recordedAt: record.recordedAt.toISOString(),
    withdrawnAt: iso(record.withdrawnAt),
    withdrawalAskedBy: record.withdrawalAskedBy,
    withdrawalForm: record.withdrawalForm,
    withdrawalNote: reveal(record.withdrawalNote),
    withdrawnBy: withdrawnByName,
  };
}

export function toDisclosureView(record: DisclosureRecord): DisclosureView {
  const { recipientPersonName, recordedByName, ...rest } = record;
  return {
    ...rest,
    occurredAt: record.occurredAt.toISOString(),
    recipientName: recipientPersonName ?? reveal(record.recipientName),
    recordedBy: recordedByName,
    recordedAt: record.recordedAt.toISOString(),
  };
}
