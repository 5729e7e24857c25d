import type { Labels } from '../../../platform/i18n/bilingual';

export const MEASURE_KINDS = [
  'restraining_order',
  'no_contact_order',
  'exclusion_from_home',
  'custody_order',
  'surrender_of_weapons',
  'police_protection',
  'emergency_order',
  'other',
] as const;
/** Protection measures that an authority grants. */
export type MeasureKind = (typeof MEASURE_KINDS)[number];
export const MEASURE_KIND_LABELS: Labels<MeasureKind> = {
  restraining_order: { es: 'Prohibición de acercamiento', en: 'Restraining order' },
  no_contact_order: { es: 'Prohibición de comunicación', en: 'No-contact order' },
  exclusion_from_home: { es: 'Salida del hogar de la otra persona', en: 'Exclusion from the home' },
  custody_order: { es: 'Custodia de hijas e hijos', en: 'Custody of the children' },
  surrender_of_weapons: { es: 'Entrega de armas', en: 'Surrender of weapons' },
  police_protection: { es: 'Protección policial', en: 'Police protection' },
  emergency_order: { es: 'Orden de emergencia', en: 'Emergency order' },
  other: { es: 'Otra', en: 'Other' },
};

export const MEASURE_STATES = ['requested', 'granted', 'refused', 'ended'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];
export const MEASURE_STATE_LABELS: Labels<MeasureState> = {
  requested: { es: 'Solicitada', en: 'Requested' },
  granted: { es: 'Vigente', en: 'In force' },
  refused: { es: 'Denegada', en: 'Refused' },
  ended: { es: 'Terminada', en: 'Ended' },
};
/** From where a measure may go. */
export const MEASURE_TRANSITIONS = {
  requested: ['granted', 'refused', 'ended'],
  granted: ['ended'],
  refused: [],
  ended: [],
} as const satisfies Record<MeasureState, readonly MeasureState[]>;

export const CHILD_SITUATIONS = [
  'direct_victim',
  'witness',
  'exposed',
  'taken_or_threatened',
  'safe',
  'unknown',
] as const;
export type ChildSituation = (typeof CHILD_SITUATIONS)[number];
export const CHILD_SITUATION_LABELS: Labels<ChildSituation> = {
  direct_victim: { es: 'La sufre directamente', en: 'Suffers it directly' },
  witness: { es: 'La presencia', en: 'Witnesses it' },
  exposed: { es: 'Vive en ese hogar', en: 'Lives in that home' },
  taken_or_threatened: {
    es: 'Se lo llevaron o amenazan con ello',
    en: 'Was taken, or it is threatened',
  },
  safe: { es: 'En lugar seguro', en: 'In a safe place' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};

export const SUPPORT_SERVICES = [
  'shelter',
  'medical',
  'psychological',
  'legal',
  'complaint',
] as const;
/** Help that others give; a complaint is accompanied, never imposed. */
export type SupportService = (typeof SUPPORT_SERVICES)[number];
export const SUPPORT_SERVICE_LABELS: Labels<SupportService> = {
  shelter: { es: 'Casa de acogida', en: 'Shelter' },
  medical: { es: 'Atención médica', en: 'Medical care' },
  psychological: { es: 'Atención psicológica', en: 'Psychological care' },
  legal: { es: 'Asesoría y defensa legal', en: 'Legal help' },
  complaint: { es: 'Denuncia', en: 'Complaint to the authorities' },
};

export const SERVICE_STATES = ['requested', 'obtained', 'refused'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];
export const SERVICE_STATE_LABELS: Labels<ServiceState> = {
  requested: { es: 'Solicitado', en: 'Requested' },
  obtained: { es: 'Obtenido', en: 'Obtained' },
  refused: { es: 'Denegado o no aceptado', en: 'Refused or declined' },
};
/** As what an obtained service counts (taxonomy, *Actions of assistance*). */
export const ACTION_OF_SERVICE = {
  shelter: 'shelter_placement',
  medical: 'medicine_or_medical_care',
  psychological: 'psychological_support',
  legal: 'legal_orientation',
  complaint: 'complaint_accompaniment',
} as const satisfies Record<SupportService, string>;
