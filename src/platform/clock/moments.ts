import { Temporal } from '@js-temporal/polyfill';
import { invalidField } from '../errors/domain-error';

/** An ISO instant that validation has already accepted. */
export const instantOf = (iso: string): Temporal.Instant => Temporal.Instant.from(iso);
export const optionalInstant = (iso: string | null | undefined): Temporal.Instant | null =>
  iso ? Temporal.Instant.from(iso) : null;

/** An ISO instant that validation has already accepted, not after now; absent: now. */
export function momentOf(
  iso: string | undefined,
  now: Temporal.Instant,
  path: string,
): Temporal.Instant {
  const at = iso ? Temporal.Instant.from(iso) : now;
  if (Temporal.Instant.compare(at, now) > 0) throw invalidField(path, 'notInFuture');
  return at;
}

/** Today somewhere: the host country may already be on the next date of UTC. */
const latestToday = (now: Temporal.Instant): string =>
  now.toZonedDateTimeISO('UTC').toPlainDate().add({ days: 1 }).toString();

/** A civil day that is past or present; refuses one to come. */
export function pastDay(
  day: string | undefined,
  now: Temporal.Instant,
  path: string,
): string | null {
  if (day && day > latestToday(now)) throw invalidField(path, 'notInFuture');
  return day ?? null;
}
