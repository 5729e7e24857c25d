import { at, day, facts, plan, segment, step } from '../../../../test/factories/repatriation-facts';
import { authorisationOf, type RepatriationFacts } from './repatriation-facts';

const told = (f: RepatriationFacts, kind: string) =>
  plan(f)
    .filter((d) => d.kind === kind)
    .map(({ anchor, state, startsAt, due }) => `${anchor} ${state} ${startsAt} ${due}`);

describe('the duties of a repatriation', () => {
  it('give a step its days and a day of grace, from when those before it ended', () => {
    const ended = { state: 'done' as const, endedOn: day('2026-03-04') };
    const steps = [
      step('a', { ...ended, endedAt: at('2026-03-04T10:00:00Z') }),
      step('b', { after: ['a'] }),
      step('c', { after: ['b'] }),
    ];
    expect(told(facts({ steps }), 'repatriation_step')).toEqual([
      'a met 2026-03-02T09:00:00Z 2026-03-06T23:00:00Z',
      // the eighth is a Sunday: back to the Friday before it
      'b open 2026-03-04T10:00:00Z 2026-03-06T23:00:00Z',
    ]);
  });

  it('wait for a step that was moved, and let go of one that is not needed', () => {
    const steps = [
      step('a', { notBeforeOn: day('2026-03-09') }),
      step('b', {
        state: 'not_needed',
        endedOn: day('2026-03-02'),
        endedAt: at('2026-03-02T10:00:00Z'),
      }),
    ];
    expect(told(facts({ steps }), 'repatriation_step')).toEqual([
      'b cancelled 2026-03-02T09:00:00Z 2026-03-06T23:00:00Z',
      'a open 2026-03-08T23:00:00Z 2026-03-13T23:00:00Z',
    ]);
  });

  it('await the answer of headquarters, but none to a mere report', () => {
    const asked = { askedAt: at('2026-03-02T10:00:00Z'), answeredAt: null };
    const consultations = [
      { id: 'q', kind: 'consultation' as const, state: 'open' as const, costs: [], ...asked },
      { id: 'r', kind: 'report' as const, state: 'reported' as const, costs: [], ...asked },
    ];
    expect(told(facts({ consultations }), 'consultation_answer')).toEqual([
      'q open 2026-03-02T10:00:00Z 2026-03-04T23:00:00Z',
    ]);
  });

  it('ask for a document before the departure and for the arrival a day after it should be', () => {
    const flight = segment('f', '2026-03-20T11:00:00Z', '2026-03-20T23:00:00Z');
    const before = facts({ segments: [flight] });
    expect(told(before, 'travel_document')).toEqual([
      'f open 2026-03-12T23:00:00Z 2026-03-20T23:00:00Z',
    ]);
    expect(told(before, 'arrival_confirmation')).toEqual([
      'f open 2026-03-20T23:00:00Z 2026-03-21T23:00:00Z',
    ]);
    const paper = { id: 'p', kind: 'passport' as const, issuedOn: day('2026-01-01') };
    const papers = [
      { ...paper, expiresOn: day('2026-03-19'), obtainedAt: at('2026-03-05T00:00:00Z') },
      { ...paper, expiresOn: null, obtainedAt: at('2026-03-06T00:00:00Z') },
    ];
    const arrivals = [{ id: 'a', personId: 'one', occurredAt: at('2026-03-20T23:30:00Z') }];
    const after = facts({ segments: [flight], papers, arrivals });
    expect(
      plan(after)
        .filter(({ state }) => state === 'open')
        .map(({ kind }) => kind),
    ).toEqual(['return_follow_up']);
    const followUps = [
      {
        id: 'u',
        finding: 'safe' as const,
        occurredAt: at('2026-04-10T12:00:00Z'),
      },
    ];
    expect(plan({ ...after, followUps }).every(({ state }) => state !== 'open')).toBe(true);
  });

  it('let money be spent by the last word of headquarters', () => {
    const answer = (state: 'authorised' | 'refused', on: string) => ({
      ...{ id: on, kind: 'consultation' as const, state, costs: [] },
      ...{ askedAt: at('2026-03-01T00:00:00Z'), answeredAt: at(on) },
    });
    const yes = answer('authorised', '2026-03-02T00:00:00Z');
    const no = answer('refused', '2026-03-03T00:00:00Z');
    expect(authorisationOf(facts())).toBeNull();
    expect(authorisationOf(facts({ consultations: [yes] }))).toEqual(yes);
    expect(authorisationOf(facts({ consultations: [no, yes] }))).toBeNull();
  });
});
