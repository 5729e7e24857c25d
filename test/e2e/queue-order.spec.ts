import { Pool } from 'pg';
import { QUEUES, type QueueView } from '../../src/modules/cases/case.statements';
import { decision, kinTold, openDeathCase } from '../factories/deaths';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

/** What is due soonest comes first, but for work that comes before all other (rules §6). */
describe('the order of a queue', () => {
  let t: TestApp;
  let officer: Client;
  let desk: Client;
  let mad: string;
  let detention: string;
  let remains: string;
  let estate: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, desk] = await Promise.all([t.as('oficial.mad'), t.as('mesa.asn')]);
    mad = t.staff.posts['MAD']!;
    // both have a duty that is due before the first of the remains
    detention = await logDetention(officer, mad);
    estate = await openDeathCase(officer, mad, { type: 'estate' });
    t.clock.advance({ minutes: 30 });
    remains = await openDeathCase(officer, mad);
  });
  afterAll(() => t.close());

  const ids = async (query: string, client = officer): Promise<string[]> =>
    (await client.get(`/cases?${query}&limit=200`)).body.items.map((c: { id: string }) => c.id);
  const at = (view: string) => ids(`post=${mad}&view=${view}`);

  it('puts remains that are not at rest above all other work, in every view', async () => {
    for (const view of ['all', 'mine', 'due']) {
      const [first, ...others] = await at(view);
      expect([view, first]).toEqual([view, remains]);
      expect(others).toEqual(expect.arrayContaining([estate]));
    }
    expect((await at('raised'))[0]).toBe(remains);
    for (const id of [remains, detention, estate]) {
      const { version } = (await officer.get(`/cases/${id}`)).body;
      await officer.post(
        `/cases/${id}/hold`,
        { wakeOn: '2026-04-01', reason: 'Se espera.' },
        { 'if-match': `"${version}"` },
      );
    }
    expect((await ids('view=all', desk))[0]).toBe(remains);
    t.clock.advance({ hours: 30 });
    const overdue = await at('overdue');
    expect(overdue[0]).toBe(remains);
    expect(overdue).toEqual(expect.arrayContaining([detention, estate]));
  });

  it('goes on from page to page without losing or repeating any', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await officer.get(
        `/cases?post=${mad}&view=all&limit=1${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...body.items.map((c: { id: string }) => c.id));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(seen).toEqual(await at('all'));
    expect(seen[0]).toBe(remains);
    expect(new Set(seen).size).toBe(3);
  });

  it('sinks to its place by the next due once they rest', async () => {
    await officer.post(`/death-cases/${remains}/kin-notices`, kinTold());
    await officer.post(`/death-cases/${remains}/remains-decisions`, decision('local_burial'));
    await officer.post(`/death-cases/${remains}/resting-places`, {
      ...{ kind: 'burial', country: 'ES', place: 'Madrid', restedOn: '2026-03-02' },
    });
    expect((await at('all'))[0]).not.toBe(remains);
  });

  it('is read from the index of the queue, as the application reads it', async () => {
    await t.owner.query(
      `INSERT INTO cases (id, post_id, family, type, tier, status, intake_channel, occurred_at, country, next_due_at, queue_rank)
       SELECT gen_random_uuid(), ($1::uuid[])[1 + n % 3], 'detention', 'criminal_detention', 'standard', 'active', 'relative', '2026-01-10Z', 'ES',
              '2026-03-01Z'::timestamptz + n * interval '1 minute', CASE WHEN n % 500 = 0 THEN 0 ELSE 1 END
         FROM generate_series(1, 6000) AS n`,
      [['MAD', 'PAT', 'BUE'].map((code) => t.staff.posts[code]!)],
    );
    await t.owner.query('ANALYZE cases');
    const app = new Pool({ connectionString: t.database.appUrl, max: 1 });
    const client = await app.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT app.act_as($1, NULL)', [t.staff.accounts['oficial.mad']]);
      const plan = async (view: QueueView): Promise<string> => {
        const literals = [
          `'${mad}'`,
          'NULL',
          `'2026-03-02Z'::timestamptz`,
          `'${t.staff.accounts['oficial.mad']!}'`,
          'false',
          '51',
        ];
        const sql = QUEUES.post[view].first.text.replace(
          /\$(\d)/g,
          (_, n: string) => literals[Number(n) - 1]!,
        );
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`);
        return rows.map((row) => row['QUERY PLAN']).join('\n');
      };
      for (const [view, index] of [
        ['all', 'cases_open_by_post_idx'],
        ['overdue', 'cases_open_by_post_idx'],
      ] as const) {
        const text = await plan(view);
        expect(text).toMatch(new RegExp(`Index Scan using (${index}) on cases c`));
        // nor sorted afterwards
        expect(text).not.toMatch(/Sort Key: .*(queue_rank|next_due_at)/);
      }
    } finally {
      await client.query('ROLLBACK');
      client.release();
      await app.end();
    }
  });
});
