import type { Labels } from '../../../platform/i18n/bilingual';
import { compareAmounts, sumOf, type Amount } from '../../../platform/money/money';
import type { Programme } from '../../funding';
import type { AidLine, ExcludedItem, NeedProof, WaterfallStep } from './aid';
import type { AidPolicy } from './policy';

export const AID_CHECKS = [
  'excluded_items',
  'beneficiaries',
  'need_assessed',
  'need_proven',
  'waterfall',
  'quotes',
  'first_point_of_entry',
  'repaid_before',
  'line_ceiling',
  'person_ceiling',
  'case_ceiling',
] as const;
/** A rule that a request must pass before it is submitted; a ceiling may be exceeded by who may. */
export type AidCheck = (typeof AID_CHECKS)[number];
export const AID_CHECK_LABELS: Labels<AidCheck> = {
  excluded_items: { es: 'No pide nada excluido', en: 'Asks for nothing excluded' },
  beneficiaries: { es: 'Las partes suman el importe', en: 'The parts add up to the amount' },
  need_assessed: { es: 'Necesidad evaluada', en: 'Need assessed' },
  need_proven: { es: 'Necesidad comprobada', en: 'Need proven' },
  waterfall: { es: 'Fuentes anteriores agotadas', en: 'Earlier sources exhausted' },
  quotes: { es: 'Cotizaciones suficientes', en: 'Enough quotes' },
  first_point_of_entry: {
    es: 'Solo al primer punto de ingreso',
    en: 'To the first point of entry only',
  },
  repaid_before: { es: 'Repatriación anterior pagada', en: 'Earlier repatriation repaid' },
  line_ceiling: { es: 'Dentro del tope del rubro', en: 'Within the ceiling of the line' },
  person_ceiling: { es: 'Dentro del tope por persona', en: 'Within the ceiling per person' },
  case_ceiling: { es: 'Dentro del tope del caso', en: 'Within the ceiling of the case' },
};
export const CEILINGS: readonly AidCheck[] = ['line_ceiling', 'person_ceiling', 'case_ceiling'];

/** Amounts in soles. */
export interface AidFacts {
  programme: Programme;
  line: AidLine;
  amount: Amount;
  excluded: readonly ExcludedItem[];
  /** Parts of the beneficiaries, in the currency asked, which add up to `asked`. */
  asked: Amount;
  parts: readonly Amount[];
  /** Conclusion of the newest assessment of the case; null: none. */
  conclusion: string | null;
  /** A sworn declaration or a certificate of poverty is a file of the request. */
  proof: NeedProof;
  waterfall: readonly WaterfallStep[];
  quotes: number;
  /** Of a ticket: it goes no further than the first point of entry. */
  toFirstEntry: boolean | null;
  /** An earlier repatriation of a beneficiary is still owed. */
  owesRepatriation: boolean;
  /** Already given this fiscal year to each beneficiary, with this request; and in this case. */
  ofPersons: readonly Amount[];
  ofCase: Amount;
}

const above = (amount: Amount, ceiling: string | null | undefined): boolean =>
  ceiling !== null && ceiling !== undefined && compareAmounts(amount, ceiling) > 0;

/** Steps of the waterfall that must be evidenced before a purse opens. */
export const stepsBefore = (programme: Programme): WaterfallStep[] =>
  programme === 'pah' ? ['support_network', 'palh'] : ['support_network'];

const RULES: Readonly<Record<AidCheck, (facts: AidFacts, policy: AidPolicy) => boolean>> = {
  excluded_items: ({ excluded }) => excluded.length === 0,
  beneficiaries: ({ parts, asked }) =>
    parts.length > 0 && compareAmounts(sumOf(parts), asked) === 0,
  need_assessed: ({ conclusion }) => conclusion !== null && conclusion !== 'none',
  // a simple sworn declaration for the post's aid, a certificate of poverty for a subvention
  need_proven: ({ programme, proof }) =>
    programme === 'pah' ? proof === 'poverty_certificate' : proof !== 'none',
  waterfall: ({ programme, waterfall }) =>
    stepsBefore(programme).every((step) => waterfall.includes(step)),
  quotes: ({ amount, quotes }, policy) =>
    compareAmounts(amount, policy.quotes.from) < 0 || quotes >= policy.quotes.least,
  first_point_of_entry: ({ line, toFirstEntry }) => line !== 'ticket' || toFirstEntry === true,
  repaid_before: ({ line, owesRepatriation }) => line !== 'ticket' || !owesRepatriation,
  line_ceiling: ({ line, amount }, policy) => !above(amount, policy.lineCeilings[line]),
  person_ceiling: ({ ofPersons }, policy) =>
    !ofPersons.some((given) => above(given, policy.personCeiling)),
  case_ceiling: ({ ofCase }, policy) => !above(ofCase, policy.caseCeiling),
};

/** Every rule with whether it holds (rules §7: hard checks, each with its rule shown). */
export const checksOf = (
  facts: AidFacts,
  policy: AidPolicy,
): { check: AidCheck; holds: boolean }[] =>
  AID_CHECKS.map((check) => ({ check, holds: RULES[check](facts, policy) }));

/** What refuses the submission; ceilings do not when somebody who may has let them be exceeded. */
export const refusalsOf = (facts: AidFacts, policy: AidPolicy, exceeding: boolean): AidCheck[] =>
  checksOf(facts, policy)
    .filter(({ check, holds }) => !holds && !(exceeding && CEILINGS.includes(check)))
    .map(({ check }) => check);
