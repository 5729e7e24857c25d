import type { Labels } from '../../../platform/i18n/bilingual';

export const HEARING_KINDS = [
  'first_appearance',
  'bail',
  'preliminary',
  'trial',
  'sentencing',
  'appeal',
  'immigration',
  'expulsion',
  'parole',
  'other',
] as const;
export type HearingKind = (typeof HEARING_KINDS)[number];

export const HEARING_KIND_LABELS: Labels<HearingKind> = {
  first_appearance: { es: 'Primera comparecencia', en: 'First appearance' },
  bail: { es: 'Fianza', en: 'Bail' },
  preliminary: { es: 'Audiencia preliminar', en: 'Preliminary hearing' },
  trial: { es: 'Juicio oral', en: 'Trial' },
  sentencing: { es: 'Lectura de sentencia', en: 'Sentencing' },
  appeal: { es: 'Recurso', en: 'Appeal' },
  immigration: { es: 'Audiencia migratoria', en: 'Immigration hearing' },
  expulsion: { es: 'Audiencia de expulsión', en: 'Expulsion hearing' },
  parole: { es: 'Libertad condicional', en: 'Parole' },
  other: { es: 'Otra', en: 'Other' },
};

/** What became of a hearing. Only `held` needs the hearing to have passed. */
export const HEARING_OUTCOMES = ['held', 'postponed', 'cancelled'] as const;
export type HearingOutcome = (typeof HEARING_OUTCOMES)[number];

export const HEARING_OUTCOME_LABELS: Labels<HearingOutcome> = {
  held: { es: 'Celebrada', en: 'Held' },
  postponed: { es: 'Aplazada', en: 'Postponed' },
  cancelled: { es: 'Cancelada', en: 'Cancelled' },
};

export const BENEFIT_KINDS = [
  'sentence_reduction',
  'parole',
  'day_release',
  'work_or_study',
  'family_visits',
  'house_arrest',
  'pardon',
  'transfer_to_peru',
  'other',
] as const;
export type BenefitKind = (typeof BENEFIT_KINDS)[number];

export const BENEFIT_KIND_LABELS: Labels<BenefitKind> = {
  sentence_reduction: { es: 'Reducción de pena', en: 'Sentence reduction' },
  parole: { es: 'Libertad condicional', en: 'Parole' },
  day_release: { es: 'Semilibertad', en: 'Day release' },
  work_or_study: { es: 'Trabajo o estudio', en: 'Work or study' },
  family_visits: { es: 'Visitas familiares', en: 'Family visits' },
  house_arrest: { es: 'Arresto domiciliario', en: 'House arrest' },
  pardon: { es: 'Indulto', en: 'Pardon' },
  transfer_to_peru: { es: 'Traslado al Perú', en: 'Transfer to Peru' },
  other: { es: 'Otro', en: 'Other' },
};

/** The person is told of a benefit, asks for it, and gets it or not (rules §3.6). */
export const BENEFIT_STATES = ['informed', 'requested', 'granted', 'refused', 'withdrawn'] as const;
export type BenefitState = (typeof BENEFIT_STATES)[number];

export const BENEFIT_STATE_LABELS: Labels<BenefitState> = {
  informed: { es: 'Informado', en: 'Informed' },
  requested: { es: 'Solicitado', en: 'Requested' },
  granted: { es: 'Concedido', en: 'Granted' },
  refused: { es: 'Denegado', en: 'Refused' },
  withdrawn: { es: 'Retirado', en: 'Withdrawn' },
};

export const BENEFIT_TRANSITIONS = {
  informed: ['requested', 'granted', 'withdrawn'],
  requested: ['granted', 'refused', 'withdrawn'],
  granted: ['withdrawn'],
  refused: ['requested'],
  withdrawn: ['requested'],
} as const satisfies Record<BenefitState, readonly BenefitState[]>;
