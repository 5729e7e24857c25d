import fc from 'fast-check';
import { deIdentified, HTCDS_FIELDS, type KnownVictim } from './htcds';
import { MEANS_OF_CONTROL, PURPOSES, RELATIONS } from './vocabulary';

const victim: fc.Arbitrary<KnownVictim> = fc.record({
  openedOn: fc.constantFrom('2025-11-03', '2026-01-20', '2026-03-02'),
  sex: fc.constantFrom(0, 1, 2, 9),
  age: fc.option(fc.integer({ min: 0, max: 80 })),
  minor: fc.constantFrom(null, true, false),
  citizenship: fc.constantFrom(null, 'PE', 'BO'),
  countryOfExploitation: fc.constantFrom(null, 'ES', 'AR'),
  recruiterRelation: fc.constantFrom(null, ...RELATIONS),
  purposes: fc.subarray([...PURPOSES]),
  means: fc.subarray([...MEANS_OF_CONTROL]),
});
const POINTERS = [
  'yearOfRegistration',
  'gender',
  'ageBroad',
  'citizenship',
  'countryOfExploitation',
];

describe('what is exported of trafficking', () => {
  it('never lets fewer than the smallest group look alike', () => {
    fc.assert(
      fc.property(fc.array(victim, { maxLength: 60 }), fc.integer({ min: 2, max: 7 }), (all, k) => {
        const { rows, leftOut } = deIdentified(all, k);
        const sizes = new Map<string, number>();
        for (const row of rows) {
          const key = JSON.stringify(POINTERS.map((field) => row[field]));
          sizes.set(key, (sizes.get(key) ?? 0) + 1);
        }
        for (const size of sizes.values()) expect(size).toBeGreaterThanOrEqual(k);
        expect(rows.length + leftOut).toBe(all.length);
      }),
    );
  });

  it('holds no day, no age in years, and only fields of the standard', () => {
    fc.assert(
      fc.property(fc.array(victim, { maxLength: 30 }), (all) => {
        for (const row of deIdentified(all, 2).rows) {
          expect(Object.keys(row).sort()).toEqual([...HTCDS_FIELDS].sort());
          expect(JSON.stringify(row)).not.toMatch(/\d{4}-\d{2}/);
        }
      }),
    );
  });

  it('is the same whatever the order of the cases', () => {
    fc.assert(
      fc.property(fc.array(victim, { maxLength: 30 }), (all) => {
        expect(deIdentified([...all].reverse(), 3)).toEqual(deIdentified(all, 3));
      }),
    );
  });

  it('gives up the most telling first', () => {
    const base: KnownVictim = {
      openedOn: '2026-01-20',
      ...{ sex: 2, age: 25, minor: false, citizenship: 'PE', countryOfExploitation: 'ES' },
      ...{ recruiterRelation: null, purposes: ['forced_labour'], means: ['threats'] },
    };
    const { rows } = deIdentified([base, base, { ...base, countryOfExploitation: 'AR' }], 3);
    expect(rows.map((row) => row.countryOfExploitation)).toEqual([null, null, null]);
    expect(rows[0]).toMatchObject({ gender: 'Female', ageBroad: '24--26', isForcedLabour: true });
    expect(deIdentified([base], 2)).toEqual({ rows: [], leftOut: 1 });
  });
});
