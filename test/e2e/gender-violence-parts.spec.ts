import { incident, openViolenceCase, riskAnswers } from '../factories/violence-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { problem } from '../support/problem';

describe('cases of gender violence: parts and refusals', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let director: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, colleague, director] = await Promise.all([
      t.as('oficial.mad'),
      t.as('oficial2.mad'),
      t.as('directora.dgc'),
    ]);
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
  const assess = async (
    id: string,
    answer: 'yes' | 'no' | 'unknown',
    more: object = {},
    but: Record<string, string> = {},
  ): Promise<Answer> =>
    act(id, 'risk-assessments', { ...(await riskAnswers(officer, answer, but)), ...more });

  it('never lowers the level, and wants every answer, of the instrument in force', async () => {
    const id = await openViolenceCase(officer, mad);
    const choked = { choking: 'yes' };
    expect(await assess(id, 'no', { raisedTo: 'low' }, choked)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['raisedTo', 'RISK_IS_NEVER_LOWERED']),
    );
    expect(await assess(id, 'no', { raisedTo: 'high' })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['raiseReason', 'isNotEmpty']),
    );
    const { instrumentVersion, answers } = await riskAnswers(officer, 'no');
    const { choking: _, ...rest } = answers;
    expect(
      await act(id, 'risk-assessments', {
        instrumentVersion,
        answers: { ...rest, invented: 'yes', substances: 'maybe' },
      }),
    ).toMatchObject(
      problem(
        422,
        'VALIDATION_FAILED',
        ['answers.choking', 'isNotEmpty'],
        ['answers.invented', 'UNKNOWN_QUESTION'],
        ['answers.substances', 'isIn'],
      ),
    );
    const stale = await act(id, 'risk-assessments', { instrumentVersion: 99, answers });
    expect(stale).toMatchObject(problem(409, 'INSTRUMENT_CHANGED'));
    await expect(
      t.owner.query(
        `INSERT INTO risk_assessments (id, case_id, instrument_version, occurred_at, answers, score, computed_level, level)
         VALUES (gen_random_uuid(), $1, 1, now(), '{"clear":"{}"}', 9, 'high', 'low')`,
        [id],
      ),
    ).rejects.toThrow('risk_assessments_never_lowered');
  });

  it('lets headquarters write the questions; what was assessed keeps its version', async () => {
    const id = await openViolenceCase(officer, mad);
    await assess(id, 'no');
    const { content } = (await officer.get('/risk-instruments/current')).body;
    const [first] = content.questions;
    const shorter = {
      content: { ...content, questions: [first], thresholds: { moderate: 1, high: 2, extreme: 3 } },
      reason: 'Prueba',
    };
    expect((await officer.post('/risk-instruments', shorter)).status).toBe(403);
    expect((await director.post('/risk-instruments', shorter)).body).toEqual({ version: 2 });
    const wrong = {
      ...shorter,
      content: { ...shorter.content, thresholds: { moderate: 3, high: 2, extreme: 1 } },
    };
    expect((await director.post('/risk-instruments', wrong)).status).toBe(422);
    t.clock.advance({ minutes: 1 });
    expect((await assess(id, 'yes')).body).toMatchObject({ score: 2, level: 'high' });
    const versions = (await page(id)).genderViolence.assessments.map(
      (a: { instrumentVersion: number }) => a.instrumentVersion,
    );
    expect(versions).toEqual([2, 1]);
  });

  it('records many incidents, names the aggressor and replaces what was wrong', async () => {
    const id = await openViolenceCase(officer, mad);
    const other = await openViolenceCase(officer, mad, {
      person: { givenNames: 'Otra', firstSurname: 'Persona', sex: 9 },
    });
    const aggressorPersonId = (await page(other)).personId;
    const { status, body } = await act(id, 'incidents', incident({ aggressorPersonId }));
    expect(status).toBe(201);
    await act(id, 'incidents', incident({ aggressorPersonId, replaces: body.id }));
    const shown = await page(id);
    expect(shown.genderViolence.incidents).toEqual([
      expect.objectContaining({ replaced: false, aggressorName: 'Otra Persona' }),
      expect.objectContaining({ replaced: true }),
    ]);
    const parts = shown.people.filter((p: { role: string }) => p.role === 'alleged_aggressor');
    expect(parts).toHaveLength(1);
    expect((await act(id, 'incidents', incident({ replaces: body.id }))).body.code).toBe(
      'INCIDENT_ALREADY_REPLACED',
    );
  });

  it.each([
    ['no type of violence', { types: [] }, 400],
    ['two core types', { gbvimsType: ['rape', 'physical_assault'] }, 400],
    ['a day to come', { occurredFrom: '2026-04-01' }, 422],
    ['an end before its start', { occurredTo: '2026-02-01' }, 422],
  ])('refuses an incident with %s', async (_, changes, status) => {
    const id = await openViolenceCase(officer, mad);
    expect((await act(id, 'incidents', incident(changes))).status).toBe(status);
  });

  it('bars one of our own who is the aggressor, who is out at once', async () => {
    const id = await openViolenceCase(officer, mad);
    const head = await t.as('jefe.mad');
    expect((await head.get(`/cases/${id}`)).status).toBe(200);
    const account = (name: string) => ({ aggressorAccountId: t.staff.accounts[name] });
    expect(
      (await act(id, 'incidents', incident(account('oficial.mad')))).body.errors,
    ).toMatchObject([{ path: 'aggressorAccountId', code: 'NOT_YOURSELF' }]);
    expect((await act(id, 'incidents', incident(account('jefe.mad')))).status).toBe(201);
    expect((await head.get(`/cases/${id}`)).status).toBe(404);
    expect((await officer.get(`/cases/${id}/circle`)).body.bars).toMatchObject([
      { accountId: t.staff.accounts['jefe.mad'], ground: 'is_the_aggressor' },
    ]);
    expect((await page(id)).genderViolence.incidents[0].aggressorIsStaff).toBe(true);
  });

  it('records the children who are reached, the newest entry of each', async () => {
    const id = await openViolenceCase(officer, mad);
    const other = await openViolenceCase(officer, mad, {
      person: { givenNames: 'Niña', firstSurname: 'Inventada', sex: 2 },
    });
    const personId = (await page(other)).personId;
    const child = { personId, situation: 'witness' };
    expect(await act(id, 'children', child)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['personId', 'NOT_IN_THE_CASE']),
    );
    await officer.post(`/cases/${id}/people`, { personId, role: 'dependant' });
    await act(id, 'children', child);
    await act(id, 'children', { ...child, situation: 'safe' });
    expect((await page(id)).genderViolence.children).toEqual([
      expect.objectContaining({ fullName: 'Niña Inventada', situation: 'safe' }),
    ]);
  });

  it('does not exist for anyone outside its circle', async () => {
    const id = await openViolenceCase(officer, mad);
    for (const [path, body] of [
      ['incidents', incident()],
      ['outcomes', { outcome: 'guidance' }],
      ['safety-plans', { basedOn: 0, safePlace: 'x' }],
    ] as const) {
      expect((await act(id, path, body, colleague)).status).toBe(404);
    }
    expect((await colleague.get(`/violence-cases/${id}`)).status).toBe(404);
    expect((await colleague.get(`/cases/${id}/safe-contacts`)).body).toEqual({ items: [] });
    expect((await officer.get(`/violence-cases/${id}`)).status).toBe(200);
  });

  it('opens the same for every recorded sex', async () => {
    for (const sex of [0, 1, 2, 9]) {
      const id = await openViolenceCase(officer, mad, {
        type: 'sexual_violence',
        person: { givenNames: 'Persona', firstSurname: `Sexo${sex}`, sex },
      });
      expect(await duties(id)).toEqual([
        'first_contact',
        'risk_assessment',
        'vulnerability_assessment',
      ]);
    }
  });
});
