import { Temporal } from '@js-temporal/polyfill';
import type { AssessmentConclusion } from '../../obligations';
import type {
  Circumstance,
  Condition,
  Health,
  Housing,
  LegalCapacity,
  Support,
} from './assessment-vocabulary';

/** What the officer found, as it is signed. Money is a decimal string. */
export interface AssessmentContent {
  conclusion: AssessmentConclusion;
  circumstances: readonly Circumstance[];
  conditions: readonly Condition[];
  factors: readonly string[];
  monthlyIncome: string | null;
  incomeCurrency: string | null;
  dependants: number | null;
  housing: Housing | null;
  support: Support | null;
  health: Health | null;
  legalCapacity: LegalCapacity | null;
  note: string | null;
}

/** The content with whom it is about and who signs it, when. */
export interface SignedAssessment extends AssessmentContent {
  caseId: string;
  personId: string;
  version: number;
  occurredAt: string;
  signedBy: string | null;
  signedAt: string;
}

/**
 * What is missing or too much (RC art. 10): a structured assessment of *vulnerabilidad* names its
 * circumstance or personal condition; an amount has its currency.
 */
export function checkAssessment(content: AssessmentContent): { path: string; code: string }[] {
  const refusals: { path: string; code: string }[] = [];
  const grounds = content.circumstances.length + content.conditions.length;
  if (content.conclusion === 'vulnerability' && isStructured(content) && grounds === 0) {
    refusals.push({ path: 'conditions', code: 'VULNERABILITY_NEEDS_GROUND' });
  }
  if ((content.monthlyIncome === null) !== (content.incomeCurrency === null)) {
    refusals.push({ path: 'incomeCurrency', code: 'AMOUNT_NEEDS_CURRENCY' });
  }
  return refusals;
}

/** Whether the person's situation was looked at, and not the conclusion alone noted. */
export const isStructured = (content: AssessmentContent): boolean =>
  [content.housing, content.support, content.health, content.legalCapacity].some(
    (finding) => finding !== null,
  );

/** One text for one content, in a fixed order: what the signature's hash is taken of. */
export const canonical = (signed: SignedAssessment): string =>
  JSON.stringify([
    ...[signed.caseId, signed.personId, signed.version, signed.occurredAt],
    ...[signed.signedBy, signed.signedAt, signed.conclusion],
    ...[signed.circumstances, signed.conditions, signed.factors],
    ...[signed.monthlyIncome, signed.incomeCurrency, signed.dependants, signed.housing],
    ...[signed.support, signed.health, signed.legalCapacity, signed.note],
  ]);

/**
 * Until when an assessment stands behind a decision.
 * @param validityDays of the policy in force (default)
 */
export const validUntil = (occurredAt: Temporal.Instant, validityDays: number): Temporal.Instant =>
  occurredAt.add({ hours: 24 * validityDays });

/** Whether the newest assessment stands behind a decision at an instant. */
export const isValidAt = (
  occurredAt: Temporal.Instant,
  validityDays: number,
  at: Temporal.Instant,
): boolean =>
  Temporal.Instant.compare(occurredAt, at) <= 0 &&
  Temporal.Instant.compare(at, validUntil(occurredAt, validityDays)) < 0;
