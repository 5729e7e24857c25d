import { Decimal } from 'decimal.js';

export const INDICATOR_UNITS = [
  ...(['persons', 'cases', 'actions', 'subventions', 'beneficiaries'] as const),
  ...(['activities', 'schemes', 'percent'] as const),
] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export const INDICATOR_MEASURES = [
  ...(['entered', 'persons_assisted', 'cases_opened', 'cases_attended'] as const),
  ...(['palh_cases', 'subventions', 'beneficiaries'] as const),
] as const;
/** `entered`: it comes from outside the system; any other is counted by the system itself. */
export type IndicatorMeasure = (typeof INDICATOR_MEASURES)[number];

export const ENTRY_KINDS = ['target', 'obtained', 'published_execution', 'difficulty'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Of the target, in per cent with one decimal, half up; null without a target. */
export function executionOf(obtained: string | null, target: string | null): string | null {
  if (obtained === null || target === null || new Decimal(target).isZero()) return null;
  return new Decimal(obtained).dividedBy(target).times(100).toFixed(1, Decimal.ROUND_HALF_UP);
}

/** What one number differs from another by; null where they agree or one is not known. */
export function differenceOf(now: string | null, then: string | null): string | null {
  if (now === null || then === null) return null;
  const difference = new Decimal(now).minus(then);
  return difference.isZero() ? null : difference.toString();
}
