import fc from 'fast-check';
import {
  anyFacts,
  at,
  day,
  facts,
  segment,
  step,
} from '../../../../test/factories/repatriation-facts';
import type { RepatriationFacts } from './repatriation-facts';
import { stepsByFacts } from './steps-of-facts';
import { STEPS_OF_FACTS } from './template';

const codes = Object.values(STEPS_OF_FACTS);
const all = codes.map((code) => step(code));
const doneIn = (more: Partial<RepatriationFacts>): string[] =>
  stepsByFacts(facts({ steps: all, ...more }))
    .filter(({ state }) => state === 'done')
    .map(({ code }) => code);

const paper = (
  kind: RepatriationFacts['papers'][number]['kind'],
  expiresOn: string | null = null,
) => ({
  ...{ id: kind, kind, issuedOn: day('2026-03-01') },
  ...{ expiresOn: expiresOn ? day(expiresOn) : null, obtainedAt: at('2026-03-02T10:00:00Z') },
});
const flight = segment('f', '2026-03-20T11:00:00Z', '2026-03-20T23:00:00Z');
const person = (id: string, occurredAt: string) => ({
  ...{ id, personId: id, occurredAt: at(occurredAt) },
});

describe('steps that facts end', () => {
  it('are open while nothing has happened', () => {
    expect(doneIn({})).toEqual([]);
  });

  it('end by an undertaking or its waiver, and open again when the person declines after all', () => {
    const signed = { id: 'a', outcome: 'signed' as const, waivedPercent: 0 };
    const first = { ...signed, occurredAt: at('2026-03-02T10:00:00Z') };
    const declined = { ...first, id: 'b', outcome: 'declined' as const };
    expect(doneIn({ undertakings: [first] })).toEqual(['undertaking']);
    const later = { ...declined, occurredAt: at('2026-03-03T10:00:00Z') };
    expect(doneIn({ undertakings: [first, later] })).toEqual([]);
  });

  it('need a document that counts on the day of the departure', () => {
    expect(doneIn({ papers: [paper('passport', '2026-03-19')] })).toEqual(['travel_document']);
    const known = { papers: [paper('passport', '2026-03-19')], segments: [flight] };
    expect(doneIn(known)).toEqual(['ticket_issued']);
  });

  it('need both parents, a court, or one parent and the death of the other', () => {
    expect(doneIn({ papers: [paper('parent_authorisation')] })).toEqual([]);
    const other = { ...paper('parent_authorisation'), id: 'other' };
    expect(doneIn({ papers: [paper('parent_authorisation'), other] })).toEqual(['authorisations']);
    expect(doneIn({ papers: [paper('parent_authorisation'), paper('parent_death')] })).toEqual([
      'authorisations',
    ]);
    expect(doneIn({ papers: [paper('court_order')] })).toEqual(['authorisations']);
  });

  it('see nobody home while one of those who boarded has not arrived', () => {
    const boardings = [person('a', '2026-03-20T10:00:00Z'), person('b', '2026-03-20T10:00:00Z')];
    const one = [person('a', '2026-03-20T23:30:00Z')];
    expect(doneIn({ boardings, arrivals: one })).toEqual(['boarded']);
    const both = [...one, person('b', '2026-03-21T01:00:00Z')];
    expect(doneIn({ boardings, arrivals: both })).toEqual(['boarded', 'arrival_confirmed']);
    expect(doneIn({ arrivals: one })).toEqual(['arrival_confirmed']);
  });

  it('end on the day of the post', () => {
    const [ended] = stepsByFacts(
      facts({
        ...{ zone: 'Pacific/Auckland', steps: [step('returnee_information')] },
        benefitNotices: [{ id: 'n', occurredAt: at('2026-03-02T12:00:00Z') }],
      }),
    );
    expect(ended).toMatchObject({ state: 'done', endedAt: at('2026-03-02T12:00:00Z') });
    expect(ended!.endedOn!.toString()).toBe('2026-03-03');
  });

  it('wait for the days of a way that is booked', () => {
    const [boarding, arrival] = stepsByFacts(
      facts({
        ...{ zone: 'America/Lima', segments: [flight] },
        steps: [
          step('boarded', { notBeforeOn: day('2026-03-01') }),
          step('arrival_confirmed', { notBeforeOn: day('2026-04-01') }),
        ],
      }),
    );
    expect(boarding).toMatchObject({ days: 0, notBeforeOn: day('2026-03-20') });
    expect(arrival).toMatchObject({ days: 0, notBeforeOn: day('2026-04-01') });
  });

  it('leave alone what no fact ends, and never lose a step', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        const after = stepsByFacts(f);
        expect(after.map(({ id }) => id)).toEqual(f.steps.map(({ id }) => id));
        expect(after).toEqual(f.steps);
      }),
    );
  });

  it('are done exactly when they have an end', () => {
    fc.assert(
      fc.property(anyFacts, (f) => {
        for (const { state, endedAt, endedOn } of stepsByFacts({ ...f, steps: all })) {
          expect(state === 'done').toBe(endedAt !== null);
          expect(endedAt === null).toBe(endedOn === null);
        }
      }),
    );
  });
});
