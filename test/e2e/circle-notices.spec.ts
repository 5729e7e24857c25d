import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { workOf } from '../support/cooperation';

describe('whoever is admitted to a circle', () => {
  let t: TestApp;
  let head: Client;
  let id: string;
  let work: ReturnType<typeof workOf>;
  beforeAll(async () => {
    t = await createTestApp();
    head = await t.as('jefe.mad');
    work = workOf(t);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    await t.owner.query('DELETE FROM outbox');
    id = await logDetention(head, t.staff.posts['MAD']!);
  });

  const admit = async (username: string, more: object = {}) => {
    const accountId = t.staff.accounts[username];
    const body = { accountId, kind: 'circle', reason: 'Apoya en el caso', ...more };
    const answer = await head.post(`/cases/${id}/members`, body);
    expect(answer.status).toBe(201);
    return answer.body.id as string;
  };
  const noticesOf = async (username: string) => {
    const items = (await (await t.as(username)).get('/notices?limit=50')).body.items;
    return items.filter((n: { caseId: string }) => n.caseId === id);
  };
  const mailed = async (username: string) => {
    const { rows } = await t.owner.query(
      'SELECT mail_id IS NOT NULL AS mailed FROM notices WHERE case_id = $1 AND account_id = $2',
      [id, t.staff.accounts[username]],
    );
    return rows.map((row) => row.mailed);
  };

  it('is told once, with the way to the case, and by mail unless they declined it', async () => {
    await (await t.as('local.mad')).send('PUT', '/notices/preferences', { mail: 'breaches' });
    await admit('oficial2.mad');
    await admit('local.mad');
    await work.tell();
    await work.tell();
    const [notice, ...others] = await noticesOf('oficial2.mad');
    expect(others).toEqual([]);
    const { reference } = (await head.get(`/cases/${id}`)).body;
    expect(notice).toMatchObject({ kind: 'admitted', path: `/cases/${id}` });
    expect(notice.title).not.toContain(reference);
    expect(notice.text).toContain(reference);
    expect(await mailed('oficial2.mad')).toEqual([true]);
    expect(await noticesOf('local.mad')).toHaveLength(1);
    expect(await mailed('local.mad')).toEqual([false]);
    expect(await noticesOf('jefe.mad')).toEqual([]);
  });

  it('is told when the case is sealed with them in it; whoever seals it is not', async () => {
    const { version } = (await head.get(`/cases/${id}/circle`)).body;
    const members = [t.staff.accounts['proteccion']];
    const sealing = { tier: 'sealed', reason: 'Riesgo para la persona', members };
    await head.post(`/cases/${id}/tier`, sealing, { 'if-match': `"${version}"` });
    await work.tell();
    expect(await noticesOf('proteccion')).toMatchObject([{ kind: 'admitted' }]);
    expect(await noticesOf('jefe.mad')).toEqual([]);
  });

  it('hears of it when the membership begins, and not at all once it has ended', async () => {
    const from = new Date(Date.now() + 86_400_000).toISOString();
    await admit('oficial2.mad', { from });
    const { rows } = await t.owner.query(
      `SELECT available_at FROM outbox WHERE job = 'colleague.tell'`,
    );
    expect(rows).toEqual([{ available_at: new Date(from) }]);

    const ended = await admit('local.mad');
    await head.post(`/cases/${id}/members/${ended}/end`, { reason: 'Por error' });
    await work.tell();
    expect(await noticesOf('local.mad')).toEqual([]);
  });
});
