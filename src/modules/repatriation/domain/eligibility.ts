import type { Labels } from '../../../platform/i18n/bilingual';
import type { RepatriationType } from './repatriation-type';

export const UNDERTAKINGS = ['signed', 'waived_in_part', 'waived', 'none'] as const;
/** Sworn undertaking to give back what the State paid, or the waiver of it. */
export type Undertaking = (typeof UNDERTAKINGS)[number];
export const UNDERTAKING_LABELS: Labels<Undertaking> = {
  signed: { es: 'Compromiso firmado', en: 'Undertaking signed' },
  waived_in_part: { es: 'Exonerado en parte', en: 'Waived in part' },
  waived: { es: 'Exonerado', en: 'Waived' },
  none: { es: 'Sin compromiso', en: 'No undertaking' },
};

export const CONDITIONS = [
  'nationality_proven',
  'need_assessed',
  'not_repatriated_before',
  'undertaking_or_waiver',
  'births_registered',
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
};

/** `open` is not yet known; `not_met` is known to fail. */
export type Finding = 'met' | 'not_met' | 'open';

/** What is known of the person; null is not yet known. */
export interface EligibilityFacts {
  peruvian: boolean | null;
  /** The need was assessed and found to be indigence or extreme need. */
  inNeed: boolean | null;
  repatriatedBefore: boolean | null;
  /** The cost of the earlier repatriation was given back. */
  earlierCostRepaid: boolean | null;
  undertaking: Undertaking | null;
  /** Account of whoever waived it. */
  waivedBy: string | null;
  /** Whether a reason was written; the words are not needed to judge. */
  waiverHasReason: boolean;
  /** Children born abroad who travel. */
  childrenBornAbroad: number | null;
  childrenRegistered: number;
}

export interface EligibilityFinding {
  condition: Condition;
  finding: Finding;
  required: boolean;
}

const ALL: readonly Condition[] = CONDITIONS;
/**
 * Which conditions each type must meet (rules §6; former regulation of repatriations). Nationality is
 * always one. Default: need and reimbursement are asked of whoever asks for a ticket, not of whoever
 * was deported, is a child, or is a victim; children travel with a registered birth in every type.
 */
export const REQUIRED_CONDITIONS: Readonly<Record<RepatriationType, readonly Condition[]>> = {
  destitute: ALL,
  medical: ALL,
  deportee_reception: ['nationality_proven', 'births_registered'],
  returnee_support: ['nationality_proven', 'births_registered'],
  minor: ['nationality_proven', 'births_registered'],
  victim: ['nationality_proven', 'births_registered'],
};

const known = (value: boolean | null): Finding =>
  value === null ? 'open' : value ? 'met' : 'not_met';

const RULES: Readonly<Record<Condition, (facts: EligibilityFacts) => Finding>> = {
  nationality_proven: ({ peruvian }) => known(peruvian),
  need_assessed: ({ inNeed }) => known(inNeed),
  not_repatriated_before: ({ repatriatedBefore, earlierCostRepaid }) =>
    repatriatedBefore === true
      ? known(earlierCostRepaid)
      : known(repatriatedBefore === null ? null : true),
  undertaking_or_waiver: ({ undertaking, waivedBy, waiverHasReason }) => {
    if (undertaking === null) return 'open';
    if (undertaking === 'signed') return 'met';
    if (undertaking === 'none') return 'not_met';
    return waivedBy !== null && waiverHasReason ? 'met' : 'open';
  },
  births_registered: ({ childrenBornAbroad, childrenRegistered }) =>
    childrenBornAbroad === null
      ? 'open'
      : childrenRegistered >= childrenBornAbroad
        ? 'met'
        : 'not_met',
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
