import fc from 'fast-check';
import { amountOf, compareAmounts, converted, distanceFrom, shared, sumOf } from './money';

const cents = fc.bigInt({ min: 0n, max: 10n ** 15n });
const amount = cents.map((n) => amountOf(`${n / 100n}.${String(n % 100n).padStart(2, '0')}`));
const rate = fc
  .tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 9 }))
  .map(([pen, usd]) => ({
    id: 'r',
    currency: 'EUR',
    day: '2026-03-02',
    pen: (pen / 10 ** 6).toFixed(8),
    usd: (usd / 10 ** 6).toFixed(8),
  }));

describe('money', () => {
  it('is exact where binary fractions are not', () => {
    expect(sumOf(['0.10', '0.20'])).toBe('0.30');
    expect(sumOf(Array.from({ length: 1000 }, () => '0.01'))).toBe('10.00');
    expect(converted('33.33', { ...sampleRate, pen: '4.02350000' }).pen).toBe('134.10');
  });

  it('rounds half up to the cent, alike for debit and credit', () => {
    expect(amountOf('2.345')).toBe('2.35');
    expect(amountOf('-2.345')).toBe('-2.35');
    fc.assert(
      fc.property(amount, rate, (a, r) => {
        const [debit, credit] = [converted(a, r), converted(amountOf(`-${a}`), r)];
        expect(sumOf([debit.pen, credit.pen])).toBe('0.00');
        expect(sumOf([debit.usd, credit.usd])).toBe('0.00');
      }),
    );
  });

  it('is shared among beneficiaries without a cent left over or missing', () => {
    expect(shared('100.00', [1, 1, 1])).toEqual(['33.34', '33.33', '33.33']);
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (a, w) => {
        const parts = shared(a, w);
        expect(sumOf(parts)).toBe(a);
        expect(parts.every((part) => compareAmounts(part, '0.00') >= 0)).toBe(true);
      }),
    );
  });

  it('never gives a larger weight a smaller part', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2 }), (a, w) => {
        const parts = shared(a, w);
        for (const [i, x] of w.entries()) {
          for (const [j, y] of w.entries()) {
            if (x > y) expect(compareAmounts(parts[i]!, parts[j]!)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
    );
  });

  it('knows how far a rate has moved', () => {
    expect(distanceFrom('4.00', '4.80')).toBeCloseTo(0.2, 10);
    expect(distanceFrom('4.00', '0.40')).toBeCloseTo(0.9, 10);
  });
});

const sampleRate = { id: 'r', currency: 'EUR', day: '2026-03-02', pen: '4', usd: '1.1' };
