import { Decimal } from 'decimal.js';
import { z } from 'zod';
import {
  amountOf,
  compareAmounts,
  shared,
  sumOf,
  type Amount,
} from '../../../platform/money/money';

const weight = z.number().min(0).max(1000);
const soles = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);
const factor = z.string().regex(/^\d{1,2}(\.\d{1,4})?$/);

/** How a total is distributed among posts; all default, none of it was found published. */
export const distributionPolicySchema = z.strictObject({
  /** Points of a case, of a person, and more of a person in need. */
  weights: z.strictObject({ cases: weight, persons: weight, vulnerable: weight }),
  /** Soles for every post before the rest is shared. */
  floor: soles,
  /** By country (ISO 3166-1 alpha-2), against 1 for those not named. */
  costOfLiving: z.record(z.string().regex(/^[A-Z]{2}$/), factor),
  source: z.string().min(1).max(500),
});
export type DistributionFormula = z.infer<typeof distributionPolicySchema>;

/** What a post's share rests on: a year's caseload, sealed cases apart. */
export interface Need {
  postId: string;
  country: string;
  cases: number;
  persons: number;
  /** Persons whose assessment concluded in some need. */
  vulnerable: number;
}

export const costOfLiving = (
  { country }: Need,
  { costOfLiving: by }: DistributionFormula,
): string => by[country] ?? '1';

/**
 * Points of a post: (cases × its weight + persons × theirs + persons in need × theirs) × cost of living.
 */
export function pointsOf(need: Need, formula: DistributionFormula): number {
  const { cases, persons, vulnerable } = formula.weights;
  return new Decimal(need.cases)
    .times(cases)
    .plus(new Decimal(need.persons).times(persons))
    .plus(new Decimal(need.vulnerable).times(vulnerable))
    .times(costOfLiving(need, formula))
    .toNumber();
}

/**
 * Soles of each post, which add up to the total to the cent: a floor for every one, and the rest in
 * proportion to points. A total that does not reach the floors, or needs nobody has, is shared equally.
 */
export function proposed(
  total: Amount,
  needs: readonly Need[],
  formula: DistributionFormula,
): Amount[] {
  if (needs.length === 0) return [];
  const floors = sumOf(needs.map(() => amountOf(formula.floor)));
  const points = needs.map((need) => pointsOf(need, formula));
  const equal = needs.map(() => 1);
  if (compareAmounts(floors, total) > 0 || points.every((point) => point === 0)) {
    return shared(total, equal);
  }
  const rest = shared(sumOf([total, `-${floors}`]), points);
  return rest.map((amount) => sumOf([amount, amountOf(formula.floor)]));
}

/** What the year will have cost if it goes on as it went, to the cent (default: a straight line). */
export function forecast(spent: Amount, day: { ofYear: number; daysInYear: number }): Amount {
  return amountOf(new Decimal(spent).times(day.daysInYear).dividedBy(Math.max(1, day.ofYear)));
}

/** Of what was allotted, as a fraction of four places; null without an allotment. */
export function executed(spent: Amount, allotted: Amount): string | null {
  return compareAmounts(allotted, '0.00') > 0
    ? new Decimal(spent).dividedBy(allotted).toFixed(4)
    : null;
}

/** Soles for each person; null for nobody. */
export const perPerson = (spent: Amount, persons: number): Amount | null =>
  persons > 0 ? amountOf(new Decimal(spent).dividedBy(persons)) : null;

/** What headquarters decides for a post, whatever the formula says. */
export interface Fixed {
  postId: string;
  amount: Amount;
}

/**
 * The distribution with what headquarters fixed: the rest of the total goes to the others by the
 * formula. Null when what is fixed is more than the total, or leaves a rest to nobody.
 */
export function adjusted(
  total: Amount,
  needs: readonly Need[],
  formula: DistributionFormula,
  fixed: readonly Fixed[],
): Amount[] | null {
  const of = (postId: string) => fixed.find((one) => one.postId === postId)?.amount;
  const others = needs.filter(({ postId }) => of(postId) === undefined);
  const rest = sumOf([total, ...fixed.map(({ amount }) => `-${amountOf(amount)}`)]);
  const left = compareAmounts(rest, '0.00');
  if (left < 0 || (left > 0 && others.length === 0)) return null;
  const shares = proposed(rest, others, formula);
  return needs.map(({ postId }) => {
    const amount = of(postId);
    return amount === undefined ? shares.shift()! : amountOf(amount);
  });
}
