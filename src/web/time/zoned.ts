import { Temporal } from 'temporal-polyfill';

/** What a `datetime-local` field of a post in `zone` shows for an instant. */
export function toWallClock(iso: string, zone: string): string {
  return Temporal.Instant.from(iso)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
}

/**
 * The instant that a `datetime-local` field names in `zone`. A time repeated when clocks go back
 * means the first; one skipped when they go forward means the next that exists.
 */
export function toInstant(wallClock: string, zone: string): string {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).toInstant().toString();
}

export const nowAt = (zone: string): string => toWallClock(Temporal.Now.instant().toString(), zone);

/** Today's civil date in `zone`. */
export const todayAt = (zone: string): string => nowAt(zone).slice(0, 10);
