import type { Labels } from '../../../platform/i18n/bilingual';

export const DEATH_CASE_TYPES = [
  'death_abroad',
  'repatriation_of_remains',
  'repatriation_of_ashes',
  'local_burial_or_cremation',
  'estate',
] as const;
export type DeathCaseType = (typeof DEATH_CASE_TYPES)[number];
export const DEATH_CASE_TYPE_LABELS: Labels<DeathCaseType> = {
  death_abroad: { es: 'Fallecimiento en el exterior', en: 'Death abroad' },
  repatriation_of_remains: { es: 'Repatriación de restos', en: 'Repatriation of remains' },
  repatriation_of_ashes: { es: 'Repatriación de cenizas', en: 'Repatriation of ashes' },
  local_burial_or_cremation: {
    es: 'Sepelio o cremación en el lugar',
    en: 'Local burial or cremation',
  },
  estate: { es: 'Sucesión', en: 'Estate' },
};

export const MANNERS = ['natural', 'sudden', 'accident', 'violent', 'unknown'] as const;
/** How the person died, as far as known. */
export type Manner = (typeof MANNERS)[number];
export const MANNER_LABELS: Labels<Manner> = {
  natural: { es: 'Natural', en: 'Natural' },
  sudden: { es: 'Súbita', en: 'Sudden' },
  accident: { es: 'Accidente', en: 'Accident' },
  violent: { es: 'Violenta', en: 'Violent' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};
/** A necropsy is due when death was violent or sudden (rules §6); an accident is a violent death. */
export const needsNecropsy = (manner: Manner): boolean =>
  manner === 'violent' || manner === 'sudden' || manner === 'accident';

export const IDENTIFICATIONS = ['presumed', 'verified'] as const;
/** Whether it is established whose remains they are. */
export type Identification = (typeof IDENTIFICATIONS)[number];
export const IDENTIFICATION_LABELS: Labels<Identification> = {
  presumed: { es: 'Presunta', en: 'Presumed' },
  verified: { es: 'Comprobada', en: 'Verified' },
};

export const HEIRS = ['not_asked', 'known', 'unknown'] as const;
/** Whether heirs are known; without any, headquarters is told (RC 163). */
export type Heirs = (typeof HEIRS)[number];
export const HEIRS_LABELS: Labels<Heirs> = {
  not_asked: { es: 'No se ha averiguado', en: 'Not looked into yet' },
  known: { es: 'Hay herederos conocidos', en: 'Heirs are known' },
  unknown: { es: 'No se conocen herederos', en: 'No heirs known' },
};

export const RELATIONS = [
  'spouse_or_partner',
  'parent',
  'child',
  'sibling',
  'other_relative',
  'legal_representative',
  'other',
] as const;
/** What somebody was to the person who died. */
export type Relation = (typeof RELATIONS)[number];
export const RELATION_LABELS: Labels<Relation> = {
  spouse_or_partner: { es: 'Cónyuge o pareja', en: 'Spouse or partner' },
  parent: { es: 'Madre o padre', en: 'Parent' },
  child: { es: 'Hija o hijo', en: 'Child' },
  sibling: { es: 'Hermana o hermano', en: 'Sibling' },
  other_relative: { es: 'Otro familiar', en: 'Other relative' },
  legal_representative: { es: 'Representante legal', en: 'Legal representative' },
  other: { es: 'Otra persona', en: 'Other' },
};

export const REPORT_SUBJECTS = ['custody', 'estate'] as const;
/** About what headquarters is told: a death in custody; an estate without known heirs (RC 163). */
export type ReportSubject = (typeof REPORT_SUBJECTS)[number];
export const REPORT_SUBJECT_LABELS: Labels<ReportSubject> = {
  custody: { es: 'Muerte bajo custodia', en: 'Death in custody' },
  estate: { es: 'Sucesión sin herederos conocidos', en: 'Estate without known heirs' },
};
