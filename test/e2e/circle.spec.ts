import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

const SEALED = /^S-[0-9A-HJKMNP-TV-Z]{8}$/;

describe('tiers and circle', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let colleague: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head, colleague] = await Promise.all([
      t.as('oficial.mad'),
      t.as('jefe.mad'),
      t.as('oficial2.mad'),
    ]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const circleOf = async (client: Client, id: string) =>
    (await client.get(`/cases/${id}/circle`)).body;
  const admit = (
    client: Client,
    id: string,
    username: string,
    more: Record<string, unknown> = {},
  ) =>
    client.post(`/cases/${id}/members`, {
      accountId: t.staff.accounts[username],
      kind: 'circle',
      reason: 'Apoya en el caso',
      ...more,
    });
  async function tier(
    client: Client,
    id: string,
    to: string,
    more: Record<string, unknown> = {},
  ): Promise<Answer> {
    const { version } = await circleOf(client, id);
    const body = { tier: to, reason: 'Riesgo para la persona', ...more };
    return client.post(`/cases/${id}/tier`, body, { 'if-match': `"${version}"` });
  }
  const later = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

  it('shows its circle, and nobody else, who has read the file', async () => {
    const id = await logDetention(officer, mad);
    const names = async (client: Client) =>
      (await circleOf(client, id)).readers
        .map(({ accountId }: { accountId: string }) => accountId)
        .sort();
    await colleague.get(`/cases/${id}`);
    await colleague.get(`/cases/${id}`);
    const { accounts } = t.staff;
    const wanted = [accounts['oficial.mad'], accounts['oficial2.mad']].sort();
    expect(await names(officer)).toEqual(wanted);
    expect(await names(colleague)).toEqual([]);
    await tier(officer, id, 'sealed', { members: [accounts['proteccion']] });
    expect(await names(officer)).toEqual(wanted);
    const desk = await t.as('proteccion');
    await desk.get(`/cases/${id}`);
    expect((await circleOf(desk, id)).readers[0]).toMatchObject({
      accountId: accounts['proteccion'],
      times: 1,
    });
  });

  it('seals a case: a random number, the old one reassigned, and gone for everyone else', async () => {
    const id = await logDetention(officer, mad);
    const before = (await officer.get(`/cases/${id}`)).body.reference as string;
    const nobody = await colleague.get(`/cases/${newest(id)}`);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(200);

    const sealed = await tier(officer, id, 'sealed', {
      members: [t.staff.accounts['proteccion']],
    });
    expect(sealed.status).toBe(200);
    expect(sealed.body.reference).toMatch(SEALED);
    for (const outside of ['oficial2.mad', 'jefe.mad', 'mesa.asn', 'directora.dgc']) {
      const answer = await (await t.as(outside)).get(`/cases/${id}`);
      const { correlationId, ...body } = answer.body;
      const { correlationId: other, ...absent } = nobody.body;
      expect([outside, answer.status, body]).toEqual([outside, 404, absent]);
      expect(correlationId).not.toBe(other);
    }
    expect((await (await t.as('proteccion')).get(`/cases/${id}`)).status).toBe(200);
    const circle = await circleOf(officer, id);
    expect(circle.formerReferences.map((r: { reference: string }) => r.reference)).toEqual([
      before,
    ]);
    expect(await stateOf(before)).toBe('reassigned');
  });

  /** An id of the same form that no case has. */
  const newest = (id: string) => id.slice(0, -4) + (id.endsWith('0000') ? '0001' : '0000');

  async function stateOf(reference: string): Promise<string> {
    const [code, year, n] = reference.split('-');
    const { rows } = await t.owner.query(
      `SELECT i.state FROM issued_numbers i JOIN posts p ON p.id = i.post_id
        WHERE p.code = $1 AND i.year = $2 AND i.kind = 'CASE' AND i.n = $3`,
      [code, year, Number(n)],
    );
    return rows[0].state as string;
  }

  it('gives an unsealed case a new ordinary number, and the circle sees all of them', async () => {
    const id = await logDetention(officer, mad);
    const first = (await officer.get(`/cases/${id}`)).body.reference;
    await tier(officer, id, 'sealed', { members: [t.staff.accounts['jefe.mad']] });
    const own = await tier(officer, id, 'standard');
    expect([own.status, own.body.code]).toEqual([409, 'TIER_NOT_ALLOWED']);
    const opened = await tier(head, id, 'standard');
    expect(opened.body.reference).toMatch(/^MAD-2026-\d{6}$/);
    expect(opened.body.reference).not.toBe(first);
    expect(await stateOf(opened.body.reference)).toBe('in_use');
    expect(await stateOf(first)).toBe('reassigned');
    const { formerReferences } = await circleOf(head, id);
    expect(formerReferences).toHaveLength(2);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(200);
  });

  it('gives the number of a dismissed case the same state, so that it tells nothing', async () => {
    const id = await logDetention(head, mad);
    await t.owner.query(`UPDATE cases SET status = 'registered' WHERE id = $1`, [id]);
    const { reference } = (await head.get(`/cases/${id}`)).body;
    const answer = await head.post(`/cases/${id}/dismissal`, { reason: 'entered_by_mistake' });
    expect(answer.status).toBe(200);
    expect(await stateOf(reference)).toBe('reassigned');
  });

  it('numbers the acts of a sealed case at random', async () => {
    const id = await logDetention(officer, mad);
    await tier(officer, id, 'sealed');
    const series = () =>
      t.owner.query(`SELECT coalesce(max(last_n), 0) AS n FROM number_series WHERE kind = 'NVB'`);
    const before = (await series()).rows[0].n;
    const note = await officer.post(`/detentions/${id}/notes-verbales`, {
      sentAt: '2026-03-02T08:30:00Z',
      authority: 'Ministerio del Interior',
      subject: 'Pedido de acceso consular',
    });
    expect(note.status).toBe(201);
    expect(note.body.actNumber).toMatch(SEALED);
    expect((await series()).rows[0].n).toBe(before);
  });

  it('admits from an instant until another, and keeps the history', async () => {
    const id = await logDetention(officer, mad);
    await tier(officer, id, 'restricted');
    expect((await colleague.get(`/cases/${id}`)).status).toBe(404);

    const coming = await admit(officer, id, 'oficial2.mad', { from: later(1), until: later(2) });
    expect(coming.status).toBe(201);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(404);

    const now = await admit(officer, id, 'oficial2.mad', { until: later(3) });
    expect(now.status).toBe(201);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(200);
    const ended = await officer.post(`/cases/${id}/members/${now.body.id}/end`, {
      reason: 'Terminó el apoyo',
    });
    expect(ended.status).toBe(200);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(404);
    const { members } = await circleOf(officer, id);
    expect(members).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'assigned', state: 'active' }),
        expect.objectContaining({ id: coming.body.id, state: 'upcoming' }),
        expect.objectContaining({
          id: now.body.id,
          state: 'ended',
          reason: 'Apoya en el caso',
          endReason: 'Terminó el apoyo',
          endedBy: 'oficial.mad',
        }),
      ]),
    );
  });

  it('is kept by the assignee, the head of post and the protection desk alone', async () => {
    const id = await logDetention(officer, mad);
    const refused = await admit(colleague, id, 'oficial.pat');
    expect([refused.status, refused.body.code]).toEqual([403, 'CIRCLE_IS_KEPT_BY_OTHERS']);
    expect((await circleOf(colleague, id)).mayManage).toBe(false);
    for (const keeper of ['jefe.mad', 'proteccion']) {
      expect((await circleOf(await t.as(keeper), id)).mayManage).toBe(true);
    }
    expect((await admit(await t.as('mesa.asn'), id, 'oficial.pat')).status).toBe(403);
    expect((await admit(await t.as('oficial.pat'), id, 'oficial.pat')).status).toBe(404);
  });

  it('admits no one who manages accounts or money, and no one twice', async () => {
    const id = await logDetention(officer, mad);
    for (const outside of ['admin', 'finanzas', 'auditora', 'guardian']) {
      const answer = await admit(officer, id, outside);
      expect([outside, answer.status]).toEqual([outside, 422]);
    }
    expect((await admit(officer, id, 'oficial.pat')).status).toBe(201);
    expect((await admit(officer, id, 'oficial.pat')).body.code).toBe('ALREADY_IN_CIRCLE');
    const offered = (await officer.get(`/cases/${id}/circle/candidates`)).body.items.map(
      (one: { displayName: string }) => one.displayName,
    );
    expect(offered).toEqual(expect.arrayContaining(['jefe.mad', 'proteccion', 'mesa.asn']));
    expect(offered).not.toContain('oficial.mad');
    expect(offered).not.toContain('admin');
  });

  it('never leaves a sealed case to no one, and lets nobody end an assignment there', async () => {
    const id = await logDetention(head, mad, { assigneeId: undefined });
    await tier(head, id, 'sealed');
    const { members } = await circleOf(head, id);
    const own = members.find((m: { displayName: string }) => m.displayName === 'jefe.mad');
    const left = await head.post(`/cases/${id}/members/${own.id}/end`, { reason: 'x' });
    expect(left.status).toBe(409);
    expect(['CIRCLE_WOULD_BE_EMPTY', 'MEMBER_BY_ASSIGNMENT']).toContain(left.body.code);
  });

  it('lets a person exist only for the circle while all of their cases are sealed', async () => {
    const { body: known } = await officer.post('/people', {
      givenNames: 'Wayra Illari',
      firstSurname: 'Condorcanqui',
      sex: 2,
    });
    const id = await logDetention(officer, mad, { person: { id: known.id } });
    const found = async () =>
      (await colleague.get('/people?q=Wayra%20Condorcanqui')).body.items?.length ?? 0;
    const seen = async () => (await colleague.get(`/people/${known.id}`)).status;
    expect(await seen()).toBe(200);
    await tier(officer, id, 'sealed', { members: [t.staff.accounts['jefe.mad']] });
    expect([await seen(), await found()]).toEqual([404, 0]);
    expect((await officer.get(`/people/${known.id}`)).status).toBe(200);
    await tier(head, id, 'standard');
    expect(await seen()).toBe(200);
  });

  it('is left at once by whoever leaves the service, and entered by nobody who is barred', async () => {
    const id = await logDetention(officer, mad);
    await tier(officer, id, 'sealed');
    await admit(officer, id, 'oficial2.mad');
    await admit(officer, id, 'jefe.mad');
    expect((await colleague.get(`/cases/${id}`)).status).toBe(200);
    const gone = t.staff.accounts['oficial2.mad'];
    await t.owner.query('UPDATE staff_roles SET valid_until = now() WHERE account_id = $1', [gone]);
    expect((await colleague.get(`/cases/${id}`)).status).not.toBe(200);
    const seat = (await circleOf(officer, id)).members.find(
      (m: { accountId: string }) => m.accountId === gone,
    );
    expect(seat.state).toBe('ended');
    await t.owner.query('UPDATE staff_roles SET valid_until = NULL WHERE account_id = $1', [gone]);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(200);

    const bar = { accountId: gone, ground: 'related_to_victim', reason: 'Es su hermana' };
    expect((await officer.post(`/cases/${id}/bars`, bar)).status).toBe(201);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(404);
    expect((await admit(officer, id, 'oficial2.mad')).body.code).toBe('STAFF_IS_BARRED');
    const candidates = (await officer.get(`/cases/${id}/circle/candidates`)).body.items;
    expect(candidates.map((c: { accountId: string }) => c.accountId)).not.toContain(gone);
    const [barred] = (await circleOf(officer, id)).bars;
    expect(barred).toMatchObject({ accountId: gone, reason: 'Es su hermana' });
    const lifting = { reason: 'Fue un error' };
    expect((await head.post(`/cases/${id}/bars/${barred.id}/lifting`, lifting)).body.code).toBe(
      'BARS_ARE_LIFTED_BY_THE_DESK',
    );
    await admit(officer, id, 'proteccion');
    const desk = await t.as('proteccion');
    expect((await desk.post(`/cases/${id}/bars/${barred.id}/lifting`, lifting)).status).toBe(200);
    expect((await admit(officer, id, 'oficial2.mad')).status).toBe(201);
  });

  it('refuses a stale change, and one below what the type asks for', async () => {
    const id = await logDetention(officer, mad);
    const stale = await officer.post(
      `/cases/${id}/tier`,
      { tier: 'sealed', reason: 'x' },
      { 'if-match': '"99"' },
    );
    expect(stale.status).toBe(412);
    expect((await officer.post(`/cases/${id}/tier`, { tier: 'sealed', reason: 'x' })).status).toBe(
      428,
    );
    const same = await tier(officer, id, 'standard');
    expect([same.status, same.body.allowed]).toEqual([409, ['restricted', 'sealed']]);
  });
});
