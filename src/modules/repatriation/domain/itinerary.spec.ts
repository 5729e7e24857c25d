import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { itineraryFaults, stateCost, type FareShare, type Segment } from './itinerary';

const at = (text: string) => Temporal.Instant.from(text);
const leg = (more: Partial<Segment> = {}): Segment => ({
  fromCountry: 'NZ',
  toCountry: 'CL',
  departsAt: at('2026-03-10T18:00:00+13:00'),
  arrivesAt: at('2026-03-10T13:00:00-03:00'),
  fare: '900.30',
  currency: 'USD',
  shares: [
    { payer: 'palh', amount: '600.10' },
    { payer: 'support_network', amount: '300.20' },
  ],
  ...more,
});
const home = leg({
  fromCountry: 'CL',
  toCountry: 'PE',
  departsAt: at('2026-03-10T17:00:00-03:00'),
  arrivesAt: at('2026-03-10T18:30:00-05:00'),
});
const faults = (...segments: Segment[]) => itineraryFaults(segments).map(({ fault }) => fault);

describe('an itinerary', () => {
  it('may arrive by the clock before it departed, over the date line', () => {
    expect(faults(leg(), home)).toEqual([]);
  });

  it('refuses legs out of order or apart', () => {
    expect(faults(leg({ arrivesAt: leg().departsAt }))).toEqual(['ARRIVES_BEFORE_IT_DEPARTS']);
    expect(faults(leg(), { ...home, fromCountry: 'AR' })).toEqual(['DOES_NOT_CONNECT']);
    expect(faults(leg(), { ...home, departsAt: at('2026-03-10T15:59:59Z') })).toEqual([
      'DEPARTS_BEFORE_THE_LAST_ARRIVES',
    ]);
  });

  it('ends at the first point of entry in Peru', () => {
    const within = leg({
      fromCountry: 'PE',
      toCountry: 'PE',
      departsAt: at('2026-03-11T12:00:00Z'),
      arrivesAt: at('2026-03-11T13:00:00Z'),
    });
    expect(itineraryFaults([leg(), home, within])).toEqual([
      { index: 2, fault: 'BEYOND_FIRST_ENTRY' },
    ]);
  });

  it('asks that the shares add up exactly', () => {
    const shares: FareShare[] = [
      { payer: 'palh', amount: '0.10' },
      { payer: 'traveller', amount: '0.20' },
    ];
    expect(faults(leg({ fare: '0.30', shares }))).toEqual([]);
    expect(faults(leg({ fare: '0.31', shares }))).toEqual(['SHARES_DO_NOT_ADD_UP']);
    expect(faults(leg({ fare: '0', shares: [] }))).toEqual([]);
  });

  it('knows what the State pays, by currency', () => {
    const cost = stateCost([leg(), leg({ currency: 'CLP' }), home]);
    expect([...cost].map(([c, a]) => `${c} ${a}`)).toEqual(['USD 1200.20', 'CLP 600.10']);
    expect(stateCost([leg({ shares: [{ payer: 'third_party', amount: '900.30' }] })]).size).toBe(0);
  });

  it('takes any shares of cents that add up, and no fare one cent off', () => {
    const cents = (n: number) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.array(fc.nat({ max: 10_000_000 }), { minLength: 1, maxLength: 9 }),
        (parts) => {
          const shares = parts.map((n): FareShare => ({ payer: 'third_party', amount: cents(n) }));
          const total = parts.reduce((a, b) => a + b, 0);
          expect(faults(leg({ fare: cents(total), shares }))).toEqual([]);
          expect(faults(leg({ fare: cents(total + 1), shares }))).toEqual(['SHARES_DO_NOT_ADD_UP']);
        },
      ),
    );
  });
});
