import type { Temporal } from '@js-temporal/polyfill';
import {
  addWorkingDays,
  firstInstantOf,
  later,
  localDayOf,
  MS_PER_HOUR,
  workingDayFrom,
  type LocalDay,
  type WorkingCalendar,
} from './local-days';

export const DURATION_UNITS = ['hours', 'days', 'business_days'] as const;
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** How long a duty runs: elapsed hours, local days, or working days of the post. */
export interface DurationRule {
  unit: DurationUnit;
  value: number;
}

/**
 * When a duty that starts at `startsAt` falls due (rules §3, *Clocks*).
 * Hours elapse and are never suspended. Days and business days count local dates after the starting
 * one and fall due when the last of them ends, stored as the first instant of the next local date.
 * A duty in days whose last day is not worked moves back to the working day before it, unless that
 * day lies before the start: then it stays where it is.
 */
export function dueAt(
  startsAt: Temporal.Instant,
  rule: DurationRule,
  calendar: WorkingCalendar,
  zone: string,
): Temporal.Instant {
  if (rule.unit === 'hours') return later(startsAt, rule.value * MS_PER_HOUR);
  const startDay = localDayOf(startsAt, zone);
  const lastDay =
    rule.unit === 'business_days'
      ? addWorkingDays(startDay, rule.value, calendar)
      : lastDayOf(startDay, rule.value, calendar);
  return firstInstantOf(lastDay + 1, zone);
}

function lastDayOf(startDay: LocalDay, days: number, calendar: WorkingCalendar): LocalDay {
  const counted = startDay + days;
  const worked = workingDayFrom(counted, -1, calendar);
  return worked < startDay ? counted : worked;
}
