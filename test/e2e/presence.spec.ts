import { newId } from '../../src/platform/ids';
import { createApi } from '../../src/api.module';
import { createLogger } from '../../src/platform/http/logger';
import { logDetention } from '../factories/detentions';
import { eventually } from '../integration/jobs/harness';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import { Client } from '../support/client';
import { setTier } from '../support/database';

describe('who else looks at a case', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let file: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
    file = await logDetention(officer, t.staff.posts['MAD']!);
  });
  afterAll(() => t.close());

  const look = async (client: Client, id = file): Promise<string[]> => {
    const { status, body } = await client.send('PUT', `/cases/${id}/presence`);
    if (status !== 200) throw new Error(`${status}`);
    return body.items.map((item: { displayName: string }) => item.displayName);
  };

  it('is told to whoever looks too, until they leave or fall silent', async () => {
    expect(await look(officer)).toEqual([]);
    expect(await look(head)).toEqual(['oficial.mad']);
    expect(await look(officer)).toEqual(['jefe.mad']);
    expect((await head.delete(`/cases/${file}/presence`)).status).toBe(204);
    expect(await look(officer)).toEqual([]);
    await look(head);
    t.clock.advance({ seconds: 49 });
    expect(await look(officer)).toEqual(['jefe.mad']);
    t.clock.advance({ seconds: 2 });
    expect(await look(officer)).toEqual([]);
  });

  it('does not exist for whoever may not see the case, and names only members of a sealed one', async () => {
    const stranger = await t.as('oficial.pat');
    const refused = await stranger.send('PUT', `/cases/${file}/presence`);
    expect([refused.status, refused.body.code]).toEqual([404, 'NOT_FOUND']);
    const sealed = await logDetention(head, t.staff.posts['MAD']!);
    // the officer looked while the case was still open to the post
    await look(officer, sealed);
    await setTier(t.owner, sealed, 'sealed');
    await t.owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind) VALUES ($1, $2, $3, 'circle')`,
      [newId(), sealed, t.staff.accounts['proteccion']],
    );
    t.clock.advance({ minutes: 1 });
    expect((await officer.send('PUT', `/cases/${sealed}/presence`)).status).toBe(404);
    const protection = await t.as('proteccion');
    expect(await look(protection, sealed)).toEqual([]);
    expect(await look(head, sealed)).toEqual(['proteccion']);
  });

  it('writes nothing to the database', async () => {
    const rows = async () => {
      const { rows: tables } = await t.owner.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY relname`,
      );
      const all = tables.map(
        ({ name }) => `SELECT '${name}' AS name, count(*), max(xmin::text) FROM "${name}"`,
      );
      return (await t.owner.query(`${all.join(' UNION ALL ')} ORDER BY name`)).rows;
    };
    await look(officer);
    const before = await rows();
    for (let n = 0; n < 20; n += 1) await look(n % 2 ? officer : head);
    expect(await rows()).toEqual(before);
  });

  it('travels between processes and rings open pages, as ids alone', async () => {
    const config = testConfig(t.database);
    const other = await createApi(config, { logger: createLogger('silent'), clock: t.clock });
    await other.listen(0, '127.0.0.1');
    try {
      const url = (await other.getUrl()).replace('[::1]', '127.0.0.1');
      const headElsewhere = new Client(url, head.cookie!);
      await look(officer);
      const abort = new AbortController();
      const stream = await fetch(`${t.url}/api/v1/stream`, {
        headers: { cookie: `amparo_session=${officer.cookie}` },
        signal: abort.signal,
      });
      let heard = '';
      void (async () => {
        for await (const chunk of stream.body!) heard += Buffer.from(chunk).toString('utf8');
      })().catch(() => undefined);
      await eventually('the stream is open', () => heard.includes('event: ready'));
      t.clock.advance({ minutes: 2 });
      await look(officer);
      await look(headElsewhere);
      await eventually('the page is rung', () => heard.includes('event: presence'));
      expect(heard).toContain(`{"kind":"presence","id":"${file}"}`);
      expect(await look(officer)).toEqual(['jefe.mad']);
      expect(heard).not.toContain('jefe');
      abort.abort();
    } finally {
      await other.close();
    }
  });
});
