import type { Labels } from '../../../platform/i18n/bilingual';

/** What the person is accused of, by group (taxonomy, *Detention*); the charges are free text. */
export const OFFENCE_GROUPS = [
  'drugs',
  'property',
  'homicide',
  'assault',
  'sexual_offence',
  'trafficking_or_smuggling',
  'fraud',
  'migration',
  'traffic',
  'public_order',
  'other',
  'unknown',
] as const;
export type OffenceGroup = (typeof OFFENCE_GROUPS)[number];

export const OFFENCE_GROUP_LABELS: Labels<OffenceGroup> = {
  drugs: { es: 'Drogas', en: 'Drugs' },
  property: { es: 'Patrimonio', en: 'Property' },
  homicide: { es: 'Homicidio', en: 'Homicide' },
  assault: { es: 'Lesiones', en: 'Assault' },
  sexual_offence: { es: 'Delito sexual', en: 'Sexual offence' },
  trafficking_or_smuggling: { es: 'Trata o tráfico de personas', en: 'Trafficking or smuggling' },
  fraud: { es: 'Fraude', en: 'Fraud' },
  migration: { es: 'Infracción migratoria', en: 'Migration' },
  traffic: { es: 'Tránsito', en: 'Road traffic' },
  public_order: { es: 'Orden público', en: 'Public order' },
  other: { es: 'Otro', en: 'Other' },
  unknown: { es: 'Se desconoce', en: 'Unknown' },
};
