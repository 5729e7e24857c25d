import { dutiesOf, logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

let app: TestApp;
let officer: Client;

beforeAll(async () => {
  app = await createTestApp();
  officer = await app.as('oficial.mad');
});
afterAll(() => app.close());

const at = (instant: string): void => app.clock.set(instant);
const duty = async (caseId: string, kind: string, status = 'open') =>
  (await dutiesOf(app, caseId)).filter((d) => d.kind === kind && d.status === status);
const recorded = async (promise: Promise<{ status: number; body: { id: string } }>) => {
  const { status, body } = await promise;
  expect({ status, body }).toMatchObject({ status: 201 });
  return body.id;
};

describe('the rest of the file', () => {
  let id: string;
  const act = (path: string, body: object, headers: Record<string, string> = {}) =>
    officer.post(`/detentions/${id}/${path}`, body, headers);

  beforeAll(async () => {
    at('2026-03-02T09:00:00Z');
    id = await logDetention(officer, app.staff.posts['MAD']!);
  });

  it('follows hearings with a proceedings note', async () => {
    const hearing = {
      at: '2026-03-03T09:00:00Z',
      court: 'Juzgado de Instrucción 5',
      kind: 'first_appearance',
    };
    const hearingId = await recorded(act('hearings', hearing));
    expect((await officer.get('/my-day')).body.hearings).toMatchObject([
      { id: hearingId, caseId: id },
    ]);
    const note = {
      outcome: 'held',
      note: 'Prisión provisional',
      occurredAt: '2026-03-02T09:00:00Z',
    };
    expect(await act(`hearings/${hearingId}/notes`, note)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'occurredAt', code: 'BEFORE_THE_HEARING' }] },
    });
    at('2026-03-03T12:00:00Z');
    expect(await duty(id, 'proceedings_follow_up')).toHaveLength(1);
    await recorded(
      act(`hearings/${hearingId}/notes`, { ...note, occurredAt: '2026-03-03T11:00:00Z' }),
    );
    expect(await duty(id, 'proceedings_follow_up', 'met')).toHaveLength(1);
    expect((await officer.get('/my-day')).body.hearings).toEqual([]);
  });

  it('reviews an expulsion, and does not call it fair when a guarantee is missing', async () => {
    const expulsion = await recorded(
      act('expulsions', {
        authority: 'Delegación del Gobierno',
        notifiedAt: '2026-03-03T08:00:00Z',
        appealDeadline: '2026-04-03',
      }),
    );
    expect(await duty(id, 'expulsion_review')).toMatchObject([
      { due_at: new Date('2026-03-05T08:00:00Z') },
    ]);
    const checklist = {
      grounds: 'met',
      individual_examination: 'met',
      lawyer: 'not_met',
      interpreter: 'not_applicable',
      copies_of_statements: 'met',
      appeal_deadline: 'met',
    };
    const review = { checklist, conclusion: 'not_arbitrary', occurredAt: '2026-03-03T11:00:00Z' };
    expect(await act(`expulsions/${expulsion}/reviews`, review)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'checklist.lawyer', code: 'GUARANTEE_MISSING' }] },
    });
    await recorded(act(`expulsions/${expulsion}/reviews`, { ...review, conclusion: 'arbitrary' }));
    expect(await duty(id, 'expulsion_review', 'met')).toHaveLength(1);
  });

  it('keeps lawyer, benefits, messages and sentence', async () => {
    const lawyer = await act('representatives', {
      role: 'lawyer',
      provider: 'public_defender',
      name: 'Inés Gómez',
      contact: '+34910000000',
      since: '2026-03-03',
    });
    expect(lawyer).toMatchObject({ status: 201, body: { version: 1 } });
    const path = `representatives/${lawyer.body.id}/end`;
    expect((await act(path, { until: '2026-03-04' })).status).toBe(428);
    expect((await act(path, { until: '2026-03-04' }, { 'if-match': '"7"' })).status).toBe(412);
    expect((await act(path, { until: '2026-03-04' }, { 'if-match': '"1"' })).status).toBe(200);

    const benefit = await act('benefits', {
      kind: 'parole',
      state: 'informed',
      occurredAt: '2026-03-03T10:00:00Z',
    });
    const change = (state: string) =>
      officer.patch(
        `/detentions/${id}/benefits/${benefit.body.id}`,
        { state, occurredAt: '2026-03-03T11:00:00Z' },
        { 'if-match': '"1"' },
      );
    expect(await change('refused')).toMatchObject({
      status: 409,
      body: { allowed: ['requested', 'granted', 'withdrawn'] },
    });
    expect((await change('requested')).status).toBe(200);
    await recorded(
      act('messages', {
        direction: 'received',
        party: 'family',
        summary: 'Saludo',
        occurredAt: '2026-03-03T10:00:00Z',
      }),
    );
    const sentence = {
      sentencedOn: '2026-03-03',
      minimum: 'P2Y',
      maximum: 'P4Y6M',
      endsOn: '2030-09-03',
    };
    expect(
      await act('sentence', { ...sentence, minimum: 'P5Y' }, { 'if-match': '"1"' }),
    ).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'minimum', code: 'MINIMUM_ABOVE_MAXIMUM' }] },
    });
    expect((await act('sentence', sentence, { 'if-match': '"1"' })).headers.get('etag')).toBe(
      '"2"',
    );
    expect((await officer.get(`/detentions/${id}`)).body).toMatchObject({
      sentence: { minimum: 'P2Y', maximum: 'P4Y6M', endsOn: '2030-09-03' },
      representatives: [{ name: 'Inés Gómez', until: '2026-03-04' }],
      benefits: [{ state: 'requested' }],
      messages: [{ summary: 'Saludo' }],
      expulsions: [{ reviews: [{ conclusion: 'arbitrary' }] }],
    });
  });

  it('counts what else was done, and visits a person assessed as vulnerable more often', async () => {
    const action = { action: 'documents_for_defence', occurredAt: '2026-03-03T11:00:00Z' };
    await recorded(act('actions', { ...action, note: 'Antecedentes penales' }));
    const { rows } = await app.owner.query('SELECT action FROM case_actions WHERE case_id = $1', [
      id,
    ]);
    expect(rows.map((r) => r.action)).toEqual(
      expect.arrayContaining([
        'documents_for_defence',
        'public_defender_requested',
        'message_received',
      ]),
    );
    await recorded(
      act('contacts', {
        kind: 'in_person',
        withWhom: 'detainee',
        outcome: 'done',
        occurredAt: '2026-03-03T09:30:00Z',
      }),
    );
    const [before] = await duty(id, 'periodic_visit');
    const assessment = { factors: ['pregnant'], conclusion: 'vulnerability' };
    await recorded(officer.post(`/cases/${id}/vulnerability-assessments`, assessment));
    const [after] = await duty(id, 'periodic_visit');
    expect(after!.due_at < before!.due_at).toBe(true);
  });

  it('edits what was logged, with the version in hand', async () => {
    const { version } = (await officer.get(`/detentions/${id}`)).body;
    const edit = (body: object, match?: number) =>
      officer.patch(
        `/detentions/${id}`,
        body,
        match === undefined ? {} : { 'if-match': `"${match}"` },
      );
    expect((await edit({ charges: 'Otro' })).status).toBe(428);
    expect(await edit({ detainedAt: '2026-03-02T08:30:00Z' }, version)).toMatchObject({
      status: 422,
      body: {
        errors: expect.arrayContaining([
          expect.objectContaining({ path: 'postNotifiedAt', code: 'BEFORE_DETENTION' }),
        ]),
      },
    });
    const saved = await edit({ charges: 'Salud pública', noticeAuthority: null }, version);
    expect(saved).toMatchObject({ status: 200, body: { version: version + 1 } });
    expect((await officer.get(`/detentions/${id}`)).body).toMatchObject({
      charges: 'Salud pública',
      noticeAuthority: null,
    });
    const stale = await edit({ charges: 'Tarde' }, version);
    expect(stale).toMatchObject({
      status: 412,
      body: { changes: [{ fields: ['noticeAuthority', 'charges'] }] },
    });
  });

  it('keeps the directory of places: found by name, edited once, harsh for everyone held there', async () => {
    const found = await officer.get('/facilities?country=ES&q=SOTO');
    expect(found.body.items).toHaveLength(1);
    const [place] = found.body.items;
    expect(place).toMatchObject({ confirmed: false, harshness: 'standard' });
    const held = await logDetention(officer, app.staff.posts['MAD']!);
    const visit = { kind: 'in_person', withWhom: 'detainee', outcome: 'done' };
    await recorded(
      officer.post(`/detentions/${held}/contacts`, {
        ...visit,
        occurredAt: '2026-03-03T10:00:00Z',
      }),
    );
    const [before] = await duty(held, 'periodic_visit');
    const edited = await officer.patch(
      `/facilities/${place.id}`,
      { harshness: 'harsh' },
      { 'if-match': '"1"' },
    );
    expect(edited).toMatchObject({ status: 200, body: { confirmed: true, version: 2 } });
    const [after] = await duty(held, 'periodic_visit');
    expect(after!.due_at < before!.due_at).toBe(true);
    const twin = {
      name: 'centro penitenciario SOTO del real',
      city: 'soto del real',
      country: 'ES',
    };
    expect(await officer.post('/facilities', twin)).toMatchObject({
      status: 409,
      body: { code: 'FACILITY_EXISTS' },
    });
  });
});

