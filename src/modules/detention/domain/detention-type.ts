import type { Labels } from '../../../platform/i18n/bilingual';

/** Case types of the family (taxonomy, *Case types*). */
export const DETENTION_TYPES = [
  'criminal_detention',
  'immigration_detention',
  'administrative_arrest',
  'expulsion_proceedings',
  'sentence_transfer',
] as const;
export type DetentionType = (typeof DETENTION_TYPES)[number];

export const DETENTION_TYPE_LABELS: Labels<DetentionType> = {
  criminal_detention: { es: 'Detención penal', en: 'Criminal detention' },
  immigration_detention: { es: 'Detención migratoria', en: 'Immigration detention' },
  administrative_arrest: { es: 'Arresto administrativo', en: 'Administrative arrest' },
  expulsion_proceedings: { es: 'Procedimiento de expulsión', en: 'Expulsion proceedings' },
  sentence_transfer: { es: 'Traslado de condenado', en: 'Transfer of a sentenced person' },
};
