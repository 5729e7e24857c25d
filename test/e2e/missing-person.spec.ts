import { kinTold } from '../factories/deaths';
import { logDetention } from '../factories/detentions';
import { inquiry, openMissingCase } from '../factories/missing-persons';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

describe('cases of missing persons', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let desk: Client;
  let head: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, colleague, desk, head] = await Promise.all(
      ['oficial.mad', 'oficial2.mad', 'mesa.asn', 'jefe.mad'].map((who) => t.as(who)) as [
        Promise<Client>,
        Promise<Client>,
        Promise<Client>,
        Promise<Client>,
      ],
    );
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const page = async (id: string, client = officer) => (await client.get(`/cases/${id}`)).body;
  const act = (id: string, path: string, body: object, client = officer): Promise<Answer> =>
    client.post(`/missing-person-cases/${id}/${path}`, body);
  const done = async (
    id: string,
    path: string,
    body: object,
    client = officer,
  ): Promise<string> => {
    const answer = await act(id, path, body, client);
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id;
  };
  const duties = async (id: string, client = officer): Promise<string[]> =>
    (await page(id, client)).obligations
      .filter((o: { status: string }) => o.status === 'open')
      .map((o: { kind: string }) => o.kind)
      .sort();
  const verify = (id: string) =>
    done(id, 'interest-decisions', { decision: 'verified', reason: 'Madre, con partida.' }, desk);

  it('goes from the request to the answer, after headquarters has verified who asks', async () => {
    const { id, requesterPersonId } = await openMissingCase(officer, mad);
    expect(await duties(id)).toEqual(['interest_verification']);
    expect(await page(id)).toMatchObject({
      missingPerson: {
        ...{
          requesterName: 'Rosa Solicitante',
          relation: 'parent',
          fear: 'No responde desde hace diez días.',
        },
        requesterPersonId,
      },
      people: expect.arrayContaining([expect.objectContaining({ role: 'requester' })]),
    });

    const early = { status: 409, body: { code: 'INTEREST_NOT_VERIFIED' } };
    expect(await act(id, 'inquiries', inquiry())).toMatchObject(early);
    const decision = { decision: 'verified', reason: 'Madre, con partida.' };
    expect((await act(id, 'interest-decisions', decision)).status).toBe(403);
    expect((await act(id, 'interest-decisions', decision, head)).status).toBe(403);
    await verify(id);
    expect(await duties(id)).toEqual(['search_begun']);

    const first = await done(id, 'inquiries', inquiry());
    expect((await page(id)).obligations).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'search_inquiry_reply',
          dueAt: '2026-03-16T23:00:00.000Z',
        }),
      ]),
    );
    t.clock.advance({ hours: 1 });
    const second = await done(id, 'inquiries', inquiry({ followsId: first }));
    expect(await duties(id)).toEqual(['search_inquiry_reply']);
    await done(id, `inquiries/${second}/answer`, { answer: 'Consta un domicilio.' });
    expect((await act(id, `inquiries/${second}/answer`, { answer: 'Otra' })).body.code).toBe(
      'INQUIRY_ANSWERED',
    );
    expect(await duties(id)).toEqual(['case_review']);

    expect((await act(id, 'wills', { will: 'refuses' })).body.code).toBe('NOBODY_LOCATED');
    await done(id, 'results', { result: 'found_alive', place: 'Madrid' });
    expect(await duties(id)).toEqual(['located_person_will', 'requester_answer']);
    await done(id, 'wills', { will: 'refuses' });
    await done(id, 'requester-answers', { channel: 'telephone' });
    expect((await page(id)).missingPerson.answers).toEqual([
      expect.objectContaining({
        basis: 'neutral',
        told: expect.stringContaining('protección de los datos personales'),
      }),
    ]);
    expect(
      (await officer.post(`/cases/${id}/closing`, { outcome: 'located_contact_refused' })).status,
    ).toBe(200);
  });

  it('refuses to search for whoever has no legitimate interest, with the reason', async () => {
    const { id } = await openMissingCase(officer, mad);
    await done(
      id,
      'interest-decisions',
      { decision: 'refused', reason: 'Hay una orden de alejamiento.' },
      desk,
    );
    expect((await act(id, 'inquiries', inquiry())).status).toBe(409);
    expect((await act(id, 'results', { result: 'found_alive' })).status).toBe(409);
    await done(id, 'requester-answers', { channel: 'letter' });
    expect((await officer.post(`/cases/${id}/closing`, { outcome: 'resolved' })).status).toBe(200);
  });

  it('keeps the result from whoever is not assigned: no row, entry, duty, disclosure or outcome', async () => {
    const { id, requesterPersonId } = await openMissingCase(officer, mad);
    await verify(id);
    const letter = await done(id, 'inquiries', inquiry());
    await done(id, `inquiries/${letter}/answer`, { answer: 'Vive en la calle Secreta.' });
    await done(id, 'sightings', { place: 'Parque Secreto', account: 'La vieron.' });
    await done(id, 'results', { result: 'found_alive', place: 'Calle Secreta 1' });
    const will = {
      will: 'authorises',
      recipientPersonId: requesterPersonId,
      allows: ['case_progress'],
    };
    await done(id, 'wills', { ...will, message: 'Mensaje secreto' });
    await done(id, 'requester-answers', {
      channel: 'telephone',
      categories: ['case_progress'],
      told: 'Está bien.',
    });
    await officer.post(`/cases/${id}/closing`, { outcome: 'located_contact_authorised' });

    const seen = await page(id, colleague);
    expect(seen).toMatchObject({
      outcome: null,
      missingPerson: {
        seesResult: false,
        mayTell: null,
        results: [],
        wills: [],
        sightings: [],
        answers: [],
      },
    });
    const text = JSON.stringify([
      seen,
      (await colleague.get(`/missing-person-cases/${id}`)).body,
      (await colleague.get(`/cases/${id}/disclosures`)).body,
    ]);
    for (const secret of [
      'ecret',
      'found_alive',
      'located_',
      'recorded_wish',
      '"requester_answer"',
      'Está bien',
    ]) {
      expect(text).not.toContain(secret);
    }
    expect(await page(id, head)).toMatchObject({
      outcome: 'located_contact_authorised',
      missingPerson: {
        seesResult: true,
        results: [expect.objectContaining({ place: 'Calle Secreta 1' })],
      },
    });
    const other = await openMissingCase(officer, mad);
    await verify(other.id);
    const blind = await act(other.id, 'requester-answers', { channel: 'telephone' }, colleague);
    expect(blind).toMatchObject({ status: 403, body: { code: 'RESULT_RESTRICTED' } });
  });

  describe('what the requester may be told', () => {
    const located = async () => {
      const opened = await openMissingCase(officer, mad);
      await verify(opened.id);
      await done(opened.id, 'results', { result: 'found_alive' });
      return opened;
    };
    const tell = (id: string, categories: string[]) =>
      act(id, 'requester-answers', { channel: 'telephone', categories, told: 'Lo que se dijo.' });

    it('is exactly what the located person authorises, and is registered as a disclosure', async () => {
      const { id, requesterPersonId } = await located();
      expect(await tell(id, ['location'])).toMatchObject({
        status: 422,
        body: { code: 'NOT_TO_BE_TOLD' },
      });
      const allows = ['contact', 'case_progress'];
      await done(id, 'wills', { will: 'authorises', recipientPersonId: requesterPersonId, allows });
      expect(await tell(id, ['contact', 'location'])).toMatchObject({
        status: 422,
        body: { code: 'NOT_TO_BE_TOLD', allowed: allows },
      });
      expect((await tell(id, ['contact'])).status).toBe(201);
      expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toEqual([
        expect.objectContaining({
          purpose: 'search_for_person',
          ground: 'recorded_wish',
          categories: ['contact'],
        }),
      ]);
      t.clock.advance({ minutes: 1 });
      await done(id, 'wills', { will: 'refuses' });
      expect((await tell(id, ['contact'])).status).toBe(422);
    });

    it('is what a court orders, where the person refuses', async () => {
      const { id } = await located();
      await done(id, 'wills', { will: 'refuses' });
      await done(id, 'court-orders', {
        ...{
          authority: 'Juzgado n.º 5',
          number: '77/2026',
          orderedOn: '2026-03-01',
          orders: ['location'],
        },
      });
      expect((await tell(id, ['contact'])).status).toBe(422);
      expect((await tell(id, ['location'])).status).toBe(201);
      expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toEqual([
        expect.objectContaining({ ground: 'court_order', legalBasis: '77/2026, Juzgado n.º 5' }),
      ]);
    });

    it('is otherwise the same neutral words, which headquarters writes', async () => {
      const { id } = await located();
      const director = await t.as('directora.dgc');
      const { content } = (await director.get('/missing-person-policies')).body.items[0];
      const neutralAnswer = { es: 'Palabras neutras.', en: 'Neutral words.' };
      const body = { content: { ...content, neutralAnswer }, reason: 'Nueva redacción' };
      expect((await officer.post('/missing-person-policies', body)).status).toBe(403);
      expect((await director.post('/missing-person-policies', body)).status).toBe(201);
      const own = { channel: 'letter', told: 'Está en Madrid.' };
      expect((await act(id, 'requester-answers', own)).status).toBe(422);
      await done(id, 'requester-answers', { channel: 'letter' });
      expect((await page(id)).missingPerson.answers[0].told).toBe('Palabras neutras.');
      expect((await officer.get(`/cases/${id}/disclosures`)).body.items).toEqual([]);
    });
  });

  it('opens the case of a death when the person is found dead, and then the family is told first', async () => {
    const { id, personId } = await openMissingCase(officer, mad);
    await verify(id);
    expect((await act(id, 'death-case', {})).body.code).toBe('NOT_FOUND_DEAD');
    await done(id, 'results', { result: 'found_dead' });
    const death = await done(id, 'death-case', { diedOn: '2026-02-25', manner: 'violent' });
    expect(await page(death)).toMatchObject({
      family: 'death',
      personId,
      death: { manner: 'violent' },
    });
    expect((await officer.get(`/cases/${death}/links`)).body.items).toEqual([
      expect.objectContaining({ caseId: id, relation: 'continues' }),
    ]);
    expect((await act(id, 'death-case', {})).body.code).toBe('ALREADY_LINKED');
    const answer = { channel: 'letter' };
    expect(await act(id, 'requester-answers', answer)).toMatchObject({
      status: 422,
      body: { code: 'KIN_NOT_TOLD_YET' },
    });
    await officer.post(`/death-cases/${death}/kin-notices`, kinTold({ channel: 'in_person' }));
    expect((await act(id, 'requester-answers', answer)).status).toBe(201);
  });

  it('links the detention in which the person is found', async () => {
    const { id } = await openMissingCase(officer, mad);
    await verify(id);
    await done(
      id,
      'inquiries',
      inquiry({ kind: 'prison', authority: 'Instituciones Penitenciarias' }),
    );
    const detention = await logDetention(officer, mad);
    const { reference } = await page(detention);
    expect((await act(id, 'detention-link', { reference })).body.code).toBe('NOT_FOUND_DETAINED');
    await done(id, 'results', { result: 'found_detained' });
    await done(id, 'detention-link', { reference });
    expect((await page(id)).checklist).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'detention_linked', done: true })]),
    );
  });

  it('opens the detention in which the person is found, with its clocks, once', async () => {
    const { id, personId } = await openMissingCase(officer, mad);
    await verify(id);
    await done(id, 'inquiries', inquiry({ kind: 'prison', authority: 'Prisiones' }));
    const body = {
      type: 'criminal_detention',
      stage: 'pretrial',
      facilityName: 'Soto',
      city: 'Madrid',
    };
    expect((await act(id, 'detention-case', body)).body.code).toBe('NOT_FOUND_DETAINED');
    await done(id, 'results', { result: 'found_detained' });
    const detention = await done(id, 'detention-case', body);
    expect(await page(detention)).toMatchObject({
      family: 'detention',
      personId,
      stage: 'pretrial',
    });
    expect((await page(detention)).obligations.length).toBeGreaterThan(0);
    expect((await page(id)).checklist).toEqual(
      expect.arrayContaining([expect.objectContaining({ code: 'detention_linked', done: true })]),
    );
    expect((await act(id, 'detention-case', body)).body.code).toBe('ALREADY_LINKED');
  });

  it('prints the request to an authority with who is sought, never who asks', async () => {
    const { id } = await openMissingCase(officer, mad);
    const drafted = await officer.post(`/cases/${id}/papers`, { kind: 'search_request' });
    const paper = await officer.get(`/papers/${drafted.body.id}`);
    const text = JSON.stringify(paper.body);
    expect(text).toContain('Persona Buscada');
    expect(text).toContain('barrio de Usera');
    expect(text).not.toContain('Solicitante');
  });

  it('is sealed with its case: no text stays in the clear', async () => {
    const { id } = await openMissingCase(officer, mad);
    await verify(id);
    await done(id, 'inquiries', inquiry());
    await done(id, 'results', { result: 'found_alive', place: 'Madrid' });
    const { version } = await page(id);
    const sealed = await head.post(
      `/cases/${id}/tier`,
      { tier: 'sealed', reason: 'Peligro para la persona' },
      { 'if-match': `"${version}"` },
    );
    expect(sealed.status).toBeLessThan(300);
    for (const table of [
      'missing_persons',
      'interest_decisions',
      'search_inquiries',
      'search_results',
    ]) {
      const { rows } = await t.owner.query<{ row: string }>(
        `SELECT row_to_json(x)::text AS row FROM ${table} x WHERE case_id = $1`,
        [id],
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]!.row).not.toContain('"clear"');
    }
    expect((await page(id, head)).missingPerson).toMatchObject({
      lastKnown: 'Madrid, barrio de Usera',
    });
  });
});
