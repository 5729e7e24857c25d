import { Temporal } from '@js-temporal/polyfill';

/** Which local dates are worked: the post's business calendar. A changed one is another object. */
export interface WorkingCalendar {
  isWorkingDay(day: Temporal.PlainDate): boolean;
}

/**
 * A local date as days since 1970-01-01. Planning counts days by the thousand: integers and the
 * answers kept below make that cheap, while every question about zones and calendars still goes to
 * Temporal and to the post's calendar.
 */
export type LocalDay = number;

const MS_PER_DAY = 86_400_000;
const MS_PER_QUARTER = 900_000;
/** Since then every zone has changed its offset at full quarters of an hour. */
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);
/** Weekends and holidays never run this long; a calendar that does is broken. */
const LONGEST_CLOSURE_DAYS = 366;
const KEPT_ANSWERS = 100_000;

/** Answers by zone and number. Emptied when it grows beyond use. */
class Kept<T> {
  private readonly zones = new Map<string, Map<number, T>>();
  private size = 0;

  get(zone: string, key: number, find: () => T): T {
    let answers = this.zones.get(zone);
    if (!answers) this.zones.set(zone, (answers = new Map<number, T>()));
    const known = answers.get(key);
    if (known !== undefined) return known;
    const found = find();
    if (this.size >= KEPT_ANSWERS) this.forget();
    else answers.set(key, found);
    this.size += 1;
    return found;
  }

  private forget(): void {
    this.zones.clear();
    this.size = 0;
  }
}

const offsets = new Kept<number>();
const firstInstants = new Kept<Temporal.Instant>();
const hours = new Kept<Temporal.Instant>();
const worked = new WeakMap<WorkingCalendar, Map<LocalDay, boolean>>();

export const dateOf = (day: LocalDay): Temporal.PlainDate => {
  const date = new Date(day * MS_PER_DAY);
  return new Temporal.PlainDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
};

/** The local date on which an instant lies. */
export const localDayOf = (instant: Temporal.Instant, zone: string): LocalDay =>
  dayAt(instant.epochMilliseconds, zone);

const dayAt = (ms: number, zone: string): LocalDay =>
  Math.floor((ms + offsetAt(ms, zone)) / MS_PER_DAY);

/** Elapsed time, whole milliseconds: the precision of the register. */
export const later = (instant: Temporal.Instant, milliseconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(instant.epochMilliseconds + milliseconds);

export const MS_PER_HOUR = 3_600_000;

/** Milliseconds by which local clocks are ahead of UTC. */
function offsetAt(ms: number, zone: string): number {
  const find = (at: number) => () =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
  if (ms < QUARTERS_SINCE) return find(ms)();
  const quarter = Math.floor(ms / MS_PER_QUARTER);
  return offsets.get(zone, quarter, find(quarter * MS_PER_QUARTER));
}

/**
 * The first instant of a local date. Where clocks skip that midnight it is the first instant that
 * exists; where they skip the whole date it is the first instant of the next one.
 */
export const firstInstantOf = (day: LocalDay, zone: string): Temporal.Instant =>
  firstInstants.get(zone, day, () => dateOf(day).toZonedDateTime(zone).toInstant());

/** The last local date that ends at or before a due instant: the day people call the due day. */
export const dueDayOf = (due: Temporal.Instant, zone: string): LocalDay =>
  dayAt(due.epochMilliseconds - 1, zone);

/** An hour of a local date, e.g. 08:00; if clocks skip it, the instant at which they arrive. */
export const localHour = (day: LocalDay, hour: number, zone: string): Temporal.Instant =>
  hours.get(zone, day * 24 + hour, () =>
    dateOf(day).toZonedDateTime({ timeZone: zone, plainTime: { hour } }).toInstant(),
  );

export function isWorked(day: LocalDay, calendar: WorkingCalendar): boolean {
  let days = worked.get(calendar);
  if (!days) worked.set(calendar, (days = new Map<LocalDay, boolean>()));
  let answer = days.get(day);
  if (answer === undefined) days.set(day, (answer = calendar.isWorkingDay(dateOf(day))));
  return answer;
}

/** `day` itself when it is worked, else the nearest working day in `direction`. */
export function workingDayFrom(
  day: LocalDay,
  direction: 1 | -1,
  calendar: WorkingCalendar,
): LocalDay {
  for (let steps = 0; steps <= LONGEST_CLOSURE_DAYS; steps += 1) {
    const candidate = day + steps * direction;
    if (isWorked(candidate, calendar)) return candidate;
  }
  throw new RangeError('a calendar without working days');
}

/** The `count`-th working day after (or, negative, before) `day`. */
export function addWorkingDays(day: LocalDay, count: number, calendar: WorkingCalendar): LocalDay {
  const direction = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    reached = workingDayFrom(reached + direction, direction, calendar);
  }
  return reached;
}
