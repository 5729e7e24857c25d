/** Vocabularies of the vulnerability assessment on which code branches (RC art. 10). */

/** A circumstance that exposes a person to discrimination or violence (RC art. 10). */
export const CIRCUMSTANCES = ['crisis', 'conflict', 'disaster'] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

/** A personal condition that does (RC art. 10). */
export const CONDITIONS = [
  'race',
  'age',
  'sexual_orientation',
  'socio_economic',
  'disability',
] as const;
export type Condition = (typeof CONDITIONS)[number];

export const HOUSING = [
  'stable',
  'temporary',
  'shelter',
  'street',
  'in_custody',
  'unknown',
] as const;
export type Housing = (typeof HOUSING)[number];

export const SUPPORT = ['adequate', 'weak', 'none', 'unknown'] as const;
export type Support = (typeof SUPPORT)[number];

export const HEALTH = ['good', 'under_treatment', 'serious', 'urgent', 'unknown'] as const;
export type Health = (typeof HEALTH)[number];

export const LEGAL_CAPACITY = ['full', 'supported', 'minor', 'lacking', 'unknown'] as const;
export type LegalCapacity = (typeof LEGAL_CAPACITY)[number];
