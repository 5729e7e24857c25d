/** Cells under this are suppressed (rules §10). */
export const SMALLEST_SHOWN = 5;

export interface Counted {
  code: string;
  cases: number;
}

export interface Suppressed {
  code: string;
  /** Null: suppressed, because it is small or because it would give a small one away. */
  cases: number | null;
}

export interface SuppressedList {
  /** Null: suppressed. */
  total: number | null;
  rows: Suppressed[];
}

/**
 * One breakdown of a total, from which no small count can be worked out: small cells are suppressed,
 * zero among them, and then the next smallest ones until what is suppressed has at least two cells
 * whose sum is no small count either. A small total is suppressed with all its cells.
 */
export function suppress(rows: readonly Counted[], smallest = SMALLEST_SHOWN): SuppressedList {
  const total = rows.reduce((sum, { cases }) => sum + cases, 0);
  const hidden = new Set<string>();
  let sum = 0;
  const byCount = [...rows].sort((a, b) => a.cases - b.cases || (a.code < b.code ? -1 : 1));
  for (const { code, cases } of byCount) {
    const enough = hidden.size === 0 || (hidden.size > 1 && sum >= smallest);
    if (cases >= smallest && enough) break;
    hidden.add(code);
    sum += cases;
  }
  return {
    total: total < smallest ? null : total,
    rows: rows.map(({ code, cases }) => ({ code, cases: hidden.has(code) ? null : cases })),
  };
}
