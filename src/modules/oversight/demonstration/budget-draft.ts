import { entriesOf, type Programme, type Purse } from '../../funding';
import type { Rate } from '../../../platform/money/money';
import { dayInLima, entryRow, type WrittenMovement } from './aid-draft';
import { DAY } from './detention-course';
import type { Random } from './random';

type RateOn = (currency: string, day: string) => Rate;

/** Soles of a quarter that a post is given at least. */
const QUARTERLY: Readonly<Record<Programme, number>> = { palh: 12_000, pah: 20_000 };
/** Of what is asked for, so much is there. */
const MARGIN = 1.3;
const WEEK = 7 * DAY;

interface Quarter {
  year: number;
  quarter: number;
  state: 'open' | 'planned';
}

const quarterOf = (at: number): Omit<Quarter, 'state'> => {
  const [year, month] = dayInLima(at).split('-').map(Number);
  return { year: year!, quarter: Math.ceil(month! / 3) };
};

/** Those of last year and of this one; all that have begun are open while money is written. */
export function quartersUntil(now: number): Quarter[] {
  const current = quarterOf(now);
  return [current.year - 1, current.year].flatMap((year) =>
    [1, 2, 3, 4].map((quarter): Quarter => {
      const begun = year < current.year || quarter <= current.quarter;
      return { year, quarter, state: begun ? 'open' : 'planned' };
    }),
  );
}

/** Reference rates of each week since last year began, and of today. */
export function ratesUntil(random: Random, now: number): Record<string, unknown>[] {
  const first = Date.UTC(quarterOf(now).year - 1, 0, 1);
  const weeks = Math.floor((now - first) / WEEK) + 1;
  const moments = Array.from({ length: weeks + 1 }, (_, week) => first + (week - 1) * WEEK);
  return [...moments, now].flatMap((at) => {
    const wave = Math.sin(at / WEEK / 9);
    const dollar = 3.7 + 0.08 * wave;
    const euro = 4.05 + 0.11 * Math.sin(at / WEEK / 7);
    const rates = { PEN: [1, 1 / dollar], USD: [dollar, 1], EUR: [euro, euro / dollar] } as const;
    return Object.entries(rates).map(([currency, [pen, usd]]) => ({
      ...{ id: random.id(at), currency, day: dayInLima(at), source: 'SBS (demostración)' },
      ...{ pen: pen.toFixed(4), usd: usd.toFixed(4), recorded_at: new Date(at).toISOString() },
    }));
  });
}

/** The last rate of a currency until a day. */
export function readRates(rates: readonly Rate[]): RateOn {
  return (currency, day) =>
    rates.findLast((rate) => rate.currency === currency && rate.day <= day)!;
}

/** What each post is given in each quarter, enough for what is asked of it, and for the next one ahead. */
export function allotmentsFor(
  random: Random,
  {
    posts,
    movements,
    rateOn,
    now,
  }: {
    posts: readonly { id: string }[];
    movements: readonly WrittenMovement[];
    rateOn: RateOn;
    now: number;
  },
): WrittenMovement[] {
  const current = quarterOf(now);
  const next = { year: current.year, quarter: current.quarter + 1, state: 'planned' } as const;
  const quarters = quartersUntil(now).filter(({ state }) => state === 'open');
  const given = [...quarters, ...(next.quarter <= 4 ? [next] : [])];
  return posts.flatMap(({ id: postId }) =>
    given.flatMap((of) =>
      (['palh', 'pah'] as const).map((programme) => {
        const { year, quarter, state } = of;
        const inYear = quarters.filter((one) => one.year === year).length;
        const asked = outOf(movements, { year, postId, programme }) * MARGIN;
        const share = Math.max(QUARTERLY[programme], asked / inYear);
        const amount = `${Math.ceil(share / 1000) * 1000}.00`;
        const kind = state === 'open' ? 'allotted' : 'allotted_ahead';
        const at = Date.UTC(year, quarter * 3 - 3, 1, 15);
        const id = random.id(at);
        const day = dayInLima(at);
        const purse = { year, postId, programme, quarter };
        const rate = rateOn('PEN', state === 'open' ? day : dayInLima(now));
        const certificate = `CCP ${year}-${quarter}`;
        return {
          at,
          transaction: { id, kind, post_id: postId, happened_on: day, certificate },
          entries: entriesOf(kind, purse, amount, rate).map((entry) => entryRow(id, entry)),
        };
      }),
    ),
  );
}

/** Soles that leave what is available of a purse, whatever comes back. */
function outOf(movements: readonly WrittenMovement[], purse: Purse): number {
  const out = movements
    .flatMap(({ entries }) => entries)
    .filter(
      ({ year, post_id, programme, account, pen }) =>
        year === purse.year &&
        post_id === purse.postId &&
        programme === purse.programme &&
        account === 'available' &&
        Number(pen) < 0,
    );
  return out.reduce((sum, { pen }) => sum - Number(pen), 0);
}
