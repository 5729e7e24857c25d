import { Temporal } from '@js-temporal/polyfill';

/** Which local dates are worked: the post's business calendar. */
export interface WorkingCalendar {
  isWorkingDay(day: Temporal.PlainDate): boolean;
}

/** Weekends and holidays never run this long; a calendar that does is broken. */
const LONGEST_CLOSURE_DAYS = 366;
const KEPT_INSTANTS = 50_000;

const firstInstants = new Map<string, Temporal.Instant>();

/**
 * The first instant of a local date. Where clocks skip that midnight it is the first instant that
 * exists; where they skip the whole date it is the first instant of the next one.
 */
export function firstInstantOf(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  const key = `${zone} ${day.toString()}`;
  const known = firstInstants.get(key);
  if (known) return known;
  const instant = day.toZonedDateTime(zone).toInstant();
  if (firstInstants.size >= KEPT_INSTANTS) firstInstants.clear();
  firstInstants.set(key, instant);
  return instant;
}

/** The local date on which an instant lies. */
export const localDateOf = (instant: Temporal.Instant, zone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(zone).toPlainDate();

/** The last local date that ends at or before a due instant: the day people call the due day. */
export const dueDayOf = (due: Temporal.Instant, zone: string): Temporal.PlainDate =>
  localDateOf(due.subtract({ nanoseconds: 1 }), zone);

/** An hour of a local date, e.g. 08:00; if clocks skip it, the instant at which they arrive. */
export const localHour = (day: Temporal.PlainDate, hour: number, zone: string): Temporal.Instant =>
  day.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant();

/** `day` itself when it is worked, else the nearest working day in `direction`. */
export function workingDayFrom(
  day: Temporal.PlainDate,
  direction: 1 | -1,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let candidate = day;
  for (let steps = 0; !calendar.isWorkingDay(candidate); steps += 1) {
    if (steps > LONGEST_CLOSURE_DAYS) throw new RangeError('a calendar without working days');
    candidate = candidate.add({ days: direction });
  }
  return candidate;
}

/** The `count`-th working day after (or, negative, before) `day`. */
export function addWorkingDays(
  day: Temporal.PlainDate,
  count: number,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  const direction = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    reached = workingDayFrom(reached.add({ days: direction }), direction, calendar);
  }
  return reached;
}
