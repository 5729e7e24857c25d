import { newId } from '../../src/platform/ids';
import { logDetention, newDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('the case file', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  it('numbers cases without gaps, even when some are refused on the way', async () => {
    const before = (await officer.get(`/cases/${await logDetention(officer, mad)}`)).body.reference;
    const attempts = Array.from({ length: 12 }, (_, i) =>
      officer.post('/detentions', newDetention(mad, i % 3 === 0 ? { country: 'XX' } : {})),
    );
    const answers = await Promise.all(attempts);
    const numbers = answers
      .filter((a) => a.status === 201)
      .map((a) => Number(a.body.reference.split('-').at(-1)))
      .sort((a, b) => a - b);
    const first = Number(before.split('-').at(-1)) + 1;
    expect(before).toMatch(/^MAD-2026-\d{6}$/);
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, i) => first + i));
  });

  it('gives the same answer to a repeated create, and refuses the key for other data', async () => {
    const body = newDetention(mad);
    const key = { 'idempotency-key': newId() };
    const [a, b] = await Promise.all([
      officer.post('/detentions', body, key),
      officer.post('/detentions', body, key),
    ]);
    expect([a.status, b.status]).toEqual([201, 201]);
    expect(a.body).toEqual(b.body);
    const other = await officer.post('/detentions', { ...body, stage: 'arrested' }, key);
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const { rows } = await t.owner.query('SELECT count(*)::int AS n FROM cases WHERE id = $1', [
      a.body.id,
    ]);
    expect(rows[0].n).toBe(1);
  });

  it('keeps notes on the timeline, with any script, newest first', async () => {
    const id = await logDetention(officer, mad);
    const texts = ['Ñandú', "t'anta wawa", 'مرحبا بالعالم', '👩‍⚖️ audiencia'];
    for (const text of texts) {
      const answer = await officer.post(`/cases/${id}/notes`, { text });
      expect(answer.status).toBe(201);
    }
    const { body } = await officer.get(`/cases/${id}/timeline?limit=2`);
    expect(body.items.map((e: { data: { text: string } }) => e.data.text)).toEqual([
      texts[3],
      texts[2],
    ]);
    const next = await officer.get(`/cases/${id}/timeline?limit=2&cursor=${body.nextCursor}`);
    expect(next.body.items.map((e: { data: { text: string } }) => e.data.text)).toEqual([
      texts[1],
      texts[0],
    ]);
  });

  it('refuses a stale edit and says what changed and who saved', async () => {
    const id = await logDetention(officer, mad);
    const { version } = (await officer.get(`/cases/${id}`)).body;
    expect((await officer.patch(`/cases/${id}`, { summary: 'Uno' })).status).toBe(428);
    const first = await officer.patch(
      `/cases/${id}`,
      { summary: 'Uno' },
      { 'if-match': `"${version}"` },
    );
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe(`"${version + 1}"`);
    const stale = await head.patch(
      `/cases/${id}`,
      { summary: 'Dos' },
      { 'if-match': `"${version}"` },
    );
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({
      code: 'STALE_VERSION',
      currentVersion: version + 1,
      changes: [
        {
          version: version + 1,
          by: 'oficial.mad',
          fields: ['summary'],
          values: [{ field: 'summary', old: null, new: 'Uno' }],
        },
      ],
    });
    expect((await officer.get(`/cases/${id}`)).body.summary).toBe('Uno');
  });

  it('shows a stale edit each field from what to what, and keeps the earlier values sealed', async () => {
    const id = await logDetention(officer, mad);
    const { version } = (await officer.get(`/cases/${id}`)).body;
    const save = (offset: number, body: object) =>
      officer.patch(`/cases/${id}`, body, { 'if-match': `"${version + offset}"` });
    await save(0, { summary: 'Familia en Huancayo', subdivision: 'ES-CM' });
    await save(1, { summary: 'Familia en Tarma' });
    const { body } = await save(0, { summary: 'Otra cosa' });
    expect(body.changes.map((change: { values: unknown }) => change.values)).toEqual([
      [
        { field: 'summary', old: null, new: 'Familia en Huancayo' },
        { field: 'subdivision', old: 'ES-MD', new: 'ES-CM' },
      ],
      [{ field: 'summary', old: 'Familia en Huancayo', new: 'Familia en Tarma' }],
    ]);
    const { rows } = await t.owner.query('SELECT was FROM revisions WHERE subject_id = $1', [id]);
    expect(rows).toHaveLength(2);
    for (const { was } of rows) expect(Object.keys(was)).toEqual(['sealed']);
    const stranger = await t.as('oficial.pat');
    const refused = await stranger.patch(`/cases/${id}`, { summary: 'x' }, { 'if-match': '"1"' });
    expect(refused.status).toBe(404);
  });

  it('assigns with history: officers hand on their own, heads move any', async () => {
    const id = await logDetention(officer, mad);
    const colleague = t.staff.accounts['oficial2.mad'];
    const elsewhere = await officer.post(`/cases/${id}/assignments`, {
      accountId: t.staff.accounts['oficial.pat'],
    });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'ASSIGNEE_NOT_AT_POST']);
    expect(
      (await officer.post(`/cases/${id}/assignments`, { accountId: colleague, reason: 'Licencia' }))
        .status,
    ).toBe(201);
    const back = await officer.post(`/cases/${id}/assignments`, {
      accountId: t.staff.accounts['oficial.mad'],
    });
    expect([back.status, back.body.code]).toEqual([403, 'CASE_OF_A_COLLEAGUE']);
    expect(
      (await head.post(`/cases/${id}/assignments`, { accountId: t.staff.accounts['oficial.mad'] }))
        .status,
    ).toBe(201);
    const entries = (await officer.get(`/cases/${id}/timeline`)).body.items;
    const moves = entries.filter((e: { kind: string }) => e.kind === 'case.assigned');
    expect(moves.map((e: { data: { to: string } }) => e.data.to)).toEqual([
      t.staff.accounts['oficial.mad'],
      colleague,
    ]);
    const members = await t.owner.query(
      `SELECT account_id, until IS NULL AS current FROM case_members WHERE case_id = $1 ORDER BY since, id`,
      [id],
    );
    expect(members.rows.filter((m) => m.current).map((m) => m.account_id)).toEqual([
      t.staff.accounts['oficial.mad'],
    ]);
    expect(members.rows).toHaveLength(3);
  });

  it('shows an honorary consul only the cases handed to them', async () => {
    const bue = await t.as('jefe.bue');
    const id = await logDetention(bue, t.staff.posts['BUE']!, {
      country: 'AR',
      subdivision: undefined,
    });
    const honorary = await t.as('honorario.ros');
    expect((await honorary.get(`/cases/${id}`)).status).toBe(404);
    await bue.post(`/cases/${id}/assignments`, { accountId: t.staff.accounts['honorario.ros'] });
    expect((await honorary.get(`/cases/${id}`)).status).toBe(200);
    expect((await honorary.get('/cases')).body.items.map((c: { id: string }) => c.id)).toEqual([
      id,
    ]);
    expect(
      (await honorary.patch(`/cases/${id}`, { summary: 'x' }, { 'if-match': '"2"' })).status,
    ).toBe(403);
  });

  it('rests until a date, wakes, and never silences its duties', async () => {
    const id = await logDetention(officer, mad);
    const past = await officer.post(`/cases/${id}/hold`, {
      wakeOn: '2026-03-01',
      reason: 'Espera',
    });
    expect(past.body.errors).toEqual([
      expect.objectContaining({ path: 'wakeOn', code: 'WAKE_DATE_NOT_AHEAD' }),
    ]);
    expect(
      (await officer.post(`/cases/${id}/hold`, { wakeOn: '2026-03-20', reason: 'Espera' })).body
        .status,
    ).toBe('on_hold');
    const page = (await officer.get(`/cases/${id}`)).body;
    expect(page.nextDueAt).not.toBeNull();
    expect((await officer.post(`/cases/${id}/activation`)).body.status).toBe('active');
  });

  it('closes only when the family allows, with an outcome, and reopens with a reason', async () => {
    const id = await logDetention(officer, mad);
    const early = await officer.post(`/cases/${id}/closing`, { outcome: 'released' });
    expect([early.status, early.body.code]).toEqual([422, 'CLOSING_REQUIREMENTS']);
    expect(early.body.errors.map((e: { code: string }) => e.code)).toContain('closing_stage');
    expect(
      (
        await officer.post(`/detentions/${id}/release`, {
          stage: 'released',
          occurredAt: '2026-03-02T08:30:00Z',
        })
      ).status,
    ).toBeLessThan(300);
    const closed = await officer.post(`/cases/${id}/closing`, {
      outcome: 'released',
      note: 'Libre.',
    });
    expect(closed.body).toMatchObject({ status: 'closed' });
    const open = await t.owner.query(
      `SELECT count(*)::int AS n FROM obligations WHERE case_id = $1 AND status = 'open'`,
      [id],
    );
    expect(open.rows[0].n).toBe(0);

    const late = await officer.post(`/cases/${id}/notes`, { text: 'tarde' });
    expect([late.status, late.body.code]).toEqual([409, 'CASE_IS_FINISHED']);
    expect(
      (await officer.post(`/cases/${id}/reopening`, { reason: 'Nueva detención' })).body.status,
    ).toBe('active');
    expect((await officer.get(`/cases/${id}`)).body.nextDueAt).not.toBeNull();
  });

  it('answers for another post exactly as for nothing', async () => {
    const id = await logDetention(officer, mad);
    const paterson = await t.as('oficial.pat');
    const plain = ({ correlationId: _, ...body }: Record<string, unknown>) => body;
    for (const [method, path] of [
      ['GET', ''],
      ['GET', '/timeline'],
      ['POST', '/notes'],
      ['POST', '/activation'],
    ] as const) {
      const body = method === 'POST' ? { text: 'x' } : undefined;
      const theirs = await paterson.send(
        method,
        `/cases/${id}${path}`,
        path === '/activation' ? {} : body,
      );
      const nothing = await paterson.send(
        method,
        `/cases/${newId()}${path}`,
        path === '/activation' ? {} : body,
      );
      expect(theirs.status).toBe(404);
      expect(plain(theirs.body)).toEqual(plain(nothing.body));
    }
  });

  it('pages through a queue without losing or repeating a case; the total is true', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    let total = 0;
    while (cursor !== null) {
      const {
        body,
      }: { body: { items: { id: string }[]; nextCursor: string | null; total: number } } =
        await head.get(`/cases?post=${mad}&limit=5&count=true${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...body.items.map((c) => c.id));
      cursor = body.nextCursor;
      total = body.total;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(total);
    expect((await head.get(`/cases?cursor=zzz`)).body.code).toBe('INVALID_CURSOR');
  });

  it('sorts each view by what is due', async () => {
    const urgent = await logDetention(officer, mad, {
      detainedAt: '2026-02-27T20:00:00Z',
      informedOfRightsAt: '2026-02-27T20:30:00Z',
      postNotifiedAt: '2026-02-28T08:00:00Z',
    });
    const overdue = (await head.get(`/cases?post=${mad}&view=overdue`)).body.items;
    expect(overdue.map((c: { id: string }) => c.id)).toEqual([urgent]);
    expect(overdue[0].overdue).toBe(true);
    const mine = (await officer.get(`/cases?post=${mad}&view=mine&limit=200`)).body.items;
    expect(
      mine.every(
        (c: { assignee: { displayName: string } }) => c.assignee.displayName === 'oficial.mad',
      ),
    ).toBe(true);
    expect(mine[0].id).toBe(urgent);
  });

  it('leaves a trace of who viewed a case', async () => {
    const id = await logDetention(officer, mad);
    await head.get(`/cases/${id}`);
    const { rows } = await t.owner.query(
      `SELECT actor_id FROM audit_entries WHERE action = 'case.viewed' AND subject_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor_id: t.staff.accounts['jefe.mad'] }]);
  });
});
