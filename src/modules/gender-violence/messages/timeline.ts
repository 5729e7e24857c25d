import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { VIOLENCE_DUTIES } from '../domain/plan-violence';
import type { violenceTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof violenceTimelineKinds, Bilingual> = {
  'violence_case.opened': { es: 'Relato recibido', en: 'Account received' },
  'incident.recorded': { es: 'Hecho registrado', en: 'Incident recorded' },
  'risk.assessed': { es: 'Riesgo valorado', en: 'Risk assessed' },
  'risk.accepted': { es: 'Riesgo explicado para concluir', en: 'Risk explained for closing' },
  'safety_plan.recorded': { es: 'Plan de seguridad', en: 'Safety plan' },
  'protection_measure.recorded': { es: 'Medida de protección', en: 'Protection measure' },
  'protection_measure.changed': {
    es: 'Medida de protección actualizada',
    en: 'Protection measure updated',
  },
  'child.recorded': { es: 'Situación de hija o hijo', en: 'Situation of a child' },
  'service.recorded': { es: 'Servicio de apoyo', en: 'Support service' },
  'service.answered': { es: 'Respuesta del servicio de apoyo', en: 'Answer of the service' },
  'return.recorded': { es: 'Retorno al Perú', en: 'Return to Peru' },
  'return.followed_up': { es: 'Seguimiento tras el retorno', en: 'Follow-up after the return' },
  'assistance_outcome.recorded': { es: 'Atención brindada', en: 'Help given' },
};

/** Duties that the family alone plans; the first contact is every family's. */
const DUTIES: Record<Exclude<(typeof VIOLENCE_DUTIES)[number], 'first_contact'>, Bilingual> = {
  risk_assessment: { es: 'Valorar el riesgo', en: 'Assess the risk' },
  risk_reassessment_low: { es: 'Volver a valorar (riesgo bajo)', en: 'Reassess (low risk)' },
  risk_reassessment_moderate: {
    es: 'Volver a valorar (riesgo moderado)',
    en: 'Reassess (moderate risk)',
  },
  risk_reassessment_high: { es: 'Volver a valorar (riesgo alto)', en: 'Reassess (high risk)' },
  risk_reassessment_extreme: {
    es: 'Volver a valorar (riesgo extremo)',
    en: 'Reassess (extreme risk)',
  },
  protection_measure_renewal: {
    es: 'Renovar la medida de protección',
    en: 'Renew the protection measure',
  },
  return_follow_up: { es: 'Seguimiento tras el retorno', en: 'Follow-up after the return' },
};

/** What is to be done, as the checklist of the case shows it. */
const CHECKLIST: Record<string, Bilingual> = {
  safe_contact_arranged: { es: 'Acordar el contacto seguro', en: 'Arrange safe contact' },
  risk_assessed: { es: 'Valorar el riesgo', en: 'Assess the risk' },
  safety_plan_made: { es: 'Hacer el plan de seguridad', en: 'Make the safety plan' },
  incident_recorded: { es: 'Registrar los hechos', en: 'Record the incidents' },
  health_offered: {
    es: 'Ofrecer atención médica y psicológica',
    en: 'Offer medical and psychological care',
  },
  legal_help_offered: { es: 'Ofrecer asesoría legal', en: 'Offer legal help' },
  complaint_explained: {
    es: 'Explicar y acompañar la denuncia',
    en: 'Explain and accompany the complaint',
  },
  protection_considered: {
    es: 'Valorar medidas de protección',
    en: 'Consider protection measures',
  },
  return_followed_up: { es: 'Seguimiento tras el retorno', en: 'Follow up after the return' },
  risk_low_or_explained: {
    es: 'Riesgo bajo o moderado, o explicado',
    en: 'Risk low or moderate, or explained',
  },
  assistance_recorded: {
    es: 'Registrar la atención brindada',
    en: 'Record the help given',
  },
};

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
