import { addToCase, interests, openMinorCase } from '../factories/minor-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { problem } from '../support/problem';

describe('cases of children and adolescents: refusals and versions', () => {
  let t: TestApp;
  let officer: Client;
  let director: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, director] = await Promise.all([t.as('oficial.mad'), t.as('directora.dgc')]);
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const body = (changes: Record<string, unknown> = {}) => ({
    postId: mad,
    type: 'minor_at_risk',
    person: { givenNames: 'Criatura', firstSurname: 'Probada', birthDate: '2015-05-14' },
    intakeChannel: 'relative',
    country: 'ES',
    childWith: 'mother',
    dangerToLife: false,
    ...changes,
  });
  const open = (changes: Record<string, unknown> = {}, client = officer, headers = {}) =>
    client.post('/minor-cases', body(changes), headers);
  const act = (id: string, path: string, sent: object, headers = {}): Promise<Answer> =>
    officer.post(`/minor-cases/${id}/${path}`, sent, headers);
  const person = (birthDate?: string) => ({
    givenNames: 'Persona',
    firstSurname: 'Adulta',
    ...(birthDate ? { birthDate } : {}),
  });

  it('refuses an adult, says what to do, and keeps nothing of them', async () => {
    const answer = await open({ person: person('2008-03-02') });
    expect(answer).toMatchObject(problem(422, 'NOT_A_MINOR', ['person.birthDate', 'IS_OF_AGE']));
    expect(answer.body.detail).toContain('otra familia');
    expect((await open({ person: person('2008-03-03') })).status).toBe(201);
    expect(await open({ person: person(), presumedAge: 18 })).toMatchObject(
      problem(422, 'NOT_A_MINOR', ['presumedAge', 'IS_OF_AGE']),
    );
    const { rows } = await t.owner.query(
      `SELECT count(*)::int AS n FROM persons WHERE birth_date = '2008-03-02'`,
    );
    expect(rows[0].n).toBe(0);
  });

  it('takes the day at the post, not that of the server', async () => {
    t.clock.set('2026-03-02T23:30:00Z');
    expect(await open({ person: person('2008-03-03') })).toMatchObject(problem(422, 'NOT_A_MINOR'));
    t.clock.set('2026-03-02T09:00:00Z');
  });

  it('refuses an adult who is on file already', async () => {
    const { id } = await openMinorCase(officer, mad);
    const adult = await addToCase(officer, id, 'Tía');
    expect(await open({ person: { id: adult } })).toMatchObject(problem(422, 'NOT_A_MINOR'));
  });

  it('takes a presumed age where the birth date is not known, and one of the two it must have', async () => {
    expect(await open({ person: person() })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['presumedAge', 'AGE_NEEDED']),
    );
    const presumed = await open({ person: person(), presumedAge: 16 });
    expect(presumed.status).toBe(201);
    const shown = (await officer.get(`/cases/${presumed.body.id}`)).body;
    expect(shown.minor).toMatchObject({ comesOfAgeOn: '2028-03-02', ofAge: false });
    const child = (await officer.get(`/people/${presumed.body.personId}`)).body;
    expect(child.vulnerability).toContain('child_or_adolescent');
  });

  it.each([
    ['an unknown type', { type: 'orphan' }, 400],
    ['an unknown company', { childWith: 'dog' }, 400],
    ['an impossible birth date', { person: person('2015-02-30') }, 400],
    ['a birth date to come', { person: person('2027-01-01') }, 422],
    ['a subdivision of elsewhere', { subdivision: 'PE-LIM' }, 422],
    ['an unknown person', { person: { id: '0199c000-0000-7000-8000-0000000000ff' } }, 422],
    ['an unknown post', { postId: '0199c000-0000-7000-8000-0000000000ff' }, 403],
  ])('refuses %s', async (_, changes, status) => {
    expect((await open(changes)).status).toBe(status);
  });

  it('refuses a foreign post, and whoever may not', async () => {
    expect((await open({ postId: t.staff.posts['PAT'] })).status).toBe(403);
    expect((await open({}, await t.as('auditora'))).status).toBe(403);
    const { id } = await openMinorCase(officer, mad);
    const outsider = await t.as('oficial.pat');
    const situation = { childWith: 'mother', dangerToLife: false };
    expect((await outsider.post(`/minor-cases/${id}/situations`, situation)).status).toBe(404);
    expect((await director.post(`/minor-cases/${id}/situations`, situation)).status).toBe(403);
    expect((await officer.get('/minor-cases/no-such')).status).toBe(404);
  });

  it('opens once for one key, and refuses the key with another body', async () => {
    const key = { 'idempotency-key': 'un-caso-de-menor' };
    const first = await open({}, officer, key);
    expect((await open({}, officer, key)).body).toEqual(first.body);
    expect(await open({ childWith: 'father' }, officer, key)).toMatchObject(
      problem(422, 'IDEMPOTENCY_KEY_REUSED'),
    );
  });

  it('decides on a guardianship in the version that was read, with its document', async () => {
    const { id } = await openMinorCase(officer, mad);
    const personId = await addToCase(officer, id, 'Madre');
    const claim = { personId, ground: 'parental_authority' };
    const { body: kept } = await act(id, 'guardianships', claim);
    const path = `guardianships/${kept.id}/decision`;
    const verify = { decision: 'verified', reason: 'Se vio' };
    expect((await act(id, path, verify)).status).toBe(428);
    expect(await act(id, path, verify, { 'if-match': '"7"' })).toMatchObject(
      problem(412, 'STALE_VERSION'),
    );
    expect(await act(id, path, verify, { 'if-match': '"1"' })).toMatchObject(
      problem(422, 'DOCUMENT_NEEDED'),
    );
    const reject = { decision: 'rejected', reason: 'No trajo documento' };
    expect((await act(id, path, reject, { 'if-match': '"1"' })).status).toBe(201);
    expect(await act(id, path, verify, { 'if-match': '"2"' })).toMatchObject(
      problem(409, 'GUARDIANSHIP_DOES_NOT_FOLLOW'),
    );
    const foreign = { ...claim, documentId: '0199c000-0000-7000-8000-0000000000ff' };
    expect(await act(id, 'guardianships', foreign)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['documentId', 'NOT_IN_THIS_CASE']),
    );
  });

  it.each([
    [
      'guardianships',
      { ground: 'parental_authority', issuedOn: '2026-03-03' },
      'issuedOn',
      'notInFuture',
    ],
    [
      'guardianships',
      { ground: 'power_of_attorney', expiresOn: '2026-03-01' },
      'expiresOn',
      'HAS_EXPIRED',
    ],
    [
      'guardianships',
      { ground: 'power_of_attorney', issuedOn: '2026-03-02', expiresOn: '2026-03-01' },
      'expiresOn',
      'BEFORE_ITS_START',
    ],
    [
      'travel-authorisations',
      { kind: 'court_order', form: 'judicial', authority: 'x', number: '1', givenOn: '2026-03-01' },
      'personId',
      'A_COURT_IS_NO_PERSON',
    ],
    [
      'travel-authorisations',
      {
        ...{
          kind: 'parental',
          form: 'notarial',
          authority: 'x',
          number: '1',
          givenOn: '2026-03-01',
        },
        ...{ travelFrom: '2026-05-02', travelTo: '2026-05-01' },
      },
      'travelTo',
      'BEFORE_ITS_START',
    ],
  ])('refuses %s %j at %s', async (path, sent, at, code) => {
    const { id } = await openMinorCase(officer, mad);
    const personId = await addToCase(officer, id, 'Madre');
    expect(await act(id, path, { personId, ...sent })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', [at, code]),
    );
  });

  it('takes for a guardian only whoever takes part as one, and the child for none', async () => {
    const { id, childId } = await openMinorCase(officer, mad);
    const witness = await addToCase(officer, id, 'Testigo', 'witness');
    for (const personId of [witness, childId]) {
      expect(
        await act(id, 'guardianships', { personId, ground: 'guardianship_order' }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['personId', 'NOT_IN_THIS_ROLE']));
    }
  });

  it('wants every answer, the child’s opinion, and the instrument in force', async () => {
    const { id } = await openMinorCase(officer, mad);
    const sent = await interests(officer, { opinion: undefined }, { invented: 'yes' });
    expect(await act(id, 'interest-assessments', sent)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['answers.invented', 'UNKNOWN_QUESTION']),
    );
    expect(
      await act(id, 'interest-assessments', await interests(officer, { opinion: undefined })),
    ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['opinion', 'OPINION_NEEDED']));
    const stale = await interests(officer, { instrumentVersion: 99 });
    expect(await act(id, 'interest-assessments', stale)).toMatchObject(
      problem(409, 'INSTRUMENT_CHANGED'),
    );
  });

  it('lets headquarters alone write the questions and the States; what was recorded stays', async () => {
    const { content } = (await officer.get('/interest-instruments/current')).body;
    const [first] = content.questions;
    const shorter = {
      content: { ...content, questions: [first], thresholds: { moderate: 1, high: 2, extreme: 3 } },
      reason: 'Prueba',
    };
    expect((await officer.post('/interest-instruments', shorter)).status).toBe(403);
    expect((await director.post('/interest-instruments', shorter)).body).toEqual({ version: 2 });

    const { id } = await openMinorCase(officer, mad, { type: 'custody_or_abduction' });
    const taken = { kind: 'retention', takenOn: '2026-01-15', fromCountry: 'PE', toCountry: 'FR' };
    await act(id, 'abductions', taken);
    const { content: list } = (await officer.get('/hague-states/current')).body;
    const without = { content: { ...list, notBetween: [['PE', 'FR']] }, reason: 'Prueba' };
    expect((await officer.post('/hague-states', without)).status).toBe(403);
    expect((await director.post('/hague-states', without)).body).toEqual({ version: 2 });
    const wrong = { content: { ...list, states: ['PE', 'PE'] }, reason: 'Prueba' };
    expect((await director.post('/hague-states', wrong)).status).toBe(422);
    t.clock.advance({ minutes: 1 });
    await act(id, 'abductions', taken);
    const routes = (await officer.get(`/cases/${id}`)).body.minor.abductions.map(
      (a: { route: string }) => a.route,
    );
    expect(routes).toEqual(['diplomatic', 'hague_1980']);
    expect((await director.get('/hague-states')).body.items).toHaveLength(2);
  });
});
