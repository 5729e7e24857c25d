import fc from 'fast-check';
import { Temporal } from '@js-temporal/polyfill';
import { days, firstPolicy, instant, weekdaysBut } from '../../../../test/factories/obligations';
import { UNACCOUNTED } from './advance';
import type { AidState } from './aid';
import { AID_DUTIES, aidPlanner, type AidStageFact } from './plan-aid';

const zone = 'Europe/Madrid';
const first = firstPolicy();
const rule = { ...days(5), source: 'test' };
const policy = {
  ...first,
  durations: { ...first.durations, ...Object.fromEntries(AID_DUTIES.map((d) => [d, rule])) },
};
const day = (text: string) => Temporal.PlainDate.from(text);
const told = { paidOn: day('2026-03-02'), dueOn: day('2026-03-12') };
const stages = (states: readonly AidState[], advance: AidStageFact['advance'] = told) =>
  states.map((state, i) => ({
    ...{ id: `d${i}`, requestId: 'r', programme: 'palh' as const, kind: 'request' as const },
    ...{ state, advance, since: instant('2026-03-02T10:00:00Z').add({ hours: i }) },
  }));
const plan = (facts: AidStageFact[]) => aidPlanner.plan(facts, policy, weekdaysBut(), zone);
const open = (facts: AidStageFact[]) =>
  plan(facts)
    .filter(({ state }) => state === 'open')
    .map(({ kind, due }) => `${kind} ${due.toString()}`);

describe('the clock of an advance', () => {
  it('runs from the day it was handed over to the day that was told', () => {
    expect(open(stages(['committed', 'paid']))).toEqual(['aid_rendition 2026-03-12T23:00:00Z']);
    expect(open(stages(['committed', 'paid'], null))).toEqual([
      expect.stringMatching(/^aid_accounting/),
    ]);
  });

  it('runs beside the regularisation of an urgent payment, once', () => {
    const urgent = stages(['assessed', 'paid_urgent']);
    expect(open(urgent).map((duty) => duty.split(' ')[0])).toEqual([
      'aid_rendition',
      'aid_regularisation',
    ]);
    expect(open(stages(['assessed', 'paid_urgent', 'regularised']))).toEqual([
      'aid_rendition 2026-03-12T23:00:00Z',
    ]);
  });

  it('stays as it was told when the policy changes, and ends with the rendition', () => {
    const facts = stages(['committed', 'paid']);
    const rendition = { ...days(60), source: 'test' };
    const longer = { ...policy, durations: { ...policy.durations, aid_rendition: rendition } };
    const due = aidPlanner.plan(facts, longer, weekdaysBut(), zone).at(-1)!.due;
    expect(due.toString()).toBe('2026-03-12T23:00:00Z');
    const after = plan(stages(['committed', 'paid', 'accounted']));
    expect(after.find(({ kind }) => kind === 'aid_rendition')).toMatchObject({
      ...{ state: 'met', metBy: 'd2' },
    });
  });

  it('is open exactly while money is out, whatever the way', () => {
    const ways: AidState[][] = [
      ['assessed', 'committed', 'paid', 'accounted', 'observed', 'accounted', 'settled'],
      ['assessed', 'paid_urgent', 'regularised', 'accounted', 'settled'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...ways), fc.integer({ min: 1, max: 7 }), (way, length) => {
        const walked = way.slice(0, length);
        const renditions = plan(stages(walked)).filter(({ kind }) => kind === 'aid_rendition');
        const out = UNACCOUNTED.includes(walked.at(-1)!);
        expect(renditions.filter(({ state }) => state === 'open')).toHaveLength(out ? 1 : 0);
        expect(renditions.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
