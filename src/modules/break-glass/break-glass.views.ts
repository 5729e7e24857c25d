import type { Keyring } from '../../platform/crypto/keyring';
import { ProtectedText, type StoredText } from '../../platform/crypto/protected-text';
import type { BreakGlassState, BreakGlassVerdict } from './domain/break-glass';

export interface BreakGlassRecord {
  id: string;
  reference: string;
  state: BreakGlassState;
  requestedAt: Date;
  accountId: string;
  askedBy: string;
  reason: StoredText;
  decidedAt: Date | null;
  decidedBy: string | null;
  until: Date | null;
  active: boolean | null;
  reviewedAt: Date | null;
  reviewedBy: string | null;
  verdict: BreakGlassVerdict | null;
  reviewNote: StoredText | null;
  caseId: string | null;
}

/** A request for reading; instants are ISO 8601 UTC. */
export interface BreakGlassView {
  id: string;
  reference: string;
  state: BreakGlassState;
  requestedAt: string;
  askedBy: string;
  /** Whether the reader asked. */
  own: boolean;
  reason: string;
  decidedAt: string | null;
  decidedBy: string | null;
  until: string | null;
  /** Whether they are in now. */
  active: boolean;
  reviewedAt: string | null;
  reviewedBy: string | null;
  verdict: BreakGlassVerdict | null;
  reviewNote: string | null;
  /** For who was let in and for the circle; the guardian opens nothing. */
  caseId: string | null;
}

/** What a text of a request is sealed for. */
export const contextOf = (requestId: string): string => `break-glass:${requestId}`;

export function toView(
  record: BreakGlassRecord,
  keyring: Keyring,
  reader: { accountId: string | null; opens: boolean },
): BreakGlassView {
  const open = (text: StoredText): string =>
    keyring.open(ProtectedText.fromStored(text), contextOf(record.id));
  const { accountId, ...rest } = record;
  return {
    ...rest,
    own: accountId === reader.accountId,
    requestedAt: record.requestedAt.toISOString(),
    reason: open(record.reason),
    decidedAt: record.decidedAt?.toISOString() ?? null,
    until: record.until?.toISOString() ?? null,
    active: record.active ?? false,
    reviewedAt: record.reviewedAt?.toISOString() ?? null,
    reviewNote: record.reviewNote && open(record.reviewNote),
    caseId: reader.opens ? record.caseId : null,
  };
}
