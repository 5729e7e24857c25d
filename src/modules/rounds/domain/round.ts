import { Temporal } from '@js-temporal/polyfill';
import { DomainError, invalidField } from '../../../platform/errors/domain-error';

export const ROUND_STATUSES = ['planned', 'done', 'cancelled'] as const;
export type RoundStatus = (typeof ROUND_STATUSES)[number];

/** Where a person of a round stands: to be seen, result recorded, not seen, taken off the list. */
export const PERSON_STATES = ['planned', 'recorded', 'not_visited', 'removed'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Why a round came home without having seen someone. */
export const NOT_VISITED_REASONS = [
  'no_time',
  'access_closed',
  'person_elsewhere',
  'person_unavailable',
  'travel_impossible',
  'other',
] as const;
export type NotVisitedReason = (typeof NOT_VISITED_REASONS)[number];

/** Who goes on a new round by itself: whoever is due soon, everyone held there, or nobody yet. */
export const INCLUSIONS = ['due', 'everyone', 'nobody'] as const;
export type Inclusion = (typeof INCLUSIONS)[number];

/** How far back and ahead a round may be planned (days): beyond it is a typing error (default). */
const DAYS_BACK = 31;
const DAYS_AHEAD = 400;

/** Refuses a day that is no plan: long past, or more than a year away. */
export function assertPlausibleDay(plannedOn: string, today: Temporal.PlainDate): void {
  const days = today.until(Temporal.PlainDate.from(plannedOn), { largestUnit: 'days' }).days;
  if (days < -DAYS_BACK) throw invalidField('plannedOn', 'ROUND_LONG_PAST');
  if (days > DAYS_AHEAD) throw invalidField('plannedOn', 'ROUND_TOO_FAR_AHEAD');
}

/** Only a planned round changes; 409 ROUND_ENDED otherwise. */
export function assertPlanned(status: RoundStatus): void {
  if (status !== 'planned') throw new DomainError('ROUND_ENDED', { status: 409 });
}

/** A person's result is recorded once; 409 ROUND_RESULT_STANDS, or 404 by the caller when removed. */
export function assertAwaited(state: PersonState): void {
  if (state !== 'planned') throw new DomainError('ROUND_RESULT_STANDS', { status: 409 });
}

/**
 * A result of a round is a visit in person to the detainee, on or after the round's day by the clock
 * of the post. Whoever went earlier moves the round first.
 */
export function assertVisitOfRound(
  visit: { kind: string; withWhom: string; occurredAt: string },
  plannedOn: string,
  zone: string,
): void {
  if (visit.kind !== 'in_person') throw invalidField('kind', 'NOT_A_VISIT');
  if (visit.withWhom !== 'detainee') throw invalidField('withWhom', 'NOT_A_VISIT');
  const day = Temporal.Instant.from(visit.occurredAt).toZonedDateTimeISO(zone).toPlainDate();
  if (Temporal.PlainDate.compare(day, Temporal.PlainDate.from(plannedOn)) < 0) {
    throw invalidField('occurredAt', 'BEFORE_THE_ROUND');
  }
}
