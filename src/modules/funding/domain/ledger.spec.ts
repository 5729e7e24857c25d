import fc from 'fast-check';
import {
  ACCOUNTS,
  entriesOf,
  entriesOfReversal,
  entriesOfTransfer,
  MOVES,
  QUARTER_STATES,
  QUARTER_TRANSITIONS,
  quarterOf,
  type Entry,
  type Move,
} from './ledger';
import { sumOf } from '../../../platform/money/money';

const rate = { id: 'r', currency: 'EUR', day: '2026-03-02', pen: '4.0235', usd: '1.0871' };
const purse = { year: 2026, postId: 'mad', programme: 'palh' as const, line: 'food', quarter: 2 };
const amount = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => (n / 100).toFixed(2));
const move = fc.constantFrom(...(Object.keys(MOVES) as Move[]));

const balanced = (entries: readonly Entry[]) =>
  [entries.map((e) => e.pen), entries.map((e) => e.usd), entries.map((e) => e.amount)].map(sumOf);

describe('the ledger', () => {
  it('balances every movement in the currency paid, in soles and in dollars', () => {
    fc.assert(
      fc.property(move, amount, (kind, sum) => {
        expect(balanced(entriesOf(kind, purse, sum, rate))).toEqual(['0.00', '0.00', '0.00']);
      }),
    );
  });

  it('balances transfers, and every reversal takes back what was done', () => {
    fc.assert(
      fc.property(amount, (sum) => {
        const entries = entriesOfTransfer(purse, { ...purse, postId: 'pat' }, sum, rate);
        expect(balanced(entries)).toEqual(['0.00', '0.00', '0.00']);
        const back = [...entries, ...entriesOfReversal(entries)];
        for (const account of ACCOUNTS) {
          for (const postId of ['mad', 'pat']) {
            const of = back.filter((e) => e.account === account && e.postId === postId);
            expect(sumOf(of.map((e) => e.pen))).toBe('0.00');
          }
        }
      }),
    );
  });

  it('takes balances in one order, whichever way money goes', () => {
    const places = (kind: Move) => entriesOf(kind, purse, '1.00', rate).map((e) => e.account);
    expect(places('reserved')).toEqual(places('released'));
    expect(places('paid')).toEqual(['committed', 'paid']);
    expect(places('given_back')).toEqual(['available', 'paid']);
  });

  it('knows money ahead by its quarter, and money decided on by its line', () => {
    const parts = (kind: Move) => entriesOf(kind, purse, '1.00', rate).map((e) => e.part);
    expect(parts('allotted_ahead')).toEqual(['', 'q2']);
    expect(parts('reserved')).toEqual(['', 'food']);
    expect(parts('accounted')).toEqual(['food', 'food']);
  });

  it('lets money reach every account from the appropriation, and leave all but the last', () => {
    const reached = new Set<string>(['appropriation']);
    for (let n = 0; n < ACCOUNTS.length; n += 1) {
      for (const [from, to] of Object.values(MOVES)) if (reached.has(from)) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...ACCOUNTS].sort());
    const leaves = new Set<string>(Object.values(MOVES).map(([from]) => from));
    expect(ACCOUNTS.filter((account) => !leaves.has(account))).toEqual(['accounted']);
  });

  it('knows the quarter of a day, and traps no quarter', () => {
    expect(quarterOf('2026-03-31')).toEqual({ year: 2026, quarter: 1 });
    expect(quarterOf('2026-04-01')).toEqual({ year: 2026, quarter: 2 });
    expect(quarterOf('2026-12-31')).toEqual({ year: 2026, quarter: 4 });
    for (const state of QUARTER_STATES)
      expect(QUARTER_TRANSITIONS[state].length).toBeGreaterThan(0);
  });
});
