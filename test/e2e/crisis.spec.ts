import {
  activateIncident,
  prepareIncident,
  registerPerson,
  registration,
} from '../factories/crises';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

describe('crises', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let director: Client;
  let anyone: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head, director] = (await Promise.all(
      ['oficial.mad', 'jefe.mad', 'directora.dgc'].map((who) => t.as(who)),
    )) as [Client, Client, Client];
    anyone = t.anonymous();
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const person = async (incidentId: string, id: string) =>
    (await officer.get(`/incidents/${incidentId}/persons/${id}`)).body;
  const board = async (id: string) => (await officer.get(`/incidents/${id}/board`)).body;
  const total = async (id: string, filter: string) =>
    (await officer.get(`/incidents/${id}/persons?count=true&${filter}`)).body.total;

  describe('the incident', () => {
    const valid = () => ({
      kind: 'epidemic',
      nameEs: 'Epidemia',
      nameEn: 'Epidemic',
      country: 'ES',
      postIds: [mad],
    });

    it('is prepared, activated and stood down, each with its reason, and may flare up again', async () => {
      const { id } = await prepareIncident(head, [mad]);
      expect((await officer.post(`/incidents/${id}/persons`, registration())).body.code).toBe(
        'INCIDENT_NOT_ACTIVE',
      );
      for (const [path, status] of [
        ['standing-down', 409],
        ['activation', 200],
        ['activation', 409],
        ['standing-down', 200],
        ['activation', 200],
      ] as const) {
        const answer = await head.post(`/incidents/${id}/${path}`, { reason: 'Motivo' });
        expect([path, answer.status]).toEqual([path, status]);
      }
      expect((await head.get(`/incidents/${id}`)).body).toMatchObject({
        state: 'active',
        posts: [{ code: 'MAD' }],
        decisions: [
          { state: 'active' },
          { state: 'stood_down' },
          { state: 'active', reason: 'Motivo' },
        ],
      });
      expect((await officer.get('/incidents')).body.items).toContainEqual(
        expect.objectContaining({ id, state: 'active', posts: ['MAD'] }),
      );
    });

    it('is decided by headquarters, or by the head of every post concerned', async () => {
      const body = { reason: 'Motivo' };
      const pat = t.staff.posts['PAT']!;
      expect((await officer.post('/incidents', {})).status).toBe(403);
      const both = await prepareIncident(director, [mad, pat]);
      expect((await head.post(`/incidents/${both.id}/activation`, body)).status).toBe(403);
      const desk = await t.as('proteccion');
      expect((await desk.post(`/incidents/${both.id}/activation`, body)).status).toBe(200);
      expect((await head.post('/incidents', { ...valid(), postIds: [pat] })).status).toBe(403);
    });

    it('refuses what cannot be', async () => {
      for (const [change, field, code] of [
        [{ subdivisions: ['PE-LIM'] }, 'subdivisions', 'NOT_OF_THE_COUNTRY'],
        [{ startedAt: '2027-01-01T00:00:00Z' }, 'startedAt', 'notInFuture'],
        [{ postIds: ['01890000-0000-7000-8000-000000000000'] }, 'postIds', 'UNKNOWN_POST'],
      ] as const) {
        expect(await director.post('/incidents', { ...valid(), ...change })).toMatchObject(
          problem(422, 'VALIDATION_FAILED', [field, code]),
        );
      }
      expect((await director.post('/incidents', { ...valid(), kind: 'invasion' })).status).toBe(
        400,
      );
    });
  });

  describe('who reaches it', () => {
    it('is the staff of its posts and headquarters; to others it does not exist', async () => {
      const { id } = await activateIncident(head, [mad]);
      const who = await registerPerson(officer, id);
      for (const name of ['oficial.pat', 'jefe.bue', 'ode.aqp']) {
        const stranger = await t.as(name);
        for (const path of [
          '',
          '/board',
          '/persons',
          '/report',
          '/duplicates',
          `/persons/${who}`,
        ]) {
          expect([name, path, (await stranger.get(`/incidents/${id}${path}`)).status]).toEqual([
            name,
            path,
            404,
          ]);
        }
        expect((await stranger.get('/incidents')).body.items).not.toContainEqual(
          expect.objectContaining({ id }),
        );
      }
      for (const name of ['honorario.ros', 'auditora', 'finanzas', 'admin', 'guardian', 'datos']) {
        expect((await (await t.as(name)).get(`/incidents/${id}`)).status).toBe(403);
      }
      expect((await anyone.get(`/incidents/${id}`)).status).toBe(401);
      expect((await director.get(`/incidents/${id}/board`)).status).toBe(200);
      expect((await director.post(`/incidents/${id}/persons`, registration())).status).toBe(403);
    });

    it('is staff that was lent, between two instants and no longer; an honorary consul never', async () => {
      const { id } = await activateIncident(head, [mad]);
      const lent = await t.as('oficial.pat');
      const day = 86_400_000;
      const at = (days: number) => new Date(Date.now() + days * day).toISOString();
      const loan = (username: string, from: number, until: number) =>
        head.post(`/incidents/${id}/loans`, {
          accountId: t.staff.accounts[username],
          validFrom: at(from),
          validUntil: at(until),
          reason: 'Refuerzo',
        });
      expect((await loan('oficial.pat', -3, -1)).status).toBe(201);
      expect((await loan('oficial.pat', 1, 3)).status).toBe(201);
      expect((await lent.get(`/incidents/${id}`)).status).toBe(404);
      const now = await loan('oficial.pat', -1, 1);
      expect((await lent.get(`/incidents/${id}/board`)).status).toBe(200);
      expect((await lent.post(`/incidents/${id}/persons`, registration())).status).toBe(201);
      expect((await lent.get('/cases')).body.items).toEqual([]);
      expect((await lent.post(`/incidents/${id}/standing-down`, { reason: 'No' })).status).toBe(
        403,
      );
      expect((await head.post(`/incidents/${id}/loans/${now.body.id}/end`)).status).toBe(200);
      expect((await lent.get(`/incidents/${id}/board`)).status).toBe(404);

      expect((await loan('honorario.ros', -1, 1)).body.code).toBe('NOT_TO_BE_LENT');
      expect(await loan('oficial.pat', 2, 1)).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['validUntil', 'BEFORE_ITS_START']),
      );
    });
  });

  describe('persons', () => {
    let id: string;
    beforeAll(async () => {
      ({ id } = await activateIncident(head, [mad]));
    });

    it('are sorted by need, and the list is in that order', async () => {
      const calm = await registerPerson(officer, id, { givenNames: 'Calma' });
      const urgent = await registerPerson(officer, id, {
        givenNames: 'Urgente',
        needs: ['medical'],
        vulnerability: ['pregnant'],
      });
      expect(await person(id, urgent)).toMatchObject({ priority: 80, state: 'registered' });
      const items = (await officer.get(`/incidents/${id}/persons`)).body.items;
      expect(items.map((p: { id: string }) => p.id)).toEqual([urgent, calm]);

      const triage = (version: number, body: object) =>
        officer.post(`/incidents/${id}/persons/${urgent}/triage`, body, {
          'if-match': `"${version}"`,
        });
      const needs = [{ need: 'medical', state: 'met' }];
      expect((await triage(9, { needs })).status).toBe(412);
      expect((await triage(1, { needs, subdivision: 'ES-AN' })).body).toMatchObject({
        priority: 30,
      });
      expect(await person(id, urgent)).toMatchObject({ needs, subdivision: 'ES-AN', version: 2 });
      expect(await triage(2, { subdivision: 'PE-LIM' })).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['subdivision', 'NOT_OF_THE_COUNTRY']),
      );
    });

    it('are refused with what is wrong', async () => {
      const tried = (changes: object) =>
        officer.post(`/incidents/${id}/persons`, registration(changes as never));
      expect((await tried({ needs: ['gold'] })).status).toBe(400);
      for (const [changes, field, code] of [
        [{ birthDate: '2031-01-01' }, 'birthDate', 'birthDate'],
        [{ phone: '612345678' }, 'phone', 'phoneE164'],
        [{ email: 'no' }, 'email', 'isEmail'],
        [{ vulnerability: ['unheard_of'] }, 'vulnerability', 'FACTOR_UNKNOWN'],
        [{ postId: t.staff.posts['PAT'] }, 'postId', 'NOT_OF_THE_INCIDENT'],
      ] as const) {
        expect(await tried(changes)).toMatchObject(
          problem(422, 'VALIDATION_FAILED', [field, code]),
        );
      }
    });

    it('get an ordinary case when they need help of their own, with its duty', async () => {
      const who = await registerPerson(officer, id, {
        ...{ givenNames: 'Carmen', firstSurname: 'Rojas', needs: ['shelter'] },
        ...{ phone: '+34612345678', documentNumber: '10117410', vulnerability: ['destitute'] },
      });
      const open = (postId: string) =>
        officer.post(`/incidents/${id}/persons/${who}/case`, { postId });
      expect(await open(t.staff.posts['PAT']!)).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['postId', 'NOT_OF_THE_INCIDENT']),
      );
      const opened = await open(mad);
      expect(opened).toMatchObject({
        status: 201,
        body: { reference: expect.stringMatching(/^MAD-/) },
      });
      expect((await open(mad)).body.code).toBe('PERSON_HAS_CASE');
      const page = async () => (await officer.get(`/cases/${opened.body.id}`)).body;
      expect(await page()).toMatchObject({
        family: 'crisis',
        type: 'natural_disaster',
        crisis: { incidentId: id, incidentPersonId: who, openNeeds: ['shelter'] },
      });
      const duties = async () =>
        (await page()).obligations
          .filter((o: { status: string }) => o.status === 'open')
          .map((o: { kind: string }) => o.kind);
      expect(await duties()).toContain('crisis_contact');
      await officer.post(`/incidents/${id}/persons/${who}/states`, { state: 'contacted' });
      expect(await duties()).not.toContain('crisis_contact');
      expect(await person(id, who)).toMatchObject({ caseReference: opened.body.reference });
    });
  });

  describe('lists', () => {
    let id: string;
    beforeAll(async () => {
      ({ id } = await activateIncident(head, [mad]));
    });
    const send = (body: object) =>
      officer.post(`/incidents/${id}/lists`, { name: 'Lista', format: 'table', ...body });

    it('enter all or nothing, with each fault by its line', async () => {
      const content = 'Nombres;Apellidos;Edad\nRosa;Quispe;30\nJuan;;40\nEva;Luna;300\n';
      expect(await send({ content })).toMatchObject(
        problem(
          422,
          'LIST_REFUSED',
          ['line 3: firstSurname', 'NAME_UNREADABLE'],
          ['line 4: age', 'AGE_OUT_OF_RANGE'],
        ),
      );
      expect((await board(id)).persons).toBe(0);
    });

    it('enter once, however often they are sent, and open by their number', async () => {
      const content =
        'Viajero,Tel,Needs\n"QUISPE/ROSA MRS",612 345 678,medical\nFLORES/JUAN MR,,\n';
      const columns = { Viajero: 'name', Tel: 'phone', Needs: 'needs' };
      const first = await send({ content, columns });
      expect(first).toMatchObject({ status: 201, body: { rows: 2, repeated: false } });
      expect((await send({ content, columns })).body).toEqual({ ...first.body, repeated: true });
      expect((await board(id)).persons).toBe(2);
      expect(await total(id, `listId=${first.body.id}`)).toBe(2);
    });

    it('may be the boarding list of an airline, a name a line', async () => {
      const content = 'MAMANI TICONA/LUZ MRS\nROJAS/MIA CHD\n';
      const sent = await send({ content, format: 'boarding', name: 'IB 6651' });
      expect(sent).toMatchObject({ status: 201, body: { rows: 2 } });
      const { items } = (await officer.get(`/incidents/${id}/persons?listId=${sent.body.id}`)).body;
      expect(items).toContainEqual(
        expect.objectContaining({
          ...{ givenNames: 'LUZ', firstSurname: 'MAMANI', secondSurname: 'TICONA' },
        }),
      );
    });
  });

  describe('duplicates', () => {
    it('of six registrations in three spellings count as one person, and all lists stay named', async () => {
      const { id } = await activateIncident(head, [mad]);
      const six: string[] = [];
      for (const changes of [
        { needs: ['food'] },
        { firstSurname: 'Kispe' },
        { firstSurname: 'Quizpe', vulnerability: ['pregnant'] },
        { documentNumber: '10117410', secondSurname: 'Mamani' },
        { documentNumber: '1011741-0', givenNames: 'Rosa Elena' },
        { phone: '+34612345678', secondSurname: 'Mamani' },
      ]) {
        six.push(await registerPerson(officer, id, changes));
      }
      const other = await registerPerson(officer, id, {
        givenNames: 'Julio',
        firstSurname: 'Zegarra',
      });
      const { items } = (await officer.get(`/incidents/${id}/duplicates`)).body;
      expect(items).toHaveLength(1);
      const ids = items[0].persons.map((p: { id: string }) => p.id);
      expect(ids.sort()).toEqual([...six].sort());

      await officer.post(`/incidents/${id}/persons/${six[1]}/states`, { state: 'safe' });
      const [survivorId, ...duplicateIds] = six;
      const merge = { survivorId, duplicateIds };
      expect((await officer.post(`/incidents/${id}/merges`, merge)).status).toBe(200);
      expect((await officer.post(`/incidents/${id}/merges`, merge)).body.code).toBe(
        'ALREADY_MERGED',
      );
      expect(await board(id)).toMatchObject({
        persons: 2,
        byState: { safe: 1, registered: 1 },
        needs: expect.arrayContaining([{ need: 'food', open: 1, met: 0 }]),
      });
      const merged = await person(id, six[3]!);
      expect(merged).toMatchObject({
        ...{ id: survivorId, documentNumber: '10117410', phone: '+34612345678' },
        ...{ vulnerability: ['pregnant'], priority: 50, state: 'safe' },
      });
      expect(merged.mentions).toHaveLength(6);
      expect((await officer.get(`/incidents/${id}/duplicates`)).body.items).toEqual([]);

      expect((await officer.post(`/incidents/${id}/persons/${other}/separation`)).body.code).toBe(
        'NOT_MERGED',
      );
      expect((await officer.post(`/incidents/${id}/persons/${six[1]}/separation`)).status).toBe(
        200,
      );
      expect(await board(id)).toMatchObject({ persons: 3, byState: { safe: 1, registered: 2 } });
    });
  });

  describe('the board', () => {
    it('has numbers whose lists have that many rows', async () => {
      const { id } = await activateIncident(head, [mad]);
      for (let i = 0; i < 12; i += 1) {
        const who = await registerPerson(officer, id, {
          givenNames: `Persona ${i}`,
          firstSurname: ['Quispe', 'Flores', 'Zegarra'][i % 3],
          subdivision: i % 2 ? 'ES-AN' : undefined,
          needs: i % 4 === 0 ? ['food', 'shelter'] : [],
        });
        const state = [null, 'safe', 'in_need', 'contacted'][i % 4];
        if (state) await officer.post(`/incidents/${id}/persons/${who}/states`, { state });
      }
      const { persons, byState, needs, places, rate } = await board(id);
      expect(persons).toBe(12);
      expect(Object.values<number>(byState).reduce((a, b) => a + b, 0)).toBe(persons);
      for (const [state, n] of Object.entries(byState)) {
        expect([state, await total(id, `state=${state}`)]).toEqual([state, n]);
      }
      for (const { need, open } of needs) {
        expect([need, await total(id, `need=${need}`)]).toEqual([need, open]);
      }
      for (const { subdivision, persons: n } of places) {
        const filter = subdivision ? `subdivision=${subdivision}` : 'nowhere=true';
        expect([subdivision, await total(id, filter)]).toEqual([subdivision, n]);
      }
      expect(rate).toEqual([{ hourAt: expect.any(String), registrations: 12 }]);

      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: { items: { id: string }[]; nextCursor: string | null } = (
          await officer.get(`/incidents/${id}/persons?limit=5${cursor ? `&cursor=${cursor}` : ''}`)
        ).body;
        seen.push(...page.items.map((p) => p.id));
        cursor = page.nextCursor;
      }
      expect(new Set(seen).size).toBe(12);
    });

    it('tells open browsers to read again, with the id and nothing else', async () => {
      const { id } = await activateIncident(head, [mad]);
      const stop = new AbortController();
      const stream = await fetch(`${t.url}/api/v1/stream`, {
        headers: { cookie: `amparo_session=${officer.cookie}` },
        signal: stop.signal,
      });
      const reader = stream.body!.getReader();
      const decoder = new TextDecoder();
      let heard = '';
      const until = async (text: string) => {
        while (!heard.includes(text)) heard += decoder.decode((await reader.read()).value);
      };
      await until('event: ready');
      await registerPerson(officer, id, { givenNames: 'Secreta' });
      await until('event: incident');
      await until(`{"kind":"incident","id":"${id}"}`);
      expect(heard).not.toContain('Secreta');
      stop.abort();
    });
  });

  describe('the policy', () => {
    it('ranks everybody again when headquarters changes it', async () => {
      const { id } = await activateIncident(head, [mad]);
      const who = await registerPerson(officer, id, { needs: ['food'] });
      const { content } = (await director.get('/crisis-policies')).body.items[0];
      const body = {
        content: { ...content, needs: { ...content.needs, food: 999 } },
        reason: 'Hambruna',
      };
      expect((await officer.post('/crisis-policies', body)).status).toBe(403);
      expect((await director.post('/crisis-policies', { ...body, content: {} })).status).toBe(422);
      expect((await director.post('/crisis-policies', body)).status).toBe(201);
      expect(await person(id, who)).toMatchObject({ priority: 999 });
      expect((await director.post('/crisis-policies', { content, reason: 'Atrás' })).status).toBe(
        201,
      );
    });
  });

  describe('the after-action report', () => {
    it('counts each person once, from the activation to the lessons', async () => {
      const { id } = await activateIncident(head, [mad]);
      const a = await registerPerson(officer, id, { needs: ['medical'] });
      const b = await registerPerson(officer, id);
      await registerPerson(officer, id, { givenNames: 'Julio', firstSurname: 'Zegarra' });
      t.clock.advance({ minutes: 30 });
      await officer.post(`/incidents/${id}/persons/${b}/states`, { state: 'contacted' });
      await officer.post(`/incidents/${id}/merges`, { survivorId: a, duplicateIds: [b] });
      expect((await head.post(`/incidents/${id}/lessons`, { lessons: 'x' })).status).toBe(403);
      const lessons = '=Prever intérpretes';
      expect((await director.post(`/incidents/${id}/lessons`, { lessons })).status).toBe(200);
      const report = (await director.get(`/incidents/${id}/report`)).body;
      expect(report).toMatchObject({
        ...{ persons: 2, mentions: 3, lessons, byState: { contacted: 1, registered: 1 } },
        firstContact: { contacted: 1, medianMinutes: 30 },
        needs: expect.arrayContaining([{ need: 'medical', open: 1, met: 0 }]),
        byPost: [{ post: null, persons: 2 }],
      });
      expect(report.milestones.map((m: { kind: string }) => m.kind).sort()).toEqual([
        ...['activated', 'first_known', 'first_registration', 'started'],
      ]);
      expect(report.csv).toContain('persons,total,2\n');
      expect(report.csv).toContain("lessons,text,'=Prever intérpretes\n");
    });
  });
});
