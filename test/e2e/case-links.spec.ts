import { logDetention } from '../factories/detentions';
import { storeCase } from '../factories/stored-case';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

describe('links between cases', () => {
  let t: TestApp;
  let officer: Client;
  let desk: Client;
  let mad: string;
  let here: string;
  let other: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    desk = await t.as('mesa.asn');
    mad = t.staff.posts['MAD']!;
  });
  beforeEach(async () => {
    here = await logDetention(officer, mad);
    other = await logDetention(officer, mad);
  });
  afterAll(() => t.close());

  const referenceOf = async (id: string) =>
    (await t.owner.query<{ reference: string }>('SELECT reference FROM cases WHERE id = $1', [id]))
      .rows[0]!.reference;
  const links = async (client: Client, id: string) => (await client.get(`/cases/${id}/links`)).body;

  it('shows the same link from both ends, with its reason, and what continues what', async () => {
    const reason = 'Detenidas en el mismo operativo';
    const body = { reference: (await referenceOf(other)).toLowerCase(), kind: 'continues', reason };
    expect((await officer.post(`/cases/${here}/links`, body)).status).toBe(201);
    expect((await links(officer, here)).items).toEqual([
      expect.objectContaining({ caseId: other, relation: 'continues', reason, endedAt: null }),
    ]);
    expect((await links(officer, other)).items).toEqual([
      expect.objectContaining({ caseId: here, relation: 'continued_by', reason }),
    ]);
  });

  it('links two cases once in each way, whoever asks first and from whichever end', async () => {
    const ask = (from: string, to: string) =>
      officer.post(`/cases/${from}/links`, { caseId: to, kind: 'related', reason: 'Hermanos' });
    const answers = await Promise.all([ask(here, other), ask(other, here), ask(here, other)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect((await ask(other, here)).body.code).toBe('ALREADY_LINKED');
    const family = { caseId: other, kind: 'same_family', reason: 'Madre e hija' };
    expect((await officer.post(`/cases/${here}/links`, family)).status).toBe(201);
  });

  it('ends a link with a reason and keeps it on file; it may be made anew', async () => {
    const body = { caseId: other, kind: 'related', reason: 'Parecía la misma familia' };
    const { id } = (await officer.post(`/cases/${here}/links`, body)).body;
    const end = `/cases/${other}/links/${id}/ending`;
    expect((await officer.post(end, { reason: 'No lo eran' })).status).toBe(204);
    expect(await officer.post(end, { reason: 'Otra vez' })).toMatchObject(
      problem(404, 'NOT_FOUND'),
    );
    expect((await links(officer, here)).items).toEqual([
      expect.objectContaining({ endReason: 'No lo eran', endedAt: expect.any(String) }),
    ]);
    expect((await officer.post(`/cases/${here}/links`, body)).status).toBe(201);
  });

  it('gathers the cases of a named event', async () => {
    const third = await logDetention(officer, mad);
    const named = { kind: 'same_event', reason: 'Accidente', eventName: 'Autobús de la A-2' };
    await officer.post(`/cases/${here}/links`, { caseId: other, ...named });
    const [{ eventId }] = (await links(officer, here)).items;
    const added = { kind: 'same_event', reason: 'Accidente', eventId };
    expect((await officer.post(`/cases/${other}/links`, { caseId: third, ...added })).status).toBe(
      201,
    );
    expect((await links(officer, here)).alsoInEvent).toEqual([
      expect.objectContaining({ caseId: third, eventId }),
    ]);
  });

  it('is absent, without a sign, for whoever may not see the other end', async () => {
    const far = await storeCase(t.owner, { post: t.staff.posts['PAT']!, nextDueAt: '2026-04-01Z' });
    const before = (await officer.get(`/cases/${here}`)).body;
    const body = { caseId: far, kind: 'same_event', reason: 'Mismo buque', eventName: 'El buque' };
    expect((await desk.post(`/cases/${here}/links`, body)).status).toBe(201);
    expect((await links(desk, here)).items).toHaveLength(1);
    expect(await links(officer, here)).toEqual({ items: [], alsoInEvent: [] });
    const after = (await officer.get(`/cases/${here}`)).body;
    expect(after.version).toBe(before.version);
    expect(after.timeline).toEqual(before.timeline);
    // nor does asking for it tell more than asking for what does not exist
    const guess = { caseId: far, kind: 'same_event', reason: 'Mismo buque' };
    const unknown = { ...guess, caseId: t.staff.accounts['admin'] };
    const answers = [guess, unknown].map((b) => officer.post(`/cases/${here}/links`, b));
    for (const answer of await Promise.all(answers)) {
      expect(answer).toMatchObject(problem(422, 'VALIDATION_FAILED', ['caseId', 'UNKNOWN_CASE']));
    }
  });

  it('hides a link with a sealed case from everyone outside its circle, in the rows as well', async () => {
    const sealed = await storeCase(t.owner, {
      post: mad,
      tier: 'sealed',
      circle: [t.staff.accounts['jefe.mad']!],
    });
    const head = await t.as('jefe.mad');
    const body = { caseId: sealed, kind: 'same_family', reason: 'Madre e hijo' };
    expect((await head.post(`/cases/${here}/links`, body)).status).toBe(201);
    expect((await links(head, here)).items).toHaveLength(1);
    for (const client of [officer, desk]) {
      expect((await links(client, here)).items).toEqual([]);
      expect((await client.get(`/cases/${sealed}/links`)).status).toBe(404);
    }
  });

  it.each([
    [{ kind: 'cousins' }, 'kind'],
    [{ reason: '' }, 'reason'],
    [{ caseId: 'no-es-un-id' }, 'caseId'],
    [{ reason: 'x'.repeat(2001) }, 'reason'],
  ])('refuses %j and says which field', async (change, path) => {
    const body = { caseId: other, kind: 'related', reason: 'Sí', ...change };
    const answer = await officer.post(`/cases/${here}/links`, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((e: { path: string }) => e.path)).toContain(path);
  });

  it('refuses a link with itself, and an event on another kind of link', async () => {
    const itself = { caseId: here, kind: 'related', reason: 'Sí' };
    expect(await officer.post(`/cases/${here}/links`, itself)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['caseId', 'CASE_WITH_ITSELF']),
    );
    const event = { caseId: other, kind: 'related', reason: 'Sí', eventName: 'Feria' };
    expect(await officer.post(`/cases/${here}/links`, event)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['kind', 'EVENT_NEEDS_SAME_EVENT']),
    );
  });
});
