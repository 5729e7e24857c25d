import { Temporal } from '@js-temporal/polyfill';

/**
 * Rows that PostgreSQL gives as JSON know no dates: by the names of their fields, `…At` is an instant
 * and `…On` a civil day.
 */
const INSTANT_FIELD = /At$/;
const DAY_FIELD = /On$/;

/** Facts as rules read them: instants and days of Temporal, null for what is absent. */
export function revived(value: unknown, key = ''): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
  if (typeof value === 'string') {
    if (DAY_FIELD.test(key)) return Temporal.PlainDate.from(value);
    return INSTANT_FIELD.test(key) ? Temporal.Instant.from(value) : value;
  }
  return each(value, revived);
}

/** The same row for an answer: instants carry the session's offset, and go back to `Z`. */
export function inZulu(value: unknown, key = ''): unknown {
  if (typeof value === 'string') {
    return INSTANT_FIELD.test(key) ? Temporal.Instant.from(value).toString() : value;
  }
  return each(value, inZulu);
}

function each(value: unknown, read: (value: unknown, key?: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => read(item));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, read(v, k)]));
  }
  return value;
}
