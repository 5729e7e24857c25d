import fc from 'fast-check';
import { compareAmounts, sumOf } from '../../../platform/money/money';
import {
  adjusted,
  executed,
  forecast,
  perPerson,
  pointsOf,
  proposed,
  type DistributionFormula,
  type Need,
} from './distribution';

const formula: DistributionFormula = {
  weights: { cases: 1, persons: 2, vulnerable: 4 },
  floor: '100.00',
  costOfLiving: { CH: '1.5' },
  source: 'x',
};
const need = (changes: Partial<Need>): Need => ({
  ...{ postId: 'a', country: 'ES', cases: 0, persons: 0, vulnerable: 0 },
  ...changes,
});
const count = fc.integer({ min: 0, max: 5000 });
const needs = fc.array(
  fc.record({
    postId: fc.uuid(),
    country: fc.constantFrom('ES', 'CH', 'US'),
    cases: count,
    persons: count,
    vulnerable: count,
  }),
  { minLength: 1, maxLength: 120 },
);
const total = fc.integer({ min: 1, max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2));

describe('the distribution of a total among posts', () => {
  it('adds up to the total, to the cent, whatever the caseload', () => {
    fc.assert(
      fc.property(total, needs, (amount, posts) => {
        const shares = proposed(amount, posts, formula);
        expect(sumOf(shares)).toBe(amount);
        expect(shares.every((share) => compareAmounts(share, '0.00') >= 0)).toBe(true);
      }),
    );
  });

  it('never gives a post with more of everything less than one with less', () => {
    fc.assert(
      fc.property(total, needs, (amount, posts) => {
        const [small, ...others] = posts;
        const large = { ...small!, cases: small!.cases + 10, persons: small!.persons + 10 };
        const [a, b] = proposed(amount, [small!, large, ...others], formula);
        // cents that do not divide go to the first
        expect(compareAmounts(sumOf([b!, '0.01']), a!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('counts what the formula says, by the cost of living', () => {
    const post = need({ cases: 10, persons: 8, vulnerable: 3 });
    expect(pointsOf(post, formula)).toBe(38);
    expect(pointsOf({ ...post, country: 'CH' }, formula)).toBe(57);
    expect(proposed('1000.00', [post, { ...post, country: 'CH' }], formula)).toEqual([
      '420.00',
      '580.00',
    ]);
  });

  it('shares equally where floors are out of reach or nobody is in need', () => {
    expect(proposed('100.00', [need({}), need({}), need({})], formula)).toEqual([
      '33.34',
      '33.33',
      '33.33',
    ]);
    expect(proposed('10.00', [], formula)).toEqual([]);
  });
});

describe('what headquarters adjusts', () => {
  it('stands, and the others share the rest: the sum stays exact', () => {
    fc.assert(
      fc.property(total, needs, fc.nat(), (amount, posts, part) => {
        const [first] = posts;
        const fixed = [{ postId: first!.postId, amount: (part % 500).toFixed(2) }];
        const shares = adjusted(amount, posts, formula, fixed);
        const beyond = compareAmounts(fixed[0]!.amount, amount);
        expect(shares === null).toBe(beyond > 0 || (posts.length === 1 && beyond !== 0));
        if (shares) {
          expect(sumOf(shares)).toBe(amount);
          expect(shares[0]).toBe(fixed[0]!.amount);
        }
      }),
    );
  });
});

describe('the evaluation of a post', () => {
  it('goes on as it went', () => {
    expect(forecast('1000.00', { ofYear: 73, daysInYear: 365 })).toBe('5000.00');
    expect(forecast('10.00', { ofYear: 0, daysInYear: 366 })).toBe('3660.00');
  });
  it('knows no share of nothing', () => {
    expect(executed('50.00', '0.00')).toBeNull();
    expect(executed('50.00', '150.00')).toBe('0.3333');
    expect(perPerson('10.00', 0)).toBeNull();
    expect(perPerson('10.00', 3)).toBe('3.33');
  });
});
