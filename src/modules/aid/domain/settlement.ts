import { compareAmounts, sumOf, type Amount } from '../../../platform/money/money';
import type { ReceiptKind } from './aid';

export type SettlementFault = 'RECEIPTS_DO_NOT_COVER' | 'TOO_MUCH_UNDOCUMENTED';

/** Amounts in the currency paid. */
export interface Settlement {
  paid: Amount;
  /** Given back unspent. */
  returned: Amount;
  receipts: readonly { kind: ReceiptKind; amount: Amount }[];
  /** What a sworn declaration may stand for. */
  undocumentedLimit: Amount;
}

/**
 * Whether what was paid is accounted for: receipts, sworn declarations within their limit and what was
 * given back add up to it exactly (rules §7, *rendición*).
 */
export function settlementFault(settlement: Settlement): SettlementFault | null {
  const { paid, returned, receipts, undocumentedLimit } = settlement;
  const covered = sumOf([...receipts.map(({ amount }) => amount), returned]);
  if (compareAmounts(covered, paid) !== 0) return 'RECEIPTS_DO_NOT_COVER';
  const sworn = receipts.filter(({ kind }) => kind === 'sworn_declaration');
  const undocumented = sumOf(sworn.map(({ amount }) => amount));
  return compareAmounts(undocumented, undocumentedLimit) > 0 ? 'TOO_MUCH_UNDOCUMENTED' : null;
}
