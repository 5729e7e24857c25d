/**
 * Families of cases and who serves them. The code branches on a family, so their set is code; what a
 * family holds (types, fields, checklist, duties) is versioned data. Source: the Ministry's taxonomy,
 * *Case types*.
 */
export const FAMILIES = {
  detention: 'module',
  gender_violence: 'module',
  trafficking: 'module',
  minor: 'module',
  repatriation: 'module',
  death: 'module',
  missing_person: 'module',
  crisis: 'module',
  health: 'catalogue',
  destitution: 'catalogue',
  crime_victim: 'catalogue',
  labour: 'catalogue',
  legal_orientation: 'catalogue',
  maritime: 'catalogue',
  welfare_check: 'catalogue',
} as const satisfies Record<string, 'catalogue' | 'module'>;
export type Family = keyof typeof FAMILIES;

export const isFamily = (code: string): code is Family => Object.hasOwn(FAMILIES, code);

/** Families that work wholly through the catalogue, without a module of their own. */
export const CATALOGUE_FAMILIES = (Object.keys(FAMILIES) as Family[]).filter(
  (family) => FAMILIES[family] === 'catalogue',
);
