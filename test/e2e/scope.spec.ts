import fc from 'fast-check';
import { Client as Postgres } from 'pg';
import { PEOPLE } from '../factories/staff';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import {
  arrange,
  mayKnow,
  maySee,
  maySeeRestricted,
  POSTS,
  SURNAMES,
  WORD,
  type Known,
} from '../support/register';
import { fetchContent } from '../support/upload';

const WITHOUT_CASES = [
  ...['finance_officer', 'finance_accountant', 'auditor', 'administrator', 'guardian'],
  'data_protection_officer',
];

/** Of the newest cases, how many are opened and looked for one by one. */
const LOOKED_INTO = 3;

/** An honorary consul finds a case by its people, and opens no file of a person. */
const opensPeople = (username: string) => PEOPLE[username]![0] !== 'honorary_consul';

describe('what an actor may see is the same everywhere', () => {
  let t: TestApp;
  const readers = Object.keys(PEOPLE);
  const clients = new Map<string, Client>();
  const clientOf = (username: string) => clients.get(username)!;
  beforeAll(async () => {
    t = await createTestApp();
    for (const username of readers) clients.set(username, await t.as(username));
  });
  afterAll(() => t.close());

  const idsOf = (items: { id: string }[]) => new Set(items.map(({ id }) => id));

  async function told(username: string): Promise<Set<string>> {
    const { body } = await clientOf(username).get('/notices?limit=200');
    expect(body.unread).toBe(body.items.length);
    return new Set(body.items.map((item: { caseId: string }) => item.caseId));
  }

  async function listed(
    username: string,
    filter = '',
  ): Promise<{ ids: Set<string>; total: number }> {
    const client = clientOf(username);
    const ids = new Set<string>();
    let cursor = '';
    for (;;) {
      const { status, body } = await client.get(
        `/cases?limit=50&count=true${filter}${cursor && `&cursor=${cursor}`}`,
      );
      if (status === 403) return { ids, total: 0 };
      body.items.forEach((item: { id: string }) => ids.add(item.id));
      if (!body.nextCursor) return { ids, total: body.total };
      cursor = body.nextCursor;
    }
  }

  /** Headquarters counts what it could list, and no sealed case at all (rules §10). */
  async function expectWorld(username: string, seen: Known[]): Promise<void> {
    const { status, body } = await clientOf(username).get('/world');
    if (status === 403) return;
    const open = seen.filter((file) => file.tier !== 'sealed').length;
    expect([username, body.totals.open]).toEqual([username, open]);
  }

  /** What the database shows the application role that acts as `username`. */
  async function expectRows(username: string, everything: Known[]): Promise<void> {
    const connection = new Postgres({ connectionString: t.database.appUrl });
    await connection.connect();
    await connection.query('BEGIN');
    await connection.query('SELECT app.act_as($1, NULL)', [t.staff.accounts[username]]);
    const expectIn = async (table: string, column: string, expected: Set<string>) => {
      const { rows } = await connection.query<{ id: string }>(
        `SELECT DISTINCT ${column} AS id FROM ${table}`,
      );
      expect([username, table, idsOf(rows)]).toEqual([username, table, expected]);
    };
    const files = everything.filter((file) => maySee(username, file));
    await expectIn('cases', 'id', idsOf(files));
    for (const table of ['timeline_entries', 'obligations', 'case_people', 'detentions']) {
      await expectIn(table, 'case_id', idsOf(files));
    }
    await expectIn('documents', 'case_id', idsOf(files));
    const documents = files.flatMap((file) => documentsSeen(username, file));
    await expectIn('document_versions', 'document_id', idsOf(documents));
    const known = everything.filter((file) => mayKnow(username, file)).map((f) => f.person);
    await expectIn('persons', 'id', new Set(known));
    await connection.end();
  }

  const documentsSeen = (username: string, { documents, ...file }: Known) => [
    ...(maySee(username, { documents, ...file }) ? [documents.standard] : []),
    ...(maySeeRestricted(username, { documents, ...file }) ? [documents.restricted] : []),
  ];

  /** Looking for what everybody has in common, and for what one alone has. */
  async function expectFinds(username: string, client: Client, everything: Known[]): Promise<void> {
    const cases = idsOf(everything.filter((file) => maySee(username, file)));
    const people = new Set(
      everything.filter((f) => opensPeople(username) && mayKnow(username, f)).map((f) => f.person),
    );
    const byName = await client.get(`/people?limit=50&q=${encodeURIComponent(SURNAMES)}`);
    expect([username, idsOf(byName.body.items ?? [])]).toEqual([username, people]);
    const find = async (q: string) => (await client.post('/searches', { q, limit: 100 })).body;
    const named = await find(SURNAMES);
    expect([username, idsOf(named.people.items)]).toEqual([username, people]);
    // the words of a sealed case are in no index, for its circle either
    const indexed = idsOf(
      everything.filter((file) => cases.has(file.id) && file.tier !== 'sealed'),
    );
    for (const [found, expected] of [
      [named, cases],
      [await find(WORD), indexed],
    ]) {
      expect([username, idsOf(found.cases.items)]).toEqual([username, expected]);
      expect([username, found.cases.total]).toEqual([username, expected.size]);
    }
    for (const file of everything.slice(-LOOKED_INTO)) {
      const seen = cases.has(file.id) ? [file.id] : [];
      const known = people.has(file.person) ? [file.person] : [];
      const numbered = await find(file.reference);
      expect([username, [...idsOf(numbered.cases.items)]]).toEqual([username, seen]);
      const byPassport = await find(file.passport);
      expect([username, [...idsOf(byPassport.cases.items)]]).toEqual([username, seen]);
      expect([username, [...idsOf(byPassport.people.items)]]).toEqual([username, known]);
      const typed = { documents: [{ number: file.passport }] };
      const duplicates = await client.post('/people/duplicate-candidates', typed);
      expect([username, [...idsOf(duplicates.body.items ?? [])]]).toEqual([username, known]);
    }
  }

  async function expectPages(username: string, client: Client, file: Known): Promise<void> {
    const seen = maySee(username, file);
    const status = seen ? 200 : 404;
    expect([username, (await client.get(`/cases/${file.id}`)).status]).toEqual([username, status]);
    const ofPerson = (await client.get(`/people/${file.person}/cases`)).body.items ?? [];
    expect(ofPerson.some((c: { id: string }) => c.id === file.id)).toBe(seen);
    const person = (await client.get(`/people/${file.person}`)).status;
    expect([username, person]).toEqual([
      username,
      !opensPeople(username) ? 403 : mayKnow(username, file) ? 200 : 404,
    ]);
    const circle = await client.get(`/cases/${file.id}/circle`);
    expect([username, circle.status]).toEqual([username, status]);
    const folder = await client.get(`/cases/${file.id}/documents`);
    expect([username, folder.status]).toEqual([username, status]);
    const documents = idsOf(documentsSeen(username, file));
    expect([username, idsOf(folder.body.items ?? [])]).toEqual([username, documents]);
    for (const { id, versionId } of Object.values(file.documents)) {
      const link = await client.post(`/document-versions/${versionId}/links`, {
        purpose: 'download',
      });
      expect([username, link.status]).toEqual([username, documents.has(id) ? 201 : 404]);
      if (!documents.has(id)) continue;
      expect((await fetchContent(client, link.body.url)).status).toBe(200);
    }
  }

  it('in lists, counts, pages, searches, documents and raw SQL, for random cases and circles', async () => {
    const everything: Known[] = [];
    const aCase = fc.record({
      post: fc.constantFrom(...POSTS),
      tier: fc.constantFrom('standard', 'standard', 'restricted', 'sealed'),
      members: fc.uniqueArray(
        fc.record({
          username: fc.constantFrom('oficial.mad', 'oficial.pat', 'honorario.ros', 'proteccion'),
          when: fc.constantFrom('lasting', 'ended', 'coming', 'dated'),
        }),
        { maxLength: 3, selector: ({ username }) => username },
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(aCase, { minLength: 1, maxLength: 5 }), async (plans) => {
        for (const plan of plans) everything.push(await arrange(t, plan));
        for (const username of readers) {
          const expected = idsOf(everything.filter((file) => maySee(username, file)));
          const [role] = PEOPLE[username]!;
          const { ids, total } = await listed(username);
          await expectRows(username, everything);
          expect([username, await told(username)]).toEqual([username, expected]);
          if (WITHOUT_CASES.includes(role)) {
            expect(ids.size).toBe(0);
            continue;
          }
          expect([username, ids, total]).toEqual([username, expected, expected.size]);
          for (const post of POSTS) {
            const queue = await listed(username, `&post=${t.staff.posts[post]}`);
            const there = everything.filter((f) => f.post === post && expected.has(f.id));
            expect([username, post, queue.ids, queue.total]).toEqual([
              ...[username, post, new Set(there.map((f) => f.id)), there.length],
            ]);
          }
          await expectWorld(
            username,
            everything.filter((f) => expected.has(f.id)),
          );
          const client = clientOf(username);
          await expectFinds(username, client, everything);
          for (const file of everything.slice(-LOOKED_INTO))
            await expectPages(username, client, file);
        }
      }),
      { numRuns: 3 },
    );
  }, 600_000);
});
