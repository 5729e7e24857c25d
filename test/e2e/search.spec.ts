import { newId } from '../../src/platform/ids';
import { logDetention, newDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { setTier } from '../support/database';

interface Answer {
  cases: { items: { id: string; why: { kind: string; text?: string }[] }[]; total: number };
  people: { items: { fullName: string }[]; total: number };
}

describe('search', () => {
  let t: TestApp;
  let mad: Client;
  let pat: Client;
  let desk: Client;
  let here: string;
  let reference: string;
  beforeAll(async () => {
    t = await createTestApp();
    [mad, pat, desk] = [
      await t.as('oficial.mad'),
      await t.as('oficial.pat'),
      await t.as('mesa.asn'),
    ];
    const logged = await mad.post(
      '/detentions',
      newDetention(t.staff.posts['MAD']!, {
        person: { givenNames: 'Yolanda', firstSurname: 'Huamán', secondSurname: 'Choque', sex: 2 },
      }),
    );
    here = logged.body.id;
    reference = logged.body.reference;
    const { personId, version } = (await mad.get(`/cases/${here}`)).body;
    const edit = {
      summary: 'La señora pidió medicación para el corazón',
      intakeReference: 'DIL-778/2026',
      place: 'Comisaría de Leganitos',
    };
    await mad.patch(`/cases/${here}`, edit, { 'if-match': `"${version}"` });
    const passport = { kind: 'passport', number: 'AB1234567', issuingState: 'PER' };
    const added = await mad.post(`/people/${personId}/documents`, passport);
    expect(added.status).toBe(201);
  });
  afterAll(() => t.close());

  const search = async (client: Client, q: string, filter: object = {}): Promise<Answer> => {
    const { status, body } = await client.post('/searches', { q, ...filter });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as Answer;
  };
  const ids = async (client: Client, q: string, filter: object = {}) =>
    (await search(client, q, filter)).cases.items.map(({ id }) => id);
  const why = async (client: Client, q: string) =>
    (await search(client, q)).cases.items.find(({ id }) => id === here)?.why;

  it('finds a case by its number, whole, without zeros or by the ordinal alone', async () => {
    const ordinal = String(Number(reference.slice(-6)));
    for (const q of [
      reference,
      reference.toLowerCase(),
      `MAD 2026 ${ordinal}`,
      `2026-${ordinal}`,
      `0${ordinal}`,
    ]) {
      expect(await ids(mad, q)).toContain(here);
    }
    expect((await why(mad, reference))![0]).toEqual({ kind: 'number' });
  });

  it('finds it by the number of an act and by the reference of its intake', async () => {
    const visit = await mad.post(`/detentions/${here}/contacts`, {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-02T08:30:00Z',
      checks: [],
      needs: [],
    });
    expect(visit.status).toBe(201);
    const { rows } = await t.owner.query<{ n: string }>(
      'SELECT act_number AS n FROM detention_contacts WHERE case_id = $1',
      [here],
    );
    for (const q of [rows[0]!.n, 'dil 778 2026', 'DIL-778/2026']) {
      expect(await ids(mad, q)).toEqual([here]);
    }
  });

  it('finds it by the person, misspelt, by their document, and says who it was', async () => {
    const found = await search(mad, 'iolanda guaman');
    expect(found.people.items.map(({ fullName }) => fullName)).toContain('Yolanda Huamán Choque');
    expect(found.cases.items.map(({ id }) => id)).toContain(here);
    expect(await why(mad, 'ab1234567')).toEqual([
      expect.objectContaining({ kind: 'person', role: 'beneficiary' }),
    ]);
  });

  it('finds a note that was just written, by any form of its words, and quotes it', async () => {
    const text = 'Solicitó que se avisara a sus hermanas en Ayacucho';
    expect((await mad.post(`/cases/${here}/notes`, { text })).status).toBe(201);
    for (const q of ['hermana ayacucho', 'AYACUCHO', 'solicitar aviso hermanas']) {
      const reasons = await why(mad, q);
      expect(reasons).toEqual([expect.objectContaining({ kind: 'note', text })]);
    }
    expect(await ids(mad, 'ayacucho cusco')).toEqual([]);
  });

  it('finds it by its place, its summary and the prison', async () => {
    expect(await why(mad, 'leganitos')).toEqual([expect.objectContaining({ kind: 'place' })]);
    expect(await why(mad, 'medicación corazon')).toEqual([
      expect.objectContaining({ kind: 'summary' }),
    ]);
    expect(await why(mad, 'soto del real')).toEqual([expect.objectContaining({ kind: 'place' })]);
  });

  it('forgets the words of a summary that was replaced', async () => {
    const id = await logDetention(mad, t.staff.posts['MAD']!, { summary: 'Palabra quimera' });
    expect(await ids(mad, 'quimera')).toEqual([id]);
    const { version } = (await mad.get(`/cases/${id}`)).body;
    await mad.patch(`/cases/${id}`, { summary: 'Otra' }, { 'if-match': `"${version}"` });
    expect(await ids(mad, 'quimera')).toEqual([]);
  });

  it('counts and lists for each reader the same: what they may see', async () => {
    const word = 'tornasol';
    const text = `Dice ${word}`;
    const far = await logDetention(pat, t.staff.posts['PAT']!, {
      country: 'US',
      subdivision: 'US-NJ',
    });
    await mad.post(`/cases/${here}/notes`, { text });
    await pat.post(`/cases/${far}/notes`, { text });
    expect(await search(mad, word)).toMatchObject({ cases: { total: 1, items: [{ id: here }] } });
    expect(await search(pat, word)).toMatchObject({ cases: { total: 1, items: [{ id: far }] } });
    expect((await search(desk, word)).cases.total).toBe(2);
    expect(await ids(desk, word, { country: 'US' })).toEqual([far]);
    expect(await ids(desk, word, { post: t.staff.posts['MAD'] })).toEqual([here]);
    expect(await ids(desk, word, { status: 'closed' })).toEqual([]);
    expect(await ids(mad, word, { post: t.staff.posts['PAT'] })).toEqual([]);
    expect(
      await ids(desk, word, {
        assignee: t.staff.accounts['oficial.pat'],
        from: '2020-01-01T00:00:00Z',
      }),
    ).toEqual([far]);
    expect(await ids(desk, word, { to: '2020-01-01T00:00:00Z' })).toEqual([]);
  });

  it('finds a word of a restricted part only for whoever reads it, and a sealed case only in its circle', async () => {
    const entry = (caseId: string, tier: string, word: string) =>
      t.owner.query(
        `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, tier, data)
         VALUES ($1, $2, 'note.added', now(), $3, jsonb_build_object('text', jsonb_build_object('clear', $4::text)))`,
        [newId(), caseId, tier, `Alude a ${word}`],
      );
    const local = await t.as('local.mad');
    const head = await t.as('jefe.mad');
    await entry(here, 'restricted', 'madreselva');
    expect(await ids(head, 'madreselva')).toEqual([here]);
    expect(await search(local, 'madreselva')).toMatchObject({ cases: { total: 0, items: [] } });
    // two words, one of them restricted: knowing the other opens nothing
    expect(await ids(local, 'ayacucho madreselva')).toEqual([]);
    const sealed = await logDetention(mad, t.staff.posts['MAD']!);
    await entry(sealed, 'standard', 'alcornoque');
    expect(await ids(local, 'alcornoque')).toEqual([sealed]);
    await setTier(t.owner, sealed, 'sealed');
    const { rows } = await t.owner.query<{ reference: string }>(
      `UPDATE cases SET assignee_id = $2 WHERE id = $1 RETURNING reference`,
      [sealed, t.staff.accounts['oficial.mad']],
    );
    await t.owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind) VALUES ($1, $2, $3, 'circle')`,
      [newId(), sealed, t.staff.accounts['proteccion']],
    );
    // words of a sealed case are not indexed, for its circle either
    const member = await t.as('proteccion');
    expect(await ids(member, rows[0]!.reference)).toEqual([sealed]);
    for (const client of [local, head, desk, member]) {
      expect(await ids(client, 'alcornoque')).toEqual([]);
      if (client !== member) {
        expect(await ids(client, rows[0]!.reference)).not.toContain(sealed);
      }
      expect((await search(client, 'alcornoque')).cases.total).toBe(0);
    }
  });

  it('enters no sealed text, and drops the words of a text that becomes sealed', async () => {
    const id = newId();
    const data = (value: object) => JSON.stringify({ text: value });
    await t.owner.query(
      `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, data) VALUES ($1, $2, 'note.added', now(), $3)`,
      [id, here, data({ clear: 'Vive en Chachapoyas' })],
    );
    expect(await ids(mad, 'chachapoyas')).toEqual([here]);
    const sealed = { sealed: { key: 'k', iv: 'x', tag: 'y', data: 'chachapoyas' } };
    await t.owner.query('UPDATE timeline_entries SET data = $2 WHERE id = $1', [id, data(sealed)]);
    expect(await ids(mad, 'chachapoyas')).toEqual([]);
    await t.owner.query('DELETE FROM timeline_entries WHERE id = $1', [id]);
  });

  it('moves with a case to another post', async () => {
    const id = await logDetention(mad, t.staff.posts['MAD']!, { summary: 'Trasvase' });
    await t.owner.query('UPDATE cases SET post_id = $2 WHERE id = $1', [id, t.staff.posts['PAT']]);
    expect(await ids(pat, 'trasvase')).toEqual([id]);
  });

  it('is audited by kind and count, never by what was typed', async () => {
    await search(mad, 'ayacucho', { family: 'detention' });
    const { rows } = await t.owner.query<{ details: Record<string, unknown> }>(
      `SELECT details FROM audit_entries WHERE action = 'search.run' ORDER BY id DESC LIMIT 1`,
    );
    expect(rows[0]!.details).toEqual({
      kinds: ['words'],
      filters: ['family'],
      cases: 1,
      people: 0,
    });
  });

  it('finds after a re-index what it found before', async () => {
    const all =
      'SELECT key, case_id, post_id, source, restricted FROM case_search_keys ORDER BY 1, 2, 4, 5';
    const { rows: kept } = await t.owner.query(all);
    await t.owner.query('SELECT app.reindex_cases()');
    const { rows: anew } = await t.owner.query(all);
    expect(anew).toEqual(kept);
  });

  it.each([
    [{}, 'q'],
    [{ q: 'a' }, 'q'],
    [{ q: ' '.repeat(20) }, 'q'],
    [{ q: 'x'.repeat(201) }, 'q'],
    [{ q: 'rosa', status: 'asleep' }, 'status'],
    [{ q: 'rosa', post: 'MAD' }, 'post'],
    [{ q: 'rosa', from: 'ayer' }, 'from'],
    [{ q: 'rosa', limit: 1000 }, 'limit'],
  ])('refuses %j and names the field', async (body, path) => {
    const answer = await mad.post('/searches', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((e: { path: string }) => e.path)).toContain(path);
  });

  it.each(["'; DROP TABLE cases; --", '%_\\', '<script>', '& | ! :*', 'ñañá', '漢字 🙂'])(
    'takes %j as text',
    async (q) => {
      expect((await mad.post('/searches', { q })).status).toBe(200);
    },
  );
});
