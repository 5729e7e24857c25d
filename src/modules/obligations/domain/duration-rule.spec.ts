import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import {
  businessDays,
  days,
  hours,
  instant,
  weekdaysBut,
} from '../../../../test/factories/obligations';
import { dueAt, type DurationRule } from './duration-rule';
import { dateOf, dueDayOf, firstInstantOf, localDayOf } from './local-days';

const ZONES = [
  'Pacific/Auckland',
  'Pacific/Apia',
  'Pacific/Honolulu',
  'America/Sao_Paulo',
  'America/Santiago',
  'America/Asuncion',
  'America/Lima',
  'Asia/Beirut',
  'Asia/Kolkata',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Europe/Madrid',
  'Asia/Tokyo',
];

const zone = fc.constantFrom(...ZONES);
const moment = fc
  .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
const unit = fc.constantFrom('hours' as const, 'days' as const, 'business_days' as const);
/** Rest days thrown in at random beside the weekends: no real calendar is as bad. */
const calendar = fc
  .uniqueArray(fc.integer({ min: 1, max: 366 }), { maxLength: 60 })
  .map((rest) => ({
    isWorkingDay: (day: Temporal.PlainDate) => day.dayOfWeek <= 5 && !rest.includes(day.dayOfYear),
  }));

describe('when a duty falls due', () => {
  const madrid = 'Europe/Madrid';
  const due = (start: string, rule: DurationRule, calendar = weekdaysBut(), where = madrid) =>
    dueAt(instant(start), rule, calendar, where).toString();

  it('counts hours as they elapse, across weekends, holidays and changes of the clock', () => {
    expect(due('2026-03-27T18:00:00Z', hours(48))).toBe('2026-03-29T18:00:00Z');
    expect(due('2026-12-24T23:30:00Z', hours(24), weekdaysBut('2026-12-25'))).toBe(
      '2026-12-25T23:30:00Z',
    );
  });

  it('counts business days after the starting one and ends with the last of them', () => {
    // Thursday evening: Friday, Monday, Tuesday; due when Tuesday ends in Madrid
    expect(due('2026-03-05T19:00:00Z', businessDays(3))).toBe('2026-03-10T23:00:00Z');
    expect(due('2026-03-05T19:00:00Z', businessDays(3), weekdaysBut('2026-03-09'))).toBe(
      '2026-03-11T23:00:00Z',
    );
  });

  it('counts the starting date by the clock of the post, not of UTC', () => {
    // 23:30 UTC on Sunday is already Monday in Auckland
    expect(due('2026-03-01T23:30:00Z', businessDays(1), weekdaysBut(), 'Pacific/Auckland')).toBe(
      '2026-03-03T11:00:00Z',
    );
  });

  it('moves a duty in days back to the working day before', () => {
    // Monday + 5 = Saturday, back to Friday
    expect(due('2026-03-02T09:00:00Z', days(5))).toBe('2026-03-06T23:00:00Z');
    expect(due('2026-03-02T09:00:00Z', days(7))).toBe('2026-03-09T23:00:00Z');
  });

  it('never moves a duty before its start', () => {
    // Saturday + 1 = Sunday; Friday lies before the start
    expect(due('2026-03-07T09:00:00Z', days(1))).toBe('2026-03-08T23:00:00Z');
    // Friday + 1 = Saturday, back to the Friday on which it starts
    expect(due('2026-03-06T09:00:00Z', days(1))).toBe('2026-03-06T23:00:00Z');
  });

  it('counts 29 February', () => {
    expect(due('2028-02-28T09:00:00Z', days(1))).toBe('2028-02-29T23:00:00Z');
    expect(due('2028-02-28T09:00:00Z', businessDays(2))).toBe('2028-03-01T23:00:00Z');
  });

  it.each([
    ['America/Santiago', '2024-09-05T12:00:00Z', 2, '2024-09-08T04:00:00Z', '01:00'],
    ['Asia/Beirut', '2023-03-23T12:00:00Z', 2, '2023-03-25T22:00:00Z', '01:00'],
    ['Africa/Cairo', '2024-04-24T12:00:00Z', 1, '2024-04-25T22:00:00Z', '01:00'],
    ['America/Asuncion', '2023-09-28T12:00:00Z', 2, '2023-10-01T04:00:00Z', '01:00'],
    ['America/Sao_Paulo', '2018-11-01T12:00:00Z', 2, '2018-11-04T03:00:00Z', '01:00'],
    ['Pacific/Apia', '2011-12-28T12:00:00Z', 1, '2011-12-30T10:00:00Z', '00:00'],
  ])(
    'in %s takes the first instant where the clocks skip midnight',
    (where, start, n, at, hour) => {
      const everyDay = { isWorkingDay: () => true };
      const found = dueAt(instant(start), days(n), everyDay, where);
      expect(found.toString()).toBe(at);
      expect(found.toZonedDateTimeISO(where).toPlainTime().toString().slice(0, 5)).toBe(hour);
    },
  );

  it('never falls due before its start', () => {
    fc.assert(
      fc.property(
        zone,
        moment,
        unit,
        fc.integer({ min: 1, max: 120 }),
        calendar,
        (z, t, u, n, c) => {
          const at = dueAt(t, { unit: u, value: n }, c, z);
          return Temporal.Instant.compare(at, t) > 0;
        },
      ),
    );
  });

  it('ends business days with a working day and leaves exactly so many after the start', () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 1, max: 40 }), calendar, (z, t, n, c) => {
        const last = dueDayOf(dueAt(t, businessDays(n), c, z), z);
        let worked = 0;
        for (let day = localDayOf(t, z) + 1; day <= last; day += 1) {
          if (c.isWorkingDay(dateOf(day))) worked += 1;
        }
        // a date that the clocks skip (Apia) is a working day on which nobody could work
        return worked === n || z === 'Pacific/Apia';
      }),
    );
  });

  it('lets a duty in days end on a working day, or as counted when none lies after the start', () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 1, max: 120 }), calendar, (z, t, n, c) => {
        const counted = localDayOf(t, z) + n;
        const last = dueDayOf(dueAt(t, days(n), c, z), z);
        if (z === 'Pacific/Apia') return true;
        return c.isWorkingDay(dateOf(last)) ? last <= counted : last === counted;
      }),
    );
  });

  it('reads the local date as Temporal does, before and after every zone took to full quarters', () => {
    const anyTime = fc
      .integer({ min: Date.UTC(1890, 0, 1), max: Date.UTC(2040, 0, 1) })
      .map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
    fc.assert(
      fc.property(zone, anyTime, (z, t) => {
        const expected = t.toZonedDateTimeISO(z).toPlainDate();
        return dateOf(localDayOf(t, z)).equals(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is stored as the first instant of a local date', () => {
    fc.assert(
      fc.property(zone, moment, fc.integer({ min: 1, max: 60 }), (z, t, n) => {
        const at = dueAt(t, days(n), { isWorkingDay: () => true }, z);
        return at.equals(firstInstantOf(localDayOf(at, z), z));
      }),
    );
  });

  it('never lets a longer rule or a later start fall due earlier', () => {
    const length = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        zone,
        moment,
        unit,
        length,
        length,
        length,
        calendar,
        (z, t, u, n, more, later, c) => {
          const rule = { unit: u, value: n };
          const base = dueAt(t, rule, c, z);
          const longer = dueAt(t, { unit: u, value: n + more }, c, z);
          const after = dueAt(t.add({ hours: later }), rule, c, z);
          return (
            Temporal.Instant.compare(longer, base) >= 0 &&
            Temporal.Instant.compare(after, base) >= 0
          );
        },
      ),
    );
  });
});
