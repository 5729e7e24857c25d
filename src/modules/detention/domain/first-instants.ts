import type { Temporal } from '@js-temporal/polyfill';
import { Temporal as T } from '@js-temporal/polyfill';

/** What a rule refuses, by field; the code's message says what to mend. */
export interface Violation {
  path: string;
  code: string;
}

/** The four instants that rules §3.1 keeps apart. Null: not known. */
export interface FirstInstants {
  detainedAt: Temporal.Instant | null;
  informedOfRightsAt: Temporal.Instant | null;
  postNotifiedAt: Temporal.Instant;
  /** Earliest recorded contact with the person; computed, never typed. */
  firstContactAt: Temporal.Instant | null;
}

/** Two clocks never agree to the second: an instant this far ahead still counts as now. */
export const CLOCK_TOLERANCE = T.Duration.from({ minutes: 5 });
/** Nobody alive was detained, and no hearing concerns a living person, farther away than this. */
const LIFETIME_HOURS = 24 * 365 * 120;

const before = (a: Temporal.Instant, b: Temporal.Instant): boolean => T.Instant.compare(a, b) < 0;

/** Whether something said to have happened can have happened by `now`. */
export function checkHappened(
  path: string,
  at: Temporal.Instant | null | undefined,
  now: Temporal.Instant,
): Violation[] {
  if (!at) return [];
  if (before(now.add(CLOCK_TOLERANCE), at)) return [{ path, code: 'IN_THE_FUTURE' }];
  if (before(at, now.subtract({ hours: LIFETIME_HOURS }))) return [{ path, code: 'TOO_LONG_AGO' }];
  return [];
}

/** Whether something planned or past lies within a lifetime of `now`, both ways. */
export function checkPlausible(
  path: string,
  at: Temporal.Instant,
  now: Temporal.Instant,
): Violation[] {
  if (before(at, now.subtract({ hours: LIFETIME_HOURS }))) return [{ path, code: 'TOO_LONG_AGO' }];
  if (before(now.add({ hours: LIFETIME_HOURS }), at)) return [{ path, code: 'TOO_FAR_AHEAD' }];
  return [];
}

/** Refuses `at` when it lies before `reference`; unknown instants are never compared. */
export function checkOrder(
  path: string,
  at: Temporal.Instant | null | undefined,
  reference: Temporal.Instant | null | undefined,
  code: string,
): Violation[] {
  return at && reference && before(at, reference) ? [{ path, code }] : [];
}

/**
 * Detained ≤ informed of rights; detained ≤ post notified ≤ first contact (VCCR 36.1.b). A person
 * may be told of the right after the post already knows, so those two are not compared.
 */
export function checkFirstInstants(
  instants: FirstInstants,
  now: Temporal.Instant,
  birthDate: Temporal.PlainDate | null = null,
): Violation[] {
  const { detainedAt, informedOfRightsAt, postNotifiedAt, firstContactAt } = instants;
  const birth = birthDate?.toZonedDateTime('UTC').subtract({ days: 1 }).toInstant();
  return [
    ...checkHappened('detainedAt', detainedAt, now),
    ...checkHappened('informedOfRightsAt', informedOfRightsAt, now),
    ...checkHappened('postNotifiedAt', postNotifiedAt, now),
    ...checkOrder('detainedAt', detainedAt, birth, 'BEFORE_BIRTH'),
    ...checkOrder('informedOfRightsAt', informedOfRightsAt, detainedAt, 'BEFORE_DETENTION'),
    ...checkOrder('postNotifiedAt', postNotifiedAt, detainedAt, 'BEFORE_DETENTION'),
    ...checkOrder('postNotifiedAt', firstContactAt, postNotifiedAt, 'AFTER_FIRST_CONTACT'),
  ];
}

/** Something done for the person by the post: after the arrest, after the notice, not ahead of now. */
export function checkDeed(
  path: string,
  at: Temporal.Instant,
  context: Pick<FirstInstants, 'detainedAt' | 'postNotifiedAt'>,
  now: Temporal.Instant,
): Violation[] {
  const happened = checkHappened(path, at, now);
  if (happened.length > 0) return happened;
  const arrest = checkOrder(path, at, context.detainedAt, 'BEFORE_DETENTION');
  return arrest.length > 0 ? arrest : checkOrder(path, at, context.postNotifiedAt, 'BEFORE_NOTICE');
}
