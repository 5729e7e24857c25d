import type { Labels } from '../../../platform/i18n/bilingual';
import { Temporal } from '@js-temporal/polyfill';
import {
  compareAmounts,
  isPositive,
  shared,
  sumOf,
  type Amount,
} from '../../../platform/money/money';
import { STATE_PAYERS, type FarePayer } from '../../../platform/money/payers';

export const SEGMENT_MODES = ['air', 'land', 'sea'] as const;
export type SegmentMode = (typeof SEGMENT_MODES)[number];
export const SEGMENT_MODE_LABELS: Labels<SegmentMode> = {
  air: { es: 'Vía aérea', en: 'By air' },
  land: { es: 'Vía terrestre', en: 'By land' },
  sea: { es: 'Vía marítima', en: 'By sea' },
};

/** An amount as decimal text, at most two decimals, in the currency paid. */
export interface FareShare {
  payer: FarePayer;
  amount: string;
}

/** An amount of one currency (ISO 4217), as decimal text. */
export interface Cost {
  currency: string;
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
  | 'SHARES_DO_NOT_ADD_UP';

const before = (a: Temporal.Instant, b: Temporal.Instant): boolean =>
  Temporal.Instant.compare(a, b) < 0;

const faultOfFare = ({ fare, shares }: Segment): ItineraryFault | null =>
  compareAmounts(sumOf(shares.map(({ amount }) => amount)), fare) === 0
    ? null
    : 'SHARES_DO_NOT_ADD_UP';

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
export function stateCost(segments: readonly Segment[]): Map<string, Amount> {
  const costs = new Map<string, Amount>();
  for (const { currency, shares } of segments) {
    const paid = sumOf(
      shares.filter(({ payer }) => STATE_PAYERS.includes(payer)).map(({ amount }) => amount),
    );
    if (isPositive(paid)) costs.set(currency, sumOf([paid, costs.get(currency) ?? '0']));
  }
  return costs;
}

/**
 * The currencies in which the State would pay more than headquarters authorised: no spending before the
 * consultation, nor above it (rules §6). `authorised` is null before any authorisation.
 */
export const beyondAuthorised = (
  segments: readonly Segment[],
  authorised: readonly Cost[] | null,
): string[] =>
  [...stateCost(segments)]
    .filter(([currency, cost]) => {
      const allowed = authorised?.find((one) => one.currency === currency)?.amount ?? '0';
      return compareAmounts(cost, allowed) > 0;
    })
    .map(([currency]) => currency);

const WHOLE = 100;

/** What is to be repaid of what the State paid, by currency, to the cent; nothing is left out at 0. */
export const owedOf = (segments: readonly Segment[], waivedPercent: number): Cost[] =>
  [...stateCost(segments)]
    .map(([currency, cost]) => ({
      currency,
      amount: shared(cost, [WHOLE - waivedPercent, waivedPercent])[0]!,
    }))
    .filter(({ amount }) => isPositive(amount));
