import type { Labels } from '../../../platform/i18n/bilingual';

/** Where a person is held. A hospital counts as hospitalised for the interval of visits. */
export const FACILITY_KINDS = [
  'police_station',
  'prison',
  'immigration_centre',
  'juvenile_centre',
  'hospital',
  'other',
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

export const FACILITY_KIND_LABELS: Labels<FacilityKind> = {
  police_station: { es: 'Comisaría', en: 'Police station' },
  prison: { es: 'Prisión', en: 'Prison' },
  immigration_centre: { es: 'Centro migratorio', en: 'Immigration centre' },
  juvenile_centre: { es: 'Centro juvenil', en: 'Juvenile centre' },
  hospital: { es: 'Hospital', en: 'Hospital' },
  other: { es: 'Otro', en: 'Other' },
};

/** A harsh facility halves the interval between visits (rules §3, default). */
export const HARSHNESS = ['standard', 'harsh'] as const;
export type Harshness = (typeof HARSHNESS)[number];

export const HARSHNESS_LABELS: Labels<Harshness> = {
  standard: { es: 'Ordinaria', en: 'Standard' },
  harsh: { es: 'Severa', en: 'Harsh' },
};

/** What two spellings of one place share: no accents, capitals, punctuation or doubled spaces. */
export const placeKey = (name: string, city: string): string =>
  [city, name]
    .map((part) =>
      part
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('|');
