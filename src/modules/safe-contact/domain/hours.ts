import { Temporal } from '@js-temporal/polyfill';

/**
 * On these days (ISO: 1 Monday … 7 Sunday) from one wall-clock time to another; past midnight when
 * `to` is not after `from`.
 */
export interface HoursWindow {
  days: readonly number[];
  /** `HH:MM`, included. */
  from: string;
  /** `HH:MM`, no longer included. */
  to: string;
}

/** When a person may be contacted, on their own clock. No window means at any hour. */
export interface SafeHours {
  /** IANA zone of the person. */
  timeZone: string;
  windows: readonly HoursWindow[];
}

/** Far enough to find a weekly window that a change of clocks swallowed once. */
const LOOK_AHEAD_DAYS = 15;

const before = (a: Temporal.PlainTime, b: Temporal.PlainTime): boolean =>
  Temporal.PlainTime.compare(a, b) < 0;

function contains({ days, from, to }: HoursWindow, local: Temporal.ZonedDateTime): boolean {
  const time = local.toPlainTime();
  const [start, end] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(to)];
  const today = days.includes(local.dayOfWeek);
  if (before(start, end)) return today && !before(time, start) && before(time, end);
  const yesterday = days.includes(((local.dayOfWeek + 5) % 7) + 1);
  return (today && !before(time, start)) || (yesterday && before(time, end));
}

/** Whether the person's clock stands within the hours: an hour that the clocks repeat counts twice. */
export const isWithin = ({ timeZone, windows }: SafeHours, at: Temporal.Instant): boolean => {
  const local = at.toZonedDateTimeISO(timeZone);
  return windows.length === 0 || windows.some((window) => contains(window, local));
};

/** Both readings of a wall-clock time on a day; one of them unless the clocks change there. */
const readings = (day: Temporal.PlainDate, time: string, timeZone: string): Temporal.Instant[] =>
  (['earlier', 'later'] as const).map((disambiguation) =>
    day
      .toPlainDateTime(Temporal.PlainTime.from(time))
      .toZonedDateTime(timeZone, { disambiguation })
      .toInstant(),
  );

function changesOfClock(
  from: Temporal.Instant,
  until: Temporal.Instant,
  timeZone: string,
): Temporal.Instant[] {
  const found: Temporal.Instant[] = [];
  let next = from.toZonedDateTimeISO(timeZone).getTimeZoneTransition('next');
  while (next && Temporal.Instant.compare(next.toInstant(), until) <= 0) {
    found.push(next.toInstant());
    next = next.getTimeZoneTransition('next');
  }
  return found;
}

/**
 * The earliest instant, not before `at`, at which the person may be contacted; null when the windows
 * name no day. A window that begins in an hour which the clocks skip begins when they have skipped it.
 */
export function nextOpening(hours: SafeHours, at: Temporal.Instant): Temporal.Instant | null {
  if (isWithin(hours, at)) return at;
  const { timeZone, windows } = hours;
  const today = at.toZonedDateTimeISO(timeZone).toPlainDate();
  const starts = Array.from({ length: LOOK_AHEAD_DAYS }, (_, ahead) =>
    windows.flatMap(({ from }) => readings(today.add({ days: ahead }), from, timeZone)),
  ).flat();
  const until = at.add({ hours: 24 * LOOK_AHEAD_DAYS });
  return (
    [...starts, ...changesOfClock(at, until, timeZone)]
      .filter((start) => Temporal.Instant.compare(start, at) > 0 && isWithin(hours, start))
      .sort(Temporal.Instant.compare)[0] ?? null
  );
}
