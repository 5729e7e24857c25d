import type { Labels } from '../../../platform/i18n/bilingual';

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
export const OWNER_ROLE_LABELS: Labels<OwnerRole> = {
  officer: { es: 'Funcionaria o funcionario', en: 'Officer' },
  head_of_post: { es: 'Jefatura de la oficina', en: 'Head of post' },
  local_staff: { es: 'Personal local', en: 'Local staff' },
  ode_officer: { es: 'Oficina desconcentrada', en: 'Decentralised office' },
  hq_analyst: { es: 'Sede central', en: 'Headquarters' },
  protection_desk: { es: 'Mesa de protección', en: 'Protection desk' },
  hq_director: { es: 'Dirección', en: 'Director' },
};

export const BENEFIT_CHANNELS = ['in_person', 'telephone', 'email', 'web'] as const;
/** How a returnee was told of Ley 30001 (counted by channel in the published figures). */
export type BenefitChannel = (typeof BENEFIT_CHANNELS)[number];
export const BENEFIT_CHANNEL_LABELS: Labels<BenefitChannel> = {
  in_person: { es: 'En persona', en: 'In person' },
  telephone: { es: 'Por teléfono', en: 'By telephone' },
  email: { es: 'Por correo electrónico', en: 'By e-mail' },
  web: { es: 'Por la web', en: 'On the web' },
};
