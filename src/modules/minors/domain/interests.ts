import type { Labels } from '../../../platform/i18n/bilingual';
import type { Level } from '../../../platform/questionnaires/questionnaire';

export const INTEREST_STAGES = ['preliminary', 'full'] as const;
/** A first look at what cannot wait, and the whole assessment. */
export type InterestStage = (typeof INTEREST_STAGES)[number];
export const INTEREST_STAGE_LABELS: Labels<InterestStage> = {
  preliminary: { es: 'Preliminar', en: 'Preliminary' },
  full: { es: 'Completa', en: 'Full' },
};

export const HEARINGS_OF_CHILD = [
  'heard',
  'heard_through_another',
  'too_young',
  'did_not_wish',
  'not_reached',
] as const;
/** Whether and how the child was heard (Convention on the Rights of the Child, art. 12). */
export type HearingOfChild = (typeof HEARINGS_OF_CHILD)[number];
export const HEARING_OF_CHILD_LABELS: Labels<HearingOfChild> = {
  heard: { es: 'Escuchado directamente', en: 'Heard in person' },
  heard_through_another: { es: 'Escuchado por medio de otra persona', en: 'Heard through another' },
  too_young: { es: 'Aún no puede expresarse', en: 'Cannot express a view yet' },
  did_not_wish: { es: 'No quiso opinar', en: 'Did not wish to say' },
  not_reached: { es: 'Todavía no se le pudo escuchar', en: 'Could not be heard yet' },
};

export const MATURITIES = ['not_assessed', 'emerging', 'partial', 'full'] as const;
/** How far the opinion is the child's own, by age and maturity. */
export type Maturity = (typeof MATURITIES)[number];
export const MATURITY_LABELS: Labels<Maturity> = {
  not_assessed: { es: 'Sin valorar', en: 'Not assessed' },
  emerging: { es: 'Comprende lo inmediato', en: 'Understands what is near' },
  partial: { es: 'Comprende parte de lo que se decide', en: 'Understands part of what is decided' },
  full: { es: 'Comprende lo que se decide', en: 'Understands what is decided' },
};

export const INTEREST_COURSES = [
  'stay_with_family',
  'reunification',
  'alternative_care',
  'return_to_peru',
  'other',
] as const;
/** What serves the child best, as far as is known now. */
export type InterestCourse = (typeof INTEREST_COURSES)[number];
export const INTEREST_COURSE_LABELS: Labels<InterestCourse> = {
  stay_with_family: { es: 'Permanecer con su familia', en: 'Stay with the family' },
  reunification: { es: 'Reunificación familiar', en: 'Family reunification' },
  alternative_care: { es: 'Cuidado alternativo', en: 'Alternative care' },
  return_to_peru: { es: 'Retorno al Perú', en: 'Return to Peru' },
  other: { es: 'Otra medida', en: 'Another course' },
};

/** How much stands out in the answers, in the words of this assessment. */
export const CONCERN_LABELS: Labels<Level> = {
  low: { es: 'Sin alertas mayores', en: 'Nothing major stands out' },
  moderate: { es: 'Requiere atención', en: 'Needs attention' },
  high: { es: 'Requiere medidas', en: 'Needs measures' },
  extreme: { es: 'Requiere protección inmediata', en: 'Needs protection at once' },
};

export interface OpinionTold {
  stage: InterestStage;
  hearing: HearingOfChild;
  opinion: string | null;
}

/**
 * What is wrong with how the child's opinion was recorded. A child who was heard said something; a
 * full assessment waits until the child was heard or it is known why not (CRC art. 12; general
 * comment 14, paras. 43–45).
 */
export function checkOpinion({ stage, hearing, opinion }: OpinionTold) {
  const heard = hearing === 'heard' || hearing === 'heard_through_another';
  if (heard && !opinion) return [{ path: 'opinion', code: 'OPINION_NEEDED' }];
  if (!heard && opinion) return [{ path: 'opinion', code: 'CHILD_WAS_NOT_HEARD' }];
  if (stage === 'full' && hearing === 'not_reached') {
    return [{ path: 'hearing', code: 'HEAR_THE_CHILD_FIRST' }];
  }
  return [];
}
