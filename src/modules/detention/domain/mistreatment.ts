import type { Labels } from '../../../platform/i18n/bilingual';

/** What is alleged (Convention against Torture arts. 1 and 16; restricted part of the file). */
export const MISTREATMENT_KINDS = [
  'torture',
  'physical_violence',
  'sexual_violence',
  'threats',
  'denial_of_medical_care',
  'solitary_confinement',
  'inhuman_conditions',
  'discrimination',
  'other',
] as const;
export type MistreatmentKind = (typeof MISTREATMENT_KINDS)[number];

export const MISTREATMENT_KIND_LABELS: Labels<MistreatmentKind> = {
  torture: { es: 'Tortura', en: 'Torture' },
  physical_violence: { es: 'Violencia física', en: 'Physical violence' },
  sexual_violence: { es: 'Violencia sexual', en: 'Sexual violence' },
  threats: { es: 'Amenazas', en: 'Threats' },
  denial_of_medical_care: { es: 'Negación de atención médica', en: 'Denial of medical care' },
  solitary_confinement: { es: 'Aislamiento', en: 'Solitary confinement' },
  inhuman_conditions: { es: 'Condiciones inhumanas', en: 'Inhuman conditions' },
  discrimination: { es: 'Discriminación', en: 'Discrimination' },
  other: { es: 'Otro', en: 'Other' },
};

export const ALLEGED_AUTHORS = [
  'police',
  'prison_staff',
  'inmates',
  'other_authority',
  'unknown',
] as const;
export type AllegedAuthor = (typeof ALLEGED_AUTHORS)[number];

export const ALLEGED_AUTHOR_LABELS: Labels<AllegedAuthor> = {
  police: { es: 'Policía', en: 'Police' },
  prison_staff: { es: 'Personal penitenciario', en: 'Prison staff' },
  inmates: { es: 'Otras personas privadas de libertad', en: 'Other inmates' },
  other_authority: { es: 'Otra autoridad', en: 'Another authority' },
  unknown: { es: 'Se desconoce', en: 'Unknown' },
};

/** Who takes note of an allegation, each with a clock of their own (rules §3, *Clocks*). */
export const ACKNOWLEDGERS = ['consul', 'headquarters'] as const;
export type Acknowledger = (typeof ACKNOWLEDGERS)[number];

export const ACKNOWLEDGER_LABELS: Labels<Acknowledger> = {
  consul: { es: 'Cónsul', en: 'Consul' },
  headquarters: { es: 'Cancillería', en: 'Headquarters' },
};

export const ASSESSMENT_CONCLUSIONS = ['credible', 'unfounded', 'inconclusive'] as const;
export type AssessmentConclusion = (typeof ASSESSMENT_CONCLUSIONS)[number];

export const ASSESSMENT_CONCLUSION_LABELS: Labels<AssessmentConclusion> = {
  credible: { es: 'Verosímil', en: 'Credible' },
  unfounded: { es: 'Sin fundamento', en: 'Unfounded' },
  inconclusive: { es: 'No concluyente', en: 'Inconclusive' },
};

/** Roles that take note for each. Headquarters' desks hold theirs at no post. */
const ROLES_OF_ACKNOWLEDGER = {
  consul: ['head_of_post'],
  headquarters: ['hq_analyst', 'protection_desk'],
} as const satisfies Record<Acknowledger, readonly string[]>;

/** For whom someone with `grants` takes note of an allegation in a case of `postId`; null: nobody. */
export function acknowledgerOf(
  grants: readonly { role: string; postId: string | null }[],
  postId: string,
): Acknowledger | null {
  const holds = (by: Acknowledger, at: string | null): boolean =>
    grants.some(
      (g) => (ROLES_OF_ACKNOWLEDGER[by] as readonly string[]).includes(g.role) && g.postId === at,
    );
  if (holds('consul', postId)) return 'consul';
  return holds('headquarters', null) ? 'headquarters' : null;
}
