import type { Labels } from '../../../platform/i18n/bilingual';
import { Temporal } from '@js-temporal/polyfill';
import { Decimal } from 'decimal.js';

export const FARE_PAYERS = [
  'palh',
  'pah',
  'host_state',
  'iom',
  'airline',
  'family',
  'person',
  'ngo',
  'other',
] as const;
/** Who pays a share of a fare (CMW 2024 ¶80: who paid which share is recorded). */
export type FarePayer = (typeof FARE_PAYERS)[number];
export const FARE_PAYER_LABELS: Labels<FarePayer> = {
  palh: { es: 'PALH', en: 'PALH' },
  pah: { es: 'PAH', en: 'PAH' },
  host_state: { es: 'Estado receptor', en: 'Host State' },
  iom: { es: 'OIM', en: 'IOM' },
  airline: { es: 'Transportista', en: 'Carrier' },
  family: { es: 'Familia', en: 'Family' },
  person: { es: 'La propia persona', en: 'The person' },
  ngo: { es: 'ONG', en: 'NGO' },
  other: { es: 'Otro', en: 'Other' },
};
/** Payers whose share is money of the Peruvian State, and needs prior consultation. */
export const STATE_PAYERS: readonly FarePayer[] = ['palh', 'pah'];

/** An amount as decimal text, at most two decimals, in the currency paid. */
export interface FareShare {
  payer: FarePayer;
  amount: string;
}

/** One leg; instants are UTC, so that the order holds over the date line. */
export interface Segment {
  fromCountry: string;
  toCountry: string;
  departsAt: Temporal.Instant;
  arrivesAt: Temporal.Instant;
  fare: string;
  /** ISO 4217. */
  currency: string;
  shares: readonly FareShare[];
}

export type ItineraryFault =
  | 'ARRIVES_BEFORE_IT_DEPARTS'
  | 'DEPARTS_BEFORE_THE_LAST_ARRIVES'
  | 'DOES_NOT_CONNECT'
  | 'BEYOND_FIRST_ENTRY'
  | 'NOT_AN_AMOUNT'
  | 'SHARES_DO_NOT_ADD_UP';

const AMOUNT = /^\d{1,12}(\.\d{1,2})?$/;
const before = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;

/** The exact sum of amounts as decimal text. */
export const sumOf = (amounts: readonly string[]): Decimal =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0));

function faultOfFare({ fare, shares }: Segment): ItineraryFault | null {
  const amounts = shares.map(({ amount }) => amount);
  if (![fare, ...amounts].every((amount) => AMOUNT.test(amount))) return 'NOT_AN_AMOUNT';
  return sumOf(amounts).equals(fare) ? null : 'SHARES_DO_NOT_ADD_UP';
}

function faultOfLeg(segment: Segment, last: Segment | undefined): ItineraryFault | null {
  if (!before(segment.departsAt, segment.arrivesAt)) return 'ARRIVES_BEFORE_IT_DEPARTS';
  if (last?.toCountry === 'PE' || segment.fromCountry === 'PE') return 'BEYOND_FIRST_ENTRY';
  if (!last) return null;
  if (before(segment.departsAt, last.arrivesAt)) return 'DEPARTS_BEFORE_THE_LAST_ARRIVES';
  return last.toCountry === segment.fromCountry ? null : 'DOES_NOT_CONNECT';
}

/**
 * What is wrong with each segment in the order travelled. The journey ends at the first point of
 * entry in Peru: no leg within the country is paid for (RC 75). The shares of a fare add up to it.
 */
export const itineraryFaults = (
  segments: readonly Segment[],
): { index: number; fault: ItineraryFault }[] =>
  segments.flatMap((segment, index) =>
    [faultOfLeg(segment, segments[index - 1]), faultOfFare(segment)]
      .filter((fault) => fault !== null)
      .map((fault) => ({ index, fault })),
  );

/** What the Peruvian State pays, by currency: the cost that prior consultation is about. */
export function stateCost(segments: readonly Segment[]): Map<string, Decimal> {
  const costs = new Map<string, Decimal>();
  for (const { currency, shares } of segments) {
    const paid = sumOf(
      shares.filter(({ payer }) => STATE_PAYERS.includes(payer)).map(({ amount }) => amount),
    );
    if (paid.gt(0)) costs.set(currency, paid.plus(costs.get(currency) ?? 0));
  }
  return costs;
}
