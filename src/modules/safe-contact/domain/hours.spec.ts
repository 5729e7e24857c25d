import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { isWithin, nextOpening, type SafeHours } from './hours';

const at = (iso: string) => Temporal.Instant.from(iso);
/** Zones with changes of an hour, of half an hour, of none, south of the equator, off the hour. */
const ZONES = [
  'Europe/Madrid',
  'America/New_York',
  'America/Lima',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Asia/Kathmandu',
  'Pacific/Chatham',
];
const QUARTER = 15 * 60_000;

const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '15', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const window = fc
  .record({
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    from: clockTime,
    to: clockTime,
  })
  .filter(({ from, to }) => from !== to);
const hours: fc.Arbitrary<SafeHours> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  windows: fc.array(window, { minLength: 1, maxLength: 3 }),
});

/** Quarters of an hour around the changes of clocks of 2026, and on ordinary days. */
const aroundChange = (zone: string) =>
  fc
    .tuple(
      fc.constantFrom('2026-01-10T00:00:00Z', '2026-05-05T00:00:00Z', '2026-09-01T00:00:00Z'),
      fc.integer({ min: -2 * 96, max: 96 }),
      fc.boolean(),
    )
    .map(([from, quarters, near]) => {
      const change = at(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next')?.toInstant();
      const centre = near && change ? change : at(from);
      return Temporal.Instant.fromEpochMilliseconds(
        Math.round(centre.epochMilliseconds / QUARTER) * QUARTER + quarters * QUARTER,
      );
    });
const situation = hours.chain((h) => aroundChange(h.timeZone).map((now) => ({ hours: h, now })));

/** What the wall clock says, looked at minute by minute. */
const scanned = (h: SafeHours, now: Temporal.Instant): Temporal.Instant | null => {
  for (let step = 0; step < 9 * 96; step += 1) {
    const then = now.add({ milliseconds: step * QUARTER });
    if (isWithin(h, then)) return then;
  }
  return null;
};

describe('hours on the clock of the person', () => {
  const evenings: SafeHours = {
    timeZone: 'Europe/Madrid',
    windows: [{ days: [1, 2, 3, 4, 5], from: '18:00', to: '20:30' }],
  };

  it('opens at the person’s wall-clock time on both sides of a change of clocks', () => {
    expect(nextOpening(evenings, at('2026-03-27T08:00:00Z'))?.toString()).toBe(
      '2026-03-27T17:00:00Z',
    );
    expect(nextOpening(evenings, at('2026-03-27T20:00:00Z'))?.toString()).toBe(
      '2026-03-30T16:00:00Z',
    );
  });

  it('includes the first minute and not the last', () => {
    expect(isWithin(evenings, at('2026-03-02T17:00:00Z'))).toBe(true);
    expect(isWithin(evenings, at('2026-03-02T19:29:59Z'))).toBe(true);
    expect(isWithin(evenings, at('2026-03-02T19:30:00Z'))).toBe(false);
  });

  it('goes past midnight into the next day', () => {
    const night = { ...evenings, windows: [{ days: [7], from: '23:00', to: '01:00' }] };
    expect(isWithin(night, at('2026-03-01T22:30:00Z'))).toBe(true);
    expect(isWithin(night, at('2026-03-01T23:30:00Z'))).toBe(true);
    expect(isWithin(night, at('2026-03-01T00:30:00Z'))).toBe(false);
  });

  it('begins after the hour that the clocks skip', () => {
    const skipped = { ...evenings, windows: [{ days: [7], from: '02:30', to: '04:00' }] };
    expect(nextOpening(skipped, at('2026-03-29T00:00:00Z'))?.toString()).toBe(
      '2026-03-29T01:00:00Z',
    );
  });

  it('is open at any hour without windows', () => {
    fc.assert(
      fc.property(aroundChange('Europe/Madrid'), (now) =>
        isWithin({ timeZone: 'Europe/Madrid', windows: [] }, now),
      ),
    );
  });

  it('finds the first quarter of an hour that is within, whatever the zone and the clocks do', () => {
    fc.assert(
      fc.property(situation, ({ hours: h, now }) => {
        const expected = scanned(h, now);
        fc.pre(expected !== null);
        expect(nextOpening(h, now)?.toString()).toBe(expected!.toString());
      }),
      { numRuns: 60 },
    );
  });

  it('is the same for the same wall clock in every zone without a change of clocks', () => {
    fc.assert(
      fc.property(window, fc.integer({ min: 0, max: 7 * 96 }), (w, quarters) => {
        const wall = Temporal.PlainDateTime.from('2026-06-01T00:00').add({
          minutes: quarters * 15,
        });
        const answers = ZONES.map((timeZone) =>
          isWithin({ timeZone, windows: [w] }, wall.toZonedDateTime(timeZone).toInstant()),
        );
        expect(new Set(answers).size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });
});
