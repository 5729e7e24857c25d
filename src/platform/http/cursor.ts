import { DomainError } from '../errors/domain-error';

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total?: number;
}

/** An opaque place in a list: the sort key and id of the last row shown. */
export const encodeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** The place a cursor names, or null at the start; a damaged one is refused with 400. */
export function decodeCursor(cursor: string | undefined): (string | number | null)[] | null {
  if (!cursor) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (
      Array.isArray(key) &&
      key.every((k) => k === null || ['string', 'number'].includes(typeof k))
    ) {
      return key as (string | number | null)[];
    }
  } catch {
    // falls through to the refusal below: whatever is wrong with it, the remedy is the same
  }
  throw new DomainError('INVALID_CURSOR', { status: 400 });
}

/** A page from `limit + 1` rows: the extra row only tells that there is more. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => (string | number | null)[],
  map: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(map),
    nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null,
  };
}
