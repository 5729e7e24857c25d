import { addToCase, interests, openMinorCase, verifiedGuardian } from '../factories/minor-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { problem } from '../support/problem';

const OPENED = '2026-03-02T09:00:00Z';

describe('cases of children and adolescents', () => {
  let t: TestApp;
  let officer: Client;
  let mad: string;
  beforeEach(() => t.clock.set(OPENED));
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const page = async (id: string) => (await officer.get(`/cases/${id}`)).body;
  const act = (id: string, path: string, body: object, headers = {}): Promise<Answer> =>
    officer.post(`/minor-cases/${id}/${path}`, body, headers);
  const duties = async (id: string): Promise<string[]> =>
    (await page(id)).obligations
      .filter((o: { status: string }) => o.status === 'open')
      .map((o: { kind: string }) => o.kind)
      .sort();
  const due = async (id: string, kind: string): Promise<string> =>
    (await page(id)).obligations.find(
      (o: { kind: string; status: string }) => o.kind === kind && o.status === 'open',
    )?.dueAt;
  const undone = async (id: string): Promise<string[]> =>
    (await page(id)).checklist
      .filter((s: { done: boolean; required: boolean }) => s.required && !s.done)
      .map((s: { code: string }) => s.code);
  const paper = (changes: object = {}) => ({
    kind: 'parental',
    form: 'notarial',
    authority: 'Notaría 12',
    number: '44/2026',
    givenOn: '2026-03-01',
    ...changes,
  });

  it('goes from the airport to the family, and closes', async () => {
    const opened = await officer.post('/minor-cases', {
      postId: mad,
      type: 'separated_minor',
      person: { givenNames: 'Niña', firstSurname: 'Entera', birthDate: '2015-05-14', sex: 2 },
      intakeChannel: 'host_notification',
      country: 'ES',
      childWith: 'other_adult',
      dangerToLife: false,
      account: 'Viajó con una vecina.',
    });
    expect(opened).toMatchObject({
      status: 201,
      body: { reference: expect.stringMatching(/^MAD-2026-\d{6}$/) },
    });
    const id = opened.body.id as string;
    expect(await page(id)).toMatchObject({
      tier: 'restricted',
      summary: 'Viajó con una vecina.',
      minor: {
        comesOfAgeOn: '2033-05-14',
        ofAge: false,
        situations: [expect.objectContaining({ childWith: 'other_adult', dangerToLife: false })],
        travel: { allowed: false, missing: ['NO_AUTHORISATION'] },
      },
    });
    expect(await duties(id)).toEqual([
      'coming_of_age',
      'first_contact',
      'interests_full',
      'interests_preliminary',
      'vulnerability_assessment',
    ]);
    expect(await due(id, 'interests_preliminary')).toBe('2026-03-05T09:00:00.000Z');
    expect(await due(id, 'interests_full')).toBe('2026-04-01T22:00:00.000Z');

    const first = await interests(officer, {
      stage: 'preliminary',
      hearing: 'not_reached',
      opinion: undefined,
    });
    expect((await act(id, 'interest-assessments', first)).body).toMatchObject({ level: 'low' });
    expect(await duties(id)).not.toContain('interests_preliminary');
    const asked = await act(id, 'tracing-steps', {
      source: 'civil_registry',
      institution: 'RENIEC',
      askedOn: '2026-03-02',
    });
    const answer = { result: 'found', answeredOn: '2026-03-02' };
    expect((await act(id, `tracing-steps/${asked.body.id}/answer`, answer)).status).toBe(201);
    expect((await act(id, `tracing-steps/${asked.body.id}/answer`, answer)).body.code).toBe(
      'TRACING_ALREADY_ANSWERED',
    );

    const mother = await addToCase(officer, id, 'Madre');
    const father = await addToCase(officer, id, 'Padre', 'relative');
    const located = { personId: mother, relation: 'mother', whereabouts: 'Lima' };
    const relative = (await act(id, 'located-relatives', located)).body.id as string;
    const reunion = { relativeId: relative, toCountry: 'PE', institution: 'UPE de Lima' };
    const missing = (...codes: string[]) =>
      problem(
        409,
        'REUNIFICATION_NOT_READY',
        ...codes.map((code): [string, string] => ['relativeId', code]),
      );
    expect(await act(id, 'reunifications', reunion)).toMatchObject(
      missing(
        'INTERESTS_SAY_OTHERWISE',
        'RELATIONSHIP_NOT_VERIFIED',
        'FAMILY_NOT_SUITABLE',
        'GUARDIANSHIP_NOT_VERIFIED',
        'NO_AUTHORISATION',
      ),
    );
    t.clock.advance({ minutes: 1 });
    await act(id, 'interest-assessments', await interests(officer));
    expect(await duties(id)).toContain('interests_review_reunification');
    const proof = { decision: 'verified', proof: 'Partida de nacimiento' };
    await act(id, `located-relatives/${relative}/decision`, proof);
    await act(id, `located-relatives/${relative}/assessments`, {
      suitability: 'suitable',
      institution: 'MIMP',
      report: 'Vivienda y cuidado adecuados.',
    });
    await verifiedGuardian(officer, id, mother);
    await act(id, 'travel-authorisations', paper({ personId: mother }));
    await act(id, 'travel-authorisations', paper({ personId: father, number: '45/2026' }));
    expect(await act(id, 'reunifications', reunion)).toMatchObject(missing('PARENT_NOT_VERIFIED'));
    await verifiedGuardian(officer, id, father);
    expect((await page(id)).minor.travel).toEqual({
      allowed: true,
      ground: 'both_parents',
      missing: [],
    });
    const back = await act(id, 'reunifications', reunion);
    expect(back.status).toBe(201);
    expect(await duties(id)).toContain('reunification_follow_up');
    expect(await undone(id)).toEqual(['reunification_followed_up']);
    t.clock.advance({ hours: 1 });
    await act(id, `reunifications/${back.body.id}/follow-ups`, { finding: 'needs_help' });
    expect(await duties(id)).toContain('reunification_follow_up');
    t.clock.advance({ hours: 1 });
    await act(id, `reunifications/${back.body.id}/follow-ups`, { finding: 'safe' });
    expect(await undone(id)).toEqual([]);
    const closed = await officer.post(`/cases/${id}/closing`, { outcome: 'repatriated' });
    expect(closed.status).toBe(200);
    expect(
      (await act(id, 'situations', { childWith: 'mother', dangerToLife: false })).body.code,
    ).toBe('CASE_IS_FINISHED');
  });

  it('keeps the whole story on the timeline, in words', async () => {
    const { id } = await openMinorCase(officer, mad);
    await act(id, 'situations', { childWith: 'relative', dangerToLife: true, situationNote: 'x' });
    const { items } = (await officer.get(`/cases/${id}/timeline`)).body as {
      items: { kind: string }[];
    };
    expect(items.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['minor_case.opened', 'child_situation.recorded']),
    );
    expect((await page(id)).minor.situations[0]).toMatchObject({ dangerToLife: true });
  });

  it('renews a guardian’s paper before it expires; expired or revoked it counts no longer', async () => {
    const { id } = await openMinorCase(officer, mad);
    const aunt = await addToCase(officer, id, 'Tía');
    const changes = { ground: 'power_of_attorney', expiresOn: '2026-06-30' };
    const guardianship = await verifiedGuardian(officer, id, aunt, changes);
    expect(await due(id, 'guardianship_renewal')).toBe('2026-06-30T22:00:00.000Z');
    expect((await page(id)).minor.guardianships[0]).toMatchObject({ counts: true });
    t.clock.set('2026-07-01T09:00:00Z');
    expect((await page(id)).minor.guardianships[0]).toMatchObject({ counts: false });
    t.clock.set(OPENED);
    const path = `guardianships/${guardianship}/revocation`;
    const reason = { reason: 'Renunció' };
    expect((await act(id, path, reason, { 'if-match': '"2"' })).status).toBe(201);
    expect((await page(id)).minor.guardianships[0]).toMatchObject({
      state: 'revoked',
      counts: false,
    });
    expect(await duties(id)).not.toContain('guardianship_renewal');
    expect(await act(id, path, reason, { 'if-match': '"3"' })).toMatchObject(
      problem(409, 'GUARDIANSHIP_DOES_NOT_FOLLOW'),
    );
  });

  it('corrects by a new entry, which has to be verified again', async () => {
    const { id } = await openMinorCase(officer, mad);
    const aunt = await addToCase(officer, id, 'Tía');
    const replaces = await verifiedGuardian(officer, id, aunt);
    const claim = { personId: aunt, ground: 'custody_judgment', replaces };
    expect((await act(id, 'guardianships', claim)).status).toBe(201);
    expect((await page(id)).minor.guardianships).toMatchObject([
      { state: 'claimed', counts: false },
      { state: 'verified', replaced: true, counts: false },
    ]);
    // five working days in Madrid
    expect(await due(id, 'guardianship_verification')).toBe('2026-03-09T23:00:00.000Z');
    expect(await act(id, 'guardianships', claim)).toMatchObject(problem(409, 'ALREADY_REPLACED'));
  });

  it('follows the care of a State: hearings, contact with the child, and how it ends', async () => {
    const { id, childId } = await openMinorCase(officer, mad, { type: 'minor_in_state_care' });
    const order = {
      authority: 'Junta de protección',
      number: '9/2026',
      since: '2026-02-20',
      placement: 'institution',
    };
    const care = (await act(id, 'care-orders', order)).body.id as string;
    expect(await due(id, 'care_contact')).toBe('2026-04-01T22:00:00.000Z');
    expect(await undone(id)).toContain('state_care_ended');
    await act(id, `care-orders/${care}/steps`, {
      step: 'request_to_be_heard',
      takenOn: '2026-03-02',
      authority: 'Juzgado de familia',
    });
    const hearing = { at: '2026-03-10T10:00:00Z', court: 'Juzgado de familia n.º 2' };
    const scheduled = await act(id, `care-orders/${care}/hearings`, hearing);
    const noted = { outcome: 'held', note: 'Se oyó al consulado.' };
    const path = `care-hearings/${scheduled.body.id}/note`;
    expect(await act(id, path, noted)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['outcome', 'HEARING_NOT_PASSED']),
    );
    expect(await due(id, 'proceedings_follow_up')).toBe('2026-03-12T23:00:00.000Z');
    t.clock.set('2026-03-11T09:00:00Z');
    expect((await act(id, path, noted)).status).toBe(201);
    expect(await duties(id)).not.toContain('proceedings_follow_up');
    await officer.post(`/cases/${id}/contact-attempts`, {
      personId: childId,
      channel: 'in_person',
      outcome: 'reached',
    });
    expect(await due(id, 'care_contact')).toBe('2026-04-10T22:00:00.000Z');
    const end = { outcome: 'placed_with_relative' };
    expect((await act(id, `care-orders/${care}/ending`, end)).status).toBe(201);
    expect(await duties(id)).not.toContain('care_contact');
    expect((await act(id, `care-orders/${care}/ending`, end)).body.code).toBe('CARE_HAS_ENDED');
    expect((await page(id)).minor.care[0]).toMatchObject({
      outcome: 'placed_with_relative',
      hearings: [expect.objectContaining({ outcome: 'held' })],
      steps: [expect.objectContaining({ step: 'request_to_be_heard' })],
    });
  });

  it('goes by the convention of 1980 where it binds both States, else by démarche', async () => {
    const { id } = await openMinorCase(officer, mad, { type: 'custody_or_abduction' });
    const taken = { kind: 'removal', takenOn: '2026-01-15', fromCountry: 'PE', toCountry: 'ES' };
    const hague = await act(id, 'abductions', taken);
    expect(hague.body).toMatchObject({ route: 'hague_1980' });
    expect((await page(id)).minor.abductions[0].peruvianAuthority).toContain('MIMP');
    const step = (on: string, kind: string, more = {}) =>
      act(id, `abductions/${on}/steps`, { step: kind, takenOn: '2026-03-02', ...more });
    await step(hague.body.id, 'application_filed');
    // a working day in Madrid: 13 April 2026
    expect(await due(id, 'hague_decision')).toBe('2026-04-13T22:00:00.000Z');
    expect(await due(id, 'hague_one_year')).toBe('2027-01-14T23:00:00.000Z');
    await step(hague.body.id, 'proceedings_begun');
    expect(await duties(id)).not.toContain('hague_one_year');

    const other = { ...taken, toCountry: 'KW', replaces: hague.body.id };
    const diplomatic = await act(id, 'abductions', other);
    expect(diplomatic.body).toMatchObject({ route: 'diplomatic' });
    expect(await due(id, 'abduction_demarche')).toBe('2026-03-09T23:00:00.000Z');
    expect(await duties(id)).not.toContain('hague_decision');
    expect(await step(diplomatic.body.id, 'application_filed')).toMatchObject(
      problem(409, 'STEP_NOT_OF_THIS_ROUTE'),
    );
    await step(diplomatic.body.id, 'demarche');
    expect(await duties(id)).toContain('note_verbale_reply');
    expect(await step(diplomatic.body.id, 'decision')).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['decision', 'isNotEmpty']),
    );
    expect(await undone(id)).toContain('abduction_decided');
    await step(diplomatic.body.id, 'decision', { decision: 'return_ordered' });
    expect(await undone(id)).not.toContain('abduction_decided');
    expect(await duties(id)).not.toContain('note_verbale_reply');
  });

  it('shows when the child comes of age, and asks what follows', async () => {
    const person = { givenNames: 'Casi', firstSurname: 'Adulta', birthDate: '2008-03-03', sex: 2 };
    const { id } = await openMinorCase(officer, mad, { person });
    const course = { course: 'handed_over', note: 'A la atención de adultos' };
    expect((await act(id, 'coming-of-age', course)).body.code).toBe('NOT_OF_AGE_YET');
    // 23:30 UTC is already the third in Madrid
    t.clock.set('2026-03-02T23:30:00Z');
    expect((await page(id)).minor).toMatchObject({ ofAge: true, comesOfAgeOn: '2026-03-03' });
    expect(await due(id, 'coming_of_age')).toBe('2026-04-02T22:00:00.000Z');
    expect(await undone(id)).toEqual(['of_age_handed_over']);
    expect((await act(id, 'coming-of-age', course)).status).toBe(201);
    expect(await undone(id)).toEqual([]);
    expect(await duties(id)).not.toContain('coming_of_age');
  });
});
