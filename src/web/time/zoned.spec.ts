import fc from 'fast-check';
import { toInstant, toWallClock } from './zoned';

describe('the wall clock of a post', () => {
  it('names the instant it shows', () => {
    expect(toInstant('2026-03-02T10:00', 'Europe/Madrid')).toBe('2026-03-02T09:00:00Z');
    expect(toWallClock('2026-03-02T09:00:00Z', 'America/Lima')).toBe('2026-03-02T04:00');
  });

  it('takes the first of a repeated hour and the next after a skipped one', () => {
    expect(toInstant('2026-10-25T02:30', 'Europe/Madrid')).toBe('2026-10-25T00:30:00Z');
    expect(toInstant('2026-03-29T02:30', 'Europe/Madrid')).toBe('2026-03-29T01:30:00Z');
  });

  it('comes back to the same minute wherever the hour is not repeated', () => {
    const zones = ['Pacific/Auckland', 'Pacific/Honolulu', 'America/Lima', 'Asia/Kathmandu'];
    const minutes = fc.integer({ min: 0, max: 10 * 366 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, count) => {
        const instant = new Date(Date.UTC(2020, 0, 1) + count * 60_000).toISOString();
        const shown = toWallClock(instant, zone);
        expect(toWallClock(toInstant(shown, zone), zone)).toBe(shown);
      }),
    );
  });
});
