import fc from 'fast-check';
import { firstPolicy } from '../../../../test/factories/obligations';
import { visitIntervalDays, type VisitSituation } from './visit-interval';

const { visits } = firstPolicy();
const someone: VisitSituation = {
  stage: 'pretrial',
  conditions: [],
  country: 'ES',
  harshness: 'standard',
  facilityId: null,
  factors: [],
  age: 40,
};
const daysFor = (more: Partial<VisitSituation>, table = visits) =>
  visitIntervalDays(table, { ...someone, ...more });

describe('how often a person is visited', () => {
  it.each([
    ['arrested', 30],
    ['pretrial', 30],
    ['on_trial', 30],
    ['bail', 30],
    ['appeal_pending', 30],
    ['sentenced', 90],
    ['parole', 90],
    ['suspended_sentence', 90],
    ['immigration_detention', 7],
    ['pending_expulsion', 7],
  ])('at stage %s every %i days', (stage, days) => {
    expect(daysFor({ stage })).toBe(days);
  });

  it('every 7 days in hospital, whatever the stage', () => {
    expect(daysFor({ stage: 'sentenced', conditions: ['hospitalised'] })).toBe(7);
  });

  it('halves in a harsh prison, rounded down, never under 3', () => {
    expect(daysFor({ harshness: 'harsh' })).toBe(15);
    expect(daysFor({ harshness: 'harsh', stage: 'sentenced' })).toBe(45);
    expect(daysFor({ harshness: 'harsh', stage: 'pending_expulsion' })).toBe(3);
  });

  it('does not lengthen an interval that is already under the harsh minimum', () => {
    const table = {
      ...visits,
      intervals: [...visits.intervals, { stage: 'pretrial', days: 2, source: 'x' }],
    };
    expect(daysFor({ harshness: 'harsh' }, table)).toBe(2);
  });

  it.each([
    ['a minor', { age: 17 }, 14],
    ['an adult of 18', { age: 18 }, 90],
    ['a child of unknown birth date', { age: null, factors: ['child_or_adolescent'] }, 14],
    ['a pregnant person', { factors: ['pregnant'] }, 14],
    ['a seriously ill person', { factors: ['serious_illness'] }, 14],
    ['a person of 65', { age: 65 }, 90],
    ['a person over 65', { age: 66 }, 14],
    ['alleged mistreatment', { factors: ['mistreatment_alleged'] }, 14],
  ])('caps the interval for %s', (_, more, days) => {
    expect(daysFor({ stage: 'sentenced', ...more })).toBe(days);
  });

  it('applies the cap after the halving', () => {
    expect(daysFor({ harshness: 'harsh', factors: ['pregnant'] })).toBe(14);
    expect(daysFor({ stage: 'pending_expulsion', factors: ['pregnant'] })).toBe(7);
  });

  it('follows rows by country and by facility', () => {
    const facilityId = '0190a000-0000-7000-8000-000000000001';
    const table = {
      ...visits,
      intervals: [
        ...visits.intervals,
        { stage: 'sentenced', country: 'VE', days: 45, source: 'x' },
        { facilityId, days: 10, source: 'x' },
      ],
    };
    expect(daysFor({ stage: 'sentenced', country: 'VE' }, table)).toBe(45);
    expect(daysFor({ stage: 'sentenced', country: 'ES' }, table)).toBe(90);
    expect(daysFor({ facilityId }, table)).toBe(10);
  });

  it('is never silent: any situation has an interval of at least a day', () => {
    fc.assert(
      fc.property(
        fc.record({
          stage: fc.string(),
          conditions: fc.array(fc.constantFrom('hospitalised', 'other')),
          country: fc.string(),
          harshness: fc.constantFrom('standard', 'harsh', 'unheard_of'),
          facilityId: fc.constant(null),
          factors: fc.array(fc.constantFrom('pregnant', 'lgbtiq', 'mistreatment_alleged')),
          age: fc.option(fc.integer({ min: 0, max: 110 })),
        }),
        (situation) => {
          const days = visitIntervalDays(visits, situation);
          return Number.isInteger(days) && days >= 1 && days <= 90;
        },
      ),
    );
  });
});
