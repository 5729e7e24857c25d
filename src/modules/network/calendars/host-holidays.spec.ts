import { Temporal } from '@js-temporal/polyfill';
import { dayKey } from '../domain/business-calendar';
import { HostHolidays } from './host-holidays';

const holidays = new HostHolidays();
const rests = (country: string, subdivision: string | null, date: string): boolean => {
  const day = Temporal.PlainDate.from(date);
  return holidays.of(country, subdivision, day.year).has(dayKey(day));
};

describe('public holidays of a host country', () => {
  it('knows the country and adds the subdivision of the seat', () => {
    expect(rests('ES', null, '2026-10-12')).toBe(true);
    expect(rests('ES', null, '2026-05-02')).toBe(false);
    expect(rests('ES', 'ES-MD', '2026-05-02')).toBe(true);
    expect(rests('ES', 'ES-CT', '2026-09-11')).toBe(true);
    expect(rests('US', 'US-TX', '2026-11-26')).toBe(true);
  });

  it('falls back on the country for a subdivision without holidays of its own', () => {
    expect(holidays.of('FR', 'FR-75', 2026)).toEqual(holidays.of('FR', null, 2026));
  });

  it('leaves out half days and days that are not public holidays', () => {
    expect(rests('DE', null, '2027-02-04')).toBe(false); // observance
    expect(rests('CN', null, '2027-03-08')).toBe(false); // from noon, for some
  });

  it('counts every day of a feast of several days, named by its day and not by its eve', () => {
    for (const date of ['2027-03-09', '2027-03-10', '2027-03-11']) {
      expect(rests('AE', null, date)).toBe(true);
    }
    expect(rests('AE', null, '2027-03-08')).toBe(false);
    expect(rests('AE', null, '2027-03-12')).toBe(false);
  });

  it('knows the countries that the library does not list', () => {
    expect(rests('KW', null, '2027-02-25')).toBe(true);
    expect(rests('QA', null, '2027-12-18')).toBe(true);
    expect(rests('JO', null, '2027-05-25')).toBe(true);
    expect(rests('LB', null, '2027-11-22')).toBe(true);
    expect(rests('LB', null, '2027-03-09')).toBe(true); // Eid al-Fitr
  });

  it('computes a year once', () => {
    expect(holidays.of('JP', null, 2026)).toBe(holidays.of('JP', null, 2026));
  });
});
