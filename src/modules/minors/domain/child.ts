import type { Labels } from '../../../platform/i18n/bilingual';
import type { Temporal } from '@js-temporal/polyfill';
import { ADULT_AT } from '../../people';

/** Characters of the longest account that is taken. */
export const LONGEST_ACCOUNT = 20_000;

export const MINOR_CASE_TYPES = [
  'unaccompanied_minor',
  'separated_minor',
  'custody_or_abduction',
  'minor_in_state_care',
  'minor_at_risk',
] as const;
/** Types of the family (taxonomy, *Case types*). */
export type MinorCaseType = (typeof MINOR_CASE_TYPES)[number];
export const MINOR_CASE_TYPE_LABELS: Labels<MinorCaseType> = {
  unaccompanied_minor: { es: 'Menor no acompañado', en: 'Unaccompanied minor' },
  separated_minor: { es: 'Menor separado', en: 'Separated minor' },
  custody_or_abduction: { es: 'Custodia o sustracción', en: 'Custody or abduction' },
  minor_in_state_care: { es: 'Menor bajo tutela estatal', en: 'Minor in State care' },
  minor_at_risk: { es: 'Menor en riesgo', en: 'Minor at risk' },
};

export const CHILD_WITH = [
  'both_parents',
  'mother',
  'father',
  'relative',
  'other_adult',
  'state_care',
  'alone',
  'unknown',
] as const;
/** With whom the child is now. */
export type ChildWith = (typeof CHILD_WITH)[number];
export const CHILD_WITH_LABELS: Labels<ChildWith> = {
  both_parents: { es: 'Con su madre y su padre', en: 'With both parents' },
  mother: { es: 'Con su madre', en: 'With the mother' },
  father: { es: 'Con su padre', en: 'With the father' },
  relative: { es: 'Con otro familiar', en: 'With another relative' },
  other_adult: { es: 'Con otra persona adulta', en: 'With another adult' },
  state_care: { es: 'A cargo del Estado', en: 'In the care of the State' },
  alone: { es: 'Sin compañía', en: 'Alone' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};

/** What is known of a child's age: the birth date, or the age that was presumed on a day. */
export interface ChildAge {
  birthDate: Temporal.PlainDate | null;
  /** Completed years. */
  presumedAge: number | null;
  presumedOn: Temporal.PlainDate | null;
}

/**
 * The first day on which the child is of age (Código Civil art. 42); null while nothing is known. A
 * presumed age counts from the day it was presumed: whoever may still be a child is treated as one
 * (Committee on the Rights of the Child, general comment 6, para. 31).
 */
export function comesOfAgeOn({ birthDate, presumedAge, presumedOn }: ChildAge) {
  if (birthDate) {
    const day = birthDate.add({ years: ADULT_AT });
    // born on 29 February: of age on 1 March, as everywhere in the register
    return day.day === birthDate.day ? day : day.add({ days: 1 });
  }
  if (presumedAge === null || !presumedOn) return null;
  return presumedOn.add({ years: ADULT_AT - presumedAge });
}

/** Whether the child is of age on a day of the post. */
export function isOfAge(age: ChildAge, day: Temporal.PlainDate): boolean {
  const from = comesOfAgeOn(age);
  return from !== null && day.since(from).sign >= 0;
}

export const OF_AGE_COURSES = ['handed_over', 'goes_on_as_adult', 'case_ends'] as const;
/** What follows when the child is of age. */
export type OfAgeCourse = (typeof OF_AGE_COURSES)[number];
export const OF_AGE_COURSE_LABELS: Labels<OfAgeCourse> = {
  handed_over: { es: 'Entrega a otra atención o institución', en: 'Handed over to other help' },
  goes_on_as_adult: { es: 'Continúa en otro caso, como adulto', en: 'Goes on as an adult' },
  case_ends: { es: 'El caso concluye', en: 'The case ends' },
};
