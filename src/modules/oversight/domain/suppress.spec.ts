import fc from 'fast-check';
import { suppress, type Counted } from './suppress';

const counts = fc
  .array(fc.integer({ min: 0, max: 40 }), { maxLength: 8 })
  .map((all) => all.map((cases, i): Counted => ({ code: `r${i}`, cases })));

describe('suppression of small counts', () => {
  it.each([
    [[], null, []],
    [[3], null, [null]],
    [[12], 12, [12]],
    [[12, 3], 15, [null, null]],
    [[12, 3, 9], 24, [12, null, null]],
    [[12, 3, 4, 9], 28, [12, null, null, 9]],
    [[12, 0, 1, 9], 22, [12, null, null, null]],
    [[12, 9], 21, [12, 9]],
  ])('of %j', (cases, total, shown) => {
    const list = suppress(cases.map((n, i) => ({ code: `r${i}`, cases: n })));
    expect([list.total, list.rows.map((row) => row.cases)]).toEqual([total, shown]);
  });

  it('shows no small count, and leaves none to be worked out from the others', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const list = suppress(rows);
        const hidden = rows.filter((_, i) => list.rows[i]!.cases === null);
        const sum = hidden.reduce((all, { cases }) => all + cases, 0);
        expect(list.rows.every(({ cases }) => cases === null || cases >= 5)).toBe(true);
        expect(list.total === null || list.total >= 5).toBe(true);
        // with a total told, the hidden cells are only known as a sum of several, and no small one
        if (list.total !== null && hidden.length > 0) {
          expect(hidden.length > 1 || hidden.length === rows.length).toBe(true);
          expect(sum).toBeGreaterThanOrEqual(5);
        }
      }),
    );
  });

  it('says the truth where it says anything, whatever the order', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const list = suppress(rows);
        list.rows.forEach(({ cases }, i) => expect([null, rows[i]!.cases]).toContain(cases));
        const again = suppress([...rows].reverse());
        expect([...again.rows].reverse()).toEqual(list.rows);
      }),
    );
  });
});
