import { openCase } from '../factories/open-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { setTier } from '../support/database';

const RANGE = 'from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z';

interface Row {
  family: string;
  type: string;
  outcome: string;
  action: string;
  answer: string | null;
  cases: number;
}
const sum = (rows: Row[]): number => rows.reduce((n, { cases }) => n + cases, 0);

describe('figures of cases', () => {
  let t: TestApp;
  let head: Client;
  let mad: string;

  beforeAll(async () => {
    t = await createTestApp();
    const officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
    mad = t.staff.posts['MAD']!;
    const of = (family: string, type: string, values: object) =>
      openCase(officer, mad, { family, type, values });
    const stranded = await of('destitution', 'stranded', { needs: ['food', 'return'] });
    await of('destitution', 'stranded', { needs: ['food'] });
    await of('destitution', 'stranded', { needs: ['lodging'] });
    const robbed = await of('crime_victim', 'robbery', { reported: 'yes', lost: ['passport'] });
    await of('crime_victim', 'robbery', { reported: 'not_yet' });
    // whoever opens it at headquarters attends nobody: it waits, and may be dismissed
    const doubled = await openCase(await t.as('mesa.asn'), mad, {
      family: 'crime_victim',
      type: 'fraud',
      values: { reported: 'yes' },
    });
    await openCase(officer, mad);
    for (const [id, action] of [
      [stranded, 'food'],
      [stranded, 'food'],
      [robbed, 'call'],
    ])
      expect((await officer.post(`/cases/${id}/actions`, { action })).status).toBe(201);
    const dismissed = await head.post(`/cases/${doubled}/dismissal`, { reason: 'duplicate' });
    expect(dismissed.status).toBe(200);
    await t.owner.query(`UPDATE cases SET recorded_at = '2026-03-02T09:00:00Z'`);
  });
  afterAll(() => t.close());

  const figures = async (query = '', as = head) => {
    const { status, body } = await as.get(`/case-figures?${RANGE}${query}`);
    expect(status).toBe(200);
    return body;
  };
  const listed = async (query: string) => {
    const { status, body } = await head.get(`/case-figures/cases?${RANGE}&count=true&${query}`);
    expect(status).toBe(200);
    expect(body.total).toBe(body.items.length);
    return body.total as number;
  };

  it('open for each number a list of that many cases', async () => {
    const { opened, ended, actions } = await figures();
    expect([opened.total, ended.total, actions.total]).toEqual([7, 1, 3]);
    for (const { family, type, cases } of opened.rows as Row[])
      expect(await listed(`counted=opened&family=${family}&type=${type}`)).toBe(cases);
    for (const { family, type, outcome, cases } of ended.rows as Row[])
      expect(await listed(`counted=ended&family=${family}&type=${type}&outcome=${outcome}`)).toBe(
        cases,
      );
    for (const { family, action, cases } of actions.rows as Row[])
      expect(await listed(`counted=assisted&family=${family}&action=${action}`)).toBe(cases);
    expect(await listed('counted=opened')).toBe(opened.total);
    expect(await listed('counted=ended')).toBe(ended.total);
  });

  it('count the answers to the fields of a family, those that are not stated too', async () => {
    const { opened, answers } = await figures('&family=crime_victim');
    expect(opened.total).toBe(3);
    expect(answers.length).toBeGreaterThan(1);
    for (const { field, kind, rows } of answers as { field: string; kind: string; rows: Row[] }[]) {
      expect(rows.at(-1)!.answer).toBeNull();
      if (kind !== 'choices') expect([field, sum(rows)]).toEqual([field, opened.total]);
      for (const { answer, cases } of rows) {
        const narrowed = answer === null ? '' : `&answer=${answer}`;
        const list = `counted=opened&family=crime_victim&field=${field}${narrowed}`;
        expect([field, answer, await listed(list)]).toEqual([field, answer, cases]);
      }
    }
    const rowsOf = (field: string) =>
      answers.find((found: { field: string }) => found.field === field).rows;
    expect(rowsOf('reported')).toMatchObject([
      { answer: 'yes', cases: 2 },
      { answer: 'not_yet', cases: 1 },
      { answer: null, cases: 0 },
    ]);
    expect(rowsOf('lost')).toMatchObject([
      { answer: 'passport', cases: 1 },
      { answer: null, cases: 2 },
    ]);
  });

  it('narrow to a type, and give no answers where no family is chosen', async () => {
    const narrow = await figures('&family=crime_victim&type=fraud');
    expect(narrow.opened).toMatchObject({ total: 1, rows: [{ type: 'fraud', cases: 1 }] });
    expect((await figures()).answers).toEqual([]);
  });

  it('leave sealed cases out of the number and of its list', async () => {
    const before = (await figures()).opened.total;
    const { rows } = await t.owner.query(
      `SELECT id FROM cases WHERE family = 'crime_victim' AND type = 'fraud'`,
    );
    const sealed = async (tier: string) => {
      for (const { id } of rows) await setTier(t.owner, id, tier);
    };
    await sealed('sealed');
    expect((await figures()).opened.total).toBe(before - 1);
    expect(await listed('counted=opened')).toBe(before - 1);
    await sealed('standard');
  });

  it('never count by a restricted answer', async () => {
    const { answers } = await figures('&family=health');
    const { body } = await head.get('/catalogue');
    const health = body.content.families.find(({ code }: { code: string }) => code === 'health');
    const restricted = health.fields.filter(({ tier }: { tier: string }) => tier === 'restricted');
    expect(restricted.length).toBeGreaterThan(0);
    const counted = answers.map(({ field }: { field: string }) => field);
    for (const { code } of restricted) expect(counted).not.toContain(code);
  });

  it('walk a list page by page', async () => {
    const path = `/case-figures/cases?${RANGE}&counted=opened&limit=3`;
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await head.get(`${path}${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items.map(({ id }: { id: string }) => id));
      if (!body.nextCursor) break;
      cursor = body.nextCursor;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it('refuse a range that ends before it begins', async () => {
    const range = 'from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z';
    for (const path of ['/case-figures?', '/case-figures/cases?counted=opened&'])
      expect((await head.get(`${path}${range}`)).status).toBe(422);
  });
});
