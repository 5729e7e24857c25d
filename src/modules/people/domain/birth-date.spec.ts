import fc from 'fast-check';
import { compareBirthDates, isPlausibleBirthDate, swappedDayAndMonth } from './birth-date';

const TODAY = '2026-03-02';
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a date of birth', () => {
  it.each([
    ['2026-03-02', true],
    ['2026-03-03', false],
    ['1900-01-01', true],
    ['1899-12-31', false],
    ['1026-05-04', false],
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['03/02/1990', false],
    ['1990-13-01', false],
  ])('%s is plausible: %s', (date, plausible) =>
    expect(isPlausibleBirthDate(date, TODAY)).toBe(plausible),
  );

  it.each([
    ['1990-05-03', '1990-05-03', 'same'],
    ['1990-05-03', '1990-03-05', 'close'],
    ['1990-05-03', '1991-05-03', 'close'],
    ['1999-05-03', '2000-05-03', 'close'],
    ['1990-05-03', '1990-05-08', 'close'],
    ['1990-05-03', '1930-05-03', 'close'],
    ['1990-05-03', '1992-05-04', 'different'],
    ['1990-05-25', '1990-06-26', 'different'],
    ['1990-05-03', null, 'unknown'],
  ])('%s and %s are %s', (a, b, expected) => expect(compareBirthDates(a, b)).toBe(expected));

  it('compares the same both ways, and swaps back', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(compareBirthDates(a, b)).toBe(compareBirthDates(b, a));
        const swapped = swappedDayAndMonth(a);
        if (swapped) expect(swappedDayAndMonth(swapped)).toBe(a);
      }),
    );
  });
});
