import type { Labels } from '../../../platform/i18n/bilingual';

export const REPATRIATION_TYPES = [
  'destitute',
  'deportee_reception',
  'returnee_support',
  'medical',
  'minor',
  'victim',
] as const;
/** Types of the family (taxonomy, *Case types*). */
export type RepatriationType = (typeof REPATRIATION_TYPES)[number];
export const REPATRIATION_TYPE_LABELS: Labels<RepatriationType> = {
  destitute: { es: 'Persona en indigencia', en: 'Destitute person' },
  deportee_reception: { es: 'Recepción de persona deportada', en: 'Reception of a deportee' },
  returnee_support: { es: 'Apoyo a retornante', en: 'Support to a returnee' },
  medical: { es: 'Persona enferma', en: 'Person who is ill' },
  minor: { es: 'Niña, niño o adolescente', en: 'Child or adolescent' },
  victim: { es: 'Víctima de violencia o trata', en: 'Victim of violence or trafficking' },
};

export type RepatriationTier = 'standard' | 'restricted' | 'sealed';
/** The tier in which a case of each type is opened (taxonomy, *Case types*). */
export const TIER_OF_TYPE: Readonly<Record<RepatriationType, RepatriationTier>> = {
  destitute: 'standard',
  deportee_reception: 'standard',
  returnee_support: 'standard',
  medical: 'restricted',
  minor: 'restricted',
  victim: 'sealed',
};
