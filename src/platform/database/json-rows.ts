import { Temporal } from '@js-temporal/polyfill';

/** Names of fields, as the statements of this product give them: `occurredAt`, `since`, `grantedOn`. */
const INSTANT_FIELD = /(?:At|[sS]ince|^at)$/;
const DAY_FIELD = /(?:On|Day|^birthDate)$/;

type Change = (key: string, text: string) => unknown;

function changed(value: unknown, key: string, text: Change): unknown {
  if (typeof value === 'string') return text(key, value);
  if (Array.isArray(value)) return value.map((item) => changed(item, '', text));
  if (value instanceof Date) return text('at', value.toISOString());
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, changed(v, k, text)]));
  }
  return value ?? null;
}

/**
 * A row whose lists came as JSON, as facts for the rules: instants and civil days become what they
 * are, and what is not there is null.
 */
export const factsOf = (row: object): unknown =>
  changed(row, '', (key, text) => {
    if (DAY_FIELD.test(key)) return Temporal.PlainDate.from(text);
    return INSTANT_FIELD.test(key) ? Temporal.Instant.from(text) : text;
  });

/** Instants that came through JSON carry the session's offset: back to `Z`, as everywhere. */
export const inZulu = (row: unknown): unknown =>
  changed(row, '', (key, text) =>
    INSTANT_FIELD.test(key) ? Temporal.Instant.from(text).toString() : text,
  );
