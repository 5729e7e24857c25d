import { dutiesOf, newDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

let app: TestApp;
let officer: Client;
let head: Client;

beforeAll(async () => {
  app = await createTestApp();
  officer = await app.as('oficial.mad');
  head = await app.as('jefe.mad');
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

describe('the life of a detention', () => {
  let id: string;
  const act = (path: string, body: object, who: Client = officer) =>
    who.post(`/detentions/${id}/${path}`, body);
  const panel = async (who: Client = officer) => (await who.get(`/detentions/${id}`)).body;

  it('begins with a log: number, duties, the assignee', async () => {
    at('2026-03-02T09:00:00Z');
    const answer = await officer.post('/detentions', newDetention(app.staff.posts['MAD']!));
    expect(answer).toMatchObject({ status: 201, body: { reference: 'MAD-2026-000001' } });
    id = answer.body.id;
    expect(answer.body.obligations).toEqual(
      expect.arrayContaining([
        { kind: 'first_contact', dueAt: '2026-03-03T08:00:00Z' },
        { kind: 'first_visit', dueAt: '2026-03-04T08:00:00Z' },
      ]),
    );
    expect((await dutiesOf(app, id)).map((d) => d.kind)).toEqual(
      expect.arrayContaining(['first_contact', 'first_visit', 'vulnerability_assessment']),
    );
    const page = await officer.get(`/cases/${id}`);
    expect(page).toMatchObject({
      status: 200,
      body: {
        family: 'detention',
        stage: 'pretrial',
        status: 'active',
        nextDuty: 'first_contact',
        lastVisitAt: null,
        detention: { visitWish: 'yes', familyWish: 'not_asked', stage: 'pretrial', version: 1 },
      },
    });
    expect(page.body.detention.facility).toMatchObject({
      name: 'Centro Penitenciario Soto del Real',
    });
    expect(page.body.detention.postNotifiedAt).toMatch(/Z$/);
  });

  it('an authority that denies access excuses the visit; a note verbale and a new attempt fall due', async () => {
    at('2026-03-02T16:00:00Z');
    const refused = {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'refused_by_authority',
      occurredAt: '2026-03-02T15:00:00Z',
    };
    expect(await act('contacts', refused)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'denial', code: 'DENIAL_NEEDS_AUTHORITY' }] },
    });
    const denial = { authority: 'Dirección del centro', reason: 'Fuera de horario' };
    const answer = await act('contacts', { ...refused, denial });
    expect(answer).toMatchObject({ status: 201, body: { actNumber: 'MAD-2026-VIS-000001' } });
    expect(await duty(id, 'first_visit', 'excused')).toMatchObject([{ why: 'access_denied' }]);
    expect(await duty(id, 'note_verbale')).toHaveLength(1);
    expect(await duty(id, 'visit_attempt')).toHaveLength(1);

    const note = await act('notes-verbales', {
      authority: 'Ministerio de Asuntos Exteriores',
      subject: 'Acceso consular denegado',
      sentAt: '2026-03-02T15:40:00Z',
      contactId: answer.body.id,
    });
    expect(note).toMatchObject({ status: 201, body: { actNumber: 'MAD-2026-NVB-000001' } });
    expect(await duty(id, 'note_verbale', 'met')).toHaveLength(1);
    expect(await duty(id, 'note_verbale_reply')).toHaveLength(1);

    at('2026-03-04T10:00:00Z');
    const reply = {
      kind: 'access_granted',
      repliedAt: '2026-03-04T09:00:00Z',
      reply: 'Se autoriza',
    };
    await recorded(act(`notes-verbales/${note.body.id}/replies`, reply));
    expect(await duty(id, 'note_verbale_reply', 'met')).toHaveLength(1);
    expect(await act(`notes-verbales/${note.body.id}/replies`, reply)).toMatchObject({
      status: 409,
      body: { code: 'NOTE_ALREADY_ANSWERED' },
    });
  });

  it('a visit meets what is open and plans the next by itself', async () => {
    at('2026-03-05T12:00:00Z');
    const answer = await act('contacts', {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-05T10:00:00Z',
      checks: [
        { check: 'health', finding: 'concern', note: 'Fiebre' },
        { check: 'due_process', finding: 'good' },
        { check: 'interpreter', finding: 'not_needed' },
      ],
      needs: [{ code: 'lawyer', note: 'Pide defensa pública' }],
      messagesDelivered: 'Carta de su hermana',
      nextSteps: 'Escribir al colegio de abogados',
    });
    expect(answer.body.actNumber).toBe('MAD-2026-VIS-000002');
    expect(await duty(id, 'visit_attempt', 'met')).toHaveLength(1);
    const [contact] = await duty(id, 'first_contact', 'met');
    expect(contact!.breached_at).not.toBeNull();
    const [next] = await duty(id, 'periodic_visit');
    // thirty local days in pretrial; 4 April is a Saturday and 3 and 2 April are Easter holidays
    expect(next!.due_at.toISOString() <= '2026-04-04T22:00:00.000Z').toBe(true);
    const page = (await officer.get(`/cases/${id}`)).body;
    expect(page.lastVisitAt).toMatch(/^2026-03-05T10:00:00/);
    expect(page.nextVisitAt).toBe(next!.due_at.toISOString());
    const view = await panel();
    expect(view.contacts[0]).toMatchObject({
      health: { finding: 'concern', note: 'Fiebre' },
      findings: { due_process: 'good', treatment: 'not_checked', interpreter: 'not_needed' },
      report: { needs: { lawyer: 'Pide defensa pública' } },
    });
  });

  it('keeps the health findings from a colleague who is not on the case', async () => {
    const colleague = await app.as('oficial2.mad');
    const view = await panel(colleague);
    expect(view.contacts[0].health).toBeNull();
    expect(view.contacts[0].findings).not.toHaveProperty('health');
    expect(view).not.toHaveProperty('mistreatmentAllegations');
  });

  it('tells the family only once the person wishes it', async () => {
    const telling = { channel: 'telephone', to: 'Su hermana', occurredAt: '2026-03-05T11:45:00Z' };
    expect(await act('family-notifications', telling)).toMatchObject({
      status: 422,
      body: { code: 'FAMILY_NOT_WISHED' },
    });
    expect(await duty(id, 'family_notification')).toHaveLength(0);
    await recorded(
      act('wishes', { subject: 'family', wish: 'yes', occurredAt: '2026-03-05T11:30:00Z' }),
    );
    expect(await duty(id, 'family_notification')).toMatchObject([
      { due_at: new Date('2026-03-06T11:30:00Z') },
    ]);
    expect(
      await act('family-notifications', { ...telling, occurredAt: '2026-03-05T11:00:00Z' }),
    ).toMatchObject({ status: 422, body: { errors: [{ code: 'BEFORE_THE_WISH' }] } });
    const disclosed = async () =>
      (await officer.get(`/cases/${id}/disclosures`)).body.items as Record<string, unknown>[];
    expect(await disclosed()).toEqual([]);
    await recorded(act('family-notifications', telling));
    expect(await duty(id, 'family_notification', 'met')).toHaveLength(1);
    const told = {
      purpose: 'inform_family',
      recipientKind: 'family',
      recipientName: 'Su hermana',
      categories: ['identity', 'location', 'legal_situation'],
      ground: 'recorded_wish',
      consentId: null,
      channel: 'telephone',
      crossBorder: false,
      country: null,
      subjectType: 'family_notification',
      occurredAt: '2026-03-05T11:45:00.000Z',
    };
    expect(await disclosed()).toMatchObject([told]);
    await recorded(
      act('family-notifications', { ...telling, country: 'ES', to: 'Su hijo', channel: 'ode' }),
    );
    expect(await disclosed()).toMatchObject([
      {
        ...{ ...told, recipientName: 'Su hijo', channel: 'in_person' },
        ...{ crossBorder: true, country: 'ES', safeguards: 'express_consent' },
      },
      told,
    ]);
    const unknown = { ...telling, to: undefined, personId: id };
    expect(await act('family-notifications', unknown)).toMatchObject({
      status: 422,
      body: { errors: [{ path: 'personId', code: 'UNKNOWN_PERSON' }] },
    });
    const stated = await officer.post(`/cases/${id}/disclosures`, {
      personId: (await officer.get(`/cases/${id}`)).body.personId,
      ...{ purpose: 'inform_family', recipient: { kind: 'family' }, categories: ['identity'] },
      ...{ ground: 'recorded_wish', legalBasis: 'x', channel: 'telephone' },
    });
    expect(stated.status).toBe(400);
    expect(stated.body.errors).toMatchObject([{ path: 'ground' }]);
  });

  it('stops visiting who opposes it, and asks again in thirty days', async () => {
    at('2026-03-10T12:00:00Z');
    await recorded(
      act('wishes', { subject: 'visit', wish: 'no', occurredAt: '2026-03-10T11:00:00Z' }),
    );
    expect(await duty(id, 'periodic_visit', 'cancelled')).toMatchObject([
      { why: 'visits_opposed' },
    ]);
    expect(await duty(id, 'wish_review')).toHaveLength(1);
    expect((await officer.get(`/cases/${id}`)).body.nextVisitAt).toBeNull();

    at('2026-04-01T12:00:00Z');
    await recorded(
      act('wishes', { subject: 'visit', wish: 'yes', occurredAt: '2026-04-01T11:00:00Z' }),
    );
    expect(await duty(id, 'wish_review', 'met')).toHaveLength(1);
    expect(await duty(id, 'periodic_visit')).toHaveLength(1);
  });

  it('visits less often after the sentence, more often in a harsh prison, and says why it changed', async () => {
    at('2026-04-15T12:00:00Z');
    await recorded(
      act('contacts', {
        kind: 'in_person',
        withWhom: 'detainee',
        outcome: 'done',
        occurredAt: '2026-04-14T10:00:00Z',
      }),
    );
    const dueInDays = async () => {
      const [open] = await duty(id, 'periodic_visit');
      return (open!.due_at.getTime() - open!.starts_at.getTime()) / 86_400_000;
    };
    const inPretrial = await dueInDays();
    expect(inPretrial).toBeGreaterThan(25);
    expect(inPretrial).toBeLessThanOrEqual(31);
    const stage = await act('stages', { stage: 'sentenced', occurredAt: '2026-04-15T09:00:00Z' });
    expect(stage).toMatchObject({ status: 201, body: { stage: 'sentenced' } });
    const inSentence = await dueInDays();
    expect(inSentence).toBeGreaterThan(80);
    expect(inSentence).toBeLessThanOrEqual(91);
    await recorded(
      act('facility-stays', {
        facility: {
          name: 'Prisión de máxima seguridad',
          city: 'Ávila',
          kind: 'prison',
          harshness: 'harsh',
        },
        from: '2026-04-15T10:00:00Z',
        reason: 'Traslado',
      }),
    );
    const inHarshPrison = await dueInDays();
    expect(inHarshPrison).toBeGreaterThan(40);
    expect(inHarshPrison).toBeLessThanOrEqual(46);
    const { rows } = await app.owner.query(
      `SELECT h.why FROM obligation_changes h JOIN obligations o ON o.id = h.obligation_id
        WHERE o.case_id = $1 AND o.kind = 'periodic_visit' AND o.status = 'open' ORDER BY h.recorded_at, h.id`,
      [id],
    );
    expect(rows.map((r) => r.why)).toEqual(
      expect.arrayContaining(['stage_changed', 'facility_changed']),
    );
    expect((await officer.get(`/cases/${id}`)).body.stage).toBe('sentenced');
  });

  it('puts alleged mistreatment on the restricted fast lane', async () => {
    at('2026-04-16T08:00:00Z');
    const colleague = await app.as('oficial2.mad');
    const body = {
      kinds: ['physical_violence'],
      allegedAuthor: 'prison_staff',
      account: 'Golpes durante el traslado',
      reportedAt: '2026-04-16T07:50:00Z',
    };
    const allegation = await recorded(act('mistreatment-allegations', body, colleague));
    expect(await panel(colleague)).not.toHaveProperty('mistreatmentAllegations');
    expect((await panel()).mistreatmentAllegations).toMatchObject([
      { kinds: ['physical_violence'] },
    ]);
    expect(await duty(id, 'mistreatment_consul_informed')).toMatchObject([
      { due_at: new Date('2026-04-16T08:50:00Z'), tier: 'restricted' },
    ]);
    const [visit] = await duty(id, 'periodic_visit');
    expect(visit!.due_at.getTime() - visit!.starts_at.getTime()).toBeLessThanOrEqual(
      15 * 86_400_000,
    );

    const path = `mistreatment-allegations/${allegation}`;
    expect((await act(`${path}/acknowledgements`, {}, colleague)).status).toBe(404);
    expect((await act(`${path}/acknowledgements`, {}, officer)).status).toBe(403);
    expect(await act(`${path}/acknowledgements`, {}, head)).toMatchObject({
      status: 200,
      body: { by: 'consul' },
    });
    const desk = await app.as('mesa.asn');
    expect(await act(`${path}/acknowledgements`, {}, desk)).toMatchObject({
      status: 200,
      body: { by: 'headquarters' },
    });
    await recorded(
      act(`${path}/assessment`, { conclusion: 'credible', note: 'Parte médico' }, head),
    );
    for (const kind of ['consul_informed', 'headquarters_informed', 'assessment']) {
      expect(await duty(id, `mistreatment_${kind}`, 'met')).toHaveLength(1);
    }
  });

  it('closes only once the detention has ended', async () => {
    at('2026-05-02T12:00:00Z');
    const closing = { outcome: 'released' };
    expect(await officer.post(`/cases/${id}/closing`, closing)).toMatchObject({
      status: 422,
      body: { code: 'CLOSING_REQUIREMENTS', errors: [{ code: 'closing_stage' }] },
    });
    await recorded(act('release', { stage: 'released', occurredAt: '2026-05-02T09:00:00Z' }));
    expect(await duty(id, 'periodic_visit')).toHaveLength(0);
    expect((await dutiesOf(app, id)).some((d) => d.status === 'open')).toBe(true);
    expect((await officer.post(`/cases/${id}/closing`, closing)).status).toBe(200);
    expect((await dutiesOf(app, id)).some((d) => d.status === 'open')).toBe(false);
    expect(
      await act('wishes', { subject: 'visit', wish: 'yes', occurredAt: '2026-05-02T11:00:00Z' }),
    ).toMatchObject({
      status: 409,
      body: { code: 'CASE_IS_FINISHED' },
    });
  });
});

describe('denied access', () => {
  it('is counted by country for headquarters, and only what each reader reaches', async () => {
    const range = '?from=2026-01-01T00:00:00Z&to=2027-01-01T00:00:00Z';
    const desk = await app.as('mesa.asn');
    expect((await desk.get(`/access-denials${range}`)).body.items).toEqual([
      { country: 'ES', denials: 1, cases: 1, notesSent: 1, replies: 1, accessGranted: 1 },
    ]);
    const paterson = await app.as('jefe.pat');
    expect((await paterson.get(`/access-denials${range}`)).body.items).toEqual([]);
    expect(
      (await desk.get('/access-denials?from=2027-01-01T00:00:00Z&to=2026-01-01T00:00:00Z')).status,
    ).toBe(422);
    expect((await desk.get('/access-denials')).status).toBe(400);
  });
});
