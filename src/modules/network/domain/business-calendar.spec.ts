import { Temporal } from '@js-temporal/polyfill';
import * as fc from 'fast-check';
import {
  businessCalendar,
  dayKey,
  isPeruvianHoliday,
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

  it('knows 29 February, and that 2027 has none', () => {
    const calendar = calendarOf({ overrides: new Map([[dayKey(day('2028-02-29')), false]]) });
    expect(calendar.isWorkingDay(day('2028-02-28'))).toBe(true);
    expect(calendar.isWorkingDay(day('2028-02-29'))).toBe(false);
    expect(calendar.isWorkingDay(day('2028-03-01'))).toBe(true);
    expect(dayKey(day('2027-03-01')) - dayKey(day('2027-02-28'))).toBe(1);
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
