import type { Temporal } from '@js-temporal/polyfill';

/** So many reminders to one officer within so many minutes become one digest (default, policy). */
export interface DigestRule {
  reminders: number;
  withinMinutes: number;
}

/** A burst of reminders shares a mail: the first one waits this many seconds for the others. */
export const SETTLING_SECONDS = 60;

/**
 * When a mail that a reminder opens goes out. `recent` are the instants of the reminders to the same
 * person before this one, within the rule's minutes. Until the rule's number is reached it waits only
 * for the rest of its burst; from then on for the end of the span that the oldest of them began, so
 * that whatever still comes joins it.
 */
export function mailHour(
  now: Temporal.Instant,
  recent: readonly Temporal.Instant[],
  rule: DigestRule,
): Temporal.Instant {
  const settled = now.add({ seconds: SETTLING_SECONDS });
  const oldest = recent.reduce<Temporal.Instant | null>(
    (least, each) => (least && least.epochNanoseconds <= each.epochNanoseconds ? least : each),
    null,
  );
  if (!oldest || recent.length + 1 < rule.reminders) return settled;
  const spanEnds = oldest.add({ minutes: rule.withinMinutes });
  return spanEnds.epochNanoseconds > settled.epochNanoseconds ? spanEnds : settled;
}
