import fc from 'fast-check';
import { Client as Postgres } from 'pg';
import { newId } from '../../src/platform/ids';
import { logDetention } from '../factories/detentions';
import { PEOPLE } from '../factories/staff';
import { createTestApp, type TestApp } from '../support/app';

interface Known {
  id: string;
  post: string;
  tier: string;
  person: string;
  members: string[];
}

const POSTS = ['MAD', 'PAT', 'BUE'] as const;
const COUNTRY = { MAD: 'ES', PAT: 'US', BUE: 'AR' } as const;

/** What the rules say, worked out apart from the code: post, tier, circle. */
function maySee(username: string, file: Known): boolean {
  const [role, post] = PEOPLE[username]!;
  if (file.members.includes(username)) return true;
  if (file.tier === 'sealed') return false;
  const worksThere =
    post === file.post && ['officer', 'head_of_post', 'local_staff'].includes(role);
  if (file.tier === 'standard') {
    return worksThere || ['hq_analyst', 'hq_director', 'protection_desk'].includes(role);
  }
  return (
    (worksThere && role === 'head_of_post') || ['hq_analyst', 'protection_desk'].includes(role)
  );
}

describe('what an actor may see is the same everywhere', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
  });
  afterAll(() => t.close());

  const readers = Object.keys(PEOPLE);

  /** Days from now between which each kind of membership lasts. */
  const WHEN = { lasting: [-1, null], ended: [-2, -1], coming: [1, null], dated: [-1, 1] } as const;
  const instant = (days: number | null) =>
    days === null ? null : new Date(Date.now() + days * 86_400_000).toISOString();

  interface Plan {
    post: (typeof POSTS)[number];
    tier: string;
    members: { username: string; when: keyof typeof WHEN }[];
  }

  /** Cases as the register might hold them: some restricted or sealed, some shared with others. */
  async function arrange(plan: Plan[]): Promise<Known[]> {
    const known: Known[] = [];
    for (const { post, tier, members } of plan) {
      const head = await t.as(`jefe.${post.toLowerCase()}`);
      const id = await logDetention(head, t.staff.posts[post]!, {
        country: COUNTRY[post],
        subdivision: undefined,
        facilityName: undefined,
        city: undefined,
      });
      await t.owner.query('UPDATE cases SET tier = $2 WHERE id = $1', [id, tier]);
      for (const { username, when } of members) {
        const [since, until] = WHEN[when].map(instant);
        await t.owner.query(
          `INSERT INTO case_members (id, case_id, account_id, kind, since, until)
           VALUES ($1, $2, $3, 'circle', $4, $5)`,
          [newId(), id, t.staff.accounts[username], since, until],
        );
      }
      await tellEveryone(id);
      const { rows } = await t.owner.query(
        'SELECT subject_person_id AS person FROM cases WHERE id = $1',
        [id],
      );
      known.push({
        id,
        post,
        tier,
        person: rows[0].person,
        members: [
          ...members
            .filter((m) => m.when === 'lasting' || m.when === 'dated')
            .map((m) => m.username),
          `jefe.${post.toLowerCase()}`,
        ],
      });
    }
    return known;
  }

  /** A notice about the case in every inbox, as if each had been told while they saw it. */
  async function tellEveryone(caseId: string): Promise<void> {
    const about = {
      params: {},
      labels: {},
      instants: {},
      timeZone: 'UTC',
      path: `/cases/${caseId}`,
    };
    for (const accountId of Object.values(t.staff.accounts)) {
      await t.owner.query(
        `INSERT INTO notices (id, account_id, kind, case_id, data, key, digestible, created_at)
         VALUES ($1, $2, 'duty_due', $3, $4, $5, false, now())`,
        [newId(), accountId, caseId, JSON.stringify(about), newId()],
      );
    }
  }

  async function told(username: string): Promise<Set<string>> {
    const { body } = await (await t.as(username)).get('/notices?limit=200');
    expect(body.unread).toBe(body.items.length);
    return new Set(body.items.map((item: { caseId: string }) => item.caseId));
  }

  async function listed(
    username: string,
    filter = '',
  ): Promise<{ ids: Set<string>; total: number }> {
    const client = await t.as(username);
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
    const { status, body } = await (await t.as(username)).get('/world');
    if (status === 403) return;
    const open = seen.filter((file) => file.tier !== 'sealed').length;
    expect([username, body.totals.open]).toEqual([username, open]);
  }

  async function bySql(username: string, table: string, column: string): Promise<Set<string>> {
    const connection = new Postgres({ connectionString: t.database.appUrl });
    await connection.connect();
    await connection.query('BEGIN');
    await connection.query('SELECT app.act_as($1, NULL)', [t.staff.accounts[username]]);
    const { rows } = await connection.query<{ id: string }>(
      `SELECT DISTINCT ${column} AS id FROM ${table}`,
    );
    await connection.end();
    return new Set(rows.map((row) => row.id));
  }

  it('in lists, counts, pages, person pages and raw SQL, for random cases and circles', async () => {
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
      fc.asyncProperty(fc.array(aCase, { minLength: 1, maxLength: 5 }), async (plan) => {
        everything.push(...(await arrange(plan)));
        for (const username of readers) {
          const expected = new Set(
            everything.filter((file) => maySee(username, file)).map((f) => f.id),
          );
          const [role] = PEOPLE[username]!;
          const { ids, total } = await listed(username);
          const inRows = await bySql(username, 'cases', 'id');
          expect([username, inRows]).toEqual([username, expected]);
          expect([username, await told(username)]).toEqual([username, expected]);
          for (const table of ['timeline_entries', 'obligations', 'case_people', 'detentions']) {
            expect([username, table, await bySql(username, table, 'case_id')]).toEqual([
              username,
              table,
              expected,
            ]);
          }
          if (
            [
              'finance_officer',
              'finance_accountant',
              'auditor',
              'administrator',
              'guardian',
              'data_protection_officer',
            ].includes(role)
          ) {
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
          const client = await t.as(username);
          for (const file of everything.slice(-4)) {
            const seen = expected.has(file.id);
            expect([username, (await client.get(`/cases/${file.id}`)).status]).toEqual([
              username,
              seen ? 200 : 404,
            ]);
            const ofPerson = (await client.get(`/people/${file.person}/cases`)).body.items ?? [];
            expect(ofPerson.some((c: { id: string }) => c.id === file.id)).toBe(seen);
            const circle = await client.get(`/cases/${file.id}/circle`);
            expect([username, circle.status]).toEqual([username, seen ? 200 : 404]);
          }
        }
      }),
      { numRuns: 3 },
    );
  }, 300_000);
});
