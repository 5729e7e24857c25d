import { Temporal } from '@js-temporal/polyfill';
import { checkLeg, remainsKindOf } from './remains';

const leg = (departs: string, arrives: string) => ({
  departsAt: Temporal.Instant.from(departs),
  arrivesAt: Temporal.Instant.from(arrives),
});

describe('the way of the remains', () => {
  it('may arrive on an earlier day than it left, over the date line', () => {
    const overTheLine = leg('2026-03-03T10:30:00+13:00', '2026-03-02T21:00:00-03:00');
    expect(checkLeg([], overTheLine)).toEqual([]);
    expect(
      checkLeg([overTheLine], leg('2026-03-03T02:00:00-03:00', '2026-03-03T05:30:00-05:00')),
    ).toEqual([]);
  });

  it('never arrives before it leaves, nor leaves before it arrived', () => {
    expect(checkLeg([], leg('2026-03-02T10:00:00Z', '2026-03-02T10:00:00Z'))).toEqual([
      { path: 'arrivesAt', code: 'ARRIVES_BEFORE_IT_LEAVES' },
    ]);
    const first = leg('2026-03-02T10:00:00Z', '2026-03-02T20:00:00Z');
    // 21:30 in Madrid is 20:30 in London; the clock of the place says later, the instant says earlier
    expect(checkLeg([first], leg('2026-03-02T20:30:00+01:00', '2026-03-02T23:00:00Z'))).toEqual([
      { path: 'departsAt', code: 'LEAVES_BEFORE_IT_ARRIVED' },
    ]);
  });

  it('asks for the documents of what was decided, and before that of the type', () => {
    expect(remainsKindOf('repatriation_of_remains', null)).toBe('remains');
    expect(remainsKindOf('repatriation_of_remains', 'local_cremation')).toBe('local');
    expect(remainsKindOf('death_abroad', null)).toBeNull();
    expect(remainsKindOf('repatriation_of_ashes', 'family_arranges')).toBeNull();
  });
});
