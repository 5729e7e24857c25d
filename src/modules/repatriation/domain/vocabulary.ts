import type { Labels } from './label';

export const CONSULTATION_KINDS = ['consultation', 'report'] as const;
/** Asked before spending; or told, when the repatriation costs the State nothing (rules §6). */
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];
export const CONSULTATION_KIND_LABELS: Labels<ConsultationKind> = {
  consultation: { es: 'Consulta previa', en: 'Prior consultation' },
  report: { es: 'Informe sin costo', en: 'Report at no cost' },
};

export const CONSULTATION_STATES = ['open', 'authorised', 'refused', 'reported'] as const;
export type ConsultationState = (typeof CONSULTATION_STATES)[number];
export const CONSULTATION_STATE_LABELS: Labels<ConsultationState> = {
  open: { es: 'Espera respuesta', en: 'Waits for an answer' },
  authorised: { es: 'Autorizada', en: 'Authorised' },
  refused: { es: 'Denegada', en: 'Refused' },
  reported: { es: 'Informada', en: 'Reported' },
};

export const RECEPTION_STAGES = ['reception', 'hand_over'] as const;
/** Who waits for the person at the arrival; who goes on with them afterwards. */
export type ReceptionStage = (typeof RECEPTION_STAGES)[number];
export const RECEPTION_STAGE_LABELS: Labels<ReceptionStage> = {
  reception: { es: 'Recepción a la llegada', en: 'Reception at the arrival' },
  hand_over: { es: 'Entrega a una institución', en: 'Hand-over to an institution' },
};

export const RETURN_FINDINGS = ['safe', 'needs_help', 'not_found'] as const;
export type ReturnFinding = (typeof RETURN_FINDINGS)[number];
export const RETURN_FINDING_LABELS: Labels<ReturnFinding> = {
  safe: { es: 'Se encuentra bien', en: 'Is well' },
  needs_help: { es: 'Necesita más ayuda', en: 'Needs more help' },
  not_found: { es: 'No se le ubicó', en: 'Was not found' },
};

export const REIMBURSEMENTS = ['not_due', 'due', 'partly_paid', 'paid', 'waived'] as const;
/** What has become of the cost that the State bore (taxonomy, *Funding*). */
export type Reimbursement = (typeof REIMBURSEMENTS)[number];
export const REIMBURSEMENT_LABELS: Labels<Reimbursement> = {
  not_due: { es: 'Sin costo reembolsable', en: 'Nothing to repay' },
  due: { es: 'Por reembolsar', en: 'Due' },
  partly_paid: { es: 'Reembolsado en parte', en: 'Partly repaid' },
  paid: { es: 'Reembolsado', en: 'Repaid' },
  waived: { es: 'Exonerado', en: 'Waived' },
};
/** Where a debt may go from where it is. */
export const REIMBURSEMENT_TRANSITIONS: Readonly<Record<Reimbursement, readonly Reimbursement[]>> =
  {
    not_due: [],
    due: ['partly_paid', 'paid', 'waived'],
    partly_paid: ['paid', 'waived'],
    paid: [],
    waived: [],
  };
/** A cost that is still owed bars another repatriation (former regulation, rules §6). */
export const isOwed = (state: Reimbursement): boolean => state === 'due' || state === 'partly_paid';

export const OWNER_ROLES = [
  'officer',
  'head_of_post',
  'local_staff',
  'ode_officer',
  'hq_analyst',
  'protection_desk',
  'hq_director',
] as const;
/** Who answers for a step (taxonomy, *Roles of staff*). */
export type OwnerRole = (typeof OWNER_ROLES)[number];
