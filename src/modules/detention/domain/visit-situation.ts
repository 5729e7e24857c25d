import { Temporal } from '@js-temporal/polyfill';
import type { VisitSituation } from '../../obligations';
import type { DetentionFacts, StayFact } from './detention-facts';
import { stageAt } from './stage-history';

/** The stay at `instant`, or the newest; null when nobody knows where the person is held. */
export function stayAt(stays: readonly StayFact[], instant?: Temporal.Instant): StayFact | null {
  const begun = instant
    ? stays.filter((s) => Temporal.Instant.compare(s.since, instant) <= 0)
    : stays;
  return (
    [...begun].sort((a, b) => Temporal.Instant.compare(a.since, b.since)).at(-1) ?? stays[0] ?? null
  );
}

/** Completed years on the day of `instant`; null when the birth date is not known. */
export function ageAt(
  birthDate: Temporal.PlainDate | null,
  instant: Temporal.Instant,
): number | null {
  if (!birthDate) return null;
  const day = instant.toZonedDateTimeISO('UTC').toPlainDate();
  return birthDate.until(day, { largestUnit: 'years' }).years;
}

/** An allegation counts from its record on, unless its assessment found nothing in it. */
const mistreatmentAlleged = (facts: DetentionFacts): boolean =>
  facts.allegations.some((a) => a.conclusion !== 'unfounded');

/**
 * What decides the interval of a visit duty that runs from `startsAt`: stage and place as they were
 * when the duty ended, or as they are now while it is open.
 */
export function visitSituation(
  facts: DetentionFacts,
  startsAt: Temporal.Instant,
  endedAt?: Temporal.Instant,
): VisitSituation {
  const stay = stayAt(facts.stays, endedAt);
  return {
    stage: stageAt(facts.stages, endedAt),
    conditions: stay?.kind === 'hospital' ? ['hospitalised'] : [],
    country: stay?.country ?? facts.country,
    harshness: stay?.harshness ?? 'standard',
    facilityId: stay?.facilityId ?? null,
    factors: [
      ...facts.vulnerability,
      ...(mistreatmentAlleged(facts) ? ['mistreatment_alleged'] : []),
    ],
    age: ageAt(facts.birthDate, startsAt),
  };
}
