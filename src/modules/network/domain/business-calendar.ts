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
const LONGEST_REST_DAYS = 366;

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

/** `date` itself when it works, otherwise the last working day before it. */
export function workingDayOnOrBefore(
  date: Temporal.PlainDate,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  return calendar.isWorkingDay(date) ? date : previousWorkingDay(date, calendar);
}

/** The last working day strictly before `date`. */
export function previousWorkingDay(
  date: Temporal.PlainDate,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  return step(date, -1, calendar);
}

/** The first working day strictly after `date`. */
export function nextWorkingDay(
  date: Temporal.PlainDate,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  return step(date, 1, calendar);
}

/**
 * The `count`-th working day after `date` (before it, when negative); the starting date itself is
 * never counted. Zero gives `date` unchanged.
 */
export function addBusinessDays(
  date: Temporal.PlainDate,
  count: number,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  let result = date;
  for (let left = Math.abs(count); left > 0; left--) {
    result = step(result, count < 0 ? -1 : 1, calendar);
  }
  return result;
}

function step(
  date: Temporal.PlainDate,
  direction: 1 | -1,
  calendar: BusinessCalendar,
): Temporal.PlainDate {
  let day = date;
  for (let tried = 0; tried < LONGEST_REST_DAYS; tried++) {
    day = day.add({ days: direction });
    if (calendar.isWorkingDay(day)) return day;
  }
  throw new RangeError(`no working day within a year of ${date.toString()} in ${calendar.zone}`);
}

/** 1970-01-01 was a Thursday (4). */
function isoWeekday(key: number): number {
  return ((((key + 3) % 7) + 7) % 7) + 1;
}
