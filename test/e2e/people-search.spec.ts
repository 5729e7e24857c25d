import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

const SOLE = { givenNames: 'Soledad', firstSurname: 'Ñahui', secondSurname: 'Ccama' };

describe('the parts of a person, and finding people, over HTTP', () => {
  let t: TestApp;
  let officer: Client;

  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  const register = async (more: object = {}, client = officer) => {
    const answer = await client.post('/people', { ...SOLE, ...more });
    expect(answer.status).toBe(201);
    return answer.body;
  };

  describe('documents, contacts and identity', () => {
    it('are added, withdrawn with a reason, and never shared between people', async () => {
      const { id } = await register();
      const other = await register();
      const added = await officer.post(`/people/${id}/documents`, {
        kind: 'passport',
        number: 'ab123456',
        issuingState: 'PER',
      });
      expect(added).toMatchObject({ status: 201, body: { version: 2 } });
      const [document] = added.body.documents;
      await officer.post(`/people/${id}/contacts`, { kind: 'email', value: 's@example.test' });

      const withdraw = (person: string) =>
        officer.post(`/people/${person}/documents/${document.id}/withdrawal`, {
          reason: 'replaced',
        });
      expect(await withdraw(other.id)).toMatchObject(problem(404, 'NOT_FOUND'));
      expect(await withdraw(id)).toMatchObject({
        status: 201,
        body: { documents: [], version: 4 },
      });
      expect(await withdraw(id)).toMatchObject(problem(404, 'NOT_FOUND'));

      const [contact] = (await officer.get(`/people/${id}`)).body.contacts;
      const answer = await officer.post(`/people/${id}/contacts/${contact.id}/withdrawal`, {
        reason: 'at_their_request',
      });
      expect(answer.body.contacts).toEqual([]);
      expect(
        await officer.post(`/people/${id}/contacts`, { kind: 'phone', value: '1' }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['value', 'phoneE164']));
    });

    it('may repeat a number: two people are then a question, not an error', async () => {
      const documents = [{ kind: 'dni', number: '17801146' }];
      const [a, b] = [await register({ documents }), await register({ documents })];
      const { body } = await officer.post('/people/duplicate-candidates', { documents });
      expect(body.items.map((item: { id: string }) => item.id).sort()).toEqual([a.id, b.id].sort());
      expect(body.items[0]).toMatchObject({ score: 1, why: ['same_document'] });
    });

    it('take the identity step by step, each with its reason', async () => {
      const { id } = await register();
      const decide = (state: string, version: number, reason = 'Lo dijo su madre') =>
        officer.post(
          `/people/${id}/identity-decisions`,
          { state, reason },
          { 'if-match': `"${version}"` },
        );
      expect(await decide('verified', 1)).toMatchObject(problem(422, 'IDENTITY_NEEDS_DOCUMENT'));
      expect(await decide('presumed', 1)).toMatchObject({
        status: 201,
        body: { identity: 'presumed', version: 2 },
      });
      const again = await decide('presumed', 2);
      expect(again).toMatchObject(problem(409, 'IDENTITY_STATE_NOT_ALLOWED'));
      expect(again.body.allowed).toEqual(['verified', 'unverified']);
      expect(await decide('unverified', 1)).toMatchObject(problem(412, 'STALE_VERSION'));
      expect(await decide('verified', 2, '')).toMatchObject(
        problem(400, 'VALIDATION_FAILED', ['reason', 'isLength']),
      );
      await officer.post(`/people/${id}/documents`, { kind: 'dni', number: '10117410' });
      expect(await decide('verified', 3)).toMatchObject({
        status: 201,
        body: { identity: 'verified' },
      });
      const { rows } = await t.owner.query(
        'SELECT previous, state FROM person_identity_decisions WHERE person_id = $1 ORDER BY id',
        [id],
      );
      expect(rows).toEqual([
        { previous: 'unverified', state: 'presumed' },
        { previous: 'presumed', state: 'verified' },
      ]);
    });
  });

  describe('searching', () => {
    let wanted: string;
    beforeAll(async () => {
      const registered = await register({
        givenNames: 'Wilmer Yover',
        firstSurname: 'Huamán',
        secondSurname: 'Pumacahua',
        birthDate: '1991-04-07',
      });
      wanted = registered.id;
    });
    const first = async (q: string) =>
      (await officer.get(`/people?q=${encodeURIComponent(q)}`)).body.items[0];

    it.each([
      'Wilmer Huamán',
      'guaman vilmer',
      'WILMER HUAMAN PUMACAHUA',
      'pumakawa wilmer',
      'Wimler Huamna',
      'Huamán Pumac',
      'w. pumacahua',
    ])('finds %s', async (q) => expect(await first(q)).toMatchObject({ id: wanted }));

    it('says why, and how well', async () => {
      expect(await first('Wilmer Yover Huaman Pumacahua')).toMatchObject({
        score: 1,
        why: ['same_name'],
        fullName: 'Wilmer Yover Huamán Pumacahua',
        documents: [],
      });
      const { body } = await officer.post('/people/duplicate-candidates', {
        givenNames: 'Huamán',
        firstSurname: 'Vilmer',
        birthDate: '1991-07-04',
      });
      expect(body.items[0]).toMatchObject({
        id: wanted,
        why: expect.arrayContaining(['names_in_other_order', 'close_birth_date']),
      });
    });

    it('offers duplicates while the surname is still being typed', async () => {
      const { body } = await officer.post('/people/duplicate-candidates', {
        givenNames: 'Vilmer',
        firstSurname: 'Pumac',
      });
      expect(body.items[0]).toMatchObject({ id: wanted });
    });

    it('offers nobody for nothing', async () => {
      const { status, body } = await officer.post('/people/duplicate-candidates', {});
      expect({ status, body }).toEqual({ status: 200, body: { items: [], nextCursor: null } });
    });

    it.each([
      ['/people', 'q'],
      ['/people?q=', 'q'],
      [`/people?q=${'a'.repeat(201)}`, 'q'],
      ['/people?q=ana&limit=0', 'limit'],
      ['/people?q=ana&limit=51', 'limit'],
      ['/people?q=ana&limit=many', 'limit'],
    ])('refuses %s', async (path, field) => {
      const answer = await officer.get(path);
      expect(answer).toMatchObject(problem(400, 'VALIDATION_FAILED'));
      expect(answer.body.errors[0].path).toBe(field);
    });

    it('leaves a trace that names nobody', async () => {
      await officer.get('/people?q=Pumacahua');
      const { rows } = await t.owner.query(
        `SELECT actor_id, subject_id, details FROM audit_entries WHERE action = 'person.searched' ORDER BY id DESC LIMIT 1`,
      );
      expect(rows[0]).toEqual({
        actor_id: t.staff.accounts['oficial.mad'],
        subject_id: null,
        details: { purpose: 'search', limit: 20, shown: 1 },
      });
      const { rows: viewed } = await t.owner.query(
        `SELECT 1 FROM audit_entries WHERE action = 'person.viewed'`,
      );
      expect(viewed.length).toBeGreaterThan(0);
    });
  });

  describe('who may', () => {
    it('only case workers; strangers are asked to sign in', async () => {
      const { id } = await register();
      for (const username of ['honorario.ros', 'auditora', 'admin', 'finanzas', 'guardian']) {
        const client = await t.as(username);
        expect(await client.get('/people?q=ana')).toMatchObject(problem(403, 'FORBIDDEN'));
        expect(await client.get(`/people/${id}`)).toMatchObject(problem(403, 'FORBIDDEN'));
        expect(await client.post('/people', SOLE)).toMatchObject(problem(403, 'FORBIDDEN'));
      }
      expect(await t.anonymous().get('/people?q=ana')).toMatchObject(problem(401, 'NOT_SIGNED_IN'));
      const director = await t.as('directora.dgc');
      expect((await director.get(`/people/${id}`)).status).toBe(200);
      expect(await director.post('/people', SOLE)).toMatchObject(problem(403, 'FORBIDDEN'));
      expect((await (await t.as('jefe.pat')).get(`/people/${id}`)).status).toBe(200);
    });

    it('any signed-in account reads the vocabularies', async () => {
      const { body } = await (await t.as('admin')).get('/people/vocabularies');
      expect(body.migrationStatuses).toHaveLength(7);
      expect(body.vulnerabilityFactors).toContainEqual({
        code: 'pregnant',
        es: 'Gestante',
        en: 'Pregnant',
      });
    });
  });
});
