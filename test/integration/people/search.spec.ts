import { Pool, type PoolClient } from 'pg';
import { storeInventedPeople, type StoredPerson } from '../../factories/people';
import { misspell, seededRandom } from '../../factories/peruvian-names';
import { createTestApp, type TestApp } from '../../support/app';
import { SearchPeople } from '../../../src/modules/people/search-people';
import { Authentication } from '../../../src/platform/access/authentication';
import type { Actor } from '../../../src/platform/access/actor';

const POPULATION = 10_000;
const QUERIES = 100;

describe('finding people among many', () => {
  let t: TestApp;
  let people: StoredPerson[];
  let officer: Actor;

  beforeAll(async () => {
    t = await createTestApp();
    people = await storeInventedPeople(t.owner, POPULATION, 1);
    officer = await actorOf(t, 'oficial.mad');
  });
  afterAll(() => t.close());

  /** A few people spread over the population, the same every time. */
  const some = () => people.filter((_, i) => i % Math.floor(POPULATION / QUERIES) === 0);
  const firstGiven = (person: StoredPerson) => person.givenNames.split(' ')[0]!;

  /** Of those looked for, how many are on the first page of ten. */
  async function recall(
    look: (person: StoredPerson) => Promise<{ items: { id: string }[] }>,
  ): Promise<number> {
    let hits = 0;
    for (const person of some()) {
      const { items } = await look(person);
      if (items.some(({ id }) => id === person.id)) hits += 1;
    }
    return hits / some().length;
  }
  const search = (text: string) => t.app.get(SearchPeople).search(officer, text, 10);
  const duplicates = (query: Parameters<SearchPeople['duplicates']>[1]) =>
    t.app.get(SearchPeople).duplicates(officer, query);

  it('a whole name with every word misspelt is found in at least 97 of 100', async () => {
    const random = seededRandom(2);
    const wrong = (person: StoredPerson) =>
      [firstGiven(person), person.firstSurname, person.secondSurname ?? '']
        .filter(Boolean)
        .map((word) => misspell(random, word))
        .join(' ');
    expect(await recall((person) => search(wrong(person)))).toBeGreaterThanOrEqual(0.97);
  });

  it('surnames first, one word misspelt, are found in at least 97 of 100', async () => {
    const random = seededRandom(3);
    const wrong = (person: StoredPerson) =>
      [person.firstSurname, person.secondSurname, misspell(random, person.givenNames)]
        .filter(Boolean)
        .join(' ');
    expect(await recall((person) => search(wrong(person)))).toBeGreaterThanOrEqual(0.97);
  });

  it('a duplicate without second surname, misspelt, with its date of birth, in at least 97', async () => {
    const random = seededRandom(4);
    const look = (person: StoredPerson) =>
      duplicates({
        givenNames: misspell(random, firstGiven(person)),
        firstSurname: misspell(random, person.firstSurname),
        birthDate: person.birthDate,
      });
    expect(await recall(look)).toBeGreaterThanOrEqual(0.97);
  });

  it('a document outweighs the name', async () => {
    const [person, namesake] = [people[7]!, people[8]!];
    await t.owner.query(
      `INSERT INTO person_documents (id, person_id, kind, number, number_key, issuing_state)
       VALUES (gen_random_uuid(), $1, 'dni', '10117410-2', '10117410', 'PER')`,
      [person.id],
    );
    const { items } = await duplicates({ ...namesake, documents: [{ number: '10117410' }] });
    expect(items[0]).toMatchObject({
      id: person.id,
      why: expect.arrayContaining(['same_document']),
      documents: [{ kind: 'dni', number: '10117410-2', issuingState: 'PER' }],
    });
    expect((await search('10117410-2')).items.map(({ id }) => id)).toEqual([person.id]);
  });

  it('reads no table from end to end, as the application role', async () => {
    await asApplication(t, async (client) => {
      await client.query('SELECT app.act_as($1, NULL)', [officer.accountId]);
      await client.query(
        `SELECT * FROM app.find_people('{maria,kispi,flures}', '{maria,kispi,flures}', '{1,2,3}', '{^flu}', '{1990-05-03}', 100)`,
      );
      const { rows } = await client.query(
        `SELECT relname, seq_scan::int AS whole, idx_scan::int AS keyed FROM pg_stat_xact_user_tables
          WHERE relname IN ('person_search_keys', 'name_variants', 'persons')`,
      );
      for (const { whole } of rows) expect(whole).toBe(0);
      expect(rows.find(({ relname }) => relname === 'person_search_keys').keyed).toBeGreaterThan(0);

      for (const [sql, index] of [
        [
          `SELECT person_id FROM person_documents WHERE number_key = ANY ('{10117410}')`,
          'person_documents_number_idx',
        ],
        [
          `SELECT * FROM persons WHERE id = ANY ('{${people[0]!.id},${people[1]!.id}}')`,
          'persons_pk',
        ],
        [
          `SELECT person_id FROM person_search_keys WHERE key = 'juan kispi'`,
          'person_search_keys_pk',
        ],
      ] as const) {
        await client.query('SET LOCAL enable_seqscan = off');
        const plan = await client.query(`EXPLAIN ${sql}`);
        const text = plan.rows.map((row) => row['QUERY PLAN']).join('\n');
        expect(text).toMatch(new RegExp(`Index (Only )?Scan (using|on) ${index}`));
        expect(text).toMatch(/Index Cond/);
      }
    });
  });
});

async function actorOf(t: TestApp, username: string): Promise<Actor> {
  const cookie = await t.staff.openSession(username);
  const known = await t.app.get(Authentication).bySession(cookie);
  return known!.actor;
}

async function asApplication(
  t: TestApp,
  work: (client: PoolClient) => Promise<void>,
): Promise<void> {
  const pool = new Pool({ connectionString: t.database.appUrl });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
  } finally {
    await client.query('ROLLBACK');
    client.release();
    await pool.end();
  }
}
