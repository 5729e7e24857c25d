import { loadDemonstrationCases, verify } from '../../../src/modules/oversight';
import { AuditChain } from '../../../src/platform/audit/audit-chain';
import { createTestApp, type TestApp } from '../../support/app';

const quiet = (): void => undefined;

describe('the demonstration', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
    await loadDemonstrationCases(t.app, { cases: 230, seed: 7, persons: 300 }, quiet);
  });
  afterAll(() => t.close());

  const rows = async (sql: string) => (await t.owner.query(sql)).rows;

  it('leaves a register of which everything is true that always is', async () => {
    await t.app.get(AuditChain, { strict: false }).link();
    const lines: string[] = [];
    const code = await verify(t.app, (line) => lines.push(line));
    expect({ code, broken: lines.filter((line) => !line.includes('"violations":0')) }).toEqual({
      code: 0,
      broken: [],
    });
  });

  it('holds as many cases and persons as asked, with their history', async () => {
    const [counted] = await rows(
      `SELECT (SELECT count(*) FROM cases)::int AS cases, (SELECT count(*) FROM persons)::int AS persons,
              (SELECT count(*) FROM timeline_entries)::int AS entries,
              (SELECT count(DISTINCT post_id) FROM cases)::int AS posts`,
    );
    expect(counted).toMatchObject({ cases: 230, persons: 300, posts: 3 });
    expect(counted.entries).toBeGreaterThan(8 * 230);
  });

  it('holds open and closed, overdue, never visited, with hearings to come', async () => {
    const [shares] = await rows(
      `SELECT avg((closed_at IS NULL)::int)::float8 AS open,
              avg((next_due_at < '2026-03-02T09:00:00Z')::int) FILTER (WHERE closed_at IS NULL)::float8 AS overdue,
              avg((last_visit_at IS NULL)::int) FILTER (WHERE closed_at IS NULL)::float8 AS never
         FROM cases`,
    );
    expect(shares.open).toBeGreaterThan(0.2);
    expect(shares.open).toBeLessThan(0.7);
    expect(shares.overdue).toBeGreaterThan(0.02);
    expect(shares.overdue).toBeLessThan(0.5);
    expect(shares.never).toBeGreaterThan(0.01);
    expect(shares.never).toBeLessThan(0.3);
    const hearings = await rows(`SELECT 1 FROM hearings WHERE at > '2026-03-02T09:00:00Z'`);
    expect(hearings.length).toBeGreaterThan(5);
  });

  it('mails nobody about what was due before it began', async () => {
    expect(
      await rows(
        `SELECT 1 FROM reminders WHERE state = 'planned' AND send_at <= '2026-03-02T09:00:00Z'`,
      ),
    ).toEqual([]);
    expect(await rows('SELECT 1 FROM mails')).toEqual([]);
  });

  it('is worked by the demonstration accounts and reads like any other file', async () => {
    const officer = await t.as('oficial.mad');
    const mine = await officer.get('/cases?view=mine&count=true');
    expect(mine.body.total).toBeGreaterThan(3);
    for (const { id } of mine.body.items.slice(0, 5)) {
      const page = await officer.get(`/cases/${id}`);
      expect(page.status).toBe(200);
      expect(page.body.reference).toMatch(/^MAD-\d{4}-\d{6}$/);
      expect(page.body.timeline.items.length).toBeGreaterThan(5);
    }
  });

  it('has two fiscal years, and aid in every state that waits for somebody', async () => {
    const finance = await t.as('finanzas');
    const waiting = (await finance.get('/aid')).body.items as { state: string; dueOn: string }[];
    expect(new Set(waiting.map(({ state }) => state))).toEqual(
      new Set([
        ...['draft', 'assessed', 'endorsed', 'reviewed', 'committed', 'paid', 'paid_urgent'],
        ...['regularised', 'accounted', 'observed', 'returned', 'recorded'],
      ]),
    );
    expect(waiting.some(({ dueOn }) => dueOn !== null)).toBe(true);
    for (const year of [2025, 2026]) {
      const { total } = (await finance.get(`/balances?year=${year}`)).body;
      expect(Number(total.allotted)).toBeGreaterThan(Number(total.accounted));
      expect(Number(total.accounted)).toBeGreaterThan(0);
    }
    const ended = await rows(
      `SELECT DISTINCT state FROM aid_requests WHERE state IN ('settled', 'rendered', 'refused', 'cancelled')`,
    );
    expect(ended.length).toBe(4);
  });

  it('finds its people by a misspelt name', async () => {
    const [person] = await rows(
      `SELECT given_names, first_surname FROM persons WHERE first_surname = 'Quispe' LIMIT 1`,
    );
    const search = encodeURIComponent(`Kispe ${person.given_names.split(' ')[0]}`);
    const found = await (await t.as('oficial.mad')).get(`/people?q=${search}`);
    expect(found.body.items.map((p: { firstSurname: string }) => p.firstSurname)).toContain(
      'Quispe',
    );
  });

  it('is the same for the same seed at the same moment', async () => {
    const again = await createTestApp();
    try {
      await loadDemonstrationCases(again.app, { cases: 230, seed: 7, persons: 300 }, quiet);
      const fingerprint = `
        SELECT md5(string_agg(c.id || c.reference || c.status || coalesce(c.next_due_at::text, '')
                   || p.given_names || p.first_surname, ',' ORDER BY c.id)) AS print
          FROM cases c JOIN persons p ON p.id = c.subject_person_id`;
      const [first, second] = [
        await t.owner.query(fingerprint),
        await again.owner.query(fingerprint),
      ];
      expect(second.rows).toEqual(first.rows);
    } finally {
      await again.close();
    }
  });

  it('can be added to, with cases of other families that owe their own duties', async () => {
    await loadDemonstrationCases(t.app, { cases: 20, seed: 8, others: 40 }, quiet);
    const [{ n, others }] = await rows(
      `SELECT count(*)::int AS n, count(*) FILTER (WHERE family <> 'detention')::int AS others FROM cases`,
    );
    expect({ n, others }).toEqual({ n: 290, others: 40 });
    const duties = await rows(
      `SELECT 1 FROM obligations o JOIN cases c ON c.id = o.case_id WHERE o.kind LIKE c.family || '\\_%'`,
    );
    expect(duties.length).toBeGreaterThan(20);
    await t.app.get(AuditChain, { strict: false }).link();
    expect(await verify(t.app, quiet)).toBe(0);
  });
});
