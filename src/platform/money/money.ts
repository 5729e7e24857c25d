import { Decimal } from 'decimal.js';

/** Enough for any amount in `numeric(18,2)` times a rate in `numeric(18,8)`, exactly. */
const Money = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });
const PLACES = 2;

/** A decimal string with two places, e.g. `-1250.50`. */
export type Amount = string;

/** What one unit of a currency was worth on a day. */
export interface Rate {
  id: string;
  /** ISO 4217. */
  currency: string;
  /** Civil date. */
  day: string;
  /** Soles for one unit, decimal string with up to eight places. */
  pen: string;
  /** Dollars for one unit. */
  usd: string;
}

export const amountOf = (value: string | Decimal): Amount => new Money(value).toFixed(PLACES);
export const negated = (amount: Amount): Amount => amountOf(new Money(amount).negated());
export const sumOf = (amounts: readonly Amount[]): Amount =>
  amountOf(amounts.reduce((sum, amount) => sum.plus(amount), new Money(0)));
export const isPositive = (amount: Amount): boolean => new Money(amount).greaterThan(0);
export const compareAmounts = (a: Amount, b: Amount): number => new Money(a).comparedTo(b);

/** The amount in soles and in dollars, each rounded half up to the cent. */
export const converted = (amount: Amount, { pen, usd }: Rate): { pen: Amount; usd: Amount } => ({
  pen: amountOf(new Money(amount).times(pen)),
  usd: amountOf(new Money(amount).times(usd)),
});

/** Soles as an amount of the rate's currency, rounded half up to the cent. */
export const inCurrency = (pen: Amount, rate: Rate): Amount =>
  amountOf(new Money(pen).dividedBy(rate.pen));

/**
 * Parts of an amount in proportion to `weights`, to the cent: they always add up to it. Cents that do
 * not divide go to the first parts with the largest remainders.
 */
export function shared(amount: Amount, weights: readonly number[]): Amount[] {
  const cents = new Money(amount).times(100);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total <= 0 || weights.some((weight) => weight < 0)) throw new Error('nothing to share by');
  const exact = weights.map((weight) => cents.times(weight).dividedBy(total));
  const floors = exact.map((part) => part.floor());
  const left = cents.minus(floors.reduce((sum, part) => sum.plus(part), new Money(0))).toNumber();
  const first = exact
    .map((part, index) => ({ index, rest: part.minus(floors[index]!) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return floors.map((part, index) =>
    amountOf(part.plus(first.includes(index) ? 1 : 0).dividedBy(100)),
  );
}

/**
 * How far a rate lies from the last one known, as a share of that (0.2: a fifth). For whoever must be
 * asked whether it is a typing error.
 */
export const distanceFrom = (last: string, next: string): number =>
  new Money(next).minus(last).abs().dividedBy(last).toNumber();
