import { FIRST_POLICY } from '../../migrations/1764000000401-seed-obligation-policy';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Shown {
  id: string;
  kind: string;
  status: string;
  dueAt: string;
  overdue: boolean;
  breachedAt: string | null;
}

describe('duties over HTTP', () => {
  let app: TestApp;
  let officer: Client;
  let head: Client;
  let director: Client;
  let caseId: string;

  beforeAll(async () => {
    app = await createTestApp();
    officer = await app.as('oficial.mad');
    head = await app.as('jefe.mad');
    director = await app.as('directora.dgc');
    caseId = await logDetention(officer, app.staff.posts['MAD']!);
  });
  afterAll(() => app.close());

  const duties = async (who = officer): Promise<Shown[]> =>
    (await who.get(`/cases/${caseId}/obligations`)).body.items;
  const duty = async (kind: string) => (await duties()).find((d) => d.kind === kind)!;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what an editor may send is anything
  const policy = async (): Promise<any> =>
    (await director.get('/obligation-policies/current')).body.content;

  it('lists what a case owes, to whoever may see the case', async () => {
    const kinds = (await duties()).map((d) => d.kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['first_contact', 'first_visit', 'vulnerability_assessment']),
    );
    expect((await duties(director)).length).toBe(kinds.length);
    const elsewhere = await (await app.as('oficial.pat')).get(`/cases/${caseId}/obligations`);
    expect(elsewhere.status).toBe(404);
  });

  it('takes an acknowledgement, and keeps the duty', async () => {
    const { id } = await duty('first_visit');
    const heard = await officer.post(`/obligations/${id}/acknowledgement`);
    expect(heard).toMatchObject({
      status: 200,
      body: { status: 'open', acknowledgedBy: 'oficial.mad' },
    });
    expect((await officer.post(`/obligations/${id}/acknowledgement`)).status).toBe(200);
    const { rows } = await app.owner.query(
      `SELECT DISTINCT state FROM reminders WHERE obligation_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ state: 'void' }]);
    const foreign = await app.as('jefe.pat');
    expect((await foreign.post(`/obligations/${id}/acknowledgement`)).status).toBe(404);
  });

  it('keeps a breach with its reason, and who accepted it', async () => {
    const { id } = await duty('first_contact');
    const early = await officer.post(`/obligations/${id}/breach-reason`, { reason: 'travel' });
    expect(early).toMatchObject({ status: 422, body: { code: 'NOT_BREACHED' } });
    app.clock.advance({ hours: 25 });
    await app.owner.query(`UPDATE obligations SET breached_at = due_at WHERE id = $1`, [id]);
    const bare = await head.post(`/obligations/${id}/breach-acceptance`, {});
    expect(bare).toMatchObject({ status: 422, body: { code: 'BREACH_WITHOUT_REASON' } });
    const explained = await officer.post(`/obligations/${id}/breach-reason`, {
      reason: 'distance',
      note: 'A 600 km de la oficina',
    });
    expect(explained).toMatchObject({
      status: 200,
      body: { breachReason: 'distance', breachNote: 'A 600 km de la oficina', overdue: true },
    });
    expect((await officer.post(`/obligations/${id}/breach-acceptance`, {})).status).toBe(403);
    const accepted = await head.post(`/obligations/${id}/breach-acceptance`, { note: 'Conforme' });
    expect(accepted).toMatchObject({ status: 200, body: { acceptedBy: 'jefe.mad' } });
    const again = await officer.post(`/obligations/${id}/breach-reason`, { reason: 'other' });
    expect(again).toMatchObject({ status: 409, body: { code: 'BREACH_ALREADY_ACCEPTED' } });
  });

  it.each([
    ['an unknown reason', { reason: 'rain' }, 400],
    ['a missing reason', {}, 400],
    ['an unknown field', { reason: 'staff', forgiven: true }, 400],
    ['a note too long', { reason: 'staff', note: 'x'.repeat(4001) }, 400],
  ])('refuses %s', async (_, body, status) => {
    const { id } = await duty('vulnerability_assessment');
    expect((await officer.post(`/obligations/${id}/breach-reason`, body)).status).toBe(status);
  });

  it('meets the assessment of vulnerability, of which only seniors and the circle read', async () => {
    const path = `/cases/${caseId}/vulnerability-assessments`;
    const done = await officer.post(path, { factors: ['pregnant'], conclusion: 'vulnerability' });
    expect(done.status).toBe(201);
    expect(await duty('vulnerability_assessment')).toMatchObject({ status: 'met' });
    const readBy = async (username: string) =>
      JSON.stringify((await (await app.as(username)).get(`/cases/${caseId}/timeline`)).body.items);
    expect(await readBy('jefe.mad')).toContain('vulnerability.assessed');
    expect(await readBy('oficial2.mad')).not.toContain('vulnerability.assessed');
    const future = await officer.post(path, {
      factors: [],
      conclusion: 'none',
      occurredAt: '2199-01-01T00:00:00Z',
    });
    expect(future).toMatchObject({ status: 422, body: { code: 'VALIDATION_FAILED' } });
  });

  it('opens the day with what is overdue', async () => {
    const day = (await officer.get('/my-day')).body;
    expect(day.overdue[0]).toMatchObject({ kind: 'first_contact', caseId, postCode: 'MAD' });
    expect(day.overdue[0].caseReference).toMatch(/^MAD-2026-/);
    expect(day.overdue[0].personName).not.toBe('');
    expect(Array.isArray(day.dueToday) && Array.isArray(day.dueThisWeek)).toBe(true);
  });

  describe('the policy', () => {
    it('shows the version in force, with the source of each length', async () => {
      const { body } = await director.get('/obligation-policies/current');
      expect(body).toMatchObject({ version: 1, inForce: true });
      expect(body.content).toMatchObject(FIRST_POLICY);
      expect((await director.get('/obligation-policies')).body.items).toHaveLength(1);
      expect((await director.get('/obligation-policies/7')).status).toBe(404);
      expect((await officer.get('/obligation-policies')).status).toBe(403);
    });

    it('previews what a change would move, and moves nothing', async () => {
      const content = await policy();
      content.durations.first_visit.value = 72;
      const before = await duty('first_visit');
      const { body } = await director.post('/obligation-policies/preview', { content });
      expect(body).toMatchObject({ affected: 1, examined: 1, complete: true });
      expect(body.sample[0]).toMatchObject({
        kind: 'first_visit',
        oldDueAt: before.dueAt.replace('.000Z', 'Z'),
      });
      expect(await duty('first_visit')).toEqual(before);
    });

    it('names each fault of a content', async () => {
      const content = await policy();
      content.durations.first_visit.value = -1;
      delete content.durations.case_review;
      const first = await director.post('/obligation-policies/preview', { content });
      expect(first).toMatchObject({ status: 422, body: { code: 'POLICY_INCOMPLETE' } });
      expect(first.body.errors).toEqual([
        expect.objectContaining({ path: 'content.durations.first_visit.value' }),
      ]);
      content.durations.first_visit.value = 1;
      const second = await director.post('/obligation-policies/preview', { content });
      expect(second.body.errors).toEqual([
        expect.objectContaining({ path: 'content.durations.case_review' }),
      ]);
    });

    it('takes a new version from now on, by headquarters’ director alone', async () => {
      const content = await policy();
      content.durations.first_visit.value = 72;
      const body = { content, reason: 'Más lejos', effectiveFrom: '2020-01-01T00:00:00Z' };
      const past = await director.post('/obligation-policies', body);
      expect(past).toMatchObject({ status: 422, body: { code: 'POLICY_IN_THE_PAST' } });
      const desk = await app.as('mesa.asn');
      expect((await desk.post('/obligation-policies', body)).status).toBe(403);
      const effectiveFrom = app.clock.now().add({ hours: 1 }).toString();
      const key = { 'idempotency-key': 'policy-2' };
      const made = await director.post('/obligation-policies', { ...body, effectiveFrom }, key);
      expect(made).toMatchObject({ status: 201, body: { version: 2, inForce: false } });
      const twice = await director.post('/obligation-policies', { ...body, effectiveFrom }, key);
      expect(twice.body.version).toBe(2);
      expect((await director.get('/obligation-policies')).body.items).toHaveLength(2);
      app.clock.advance({ hours: 1 });
      expect((await director.get('/obligation-policies/current')).body.version).toBe(2);
    });
  });

  it('says that no proof has run yet', async () => {
    const admin = await app.as('admin');
    expect((await admin.get('/proofs')).body).toEqual({ state: 'late', latest: null, items: [] });
    expect((await officer.get('/proofs')).status).toBe(403);
  });
});
