import type { Labels } from '../../../platform/i18n/bilingual';

/** Legal stages in which the person is still in the authority's hands (taxonomy, *Detention*). */
export const OPEN_STAGES = [
  'arrested',
  'pretrial',
  'bail',
  'on_trial',
  'sentenced',
  'appeal_pending',
  'parole',
  'suspended_sentence',
  'immigration_detention',
  'pending_expulsion',
] as const;

/** Stages that end the detention; a case closes only after one of them. */
export const CLOSING_STAGES = [
  'acquitted',
  'charges_dropped',
  'released',
  'expelled',
  'deported',
  'transferred_to_peru',
  'escaped',
  'died_in_custody',
] as const;

export const STAGES = [...OPEN_STAGES, ...CLOSING_STAGES] as const;
export type OpenStage = (typeof OPEN_STAGES)[number];
export type ClosingStage = (typeof CLOSING_STAGES)[number];
export type Stage = (typeof STAGES)[number];

export const isClosingStage = (stage: Stage): stage is ClosingStage =>
  (CLOSING_STAGES as readonly Stage[]).includes(stage);

const LEAVING_THE_COUNTRY = ['expelled', 'deported'] as const;
const FROM_ANY_CUSTODY = ['released', 'escaped', 'died_in_custody'] as const;

/**
 * What may follow what. Wide, because host States' procedures differ; it only refuses what no
 * procedure knows. A stage entered by mistake is corrected by a new record that replaces it. An
 * acquittal may be appealed, a fugitive recaptured, a released person held again for removal; what
 * follows expulsion, deportation, transfer, dropped charges or death is a new case.
 */
export const STAGE_TRANSITIONS = {
  arrested: [
    'pretrial',
    'bail',
    'on_trial',
    'sentenced',
    'suspended_sentence',
    'immigration_detention',
    'pending_expulsion',
    'charges_dropped',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  pretrial: [
    'bail',
    'on_trial',
    'sentenced',
    'suspended_sentence',
    'appeal_pending',
    'immigration_detention',
    'pending_expulsion',
    'acquitted',
    'charges_dropped',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  bail: [
    'arrested',
    'pretrial',
    'on_trial',
    'sentenced',
    'suspended_sentence',
    'immigration_detention',
    'pending_expulsion',
    'acquitted',
    'charges_dropped',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  on_trial: [
    'pretrial',
    'bail',
    'sentenced',
    'suspended_sentence',
    'appeal_pending',
    'immigration_detention',
    'pending_expulsion',
    'acquitted',
    'charges_dropped',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  sentenced: [
    'appeal_pending',
    'parole',
    'suspended_sentence',
    'immigration_detention',
    'pending_expulsion',
    'transferred_to_peru',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  appeal_pending: [
    'on_trial',
    'sentenced',
    'bail',
    'parole',
    'suspended_sentence',
    'immigration_detention',
    'pending_expulsion',
    'acquitted',
    'charges_dropped',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  parole: [
    'sentenced',
    'immigration_detention',
    'pending_expulsion',
    'transferred_to_peru',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  suspended_sentence: [
    'sentenced',
    'appeal_pending',
    'immigration_detention',
    'pending_expulsion',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  immigration_detention: [
    'arrested',
    'bail',
    'pretrial',
    'appeal_pending',
    'pending_expulsion',
    'charges_dropped',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  pending_expulsion: [
    'immigration_detention',
    'appeal_pending',
    'bail',
    ...LEAVING_THE_COUNTRY,
    ...FROM_ANY_CUSTODY,
  ],
  acquitted: ['appeal_pending', 'immigration_detention', 'pending_expulsion', 'released'],
  charges_dropped: ['immigration_detention', 'pending_expulsion', 'released'],
  released: ['arrested', 'immigration_detention', 'pending_expulsion', 'expelled', 'deported'],
  escaped: ['arrested', 'pretrial', 'sentenced', 'immigration_detention', 'died_in_custody'],
  expelled: [],
  deported: [],
  transferred_to_peru: [],
  died_in_custody: [],
} as const satisfies Record<Stage, readonly Stage[]>;

export const mayFollow = (from: Stage, to: Stage): boolean =>
  (STAGE_TRANSITIONS[from] as readonly Stage[]).includes(to);

export const STAGE_LABELS: Labels<Stage> = {
  arrested: { es: 'Arresto', en: 'Arrested' },
  pretrial: { es: 'Prisión preventiva', en: 'Pretrial detention' },
  bail: { es: 'Libertad bajo fianza', en: 'On bail' },
  on_trial: { es: 'En juicio', en: 'On trial' },
  sentenced: { es: 'Condena en cumplimiento', en: 'Serving a sentence' },
  appeal_pending: { es: 'Recurso pendiente', en: 'Appeal pending' },
  parole: { es: 'Libertad condicional', en: 'On parole' },
  suspended_sentence: { es: 'Pena suspendida', en: 'Suspended sentence' },
  immigration_detention: { es: 'Detención migratoria', en: 'Immigration detention' },
  pending_expulsion: { es: 'Expulsión pendiente', en: 'Expulsion pending' },
  acquitted: { es: 'Absolución', en: 'Acquitted' },
  charges_dropped: { es: 'Cargos retirados', en: 'Charges dropped' },
  released: { es: 'Libertad', en: 'Released' },
  expelled: { es: 'Expulsión', en: 'Expelled' },
  deported: { es: 'Deportación', en: 'Deported' },
  transferred_to_peru: { es: 'Traslado al Perú', en: 'Transferred to Peru' },
  escaped: { es: 'Fuga', en: 'Escaped' },
  died_in_custody: { es: 'Muerte bajo custodia', en: 'Died in custody' },
};
