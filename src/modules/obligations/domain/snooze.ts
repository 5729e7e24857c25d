import { Temporal } from '@js-temporal/polyfill';
import type { PlannedReminder } from './escalation-ladder';

/** Why the reminders of a duty cannot be put off (default). */
export const SNOOZE_REFUSALS = [
  'SNOOZE_WELFARE_DUTY',
  'SNOOZE_HOURS_DUTY',
  'SNOOZE_BREACH',
  'SNOOZE_PAST_DUE',
] as const;
export type SnoozeRefusal = (typeof SNOOZE_REFUSALS)[number];

/** What decides whether a duty's reminders may wait. */
export interface SnoozableDuty {
  welfare: boolean;
  unit: 'hours' | 'days' | 'business_days';
  due: Temporal.Instant;
  breached: boolean;
}

/**
 * Null when the reminders may wait until then. What someone's safety hangs on never waits; neither
 * does a duty in hours (its clock is never suspended, rules §3), nor one that is breached or would be.
 */
export function snoozeRefusal(
  duty: SnoozableDuty,
  until: Temporal.Instant,
  now: Temporal.Instant,
): SnoozeRefusal | null {
  if (duty.welfare) return 'SNOOZE_WELFARE_DUTY';
  if (duty.unit === 'hours') return 'SNOOZE_HOURS_DUTY';
  if (duty.breached || Temporal.Instant.compare(duty.due, now) <= 0) return 'SNOOZE_BREACH';
  if (Temporal.Instant.compare(until, duty.due) >= 0) return 'SNOOZE_PAST_DUE';
  return null;
}

/**
 * The ladder with the officer's reminders that would come before `until` replaced by one at `until`.
 * Rungs at the due instant and after it, and those to anyone else, stay where they are.
 */
export function putOff(
  ladder: readonly PlannedReminder[],
  due: Temporal.Instant,
  until: Temporal.Instant | null,
): readonly PlannedReminder[] {
  if (!until || Temporal.Instant.compare(until, due) >= 0) return ladder;
  const stays = ladder.filter(
    ({ recipient, sendAt }) =>
      recipient !== 'officer' || Temporal.Instant.compare(sendAt, until) > 0,
  );
  const code = `snooze_ends_${until.toString().slice(0, 16).replaceAll(/\D/g, '')}`;
  const atTheEnd: PlannedReminder = { rung: code, recipient: 'officer', sendAt: until };
  return [...stays, atTheEnd].sort((a, b) => Temporal.Instant.compare(a.sendAt, b.sendAt));
}
