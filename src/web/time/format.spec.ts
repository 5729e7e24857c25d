import { dayEndingAt, formatDay, formatDistance, formatInstant } from './format';

describe('what people read of a time', () => {
  it('is the wall clock of the zone, in their language', () => {
    expect(formatInstant('2026-03-02T23:30:00Z', 'Europe/Madrid', 'es')).toMatch(
      /^3 mar\.? 2026, 00:30$/,
    );
    expect(formatInstant('2026-03-02T23:30:00Z', 'America/Lima', 'en')).toBe('2 Mar 2026, 18:30');
  });

  it('names the day that ends, not the midnight after it', () => {
    expect(dayEndingAt('2026-03-05T23:00:00Z', 'Europe/Madrid')).toBe('2026-03-05');
    expect(dayEndingAt('2026-03-05T23:00:00Z', 'America/Lima')).toBeNull();
    // Santiago skipped this midnight: the day began at 01:00
    expect(dayEndingAt('2026-09-06T04:00:00Z', 'America/Santiago')).toBe('2026-09-05');
  });

  it('never moves a civil date', () => {
    expect(formatDay('1990-04-01', 'en')).toBe('1 Apr 1990');
  });

  it('tells the distance in the largest whole unit', () => {
    const now = Date.parse('2026-03-02T09:00:00Z');
    expect(formatDistance('2026-03-02T14:30:00Z', now, 'en')).toBe('in 5 hours');
    expect(formatDistance('2026-02-28T08:00:00Z', now, 'es')).toBe('hace 2 días');
    expect(formatDistance('2026-03-02T09:00:20Z', now, 'en')).toBe('now');
  });
});
