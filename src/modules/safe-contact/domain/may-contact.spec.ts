import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { CONTACT_CHANNELS } from '../../people';
import { isWithin } from './hours';
import { mayContact, type Arrangement } from './may-contact';

const now = Temporal.Instant.from('2026-03-02T18:00:00Z');
const arrangement = (changes: Partial<Arrangement> = {}): Arrangement => ({
  ways: [{ channel: 'telephone', address: '+34612345678', mayLeaveMessage: false }],
  hours: {
    timeZone: 'Europe/Madrid',
    windows: [{ days: [1, 2, 3, 4, 5], from: '18:00', to: '20:00' }],
  },
  ...changes,
});

const way = fc.record({
  channel: fc.constantFrom(...CONTACT_CHANNELS),
  address: fc.constantFrom(null, '+34612345678', '+34699999999', 'ana@example.org'),
  mayLeaveMessage: fc.boolean(),
});
const anyArrangement: fc.Arbitrary<Arrangement> = fc.record({
  ways: fc.array(way, { minLength: 1, maxLength: 4 }),
  hours: fc.record({
    timeZone: fc.constantFrom('Europe/Madrid', 'America/Lima'),
    windows: fc.array(
      fc.record({
        days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        from: fc.constantFrom('00:00', '09:00', '18:00'),
        to: fc.constantFrom('08:00', '13:00', '23:00'),
      }),
      { maxLength: 2 },
    ),
  }),
});

describe('whether a person in danger may be contacted so', () => {
  it('allows the arranged number, however it is typed, within the hours', () => {
    expect(mayContact(arrangement(), 'telephone', '+34 612 34 56 78', now).allowed).toBe(true);
  });

  it.each([
    ['another channel', 'email', 'ana@example.org', now, 'CHANNEL'],
    ['another number', 'telephone', '+34699999999', now, 'ADDRESS'],
    ['a number that nobody named', 'telephone', null, now, 'ADDRESS'],
    ['another hour', 'telephone', '+34612345678', now.add({ hours: 3 }), 'HOURS'],
  ] as const)('refuses %s and says why', (_, channel, address, when, why) => {
    expect(mayContact(arrangement(), channel, address, when)).toMatchObject({ why });
  });

  it('says when the next window opens, on the clock of the person', () => {
    const verdict = mayContact(arrangement(), 'telephone', '+34612345678', now.add({ hours: 3 }));
    expect(verdict).toMatchObject({ opensAt: Temporal.Instant.from('2026-03-03T17:00:00Z') });
  });

  it('leaves a message only where one may be left', () => {
    const leaving = { leavesMessage: true };
    const call = (a: Arrangement) => mayContact(a, 'telephone', '+34612345678', now, leaving);
    expect(call(arrangement())).toMatchObject({ why: 'MESSAGE' });
    const ways = [
      { channel: 'telephone' as const, address: '+34612345678', mayLeaveMessage: true },
    ];
    expect(call(arrangement({ ways })).allowed).toBe(true);
  });

  it('never allows what no arranged way names, nor anything outside the hours', () => {
    fc.assert(
      fc.property(
        anyArrangement,
        fc.constantFrom(...CONTACT_CHANNELS),
        fc.constantFrom(null, '+34612345678', '+34600000000', 'ana@example.org'),
        fc.integer({ min: 0, max: 14 * 96 }),
        (a, channel, address, quarters) => {
          const when = now.add({ minutes: quarters * 15 });
          const verdict = mayContact(a, channel, address, when);
          const named = a.ways.some(
            (w) => w.channel === channel && (w.address === null || w.address === address),
          );
          expect(verdict.allowed).toBe(named && isWithin(a.hours, when));
        },
      ),
    );
  });

  it('allows again at the instant it names', () => {
    fc.assert(
      fc.property(anyArrangement, fc.integer({ min: 0, max: 14 * 96 }), (a, quarters) => {
        const { channel, address } = a.ways[0]!;
        const verdict = mayContact(a, channel, address, now.add({ minutes: quarters * 15 }));
        if (verdict.allowed || !verdict.opensAt) return;
        expect(mayContact(a, channel, address, verdict.opensAt).allowed).toBe(true);
      }),
    );
  });
});