describe('an honorary consul', () => {
  it('records a visit in the case handed to them, and nothing else there or elsewhere', async () => {
    at('2026-03-02T09:00:00Z');
    const bue = await app.as('jefe.bue');
    const honorary = await app.as('honorario.ros');
    const place = { country: 'AR', subdivision: 'AR-S', facilityName: 'Unidad 3', city: 'Rosario' };
    const handed = await logDetention(bue, app.staff.posts['BUE']!, place);
    const kept = await logDetention(bue, app.staff.posts['BUE']!, place);
    await app.owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind) VALUES (gen_random_uuid(), $1, $2, 'honorary')`,
      [handed, app.staff.accounts['honorario.ros']],
    );
    const visit = {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-02T08:30:00Z',
      checks: [{ check: 'health', finding: 'serious', note: 'Sin insulina' }],
    };
    const answer = await honorary.post(`/detentions/${handed}/contacts`, visit);
    expect(answer).toMatchObject({ status: 201, body: { actNumber: 'BUE-2026-VIS-000001' } });
    expect((await honorary.post(`/detentions/${kept}/contacts`, visit)).status).toBe(404);
    const stage = { stage: 'on_trial', occurredAt: '2026-03-02T08:30:00Z' };
    expect((await honorary.post(`/detentions/${handed}/stages`, stage)).status).toBe(403);
    expect((await honorary.get(`/detentions/${handed}`)).body.contacts[0].health).toBeNull();
    expect((await bue.get(`/detentions/${handed}`)).body.contacts[0].health.finding).toBe(
      'serious',
    );
  });
});
