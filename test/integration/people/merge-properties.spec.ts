import fc from 'fast-check';
import { Pool } from 'pg';
import { invariantsOf } from '../../../src/modules/oversight';
import { storePeople } from '../../factories/people';
import { logDetention } from '../../factories/detentions';
import { createTestApp, type TestApp } from '../../support/app';
import type { Client } from '../../support/client';
import { setTier } from '../../support/database';

const FAMILY = 5;

/** The records that stand, as the test itself keeps them: each merge by the record it took away. */
class Model {
  readonly into = new Map<string, string>();
  readonly merges = new Map<string, string>();

  rootOf(id: string): string {
    const next = this.into.get(id);
    return next === undefined ? id : this.rootOf(next);
  }
}

type Step = { duplicate: number; survivor: number } | { undo: number };

describe('merges and unmerges of a family, in any order', () => {
  let t: TestApp;
  let officer: Client;
  let owner: Pool;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    owner = t.owner;
  });
  afterAll(() => t.close());

  const all = async (sql: string, ids: string[]) => (await owner.query(sql, [ids])).rows;
  /** Every row of the persons that a merge must leave alone. */
  const untouched = async (ids: string[]) => ({
    persons: await all(
      'SELECT id, given_names, first_surname, birth_date, vulnerability FROM persons WHERE id = ANY ($1) ORDER BY id',
      ids,
    ),
    documents: await all(
      'SELECT * FROM person_documents WHERE person_id = ANY ($1) ORDER BY id',
      ids,
    ),
    relations: await all(
      'SELECT * FROM person_relations WHERE person_id = ANY ($1) ORDER BY id',
      ids,
    ),
    keys: await all(
      'SELECT * FROM person_search_keys WHERE person_id = ANY ($1) ORDER BY key, person_id',
      ids,
    ),
    parts: await all('SELECT * FROM case_people WHERE person_id = ANY ($1) ORDER BY id', ids),
    cases: await all(
      'SELECT id, subject_person_id, version FROM cases WHERE subject_person_id = ANY ($1) ORDER BY id',
      ids,
    ),
  });
  /** What each of a few readers sees of cases and persons, by the database itself. */
  const scope = async () => {
    const application = new Pool({ connectionString: t.database.appUrl, max: 1 });
    const seen: Record<string, unknown> = {};
    for (const username of [
      'oficial.mad',
      'oficial.pat',
      'honorario.ros',
      'guardian',
      'mesa.asn',
    ]) {
      const client = await application.connect();
      await client.query('BEGIN');
      await client.query('SELECT app.act_as($1, NULL)', [t.staff.accounts[username]]);
      const ids = async (table: string) =>
        (await client.query(`SELECT id FROM ${table} ORDER BY id`)).rows.map(({ id }) => id);
      seen[username] = { cases: await ids('cases'), persons: await ids('persons') };
      await client.query('ROLLBACK');
      client.release();
    }
    await application.end();
    return seen;
  };
  const violations = async () => {
    const witness = { owner } as Parameters<typeof invariantsOf>[0];
    const ofMerges = invariantsOf(witness).filter(({ name }) =>
      /^(merge|record)|_merged/.test(name),
    );
    expect(ofMerges).toHaveLength(5);
    const counts = await Promise.all(
      ofMerges.map(async ({ name, count }) => [name, await count()]),
    );
    return counts.filter(([, n]) => n !== 0);
  };

  async function family(): Promise<string[]> {
    const people = await storePeople(
      owner,
      Array.from({ length: FAMILY }, (_, i) => ({
        givenNames: 'Sayri',
        firstSurname: `Poma${'abcdefgh'[i]!}`,
        secondSurname: null,
        birthDate: '1990-05-03',
      })),
    );
    const ids = people.map(({ id }) => id);
    await officer.post(`/people/${ids[0]}/relations`, {
      otherId: ids[1],
      kind: 'sibling',
      source: 'officer',
    });
    await officer.post(`/people/${ids[2]}/documents`, { kind: 'dni', number: '10117410' });
    const mad = t.staff.posts['MAD']!;
    await logDetention(officer, mad, { person: { id: ids[0] } });
    await logDetention(officer, mad, { person: { id: ids[3] } });
    await logDetention(await t.as('jefe.mad'), mad, { person: { id: ids[3] } });
    // the ordinary case keeps the person in everyone's reach
    const { rows } = await owner.query(
      'SELECT id FROM cases WHERE subject_person_id = $1 ORDER BY id DESC',
      [ids[3]],
    );
    await setTier(owner, rows[0].id, 'sealed');
    return ids;
  }

  const versionOf = async (id: string) =>
    Number((await owner.query('SELECT version FROM persons WHERE id = $1', [id])).rows[0].version);

  /** Does one step over HTTP and says whether the model allows it. */
  async function take(step: Step, ids: string[], model: Model): Promise<void> {
    if ('undo' in step) {
      const open = [...model.merges];
      if (open.length === 0) return;
      const [person, mergeId] = open[step.undo % open.length]!;
      const shown = model.rootOf(person);
      const { status } = await officer.post(
        `/people/${shown}/merges/${mergeId}/undoing`,
        { reason: 'No eran la misma' },
        { 'if-match': `"${await versionOf(shown)}"` },
      );
      expect(status).toBe(201);
      model.into.delete(person);
      model.merges.delete(person);
      return;
    }
    const [duplicate, survivor] = [ids[step.duplicate]!, ids[step.survivor]!];
    const allowed =
      duplicate !== survivor && !model.into.has(duplicate) && !model.into.has(survivor);
    const { status } = await officer.post(
      `/people/${survivor}/merges`,
      { personId: duplicate, version: await versionOf(duplicate), reason: 'La misma' },
      { 'if-match': `"${await versionOf(survivor)}"` },
    );
    expect(status).toBe(allowed ? 201 : 409);
    if (!allowed) return;
    const { rows } = await owner.query(
      'SELECT id FROM person_merges WHERE person_id = $1 AND undone_at IS NULL',
      [duplicate],
    );
    model.into.set(duplicate, survivor);
    model.merges.set(duplicate, rows[0].id as string);
  }

  const aStep: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 2,
      arbitrary: fc.record({ duplicate: fc.nat(FAMILY - 1), survivor: fc.nat(FAMILY - 1) }),
    },
    { weight: 1, arbitrary: fc.record({ undo: fc.nat(20) }) },
  );

  it('keep both histories, restore exactly, change no scope and break no invariant', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 12 }), async (steps) => {
        const ids = await family();
        const [rows, reach] = [await untouched(ids), await scope()];
        const model = new Model();
        let merged = 0;
        for (const step of steps) {
          const open = model.merges.size;
          await take(step, ids, model);
          if (model.merges.size > open) merged += 1;
          const pointers = await all(
            'SELECT id, merged_into FROM persons WHERE id = ANY ($1)',
            ids,
          );
          for (const { id, merged_into } of pointers) {
            expect(merged_into ?? id).toBe(model.rootOf(id as string));
          }
        }
        expect(await violations()).toEqual([]);
        expect(await untouched(ids)).toEqual(rows);
        expect(await scope()).toEqual(reach);
        for (const root of ids.filter((id) => !model.into.has(id))) {
          const group = ids.filter((id) => model.rootOf(id) === root);
          const { rows: own } = await owner.query(
            `SELECT id FROM cases WHERE tier = 'standard' AND subject_person_id = ANY ($1) ORDER BY id`,
            [group],
          );
          const { body } = await officer.get(`/people/${root}/cases`);
          expect(body.items.map(({ id }: { id: string }) => id).sort()).toEqual(
            own.map(({ id }) => id as string),
          );
        }
        while (model.merges.size > 0) await take({ undo: steps.length }, ids, model);
        const left = await all(
          'SELECT id FROM persons WHERE merged_into IS NOT NULL AND id = ANY ($1)',
          ids,
        );
        expect(left).toEqual([]);
        const kept = await all('SELECT id FROM person_merges WHERE person_id = ANY ($1)', ids);
        expect(kept).toHaveLength(merged);
        expect(await violations()).toEqual([]);
        expect(await untouched(ids)).toEqual(rows);
      }),
      { numRuns: 6 },
    );
  });
});
