import type { Labels } from '../../../platform/i18n/bilingual';

/** Characters of the longest account that is taken. */
export const LONGEST_STORY = 20_000;

export const VIOLENCE_CASE_TYPES = [
  'intimate_partner_violence',
  'family_violence',
  'sexual_violence',
  'other_gender_violence',
] as const;
/** Types of the family (taxonomy, *Case types*). The sex of nobody is a condition of any. */
export type ViolenceCaseType = (typeof VIOLENCE_CASE_TYPES)[number];
export const VIOLENCE_CASE_TYPE_LABELS: Labels<ViolenceCaseType> = {
  intimate_partner_violence: { es: 'Violencia de pareja', en: 'Intimate partner violence' },
  family_violence: { es: 'Violencia familiar', en: 'Family violence' },
  sexual_violence: { es: 'Violencia sexual', en: 'Sexual violence' },
  other_gender_violence: { es: 'Otra violencia de género', en: 'Other gender violence' },
};

export const VIOLENCE_TYPES = [
  'physical',
  'psychological',
  'sexual',
  'economic_or_patrimonial',
] as const;
/** Types of violence of Ley 30364, art. 8; an incident has one or more. */
export type ViolenceType = (typeof VIOLENCE_TYPES)[number];
export const VIOLENCE_TYPE_LABELS: Labels<ViolenceType> = {
  physical: { es: 'Física', en: 'Physical' },
  psychological: { es: 'Psicológica', en: 'Psychological' },
  sexual: { es: 'Sexual', en: 'Sexual' },
  economic_or_patrimonial: { es: 'Económica o patrimonial', en: 'Economic or patrimonial' },
};

export const GBVIMS_TYPES = [
  'rape',
  'sexual_assault',
  'physical_assault',
  'forced_marriage',
  'denial_of_resources',
  'psychological_emotional_abuse',
] as const;
/** Core types of GBVIMS, for comparison between countries: exactly one per incident, by act. */
export type GbvimsType = (typeof GBVIMS_TYPES)[number];
export const GBVIMS_TYPE_LABELS: Labels<GbvimsType> = {
  rape: { es: 'Violación', en: 'Rape' },
  sexual_assault: { es: 'Agresión sexual', en: 'Sexual assault' },
  physical_assault: { es: 'Agresión física', en: 'Physical assault' },
  forced_marriage: { es: 'Matrimonio forzado', en: 'Forced marriage' },
  denial_of_resources: {
    es: 'Negación de recursos, oportunidades o servicios',
    en: 'Denial of resources, opportunities or services',
  },
  psychological_emotional_abuse: {
    es: 'Abuso psicológico o emocional',
    en: 'Psychological or emotional abuse',
  },
};

export const INCIDENT_CONTEXTS = [
  'intimate_partner',
  'family',
  'child_abuse',
  'early_marriage',
  'exploitation',
  'trafficking',
  'harmful_practice',
  'workplace',
  'institution',
  'public_place',
  'online',
  'other',
  'unknown',
] as const;
/** In what circumstances it happened: a field of its own, apart from what was done. */
export type IncidentContext = (typeof INCIDENT_CONTEXTS)[number];
export const INCIDENT_CONTEXT_LABELS: Labels<IncidentContext> = {
  intimate_partner: { es: 'En la pareja', en: 'Within a couple' },
  family: { es: 'En la familia', en: 'Within the family' },
  child_abuse: { es: 'Abuso de niña, niño o adolescente', en: 'Abuse of a child or adolescent' },
  early_marriage: { es: 'Unión temprana', en: 'Early marriage' },
  exploitation: { es: 'Explotación', en: 'Exploitation' },
  trafficking: { es: 'Trata', en: 'Trafficking' },
  harmful_practice: { es: 'Práctica tradicional nociva', en: 'Harmful traditional practice' },
  workplace: { es: 'En el trabajo', en: 'At work' },
  institution: { es: 'En una institución', en: 'In an institution' },
  public_place: { es: 'En la vía pública', en: 'In a public place' },
  online: { es: 'Por medios digitales', en: 'Online' },
  other: { es: 'Otro', en: 'Other' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};

export const AGGRESSOR_RELATIONS = [
  'partner',
  'former_partner',
  'parent',
  'child',
  'sibling',
  'other_relative',
  'employer_or_colleague',
  'person_in_authority',
  'acquaintance',
  'stranger',
  'several',
  'unknown',
] as const;
/** What the person said to have done it is to the person it was done to. */
export type AggressorRelation = (typeof AGGRESSOR_RELATIONS)[number];
export const AGGRESSOR_RELATION_LABELS: Labels<AggressorRelation> = {
  partner: { es: 'Pareja', en: 'Partner' },
  former_partner: { es: 'Expareja', en: 'Former partner' },
  parent: { es: 'Madre o padre', en: 'Parent' },
  child: { es: 'Hija o hijo', en: 'Child' },
  sibling: { es: 'Hermana o hermano', en: 'Sibling' },
  other_relative: { es: 'Otro familiar', en: 'Other relative' },
  employer_or_colleague: { es: 'Empleador o colega', en: 'Employer or colleague' },
  person_in_authority: { es: 'Persona con autoridad', en: 'Person in authority' },
  acquaintance: { es: 'Conocido', en: 'Acquaintance' },
  stranger: { es: 'Desconocido', en: 'Stranger' },
  several: { es: 'Varias personas', en: 'Several people' },
  unknown: { es: 'No se sabe', en: 'Not known' },
};
