import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { dateOf, occasionPolicySchema, occasionsBetween, type OccasionPolicy } from './occasions';

const day = (text: string) => Temporal.PlainDate.from(text);
const policy: OccasionPolicy = {
  proposeDaysAhead: 60,
  dueWithinDays: 14,
  occasions: [
    {
      code: 'mothers_day',
      names: { es: 'Día de la Madre', en: "Mother's Day" },
      rule: { kind: 'weekday', month: 5, weekday: 7, nth: 2 },
    },
    {
      code: 'fathers_day',
      names: { es: 'Día del Padre', en: "Father's Day" },
      rule: { kind: 'weekday', month: 6, weekday: 7, nth: 3 },
    },
    {
      code: 'independence_day',
      names: { es: 'Fiestas Patrias', en: 'Independence Day' },
      rule: { kind: 'date', month: 7, day: 28 },
    },
    {
      code: 'christmas',
      names: { es: 'Navidad', en: 'Christmas' },
      rule: { kind: 'date', month: 12, day: 25 },
    },
  ],
};

describe('traditional visits', () => {
  it.each([
    [2026, '2026-05-10', '2026-06-21'],
    [2027, '2027-05-09', '2027-06-20'],
    [2028, '2028-05-14', '2028-06-18'],
  ])('fall in %i where the calendar has them', (year, mothers, fathers) => {
    const all = occasionsBetween(policy, day(`${year}-01-01`), day(`${year}-12-31`));
    expect(all.map(({ code, on }) => [code, on])).toEqual([
      ['mothers_day', mothers],
      ['fathers_day', fathers],
      ['independence_day', `${year}-07-28`],
      ['christmas', `${year}-12-25`],
    ]);
  });

  it('come in order across the turn of a year, both ends included', () => {
    const found = occasionsBetween(policy, day('2026-12-25'), day('2027-05-09'));
    expect(found.map(({ on }) => on)).toEqual(['2026-12-25', '2027-05-09']);
    expect(occasionsBetween(policy, day('2026-12-26'), day('2027-05-08'))).toEqual([]);
  });

  it('the nth weekday is that weekday, in that month, the nth of its kind', () => {
    fc.assert(
      fc.property(
        fc.record({
          year: fc.integer({ min: 2000, max: 2199 }),
          month: fc.integer({ min: 1, max: 12 }),
          weekday: fc.integer({ min: 1, max: 7 }),
          nth: fc.integer({ min: 1, max: 4 }),
        }),
        ({ year, month, weekday, nth }) => {
          const on = dateOf({ kind: 'weekday', month, weekday, nth }, year);
          expect([on.year, on.month, on.dayOfWeek]).toEqual([year, month, weekday]);
          expect(Math.ceil(on.day / 7)).toBe(nth);
        },
      ),
    );
  });

  it.each([
    ['a day that no month has', { kind: 'date', month: 2, day: 30 }],
    ['a leap day', { kind: 'date', month: 2, day: 29 }],
    ['a thirteenth month', { kind: 'date', month: 13, day: 1 }],
    ['a fifth Sunday', { kind: 'weekday', month: 5, weekday: 7, nth: 5 }],
    ['an unknown kind', { kind: 'moon', month: 5 }],
  ])('refuses %s', (_, rule) => {
    const [first] = policy.occasions;
    const content = { ...policy, occasions: [{ ...first, rule }] };
    expect(occasionPolicySchema.safeParse(content).success).toBe(false);
  });

  it('refuses the same code twice', () => {
    const [first] = policy.occasions;
    const content = { ...policy, occasions: [first, first] };
    expect(occasionPolicySchema.safeParse(content).success).toBe(false);
    expect(occasionPolicySchema.safeParse(policy).success).toBe(true);
  });
});
