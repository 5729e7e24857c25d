import type { Labels } from '../../../platform/i18n/bilingual';

/**
 * What the officer looks at to say that an expulsion is not arbitrary (CMW 2015 ¶71; the list is a
 * default modelled on the guarantees of ¶66).
 */
export const EXPULSION_GUARANTEES = [
  'grounds',
  'individual_examination',
  'lawyer',
  'interpreter',
  'copies_of_statements',
  'appeal_deadline',
] as const;
export type ExpulsionGuarantee = (typeof EXPULSION_GUARANTEES)[number];

export const EXPULSION_GUARANTEE_LABELS: Labels<ExpulsionGuarantee> = {
  grounds: { es: 'Motivos conocidos', en: 'Grounds known' },
  individual_examination: { es: 'Examen individual', en: 'Individual examination' },
  lawyer: { es: 'Abogado', en: 'Lawyer' },
  interpreter: { es: 'Intérprete', en: 'Interpreter' },
  copies_of_statements: { es: 'Copia de sus declaraciones', en: 'Copies of statements' },
  appeal_deadline: { es: 'Plazo para recurrir', en: 'Appeal deadline' },
};

export const GUARANTEE_FINDINGS = ['met', 'not_met', 'unknown', 'not_applicable'] as const;
export type GuaranteeFinding = (typeof GUARANTEE_FINDINGS)[number];

export const GUARANTEE_FINDING_LABELS: Labels<GuaranteeFinding> = {
  met: { es: 'Se cumple', en: 'Met' },
  not_met: { es: 'No se cumple', en: 'Not met' },
  unknown: { es: 'No se sabe', en: 'Unknown' },
  not_applicable: { es: 'No corresponde', en: 'Not applicable' },
};

export const EXPULSION_CONCLUSIONS = ['not_arbitrary', 'arbitrary', 'inconclusive'] as const;
export type ExpulsionConclusion = (typeof EXPULSION_CONCLUSIONS)[number];

export const EXPULSION_CONCLUSION_LABELS: Labels<ExpulsionConclusion> = {
  not_arbitrary: { es: 'No es arbitraria', en: 'Not arbitrary' },
  arbitrary: { es: 'Arbitraria', en: 'Arbitrary' },
  inconclusive: { es: 'No se puede concluir', en: 'Inconclusive' },
};

export type ExpulsionChecklist = Record<ExpulsionGuarantee, GuaranteeFinding>;

/** Guarantees that forbid the conclusion "not arbitrary": missing or not yet known. */
export const missingGuarantees = (checklist: ExpulsionChecklist): ExpulsionGuarantee[] =>
  EXPULSION_GUARANTEES.filter((g) => checklist[g] === 'not_met' || checklist[g] === 'unknown');
