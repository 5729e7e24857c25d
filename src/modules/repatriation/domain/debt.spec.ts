import fc from 'fast-check';
import { at, facts, segment } from '../../../../test/factories/repatriation-facts';
import { debtAtBoarding } from './debt';
import { beyondAuthorised, owedOf } from './itinerary';
import type { RepatriationType } from './repatriation-type';

const paid = (amount: string, currency = 'EUR') => ({
  ...segment('s', '2026-03-20T11:00:00Z', '2026-03-20T23:00:00Z'),
  ...{ fare: amount, currency, shares: [{ payer: 'palh' as const, amount }] },
});
const waiver = (waivedPercent: number) => ({
  ...{ id: 'u', outcome: 'waived_in_part' as const, waivedPercent },
  occurredAt: at('2026-03-02T10:00:00Z'),
});
const debt = (type: RepatriationType, more: object = {}) =>
  debtAtBoarding(facts({ type, segments: [paid('100.01')], ...more }));

describe('the debt of a return', () => {
  it('is what the State paid, of a type that asks for an undertaking', () => {
    expect(debt('destitute')).toEqual({
      state: 'due',
      costs: [{ currency: 'EUR', amount: '100.01' }],
    });
    for (const type of ['victim', 'minor', 'deportee_reception'] as const) {
      expect(debt(type)).toEqual({ state: 'not_due', costs: [] });
    }
  });

  it('is less what was waived, to the cent, and nothing when all was', () => {
    expect(debt('destitute', { undertakings: [waiver(50)] }).costs).toEqual([
      { currency: 'EUR', amount: '50.01' },
    ]);
    expect(debt('destitute', { undertakings: [waiver(100)] }).state).toBe('not_due');
  });

  it('is nothing when others paid', () => {
    expect(debt('destitute', { segments: [] }).state).toBe('not_due');
  });

  it('and the part waived never make more than the cost, nor less by a cent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), fc.nat({ max: 100 }), (n, percent) => {
        const amount = (n / 100).toFixed(2);
        const owed = Number(owedOf([paid(amount)], percent)[0]?.amount ?? 0);
        const exact = (n * (100 - percent)) / 10_000;
        expect(Math.abs(owed - exact)).toBeLessThanOrEqual(0.005 + 1e-6);
      }),
    );
  });
});

describe('what headquarters authorised', () => {
  const authorised = [{ currency: 'EUR', amount: '100.00' }];

  it('bounds the whole cost in each currency', () => {
    expect(beyondAuthorised([paid('100.00')], authorised)).toEqual([]);
    expect(beyondAuthorised([paid('100.01')], authorised)).toEqual(['EUR']);
    expect(beyondAuthorised([paid('60'), paid('60')], authorised)).toEqual(['EUR']);
    expect(beyondAuthorised([paid('1', 'USD')], authorised)).toEqual(['USD']);
    expect(beyondAuthorised([paid('1')], null)).toEqual(['EUR']);
    expect(beyondAuthorised([], null)).toEqual([]);
  });
});
