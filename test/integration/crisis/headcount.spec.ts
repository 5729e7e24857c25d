import fc from 'fast-check';
import { headcount, type IncidentFact } from '../../../src/modules/crisis/domain/headcount';
import { PERSON_STATES, type PersonState } from '../../../src/modules/crisis/domain/vocabulary';
import { newId } from '../../../src/platform/ids';
import { activateIncident } from '../../factories/crises';
import { createTestApp, type TestApp } from '../../support/app';
import type { Client } from '../../support/client';

const START = Date.parse('2026-02-01T00:00:00Z');
const HOUR = 3_600_000;
const iso = (ms: number) => new Date(ms).toISOString();

interface Happenings {
  states: { person: number; state: PersonState; at: number; late: number }[];
  merges: { from: number; into: number | null; at: number }[];
}

/** What happens to a few persons: states told in any order, merges and separations in theirs. */
const happenings: fc.Arbitrary<Happenings> = fc.record({
  states: fc.array(
    fc.record({
      person: fc.nat(5),
      state: fc.constantFrom(...PERSON_STATES),
      at: fc.nat(20),
      late: fc.nat(8),
    }),
    { maxLength: 25 },
  ),
  merges: fc.array(
    fc.record({ from: fc.nat(5), into: fc.option(fc.nat(5), { freq: 3 }), at: fc.nat(20) }),
    { maxLength: 6 },
  ),
});

describe('the headcount of the database', () => {
  let t: TestApp;
  let head: Client;
  beforeAll(async () => {
    t = await createTestApp();
    head = await t.as('jefe.mad');
  });
  afterAll(() => t.close());

  /** Stores the facts as they were recorded, whatever the order in which they happened. */
  async function store(incidentId: string, some: Happenings): Promise<IncidentFact[]> {
    const people = Array.from({ length: 6 }, () => newId());
    for (const id of people) {
      await t.owner.query(
        `INSERT INTO incident_persons (id, incident_id, stands_for, given_names, first_surname, source, registered_at)
         VALUES ($1, $2, $1, 'Una', 'Persona', 'staff', $3)`,
        [id, incidentId, iso(START)],
      );
    }
    const facts: IncidentFact[] = [];
    const standsFor = new Map(people.map((id) => [id, id]));
    for (const { person, state, at, late } of some.states) {
      const fact = {
        ...({ id: newId(), personId: people[person]!, kind: 'state', state } as const),
        ...{ occurredAt: START + at * HOUR, recordedAt: START + (at + late) * HOUR },
      };
      facts.push(fact);
      await t.owner.query(
        `INSERT INTO incident_events (id, incident_id, person_id, state, source, occurred_at, recorded_at)
         VALUES ($1, $2, $3, $4, 'staff', $5, $6)`,
        [fact.id, incidentId, fact.personId, state, iso(fact.occurredAt), iso(fact.recordedAt)],
      );
    }
    for (const { from, into, at } of [...some.merges].sort((a, b) => a.at - b.at)) {
      const personId = people[from]!;
      const intoPersonId = into === null ? null : people[into]!;
      if (!allowed(standsFor, personId, intoPersonId)) continue;
      const moved = [...standsFor].filter(([id, root]) =>
        intoPersonId === null ? id === personId : root === personId,
      );
      for (const [id] of moved) {
        standsFor.set(id, intoPersonId ?? id);
        const fact = {
          ...({ id: newId(), personId: id, kind: 'merge', intoPersonId } as const),
          ...{ occurredAt: START + at * HOUR, recordedAt: START + at * HOUR },
        };
        facts.push(fact);
        await t.owner.query(
          `INSERT INTO incident_merges (id, incident_id, person_id, into_person_id, occurred_at, recorded_at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [fact.id, incidentId, id, intoPersonId, iso(fact.occurredAt), iso(fact.recordedAt)],
        );
      }
    }
    for (const [id, root] of standsFor) {
      await t.owner.query('UPDATE incident_persons SET stands_for = $2 WHERE id = $1', [id, root]);
    }
    await t.owner.query('SELECT app.settle_incident_person(p) FROM unnest($1::uuid[]) AS p', [
      [...new Set(standsFor.values())],
    ]);
    return facts;
  }

  it('is that of the rule at any instant, as known at any instant', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, fc.nat(22), fc.nat(28), async (some, at, known) => {
        const { id } = await activateIncident(head, [t.staff.posts['MAD']!]);
        const facts = await store(id, some);
        const [when, knownAt] = [START + at * HOUR, START + known * HOUR];
        for (const [query, expected] of [
          [`at=${iso(when)}`, headcount(facts, when)],
          [`at=${iso(when)}&knownAt=${iso(knownAt)}`, headcount(facts, when, knownAt)],
        ] as const) {
          const { status, body } = await head.get(`/incidents/${id}/headcount?${query}`);
          expect(status).toBe(200);
          expect({ persons: body.persons, byState: body.byState }).toEqual(expected);
          expect(Object.values<number>(body.byState).reduce((a, b) => a + b, 0)).toBe(body.persons);
          const listed = await head.get(`/incidents/${id}/headcount/persons?${query}`);
          const counted = listed.body.items as { id: string; state: PersonState }[];
          expect(new Set(counted.map((p) => p.id)).size).toBe(body.persons);
          for (const state of PERSON_STATES) {
            expect(counted.filter((p) => p.state === state)).toHaveLength(body.byState[state]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('of now is what the rows repeat, whatever the order in which facts arrived', async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (some) => {
        const { id } = await activateIncident(head, [t.staff.posts['MAD']!]);
        const facts = await store(id, some);
        const counted = headcount(facts, Date.parse('2026-03-01T00:00:00Z'));
        const { body } = await head.get(`/incidents/${id}/board`);
        for (const state of PERSON_STATES.filter((s) => s !== 'registered')) {
          expect([state, body.byState[state]]).toEqual([state, counted.byState[state]]);
        }
      }),
      { numRuns: 20 },
    );
  });
});

/** As the use case does: only a record that counts is merged, into another that counts. */
function allowed(standsFor: Map<string, string>, from: string, into: string | null): boolean {
  const merged = standsFor.get(from) !== from;
  if (into === null) return merged;
  return !merged && from !== into && standsFor.get(into) === into;
}
