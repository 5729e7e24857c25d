import { incident, openViolenceCase, riskAnswers, safeContact } from '../factories/violence-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

describe('cases of gender violence', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, colleague] = await Promise.all([t.as('oficial.mad'), t.as('oficial2.mad')]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const page = async (id: string) => (await officer.get(`/cases/${id}`)).body;
  const act = (id: string, path: string, body: object, client = officer): Promise<Answer> =>
    client.post(`/violence-cases/${id}/${path}`, body);
  const duties = async (id: string): Promise<string[]> =>
    (await page(id)).obligations
      .filter((o: { status: string }) => o.status === 'open')
      .map((o: { kind: string }) => o.kind)
      .sort();
  const undone = async (id: string): Promise<string[]> =>
    (await page(id)).checklist
      .filter((s: { done: boolean }) => !s.done)
      .map((s: { code: string }) => s.code);
  const assess = async (
    id: string,
    answer: 'yes' | 'no' | 'unknown',
    more: object = {},
    but: Record<string, string> = {},
  ): Promise<Answer> =>
    act(id, 'risk-assessments', { ...(await riskAnswers(officer, answer, but)), ...more });

  it('goes from the first account to the closing', async () => {
    const opened = await officer.post('/violence-cases', {
      postId: mad,
      type: 'family_violence',
      person: { givenNames: 'Persona', firstSurname: 'Entera', sex: 1 },
      intakeChannel: 'relative',
      country: 'ES',
      story: 'Relato contado una sola vez.',
      safeContact: safeContact(),
      incident: incident(),
    });
    expect(opened).toMatchObject({
      status: 201,
      body: { reference: expect.stringMatching(/^S-[0-9A-HJKMNP-TV-Z]{8}$/) },
    });
    const id = opened.body.id as string;
    expect(await duties(id)).toEqual([
      'first_contact',
      'risk_assessment',
      'vulnerability_assessment',
    ]);
    expect((await page(id)).obligations).toEqual(
      expect.arrayContaining(
        ['first_contact', 'risk_assessment'].map((kind) =>
          expect.objectContaining({ kind, dueAt: '2026-03-03T09:00:00.000Z' }),
        ),
      ),
    );
    expect(await page(id)).toMatchObject({
      tier: 'sealed',
      summary: 'Relato contado una sola vez.',
      genderViolence: { incidents: [expect.objectContaining({ gbvimsType: 'physical_assault' })] },
      safeContacts: [expect.objectContaining({ codeWord: 'girasol' })],
    });
    expect((await colleague.get(`/cases/${id}`)).status).toBe(404);
    expect((await undone(id))[0]).toBe('first_contact');

    const { personId } = await page(id);
    const reached = {
      personId,
      channel: 'telephone',
      address: '+34612345678',
      outcome: 'reached',
    };
    await officer.post(`/cases/${id}/contact-attempts`, { ...reached, codeWordGiven: false });
    expect(await duties(id)).toContain('first_contact');
    await officer.post(`/cases/${id}/contact-attempts`, { ...reached, codeWordGiven: true });
    expect(await duties(id)).not.toContain('first_contact');
    expect((await page(id)).firstContactAt).toBe('2026-03-02T09:00:00.000Z');

    const extreme = await assess(id, 'unknown', {}, { choking: 'yes' });
    expect(extreme.body).toMatchObject({ score: 5, computedLevel: 'extreme', level: 'extreme' });
    expect(await duties(id)).toContain('risk_reassessment_extreme');

    const plan = { basedOn: 0, safePlace: 'Casa de una amiga', telephoneUse: 'Borrar llamadas' };
    expect((await act(id, 'safety-plans', plan)).body).toMatchObject({ version: 1 });
    expect((await act(id, 'safety-plans', plan)).body.code).toBe('SAFETY_PLAN_CHANGED');

    const measure = await act(id, 'protection-measures', {
      kind: 'restraining_order',
      authority: 'Juzgado de Violencia n.º 1',
      number: '12/2026',
      grantedOn: '2026-03-02',
      expiresOn: '2026-06-30',
    });
    expect(measure.status).toBe(201);
    const renewal = (await page(id)).obligations.find(
      (o: { kind: string }) => o.kind === 'protection_measure_renewal',
    );
    expect(renewal).toMatchObject({ dueAt: '2026-06-30T22:00:00.000Z' });
    const asked = await act(id, 'protection-measures', {
      kind: 'restraining_order',
      authority: 'Juzgado de Violencia n.º 1',
      requestedOn: '2026-03-02',
      renewsId: measure.body.id,
    });
    expect(await duties(id)).not.toContain('protection_measure_renewal');
    const refusal = { decision: 'refused' };
    await act(id, `protection-measures/${asked.body.id}/decision`, refusal);
    expect(await duties(id)).toContain('protection_measure_renewal');
    await act(id, `protection-measures/${measure.body.id}/ending`, { reason: 'Ya no hace falta' });
    expect(await duties(id)).not.toContain('protection_measure_renewal');

    const service = await act(id, 'services', {
      service: 'psychological',
      state: 'requested',
      institution: 'Centro de la mujer',
      requestedOn: '2026-03-02',
    });
    const answer = { state: 'obtained', answeredOn: '2026-03-02' };
    expect((await act(id, `services/${service.body.id}/answer`, answer)).status).toBe(201);
    expect((await act(id, `services/${service.body.id}/answer`, answer)).body.code).toBe(
      'SERVICE_ALREADY_ANSWERED',
    );

    const back = await act(id, 'returns', { institution: 'CEM de Arequipa' });
    expect(await duties(id)).toContain('return_follow_up');
    expect(await officer.post(`/cases/${id}/closing`, { outcome: 'repatriated' })).toMatchObject({
      status: 422,
      body: {
        code: 'CLOSING_REQUIREMENTS',
        errors: [
          expect.objectContaining({ code: 'return_followed_up' }),
          expect.objectContaining({ code: 'risk_low_or_explained' }),
          expect.objectContaining({ code: 'assistance_recorded' }),
        ],
      },
    });
    await act(id, `returns/${back.body.id}/follow-ups`, { finding: 'needs_help' });
    expect(await duties(id)).toContain('return_follow_up');
    t.clock.advance({ hours: 1 });
    await act(id, `returns/${back.body.id}/follow-ups`, { finding: 'safe' });
    expect(await duties(id)).not.toContain('return_follow_up');
    await act(id, 'outcomes', { outcome: 'repatriation' });
    const reason = 'Vive con su familia en el Perú y el CEM la acompaña.';
    expect((await act(id, 'risk-acceptances', { reason })).status).toBe(201);
    const closed = await officer.post(`/cases/${id}/closing`, { outcome: 'repatriated' });
    expect(closed.status).toBe(200);
    expect(await duties(id)).toEqual([]);
    expect((await act(id, 'outcomes', { outcome: 'guidance' })).body.code).toBe('CASE_IS_FINISHED');
  });

  it('is in contact from the start with whoever comes in person', async () => {
    const id = await openViolenceCase(officer, mad, { intakeChannel: 'person' });
    expect(await duties(id)).not.toContain('first_contact');
  });

  it('closes at low risk without an explanation, and anew asks for one when danger rises', async () => {
    const id = await openViolenceCase(officer, mad);
    await assess(id, 'no');
    expect(await undone(id)).not.toContain('risk_low_or_explained');
    t.clock.advance({ minutes: 5 });
    await assess(id, 'no', { raisedTo: 'high', raiseReason: 'Lo que no dice al teléfono.' });
    expect(await undone(id)).toContain('risk_low_or_explained');
    expect(await duties(id)).toContain('risk_reassessment_high');
    expect((await page(id)).genderViolence.assessments[0]).toMatchObject({
      computedLevel: 'low',
      level: 'high',
      raiseReason: 'Lo que no dice al teléfono.',
    });
  });
});
