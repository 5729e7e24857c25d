import type { Labels } from '../../../platform/i18n/bilingual';
import { z } from 'zod';
import type { Temporal } from '@js-temporal/polyfill';

export const ABDUCTION_KINDS = ['removal', 'retention'] as const;
/** Taken to another State, or not given back (1980 Convention, art. 3). */
export type AbductionKind = (typeof ABDUCTION_KINDS)[number];
export const ABDUCTION_KIND_LABELS: Labels<AbductionKind> = {
  removal: { es: 'Traslado ilícito', en: 'Wrongful removal' },
  retention: { es: 'Retención ilícita', en: 'Wrongful retention' },
};

export const ABDUCTION_ROUTES = ['hague_1980', 'diplomatic'] as const;
/** By the convention where it binds both States, else by diplomatic démarche. */
export type AbductionRoute = (typeof ABDUCTION_ROUTES)[number];
export const ABDUCTION_ROUTE_LABELS: Labels<AbductionRoute> = {
  hague_1980: { es: 'Convenio de La Haya de 1980', en: '1980 Hague Convention' },
  diplomatic: { es: 'Gestión diplomática', en: 'Diplomatic démarche' },
};

export const ABDUCTION_STEPS = [
  'application_filed',
  'proceedings_begun',
  'reasons_requested',
  'decision',
  'demarche',
  'demarche_answered',
  'child_returned',
] as const;
export type AbductionStep = (typeof ABDUCTION_STEPS)[number];
export const ABDUCTION_STEP_LABELS: Labels<AbductionStep> = {
  application_filed: { es: 'Solicitud presentada', en: 'Application filed' },
  proceedings_begun: { es: 'Procedimiento iniciado', en: 'Proceedings begun' },
  reasons_requested: {
    es: 'Pedido de explicación por la demora',
    en: 'Statement of reasons requested',
  },
  decision: { es: 'Decisión', en: 'Decision' },
  demarche: { es: 'Gestión diplomática', en: 'Diplomatic démarche' },
  demarche_answered: { es: 'Respuesta a la gestión', en: 'Answer to the démarche' },
  child_returned: { es: 'Restitución realizada', en: 'Child returned' },
};
/** Which steps each route knows. */
export const STEPS_OF_ROUTE = {
  hague_1980: ABDUCTION_STEPS,
  diplomatic: ['decision', 'demarche', 'demarche_answered', 'child_returned'],
} as const satisfies Record<AbductionRoute, readonly AbductionStep[]>;

export const ABDUCTION_DECISIONS = [
  'return_ordered',
  'return_refused',
  'access_granted',
  'settled',
  'withdrawn',
] as const;
export type AbductionDecision = (typeof ABDUCTION_DECISIONS)[number];
export const ABDUCTION_DECISION_LABELS: Labels<AbductionDecision> = {
  return_ordered: { es: 'Ordena la restitución', en: 'Return ordered' },
  return_refused: { es: 'Deniega la restitución', en: 'Return refused' },
  access_granted: { es: 'Concede visitas', en: 'Access granted' },
  settled: { es: 'Acuerdo entre las partes', en: 'Settled' },
  withdrawn: { es: 'Solicitud retirada', en: 'Withdrawn' },
};

const country = z.string().regex(/^[A-Z]{2}$/);

/** States that the convention binds, and pairs between which it is not in force (art. 38). */
export const hagueStatesSchema = z
  .strictObject({
    states: z.array(country).min(2).max(250),
    notBetween: z.array(z.tuple([country, country])).max(5000),
    source: z.string().trim().min(1).max(500),
  })
  .refine(({ states }) => new Set(states).size === states.length, {
    message: 'each State once',
    path: ['states'],
  });
export type HagueStates = z.infer<typeof hagueStatesSchema>;

/** Whether the convention is in force between two States (arts. 1, 4 and 38). */
export const binds = ({ states, notBetween }: HagueStates, a: string, b: string): boolean =>
  a !== b &&
  states.includes(a) &&
  states.includes(b) &&
  !notBetween.some((pair) => pair.includes(a) && pair.includes(b));

export const routeOf = (states: HagueStates, from: string, to: string): AbductionRoute =>
  binds(states, from, to) ? 'hague_1980' : 'diplomatic';

/**
 * The last day of the year within which proceedings must begin for the return to be ordered
 * forthwith (art. 12): less than one year has then elapsed.
 */
export const lastDayOfTheYear = (takenOn: Temporal.PlainDate): Temporal.PlainDate =>
  takenOn.add({ years: 1 }).subtract({ days: 1 });
