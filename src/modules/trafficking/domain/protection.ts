import type { Labels } from '../../../platform/i18n/bilingual';

export const NATIONALITY_FINDINGS = ['peruvian', 'other', 'not_yet'] as const;
export type NationalityFinding = (typeof NATIONALITY_FINDINGS)[number];
export const NATIONALITY_FINDING_LABELS: Labels<NationalityFinding> = {
  peruvian: { es: 'Peruana', en: 'Peruvian' },
  other: { es: 'De otro Estado', en: 'Of another State' },
  not_yet: { es: 'Aún no se pudo verificar', en: 'Could not be verified yet' },
};

export const AGE_FINDINGS = ['adult', 'minor', 'presumed_minor', 'not_yet'] as const;
/** Doubt counts as minority (Palermo Protocol practice; D.S. 007-2023-IN). */
export type AgeFinding = (typeof AGE_FINDINGS)[number];
export const AGE_FINDING_LABELS: Labels<AgeFinding> = {
  adult: { es: 'Mayor de edad', en: 'Adult' },
  minor: { es: 'Menor de edad', en: 'Minor' },
  presumed_minor: { es: 'Se presume menor', en: 'Presumed minor' },
  not_yet: { es: 'Aún no se pudo verificar', en: 'Could not be verified yet' },
};

export const REFERRAL_RECIPIENTS = [
  'host_prosecutor',
  'headquarters',
  'police_unit',
  'cooperation_unit',
] as const;
export type ReferralRecipient = (typeof REFERRAL_RECIPIENTS)[number];
export const REFERRAL_RECIPIENT_LABELS: Labels<ReferralRecipient> = {
  host_prosecutor: { es: 'Fiscalía del país', en: 'Prosecutor of the country' },
  headquarters: { es: 'Sede central', en: 'Headquarters' },
  police_unit: { es: 'Unidad especializada de la PNP', en: 'Specialised police unit (PNP)' },
  cooperation_unit: {
    es: 'Cooperación Judicial Internacional (Ministerio Público)',
    en: 'International cooperation unit (Public Ministry)',
  },
};
/** What the law asks of headquarters is done by its protection desk, inside the circle (rules §5). */
export const RECIPIENTS_OF_HEADQUARTERS: readonly ReferralRecipient[] = [
  'police_unit',
  'cooperation_unit',
];

export const REFERRAL_STATES = ['sent', 'answered', 'withheld'] as const;
/** `withheld`: not told, because the person would be in danger; with the reason. */
export type ReferralState = (typeof REFERRAL_STATES)[number];
export const REFERRAL_STATE_LABELS: Labels<ReferralState> = {
  sent: { es: 'Informada, sin respuesta', en: 'Told, no answer yet' },
  answered: { es: 'Respondió', en: 'Answered' },
  withheld: { es: 'No se informa: hay peligro', en: 'Not told: there is danger' },
};

export const REFLECTION_STATES = ['requested', 'granted', 'refused', 'ended'] as const;
export type ReflectionState = (typeof REFLECTION_STATES)[number];
export const REFLECTION_STATE_LABELS: Labels<ReflectionState> = {
  requested: { es: 'Solicitado', en: 'Requested' },
  granted: { es: 'Concedido', en: 'Granted' },
  refused: { es: 'Denegado', en: 'Refused' },
  ended: { es: 'Terminado', en: 'Ended' },
};

export const RETURN_RISKS = ['low', 'manageable', 'too_high'] as const;
export type ReturnRisk = (typeof RETURN_RISKS)[number];
export const RETURN_RISK_LABELS: Labels<ReturnRisk> = {
  low: { es: 'Bajo', en: 'Low' },
  manageable: { es: 'Manejable con medidas', en: 'Manageable with measures' },
  too_high: { es: 'Demasiado alto', en: 'Too high' },
};

export const RETURN_FINDINGS = ['safe', 'needs_help', 'not_reached'] as const;
export type ReturnFinding = (typeof RETURN_FINDINGS)[number];
export const RETURN_FINDING_LABELS: Labels<ReturnFinding> = {
  safe: { es: 'Está a salvo y acompañada', en: 'Safe and supported' },
  needs_help: { es: 'Necesita más ayuda', en: 'Needs more help' },
  not_reached: { es: 'No se logró contacto', en: 'Not reached' },
};
