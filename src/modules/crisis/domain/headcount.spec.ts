import fc from 'fast-check';
import { headcount, type IncidentFact } from './headcount';
import { PERSON_STATES } from './vocabulary';

const fact = (
  id: string,
  personId: string,
  what: { state: (typeof PERSON_STATES)[number] } | { into: string | null },
  at: number,
  recordedAt = at,
): IncidentFact => ({
  ...{ id, personId, occurredAt: at, recordedAt },
  ...('state' in what
    ? { kind: 'state', state: what.state }
    : { kind: 'merge', intoPersonId: what.into }),
});

describe('the headcount of an incident', () => {
  const facts = [
    fact('1', 'ana', { state: 'registered' }, 1),
    fact('2', 'ana', { state: 'safe' }, 5, 9),
    fact('3', 'bea', { state: 'registered' }, 6),
    fact('4', 'bea', { into: 'ana' }, 7),
    fact('5', 'luz', { state: 'registered' }, 8),
    fact('6', 'ana', { state: 'in_need' }, 10),
  ];

  it('says how many there were and how they were, at any instant', () => {
    expect(headcount(facts, 0)).toMatchObject({ persons: 0 });
    expect(headcount(facts, 6).byState).toMatchObject({ safe: 1, registered: 1 });
    expect(headcount(facts, 10).byState).toMatchObject({ in_need: 1, registered: 1, safe: 0 });
  });

  it('as it was known then: what was told later of that time is left out', () => {
    expect(headcount(facts, 6, 6).byState).toMatchObject({ safe: 0, registered: 2 });
  });

  it('counts whoever several lists named once; to be named again tells nothing new', () => {
    expect(headcount(facts, 8)).toMatchObject({ persons: 2 });
    expect(headcount(facts, 7).byState).toMatchObject({ safe: 1, registered: 0 });
  });

  it('takes a merge back', () => {
    const apart = [...facts, fact('7', 'bea', { into: null }, 11)];
    expect(headcount(apart, 11)).toMatchObject({ persons: 3 });
  });

  it('always adds up, whatever the order of the facts', () => {
    const states = fc.constantFrom(...PERSON_STATES);
    const anyFact = fc.record({
      person: fc.nat(5),
      state: states,
      at: fc.nat(20),
      late: fc.nat(5),
    });
    fc.assert(
      fc.property(fc.array(anyFact), fc.nat(20), (some, at) => {
        const all = some.map(({ person, state, at: when, late }, i) =>
          fact(String(i).padStart(3, '0'), `p${person}`, { state }, when, when + late),
        );
        const count = headcount(all, at);
        const sum = Object.values(count.byState).reduce((a, b) => a + b, 0);
        expect(sum).toBe(count.persons);
        expect(headcount([...all].reverse(), at)).toEqual(count);
        expect(count.persons).toBe(
          new Set(all.filter((f) => f.occurredAt <= at).map((f) => f.personId)).size,
        );
      }),
    );
  });
});
