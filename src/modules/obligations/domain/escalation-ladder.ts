import { Temporal } from '@js-temporal/polyfill';
import type { DurationRule } from './duration-rule';
import {
  addWorkingDays,
  dueDayOf,
  later,
  localDayOf,
  localHour,
  MS_PER_HOUR,
  workingDayFrom,
  type WorkingCalendar,
} from './local-days';
import type { Ladder, PolicyContent, Rung, RungRecipient } from './policy';

export type Escalation = PolicyContent['escalation'];

/** A reminder to come: which rung, to whom, when. */
export interface PlannedReminder {
  rung: string;
  recipient: RungRecipient;
  sendAt: Temporal.Instant;
}

export interface DutySpan {
  startsAt: Temporal.Instant;
  due: Temporal.Instant;
  rule: DurationRule;
}

/** The ladder for a duty of this length: the first of the policy that reaches so far. */
export function ladderFor(rule: DurationRule, ladders: readonly Ladder[]): Ladder {
  const found = ladders.find((ladder) => rule.value <= ladder.upTo[rule.unit]);
  if (!found) throw new RangeError(`no ladder serves ${rule.value} ${rule.unit}`);
  return found;
}

/**
 * The reminders of a duty in the order in which they go out (rules §3, *Escalation ladder*,
 * default). Rungs in hours go out at any hour; rungs in days at the policy's local hour of a working
 * day: the one before when the rung lies at or before the due day, the one after otherwise. Rungs
 * before the start are skipped.
 */
export function planLadder(
  duty: DutySpan,
  escalation: Escalation,
  calendar: WorkingCalendar,
  zone: string,
): PlannedReminder[] {
  return ladderFor(duty.rule, escalation.ladders)
    .rungs.map((rung) => ({
      rung: rung.code,
      recipient: rung.recipient,
      sendAt: instantOf(rung, duty, escalation.localHour, calendar, zone),
    }))
    .filter(({ sendAt }) => Temporal.Instant.compare(sendAt, duty.startsAt) >= 0)
    .sort((a, b) => Temporal.Instant.compare(a.sendAt, b.sendAt));
}

function instantOf(
  rung: Rung,
  duty: DutySpan,
  hour: number,
  calendar: WorkingCalendar,
  zone: string,
): Temporal.Instant {
  const { unit, value } = rung.offset;
  if (unit === 'hours') return later(originOf(rung, duty), value * MS_PER_HOUR);
  const day =
    rung.from === 'due' ? dueDayOf(duty.due, zone) : localDayOf(originOf(rung, duty), zone);
  const target =
    unit === 'business_days' && value !== 0
      ? addWorkingDays(day, value, calendar)
      : workingDayFrom(day + value, value > 0 ? 1 : -1, calendar);
  return localHour(target, hour, zone);
}

function originOf(rung: Rung, duty: DutySpan): Temporal.Instant {
  if (rung.from === 'start') return duty.startsAt;
  if (rung.from === 'due') return duty.due;
  const length = duty.due.epochMilliseconds - duty.startsAt.epochMilliseconds;
  return later(duty.startsAt, Math.floor(length / 2));
}

/**
 * Which rungs still make sense when a duty is planned at `now`: those to come and, of those that
 * would already have gone out, the latest to each recipient. A file that is entered late says so
 * once to each, not four times.
 */
export function rungsFrom(
  now: Temporal.Instant,
  ladder: readonly PlannedReminder[],
): PlannedReminder[] {
  return ladder.filter((step, at) => {
    if (Temporal.Instant.compare(step.sendAt, now) > 0) return true;
    return !ladder
      .slice(at + 1)
      .some(
        (later) =>
          later.recipient === step.recipient && Temporal.Instant.compare(later.sendAt, now) <= 0,
      );
  });
}
