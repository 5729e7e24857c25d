import { compareAmounts, isPositive, negated, sumOf } from '../../../platform/money/money';
import type { Cost } from './itinerary';
import type { Reimbursement } from './vocabulary';

export const DEBT_ENTRIES = ['opened', 'instalment', 'waiver'] as const;
/** What a debt is made of: what was owed, what was received, what headquarters waived. */
export type DebtEntryKind = (typeof DEBT_ENTRIES)[number];

/** Something that settles a part of a debt, in a currency of it. */
export interface Settlement extends Cost {
  kind: 'instalment' | 'waiver';
}

/** Of one currency: paid, waived and outstanding add up to what was owed. */
export interface Receivable {
  currency: string;
  owed: string;
  paid: string;
  waived: string;
  outstanding: string;
}

export type SettlementRefusal = 'NOT_OWED_IN_CURRENCY' | 'MORE_THAN_OWED';

const sum = (settled: readonly Settlement[], currency: string, kind: Settlement['kind']): string =>
  sumOf(
    settled.filter((one) => one.currency === currency && one.kind === kind).map((o) => o.amount),
  );

/** What became of what was owed, by currency, to the cent. */
export const receivable = (owed: readonly Cost[], settled: readonly Settlement[]): Receivable[] =>
  owed.map(({ currency, amount }) => {
    const paid = sum(settled, currency, 'instalment');
    const waived = sum(settled, currency, 'waiver');
    const outstanding = sumOf([amount, negated(paid), negated(waived)]);
    return { currency, owed: sumOf([amount]), paid, waived, outstanding };
  });

/** What is still to be repaid; a currency of which nothing is left is not there. */
export const outstanding = (owed: readonly Cost[], settled: readonly Settlement[]): Cost[] =>
  receivable(owed, settled)
    .map(({ currency, outstanding: amount }) => ({ currency, amount }))
    .filter(({ amount }) => isPositive(amount));

/** Why a part cannot be settled; null: it can. No more is received or waived than is owed. */
export function settlementRefusal(
  owed: readonly Cost[],
  settled: readonly Settlement[],
  { currency, amount }: Cost,
): SettlementRefusal | null {
  const left = receivable(owed, settled).find((one) => one.currency === currency);
  if (!left) return 'NOT_OWED_IN_CURRENCY';
  return compareAmounts(amount, left.outstanding) > 0 ? 'MORE_THAN_OWED' : null;
}

/**
 * Where a debt stands after its entries: owed whole, owed in part, or ended by what ended it. A part that
 * was waived leaves the rest due.
 */
export function reimbursementOf(
  owed: readonly Cost[],
  settled: readonly Settlement[],
): Reimbursement {
  if (owed.length === 0) return 'not_due';
  if (outstanding(owed, settled).length === 0) {
    return settled.at(-1)?.kind === 'waiver' ? 'waived' : 'paid';
  }
  return settled.some(({ kind }) => kind === 'instalment') ? 'partly_paid' : 'due';
}
