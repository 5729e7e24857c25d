import { Temporal } from '@js-temporal/polyfill';

/** Nobody alive today was born earlier; an older date is a typing error. */
export const EARLIEST_BIRTH = '1900-01-01';

/** Whether `birthDate` exists and lies between EARLIEST_BIRTH and `today` (`YYYY-MM-DD`). */
export function isPlausibleBirthDate(birthDate: string, today: string): boolean {
  return isCivilDate(birthDate) && birthDate >= EARLIEST_BIRTH && birthDate <= today;
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** Day and month the other way round, when that is a date too; else null. */
export function swappedDayAndMonth(date: string): string | null {
  const [year, month, day] = date.split('-') as [string, string, string];
  const swapped = `${year}-${day}-${month}`;
  return swapped !== date && isCivilDate(swapped) ? swapped : null;
}

export type BirthDateMatch = 'same' | 'close' | 'different' | 'unknown';

/**
 * How two dates of birth compare. Close: day and month swapped, one digit wrong, or one year apart
 * (ages are often told, not dates).
 */
export function compareBirthDates(a: string | null, b: string | null): BirthDateMatch {
  if (!a || !b) return 'unknown';
  if (a === b) return 'same';
  if (swappedDayAndMonth(a) === b) return 'close';
  if ([...a].filter((digit, i) => digit !== b[i]).length === 1) return 'close';
  const sameDay = a.slice(4) === b.slice(4);
  return sameDay && Math.abs(Number(a.slice(0, 4)) - Number(b.slice(0, 4))) === 1
    ? 'close'
    : 'different';
}
