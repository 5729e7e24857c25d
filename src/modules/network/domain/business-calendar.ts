import type { Temporal } from '@js-temporal/polyfill';

/** The working days of a post, as local dates in its zone. Pure: planning asks it, never a clock. */
export interface BusinessCalendar {
  /** IANA zone of the post, e.g. `Europe/Madrid`. */
  readonly zone: string;
  isWorkingDay(date: Temporal.PlainDate): boolean;
}

/** Weekly rest days from a date on: ISO weekdays, 1 Monday to 7 Sunday. */
export interface Weekend {
  readonly from: Temporal.PlainDate;
  readonly days: readonly number[];
}

export interface CalendarSource {
  readonly zone: string;
  /** In ascending order of `from`; before the first, and when empty, Saturday and Sunday. */
  readonly weekends: readonly Weekend[];
  /** Public holidays of the host country in a year, as day keys (`dayKey`). */
  readonly hostHolidays: (year: number) => ReadonlySet<number>;
  /** What the post itself declared, by day key: true works, false rests. */
  readonly overrides: ReadonlyMap<number, boolean>;
}

/** Days on which every post rests: RC art. 39. Month and day. */
export const PERUVIAN_HOLIDAYS = [
  { month: 1, day: 1 },
  { month: 7, day: 28 },
  { month: 7, day: 29 },
  { month: 12, day: 25 },
] as const;

const SATURDAY_AND_SUNDAY: readonly number[] = [6, 7];
const MS_PER_DAY = 86_400_000;
/** No calendar rests longer; a longer search means that it never works. */

/** The parts of a `Temporal.PlainDate` that matter here. */
type CivilDate = Pick<Temporal.PlainDate, 'year' | 'month' | 'day'>;

/** Days since 1970-01-01: a date as one cheap number. */
export function dayKey({ year, month, day }: CivilDate): number {
  return Date.UTC(year, month - 1, day) / MS_PER_DAY;
}

/** RC art. 39: 1 January, 28 and 29 July, 25 December, in every post. */
export function isPeruvianHoliday({ month, day }: Pick<CivilDate, 'month' | 'day'>): boolean {
  return PERUVIAN_HOLIDAYS.some((holiday) => holiday.month === month && holiday.day === day);
}

/**
 * The calendar of a post: its own declared days come first, save that the Peruvian holidays of RC
 * art. 39 always rest; then the host country's public holidays and weekends.
 */
export function businessCalendar(source: CalendarSource): BusinessCalendar {
  const weekends = source.weekends.map(({ from, days }) => ({ from: dayKey(from), days }));
  const weekendOf = (key: number): readonly number[] =>
    weekends.findLast(({ from }) => from <= key)?.days ?? SATURDAY_AND_SUNDAY;
  return {
    zone: source.zone,
    isWorkingDay(date) {
      const { year, month, day } = date;
      if (isPeruvianHoliday({ month, day })) return false;
      const key = dayKey({ year, month, day });
      const declared = source.overrides.get(key);
      if (declared !== undefined) return declared;
      return !weekendOf(key).includes(isoWeekday(key)) && !source.hostHolidays(year).has(key);
    },
  };
}

/** 1970-01-01 was a Thursday (4). */
function isoWeekday(key: number): number {
  return ((((key + 3) % 7) + 7) % 7) + 1;
}
