import type { Labels } from '../../../platform/i18n/bilingual';

export const ASSISTANCE_OUTCOMES = ['guidance', 'assistance', 'repatriation'] as const;
/** What the service gave (CMW 2024 ¶122). A case may have more than one. */
export type AssistanceOutcome = (typeof ASSISTANCE_OUTCOMES)[number];
export const ASSISTANCE_OUTCOME_LABELS: Labels<AssistanceOutcome> = {
  guidance: { es: 'Orientación', en: 'Guidance' },
  assistance: { es: 'Asistencia consular', en: 'Consular assistance' },
  repatriation: { es: 'Repatriación', en: 'Repatriation' },
};

export const FOLLOW_UP_FINDINGS = ['safe', 'needs_help', 'not_reached'] as const;
/** How the person is some time after the return to Peru. */
export type FollowUpFinding = (typeof FOLLOW_UP_FINDINGS)[number];
export const FOLLOW_UP_FINDING_LABELS: Labels<FollowUpFinding> = {
  safe: { es: 'Está a salvo y acompañada', en: 'Safe and supported' },
  needs_help: { es: 'Necesita más ayuda', en: 'Needs more help' },
  not_reached: { es: 'No se logró contacto', en: 'Not reached' },
};

/** The parts of a safety plan, each in the person's own words. */
export const SAFETY_PLAN_PARTS = [
  'safePlace',
  'escapeRoute',
  'documentsBag',
  'codeWordWithChildren',
  'trustedPeople',
  'telephoneUse',
  'emergencyNumbers',
  'workOrSchool',
  'other',
] as const;
export type SafetyPlanPart = (typeof SAFETY_PLAN_PARTS)[number];
export type SafetyPlanContent = Partial<Record<SafetyPlanPart, string>>;
