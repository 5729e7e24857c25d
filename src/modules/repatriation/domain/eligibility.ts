import type { Labels } from '../../../platform/i18n/bilingual';
import type { RepatriationType } from './repatriation-type';
import { isOwed, type Reimbursement } from './vocabulary';

export const UNDERTAKINGS = ['signed', 'waived_in_part', 'waived', 'declined'] as const;
/** Sworn undertaking to give back what the State paid, or the waiver of it; the newest counts. */
export type Undertaking = (typeof UNDERTAKINGS)[number];
export const UNDERTAKING_LABELS: Labels<Undertaking> = {
  signed: { es: 'Compromiso firmado', en: 'Undertaking signed' },
  waived_in_part: { es: 'Exonerado en parte', en: 'Waived in part' },
  waived: { es: 'Exonerado', en: 'Waived' },
  declined: { es: 'No lo firma', en: 'Declines to sign' },
};

export const CONDITIONS = [
  'nationality_proven',
  'need_assessed',
  'not_repatriated_before',
  'undertaking_or_waiver',
  'births_registered',
  'return_agreed',
  'removal_known',
  'reception_accepted',
] as const;
export type Condition = (typeof CONDITIONS)[number];
export const CONDITION_LABELS: Labels<Condition> = {
  nationality_proven: { es: 'Nacionalidad peruana acreditada', en: 'Peruvian nationality proven' },
  need_assessed: {
    es: 'Indigencia o extrema necesidad comprobada',
    en: 'Indigence or extreme need proven',
  },
  not_repatriated_before: {
    es: 'Sin repatriación anterior por reembolsar',
    en: 'No earlier repatriation left to repay',
  },
  undertaking_or_waiver: {
    es: 'Compromiso de reembolso, o exoneración con quién y por qué',
    en: 'Undertaking to reimburse, or a waiver with who and why',
  },
  births_registered: {
    es: 'Nacimiento de hijas e hijos inscrito',
    en: 'Births of the children registered',
  },
  return_agreed: { es: 'La persona acepta volver', en: 'The person agrees to return' },
  removal_known: { es: 'Decisión de expulsión conocida', en: 'Decision of removal known' },
  reception_accepted: {
    es: 'Recepción aceptada en el Perú',
    en: 'Reception in Peru accepted',
  },
};
/** What to do about a condition that is not met. */
export const MENDS: Labels<Condition> = {
  nationality_proven: {
    es: 'Verifique la identidad en la ficha de la persona, con DNI, partida o RENIEC.',
    en: 'Verify the identity on the person’s record, by DNI, birth certificate or RENIEC.',
  },
  need_assessed: {
    es: 'Haga la evaluación de vulnerabilidad; debe concluir indigencia o necesidad extrema.',
    en: 'Make the vulnerability assessment; it must find indigence or extreme need.',
  },
  not_repatriated_before: {
    es: 'Registre el reembolso del costo anterior, o consulte a la sede.',
    en: 'Record that the earlier cost was repaid, or consult headquarters.',
  },
  undertaking_or_waiver: {
    es: 'Registre el compromiso firmado, o la exoneración con quién la decidió y por qué.',
    en: 'Record the signed undertaking, or the waiver with who decided it and why.',
  },
  births_registered: {
    es: 'Indique cuántas hijas e hijos nacieron en el exterior e inscriba sus nacimientos.',
    en: 'Say how many children were born abroad and register their births.',
  },
  return_agreed: {
    es: 'Pregunte a la persona y registre su respuesta. Nadie retorna contra su voluntad.',
    en: 'Ask the person and record the answer. Nobody returns against their will.',
  },
  removal_known: {
    es: 'Registre la autoridad y el número de la decisión que dispone la salida.',
    en: 'Record the authority and the number of the decision that orders the removal.',
  },
  reception_accepted: {
    es: 'Acuerde la recepción con una institución y registre su aceptación.',
    en: 'Arrange the reception with an institution and record that it accepts.',
  },
};

/** `open` is not yet known; `not_met` is known to fail. */
export const FINDINGS = ['met', 'not_met', 'open'] as const;
export type Finding = (typeof FINDINGS)[number];

/** What is known of the person; null is not yet known. */
export interface EligibilityFacts {
  peruvian: boolean | null;
  /** The need was assessed, the assessment is valid, and found indigence or extreme need. */
  inNeed: boolean | null;
  /** What became of the cost of earlier repatriations, as far as the reader may know of them. */
  earlier: readonly Reimbursement[];
  undertaking: Undertaking | null;
  /** Children born abroad who travel. */
  childrenBornAbroad: number | null;
  childrenRegistered: number | null;
  agreed: boolean | null;
  removalKnown: boolean;
  receptionAccepted: boolean;
}

export interface EligibilityFinding {
  condition: Condition;
  finding: Finding;
  required: boolean;
}

const TICKET: readonly Condition[] = [
  'nationality_proven',
  'need_assessed',
  'not_repatriated_before',
  'undertaking_or_waiver',
  'births_registered',
  'return_agreed',
];
/**
 * Which conditions each type must meet (rules §6; former regulation of repatriations). Nationality and
 * registered births always are. Default: need and reimbursement are asked of whoever asks for a ticket,
 * not of whoever was deported, is a child, or is a victim, whom somebody in Peru must be waiting for.
 */
export const REQUIRED_CONDITIONS: Readonly<Record<RepatriationType, readonly Condition[]>> = {
  destitute: TICKET,
  medical: [...TICKET, 'reception_accepted'],
  deportee_reception: ['nationality_proven', 'births_registered', 'removal_known'],
  returnee_support: ['nationality_proven', 'births_registered', 'return_agreed'],
  minor: ['nationality_proven', 'births_registered', 'reception_accepted'],
  victim: ['nationality_proven', 'births_registered', 'return_agreed', 'reception_accepted'],
};

const known = (value: boolean | null): Finding =>
  value === null ? 'open' : value ? 'met' : 'not_met';
const shown = (value: boolean): Finding => (value ? 'met' : 'open');

const RULES: Readonly<Record<Condition, (facts: EligibilityFacts) => Finding>> = {
  nationality_proven: ({ peruvian }) => known(peruvian),
  need_assessed: ({ inNeed }) => known(inNeed),
  not_repatriated_before: ({ earlier }) => (earlier.some(isOwed) ? 'not_met' : 'met'),
  undertaking_or_waiver: ({ undertaking }) =>
    known(undertaking === null ? null : undertaking !== 'declined'),
  births_registered: ({ childrenBornAbroad, childrenRegistered }) =>
    known(childrenBornAbroad === null ? null : (childrenRegistered ?? 0) >= childrenBornAbroad),
  return_agreed: ({ agreed }) => known(agreed),
  removal_known: ({ removalKnown }) => shown(removalKnown),
  reception_accepted: ({ receptionAccepted }) => shown(receptionAccepted),
};

/** Every condition with its finding, and whether this type must meet it. */
export const eligibility = (
  type: RepatriationType,
  facts: EligibilityFacts,
): EligibilityFinding[] =>
  CONDITIONS.map((condition) => ({
    condition,
    finding: RULES[condition](facts),
    required: REQUIRED_CONDITIONS[type].includes(condition),
  }));

/** Whether every condition that the type must meet is met. */
export const isEligible = (findings: readonly EligibilityFinding[]): boolean =>
  findings.every(({ required, finding }) => !required || finding === 'met');
