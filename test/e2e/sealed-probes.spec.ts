import { RouteAccessCheck } from '../../src/platform/access/route-access.check';
import { newId } from '../../src/platform/ids';
import { openDeathCase } from '../factories/deaths';
import { logDetention } from '../factories/detentions';
import { openMinorCase } from '../factories/minor-cases';
import { openMissingCase } from '../factories/missing-persons';
import { tellEverywhere } from '../factories/told-story';
import { openTraffickingCase } from '../factories/trafficking-cases';
import { openViolenceCase } from '../factories/violence-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

/** Outside the circle, however high or near. */
const OUTSIDE = [
  'oficial2.mad',
  'jefe.mad',
  'local.mad',
  'mesa.asn',
  'directora.dgc',
  'proteccion',
  'guardian',
  'auditora',
];

/** The protection desk is of the circle of a case that is sealed from its opening (rules §4). */
const OF_THE_DESK = ['trafficking-cases', 'violence-cases'];

describe('probing for a sealed case', () => {
  let t: TestApp;
  let officer: Client;
  /** What the first parameter of a route may name, by the route's first segment. */
  let things: Record<string, string[]>;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    const id = await logDetention(officer, t.staff.posts['MAD']!);
    await tellEverywhere(officer, id, 'zafiro', t.staff.accounts['jefe.mad']!);
    const post = t.staff.posts['MAD']!;
    const { id: minor } = await openMinorCase(officer, post);
    const { id: missing } = await openMissingCase(officer, post);
    const death = await openDeathCase(officer, post);
    for (const each of [id, minor, missing, death]) await seal(each);
    const withoutHead = { circle: { barHead: true } };
    const ids = async (sql: string) =>
      (await t.owner.query<{ id: string }>(sql, [id])).rows.map((row) => row.id);
    things = {
      cases: [id],
      detentions: [id],
      'minor-cases': [minor],
      'missing-person-cases': [missing],
      'death-cases': [death],
      'trafficking-cases': [await openTraffickingCase(officer, post, withoutHead)],
      'violence-cases': [await openViolenceCase(officer, post, withoutHead)],
      people: await ids('SELECT person_id AS id FROM case_people WHERE case_id = $1'),
      documents: await ids('SELECT id FROM documents WHERE case_id = $1'),
      'document-versions': await ids(
        'SELECT v.id FROM document_versions v JOIN documents d ON d.id = v.document_id WHERE d.case_id = $1',
      ),
      papers: await ids('SELECT id FROM papers WHERE case_id = $1'),
      obligations: await ids('SELECT id FROM obligations WHERE case_id = $1'),
      'hand-over-notes': await ids('SELECT id FROM hand_over_notes WHERE case_id = $1'),
      'service-requests': await ids('SELECT id FROM service_requests WHERE case_id = $1'),
    };
  });
  afterAll(() => t.close());

  async function seal(id: string): Promise<void> {
    const { version } = (await officer.get(`/cases/${id}/circle`)).body;
    const body = { tier: 'sealed', reason: 'Riesgo' };
    const answer = await officer.post(`/cases/${id}/tier`, body, { 'if-match': `"${version}"` });
    expect(answer.status).toBe(200);
  }

  /** All of an answer that could tell two apart. */
  const told = ({ status, body, headers }: Answer) => {
    const { correlationId: _, ...rest } = (body ?? {}) as Record<string, unknown>;
    const kept = [...headers].filter(
      ([name]) => !/^(date|content-length|x-correlation-id|x-request-id)$/.test(name),
    );
    return {
      status,
      body: Array.isArray(body) || typeof body === 'string' ? body : rest,
      headers: kept,
    };
  };

  it('meets, on every route and for everybody outside, the answer of what does not exist', async () => {
    const routes = t.app
      .get(RouteAccessCheck, { strict: false })
      .routes()
      .filter(({ path, method }) => /:/.test(path) && !path.includes('stream') && method !== 'ALL');
    const differing: string[] = [];
    const asked: Record<string, number> = {};
    for (const username of OUTSIDE) {
      const client = await t.as(username);
      for (const { method, path } of routes) {
        const kind = path.split('/')[1]!;
        if (username === 'proteccion' && OF_THE_DESK.includes(kind)) continue;
        for (const real of things[kind] ?? []) {
          const at = (id: string) => {
            const [first, ...others] = path.match(/:\w+/g)!;
            return others.reduce(
              (left, name) => left.replace(name, newId()),
              path.replace(first!, id),
            );
          };
          const body = method === 'GET' || method === 'DELETE' ? undefined : {};
          const headers = { 'if-match': '"1"' };
          const [sealed, absent] = [
            told(await client.send(method, at(real), body, headers)),
            told(await client.send(method, at(newId()), body, headers)),
          ];
          asked[kind] = (asked[kind] ?? 0) + 1;
          try {
            expect(sealed).toEqual(absent);
          } catch {
            differing.push(`${username} ${method} ${path}: ${sealed.status}, not ${absent.status}`);
          }
        }
      }
    }
    // every kind has routes, and something to name in them: none is passed over
    expect(Object.keys(asked).sort()).toEqual(Object.keys(things).sort());
    expect(Object.values(asked).reduce((sum, n) => sum + n)).toBeGreaterThan(1000);
    expect([...new Set(differing)]).toEqual([]);
  }, 900_000);

  it('takes as long as asking for what does not exist', async () => {
    const client = await t.as('jefe.mad');
    const time = async (id: string): Promise<number> => {
      const start = process.hrtime.bigint();
      await client.get(`/cases/${id}`);
      return Number(process.hrtime.bigint() - start);
    };
    for (let warm = 0; warm < 50; warm += 1) await time(newId());
    const sealed: number[] = [];
    const absent: number[] = [];
    // in turns, in changing order: whatever else the machine does meets both
    for (let round = 0; round < 200; round += 1) {
      const [first, second] = round % 2 === 0 ? [sealed, absent] : [absent, sealed];
      for (const into of [first, second]) {
        into.push(await time(into === sealed ? things['cases']![0]! : newId()));
      }
    }
    // how often a sealed one is slower than an absent one: one half when time tells nothing
    let slower = 0;
    for (const a of sealed) for (const b of absent) slower += a > b ? 1 : a === b ? 0.5 : 0;
    const share = slower / (sealed.length * absent.length);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
    // and what is left of the difference cannot show: no answer of absence comes before a full step
    expect(Math.min(...sealed, ...absent)).toBeGreaterThan(24e6);
  });

  it('finds no number, name or word of it', async () => {
    const page = (await officer.get(`/cases/${things['cases']![0]}`)).body;
    for (const username of OUTSIDE.slice(0, 6)) {
      const client = await t.as(username);
      for (const q of [page.reference, 'zafiro', 'Pariente zafiro']) {
        const answer = await client.post('/searches', { q });
        if (answer.status === 403) continue;
        expect(answer.status).toBe(200);
        expect(JSON.stringify(answer.body)).not.toMatch(/zafiro|"S-/);
      }
    }
  });
});
