import { Temporal } from '@js-temporal/polyfill';
import type { FieldError } from '../../../platform/errors/domain-error';
import { distanceFrom } from '../../../platform/money/money';

export interface RateLine {
  /** Line of the file, the header being 1. */
  line: number;
  currency: string;
  day: string;
  pen: string;
  usd: string;
}

const COLUMNS = ['currency', 'day', 'pen', 'usd'] as const;
const DECIMAL = /^\d{1,9}(\.\d{1,8})?$/;

const isDay = (text: string): boolean => {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};
const isRate = (text: string): boolean => DECIMAL.test(text) && Number(text) > 0;

const CHECKS: Record<(typeof COLUMNS)[number], { holds: (text: string) => boolean; code: string }> =
  {
    currency: { holds: (text) => /^[A-Z]{3}$/.test(text), code: 'CURRENCY_FORM' },
    day: { holds: isDay, code: 'isCivilDate' },
    pen: { holds: isRate, code: 'RATE_FORM' },
    usd: { holds: isRate, code: 'RATE_FORM' },
  };

/** Rates from the records of a CSV (`currency,day,pen,usd`), and what is wrong with it, by line. */
export function readRates(records: readonly string[][]): {
  lines: RateLine[];
  errors: FieldError[];
} {
  const [header, ...rows] = records;
  if (header?.join() !== COLUMNS.join()) {
    return { lines: [], errors: [{ path: 'csv.1', code: 'RATE_COLUMNS' }] };
  }
  if (rows.length === 0) return { lines: [], errors: [{ path: 'csv', code: 'empty_file' }] };
  const lines = rows.map(([currency = '', day = '', pen = '', usd = ''], index) => ({
    line: index + 2,
    ...{ currency, day, pen, usd },
  }));
  return { lines, errors: lines.flatMap(faultsOf(lines)) };
}

const faultsOf =
  (lines: readonly RateLine[]) =>
  (line: RateLine): FieldError[] => {
    const wrong = COLUMNS.filter((column) => !CHECKS[column].holds(line[column])).map((column) => ({
      path: `csv.${line.line}.${column}`,
      code: CHECKS[column].code,
    }));
    const twice = lines.some(
      ({ line: other, currency, day }) =>
        other < line.line && currency === line.currency && day === line.day,
    );
    const self = { PEN: line.pen, USD: line.usd }[line.currency];
    return [
      ...wrong,
      ...(twice ? [{ path: `csv.${line.line}`, code: 'duplicate' }] : []),
      ...(self !== undefined && Number(self) !== 1
        ? [{ path: `csv.${line.line}`, code: 'RATE_OF_ITSELF' }]
        : []),
    ];
  };

/** Default: a fifth away from the last known rate is more likely a typing error than the market. */
const STRANGE = 0.2;

/** Lines whose rate lies so far from the last one known, in the order of their days. */
export function strangeRates(
  lines: readonly RateLine[],
  last: ReadonlyMap<string, { pen: string; usd: string }>,
): FieldError[] {
  const known = new Map(last);
  return [...lines]
    .sort((a, b) => a.day.localeCompare(b.day))
    .flatMap((line) => {
      const before = known.get(line.currency);
      known.set(line.currency, line);
      const far =
        before &&
        Math.max(distanceFrom(before.pen, line.pen), distanceFrom(before.usd, line.usd)) >= STRANGE;
      return far ? [{ path: `csv.${line.line}`, code: 'RATE_FAR_FROM_LAST' }] : [];
    });
}
