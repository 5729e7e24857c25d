import { Temporal } from '@js-temporal/polyfill';
import * as fc from 'fast-check';
import {
  addBusinessDays,
  businessCalendar,
  dayKey,
  isPeruvianHoliday,
  nextWorkingDay,
  previousWorkingDay,
  workingDayOnOrBefore,
  type BusinessCalendar,
  type CalendarSource,
} from './business-calendar';

const day = (text: string) => Temporal.PlainDate.from(text);

const calendarOf = (source: Partial<CalendarSource> = {}): BusinessCalendar =>
  businessCalendar({
    zone: 'Europe/Madrid',
    weekends: [],
    hostHolidays: () => new Set(),
    overrides: new Map(),
    ...source,
  });

const dates = fc
  .integer({ min: dayKey(day('2001-01-01')), max: dayKey(day('2199-12-31')) })
  .map((key) => day('1970-01-01').add({ days: key }));

const calendars = fc
  .record({
    weekend: fc.constantFrom([6, 7], [5, 6], [4, 5], [7], [5, 7]),
    holidays: fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 25 }),
    declared: fc.array(fc.tuple(dates, fc.boolean()), { maxLength: 10 }),
  })
  .map(({ weekend, holidays, declared }) =>
    calendarOf({
      weekends: [{ from: day('2000-01-01'), days: weekend }],
      hostHolidays: (year) => {
        const first = dayKey(new Temporal.PlainDate(year, 1, 1));
        return new Set(holidays.map((offset) => first + offset));
      },
      overrides: new Map(declared.map(([date, working]) => [dayKey(date), working])),
    }),
  );

describe('the working days of a post', () => {
  it('rests on Saturday and Sunday unless the country rests on other days', () => {
    const madrid = calendarOf();
    expect(madrid.isWorkingDay(day('2026-03-06'))).toBe(true);
    expect(madrid.isWorkingDay(day('2026-03-07'))).toBe(false);
    expect(madrid.isWorkingDay(day('2026-03-08'))).toBe(false);
    const cairo = calendarOf({ weekends: [{ from: day('2000-01-01'), days: [5, 6] }] });
    expect(cairo.isWorkingDay(day('2026-03-06'))).toBe(false);
    expect(cairo.isWorkingDay(day('2026-03-08'))).toBe(true);
  });

  it('follows a weekend that moved: the Emirates, 2022', () => {
    const dubai = calendarOf({
      weekends: [
        { from: day('2000-01-01'), days: [5, 6] },
        { from: day('2022-01-01'), days: [6, 7] },
      ],
    });
    expect(dubai.isWorkingDay(day('2021-12-31'))).toBe(false); // Friday
    expect(dubai.isWorkingDay(day('2021-12-26'))).toBe(true); // Sunday
    expect(dubai.isWorkingDay(day('2022-01-07'))).toBe(true); // Friday
    expect(dubai.isWorkingDay(day('2022-01-09'))).toBe(false); // Sunday
  });

  it('rests on host holidays and lets the post declare its own days', () => {
    const holiday = day('2026-05-15');
    const calendar = calendarOf({
      hostHolidays: (year) =>
        new Set(year === 2026 ? [dayKey(holiday), dayKey(day('2026-10-12'))] : []),
      overrides: new Map([
        [dayKey(day('2026-10-12')), true],
        [dayKey(day('2026-10-13')), false],
        [dayKey(day('2026-10-17')), true],
      ]),
    });
    expect(calendar.isWorkingDay(holiday)).toBe(false);
    expect(calendar.isWorkingDay(day('2026-10-12'))).toBe(true);
    expect(calendar.isWorkingDay(day('2026-10-13'))).toBe(false);
    expect(calendar.isWorkingDay(day('2026-10-17'))).toBe(true); // a Saturday
  });

  it('knows 29 February and no 29 February', () => {
    const calendar = calendarOf();
    expect(nextWorkingDay(day('2028-02-28'), calendar).toString()).toBe('2028-02-29');
    expect(nextWorkingDay(day('2027-02-26'), calendar).toString()).toBe('2027-03-01');
    expect(addBusinessDays(day('2028-02-28'), 3, calendar).toString()).toBe('2028-03-02');
  });

  it('counts local dates, so nights of 23 or 25 hours change nothing', () => {
    const nights = ['2026-03-29', '2026-04-24', '2026-09-06', '2026-10-25', '2026-11-01'];
    const zones = ['Europe/Madrid', 'Africa/Cairo', 'America/Santiago', 'Pacific/Auckland'];
    for (const night of nights.map(day)) {
      const ways = zones.map((zone) =>
        addBusinessDays(night.subtract({ days: 3 }), 5, calendarOf({ zone })).toString(),
      );
      expect(new Set(ways).size).toBe(1);
    }
  });

  it('reports a calendar that never works instead of searching for ever', () => {
    const never = calendarOf({
      weekends: [{ from: day('2000-01-01'), days: [1, 2, 3, 4, 5, 6, 7] }],
    });
    expect(() => nextWorkingDay(day('2026-01-02'), never)).toThrow(RangeError);
  });

  it('rests on exactly the four Peruvian days of RC art. 39, whatever a post declares', () => {
    const everyDayWorks = calendarOf({
      weekends: [{ from: day('2000-01-01'), days: [] }],
      overrides: new Map([[dayKey(day('2026-07-28')), true]]),
    });
    const resting: string[] = [];
    for (let d = day('2026-01-01'); d.year === 2026; d = d.add({ days: 1 })) {
      if (!everyDayWorks.isWorkingDay(d)) resting.push(d.toString());
    }
    expect(resting).toEqual(['2026-01-01', '2026-07-28', '2026-07-29', '2026-12-25']);
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        if (isPeruvianHoliday(date)) expect(calendar.isWorkingDay(date)).toBe(false);
      }),
    );
  });
});

describe('stepping over working days', () => {
  it('lands on a working day with none skipped in between', () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const next = nextWorkingDay(date, calendar);
        expect(calendar.isWorkingDay(next)).toBe(true);
        for (let d = date.add({ days: 1 }); Temporal.PlainDate.compare(d, next) < 0;) {
          expect(calendar.isWorkingDay(d)).toBe(false);
          d = d.add({ days: 1 });
        }
      }),
    );
  });

  it('goes back the way it came', () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const start = workingDayOnOrBefore(date, calendar);
        expect(Temporal.PlainDate.compare(start, date)).toBeLessThanOrEqual(0);
        expect(previousWorkingDay(nextWorkingDay(start, calendar), calendar).equals(start)).toBe(
          true,
        );
      }),
    );
  });

  it('adds and takes away the same number of business days', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 1, max: 25 }), (calendar, date, count) => {
        const start = workingDayOnOrBefore(date, calendar);
        const end = addBusinessDays(start, count, calendar);
        expect(addBusinessDays(end, -count, calendar).equals(start)).toBe(true);
        expect(start.until(end).days).toBeGreaterThanOrEqual(count);
      }),
    );
  });

  it('does not count the starting date', () => {
    const friday = day('2026-03-06');
    expect(addBusinessDays(friday, 1, calendarOf()).toString()).toBe('2026-03-09');
    expect(addBusinessDays(day('2026-03-07'), 1, calendarOf()).toString()).toBe('2026-03-09');
    expect(addBusinessDays(friday, 0, calendarOf()).equals(friday)).toBe(true);
  });
});
