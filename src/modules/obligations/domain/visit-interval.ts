import type { VisitIntervals } from './policy';

/** What decides how often a person is visited. */
export interface VisitSituation {
  stage: string;
  /** Circumstances of the stay, e.g. `hospitalised`. */
  conditions: readonly string[];
  /** ISO 3166-1 alpha-2 of the place of detention. */
  country: string;
  harshness: string;
  facilityId: string | null;
  /** Factors of the person and of the case, e.g. `pregnant`, `mistreatment_alleged`. */
  factors: readonly string[];
  /** Completed years; null when the birth date is not known. */
  age: number | null;
}

/**
 * Days until the next visit (rules §3, default): the shortest row that applies; a harsh prison
 * divides it, rounded down, never under its minimum; then the caps of persons at risk.
 */
export function visitIntervalDays(table: VisitIntervals, situation: VisitSituation): number {
  const applying = table.intervals.filter(
    (row) =>
      (row.stage === undefined || row.stage === situation.stage) &&
      (row.condition === undefined || situation.conditions.includes(row.condition)) &&
      (row.country === undefined || row.country === situation.country) &&
      (row.harshness === undefined || row.harshness === situation.harshness) &&
      (row.facilityId === undefined || row.facilityId === situation.facilityId),
  );
  const shortest = Math.min(...applying.map((row) => row.days));
  const harsh = table.harshness.find((h) => h.harshness === situation.harshness);
  const divided = harsh
    ? Math.max(harsh.minimumDays, Math.floor(shortest / harsh.divisor))
    : shortest;
  return Math.min(shortest, divided, ...capsOf(table, situation));
}

function capsOf(table: VisitIntervals, { factors, age }: VisitSituation): number[] {
  return table.caps
    .filter((cap) => {
      if (cap.when === 'factor') return factors.includes(cap.factor);
      if (age === null) return false;
      return cap.when === 'younger_than' ? age < cap.years : age > cap.years;
    })
    .map((cap) => cap.days);
}
