import fc from 'fast-check';
import { compareAmounts, sumOf } from '../../../platform/money/money';
import {
  outstanding,
  receivable,
  reimbursementOf,
  settlementRefusal,
  type Settlement,
} from './reimbursement';
import { isOwed, REIMBURSEMENT_TRANSITIONS } from './vocabulary';

const owed = [{ currency: 'EUR', amount: '600.10' }];
const paid = (amount: string, currency = 'EUR'): Settlement => ({
  ...{ kind: 'instalment', currency, amount },
});
const waived = (amount: string, currency = 'EUR'): Settlement => ({
  ...{ kind: 'waiver', currency, amount },
});

describe('a debt that is being repaid', () => {
  it('goes from due to partly paid to paid, or is waived', () => {
    expect(reimbursementOf([], [])).toBe('not_due');
    expect(reimbursementOf(owed, [])).toBe('due');
    expect(reimbursementOf(owed, [paid('100.00')])).toBe('partly_paid');
    expect(reimbursementOf(owed, [paid('100.00'), paid('500.10')])).toBe('paid');
    expect(reimbursementOf(owed, [paid('100.00'), waived('500.10')])).toBe('waived');
    expect(reimbursementOf(owed, [waived('600.10')])).toBe('waived');
  });

  it('that is waived in part leaves the rest due', () => {
    expect(reimbursementOf(owed, [waived('600.09')])).toBe('due');
    expect(outstanding(owed, [waived('600.09')])).toEqual([{ currency: 'EUR', amount: '0.01' }]);
    expect(reimbursementOf(owed, [waived('600.09'), paid('0.01')])).toBe('paid');
  });

  it('takes no more than is owed, nor another currency', () => {
    const refused = (more: Settlement) => settlementRefusal(owed, [paid('600.00')], more);
    expect(refused(paid('0.10'))).toBeNull();
    expect(refused(paid('0.11'))).toBe('MORE_THAN_OWED');
    expect(refused(waived('0.11'))).toBe('MORE_THAN_OWED');
    expect(refused(paid('0.10', 'PEN'))).toBe('NOT_OWED_IN_CURRENCY');
  });

  const cents = (most: number) =>
    fc.integer({ min: 1, max: most }).map((n) => (n / 100).toFixed(2));
  const debts = fc
    .uniqueArray(fc.constantFrom('EUR', 'USD', 'PEN'), { minLength: 1, maxLength: 3 })
    .chain((currencies) =>
      fc.tuple(
        ...currencies.map((currency) => cents(5000).map((amount) => ({ currency, amount }))),
      ),
    );
  const attempts = fc.array(
    fc.record({
      kind: fc.constantFrom('instalment' as const, 'waiver' as const),
      currency: fc.constantFrom('EUR', 'USD', 'PEN', 'ARS'),
      amount: cents(3000),
    }),
    { maxLength: 30 },
  );

  it('is always what was paid, waived and is outstanding, whatever is tried', () => {
    fc.assert(
      fc.property(debts, attempts, (debt, tried) => {
        let settled: Settlement[] = [];
        for (const one of tried) {
          const before = reimbursementOf(debt, settled);
          if (settlementRefusal(debt, settled, one)) continue;
          settled = [...settled, one];
          const after = reimbursementOf(debt, settled);
          if (after !== before) expect(REIMBURSEMENT_TRANSITIONS[before]).toContain(after);
          for (const row of receivable(debt, settled)) {
            expect(sumOf([row.paid, row.waived, row.outstanding])).toBe(row.owed);
            expect(compareAmounts(row.outstanding, '0.00')).toBeGreaterThanOrEqual(0);
          }
          expect(isOwed(after)).toBe(outstanding(debt, settled).length > 0);
        }
      }),
    );
  });
});
