import { Temporal } from '@js-temporal/polyfill';
import fc from 'fast-check';
import { mailHour, SETTLING_SECONDS } from './mail-hour';

const now = Temporal.Instant.from('2026-03-02T09:00:00Z');
const rule = { reminders: 10, withinMinutes: 60 };
const minutesAgo = (...minutes: number[]) => minutes.map((m) => now.subtract({ minutes: m }));

describe('the hour of a mail', () => {
  it('waits for the rest of a burst, no longer', () => {
    expect(mailHour(now, [], rule).toString()).toBe('2026-03-02T09:01:00Z');
    expect(mailHour(now, minutesAgo(50, 40, 30), rule).toString()).toBe('2026-03-02T09:01:00Z');
  });

  it('waits for the end of the span from the tenth reminder on', () => {
    const nine = minutesAgo(40, 35, 30, 25, 20, 15, 10, 5, 1);
    expect(mailHour(now, nine, rule).toString()).toBe('2026-03-02T09:20:00Z');
    expect(mailHour(now, nine.slice(1), rule).toString()).toBe('2026-03-02T09:01:00Z');
  });

  it('is never before the burst has settled nor later than the span', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 59 }), { maxLength: 30 }),
        fc.integer({ min: 2, max: 20 }),
        (minutes, reminders) => {
          const at = mailHour(now, minutesAgo(...minutes), { reminders, withinMinutes: 60 });
          const wait = at.epochMilliseconds - now.epochMilliseconds;
          expect(wait).toBeGreaterThanOrEqual(SETTLING_SECONDS * 1000);
          expect(wait).toBeLessThanOrEqual(60 * 60_000);
        },
      ),
    );
  });
});
