import { Temporal } from '@js-temporal/polyfill';
import type { Violation } from './first-instants';

/** A sentence as pronounced; durations in ISO 8601, dates as civil dates. */
export interface Sentence {
  sentencedOn: string;
  minimum?: string | undefined;
  maximum?: string | undefined;
  forLife?: boolean | undefined;
  endsOn?: string | undefined;
}

/** Lengths are compared from the day of the sentence, since months differ. */
const endOf = (sentence: Sentence, length: string): Temporal.PlainDate =>
  Temporal.PlainDate.from(sentence.sentencedOn).add(length);

/**
 * A sentence lies after the arrest and not ahead, its minimum is not above its maximum, it does not
 * end before it begins, and a life sentence has no maximum.
 */
export function checkSentence(
  sentence: Sentence,
  detainedOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Violation[] {
  const on = Temporal.PlainDate.from(sentence.sentencedOn);
  const { compare } = Temporal.PlainDate;
  const violations: Violation[] = [];
  if (compare(on, today) > 0) violations.push({ path: 'sentencedOn', code: 'IN_THE_FUTURE' });
  if (detainedOn && compare(on, detainedOn) < 0) {
    violations.push({ path: 'sentencedOn', code: 'BEFORE_DETENTION' });
  }
  if (sentence.forLife && sentence.maximum) {
    violations.push({ path: 'maximum', code: 'LIFE_HAS_NO_MAXIMUM' });
  }
  if (sentence.minimum && sentence.maximum) {
    if (compare(endOf(sentence, sentence.minimum), endOf(sentence, sentence.maximum)) > 0) {
      violations.push({ path: 'minimum', code: 'MINIMUM_ABOVE_MAXIMUM' });
    }
  }
  if (sentence.endsOn && compare(sentence.endsOn, on) < 0) {
    violations.push({ path: 'endsOn', code: 'BEFORE_ITS_START' });
  }
  return violations;
}
