import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

const NOBODY = '00000000-0000-7000-8000-000000000000';
const SOLE = { givenNames: 'Soledad', firstSurname: 'Ñahui', secondSurname: 'Ccama' };

describe('people over HTTP', () => {
  let t: TestApp;
  let officer: Client;

  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  const count = async (table: string) =>
    Number((await t.owner.query(`SELECT count(*) AS n FROM ${table}`)).rows[0].n);
  const register = async (more: object = {}, client = officer) => {
    const answer = await client.post('/people', { ...SOLE, ...more });
    expect(answer.status).toBe(201);
    return answer.body;
  };

  describe('registering', () => {
    it('keeps everything as given and answers with the file', async () => {
      const answer = await officer.post('/people', {
        ...SOLE,
        birthDate: '1988-02-29',
        sex: 2,
        genderIdentity: 'mujer',
        languages: ['quy', 'es'],
        migrationStatus: 'irregular',
        vulnerability: ['pregnant', 'no_local_language'],
        documents: [{ kind: 'dni', number: '10117410-2', validUntil: '2030-01-01' }],
        contacts: [{ kind: 'phone', value: '+34 612 34 56 78', note: 'de noche' }],
      });
      expect(answer.status).toBe(201);
      expect(answer.headers.get('etag')).toBe('"1"');
      expect(answer.body).toEqual({
        id: expect.any(String),
        ...SOLE,
        fullName: 'Soledad Ñahui Ccama',
        birthDate: '1988-02-29',
        sex: 2,
        genderIdentity: 'mujer',
        nationality: 'PE',
        identity: 'unverified',
        languages: ['quy', 'es'],
        migrationStatus: 'irregular',
        vulnerability: ['pregnant', 'no_local_language'],
        documents: [
          {
            id: expect.any(String),
            kind: 'dni',
            number: '10117410-2',
            issuingState: 'PER',
            validUntil: '2030-01-01',
          },
        ],
        contacts: [
          {
            id: expect.any(String),
            kind: 'phone',
            value: '+34612345678',
            note: 'de noche',
            safe: false,
            mayUse: true,
          },
        ],
        mergedInto: null,
        version: 1,
      });
      expect((await officer.get(`/people/${answer.body.id}`)).body).toEqual(answer.body);
    });

    it.each([
      ["Ch'aska", "Q'orianka", 'Ñique'],
      ['محمد', 'الأمين', null],
      ['דוד', 'כהן', null],
      ['👩‍👩‍👧', '🙂', null],
      ['José', 'Núñez', 'O’Higgins-Díaz'],
      ['ﷺ'.repeat(200), 'ñ'.repeat(200), '🙂'.repeat(200)],
    ])('keeps the name %s %s %s', async (givenNames, firstSurname, secondSurname) => {
      const { id } = await register({ givenNames, firstSurname, secondSurname });
      const { body } = await officer.get(`/people/${id}`);
      expect(body).toMatchObject({ givenNames, firstSurname, secondSurname });
      const found = await officer.get(`/people?q=${encodeURIComponent(givenNames)}`);
      expect(found.body.items.map((item: { id: string }) => item.id)).toContain(id);
    });

    it('presumes Peruvian a possible trafficking victim without documents', async () => {
      const victim = await register({ vulnerability: ['victim_of_trafficking'] });
      expect(victim).toMatchObject({ identity: 'presumed', nationality: 'PE' });
    });

    it('stores nothing twice under one idempotency key', async () => {
      const before = await count('persons');
      const headers = { 'idempotency-key': 'person-1' };
      const first = await officer.post('/people', SOLE, headers);
      const again = await officer.post('/people', SOLE, headers);
      expect(again.body).toEqual(first.body);
      expect(await officer.post('/people', { ...SOLE, sex: 1 }, headers)).toMatchObject(
        problem(422, 'IDEMPOTENCY_KEY_REUSED'),
      );
      expect(await count('persons')).toBe(before + 1);
    });

    it.each([
      [{ givenNames: 7 }, 400, 'givenNames', 'isLength'],
      [{ firstSurname: undefined }, 400, 'firstSurname', 'isString'],
      [{ givenNames: 'a'.repeat(201) }, 400, 'givenNames', 'isLength'],
      [{ sex: '2' }, 400, 'sex', 'isIn'],
      [{ sex: 3 }, 400, 'sex', 'isIn'],
      [{ birthDate: '1026-05-04' }, 400, 'birthDate', 'isCivilDate'],
      [{ birthDate: '2023-02-29' }, 400, 'birthDate', 'isCivilDate'],
      [{ birthDate: 19900503 }, 400, 'birthDate', 'isCivilDate'],
      [{ nationality: 'Peru' }, 400, 'nationality', 'isCountry'],
      [{ nationality: 'ZZ' }, 400, 'nationality', 'isCountry'],
      [{ languages: 'es' }, 400, 'languages', 'isArray'],
      [{ favouriteColour: 'red' }, 400, 'favouriteColour', 'whitelistValidation'],
      [{ documents: [{ kind: 'dni' }] }, 400, 'documents[0].number', 'isString'],
      [{ documents: [{ kind: 'card', number: '1' }] }, 400, 'documents[0].kind', 'isIn'],
      [{ vulnerability: null }, 400, 'vulnerability', 'isArray'],
      [{ birthDate: '2026-03-04' }, 422, 'birthDate', 'birthDate'],
      [{ givenNames: '   ' }, 422, 'givenNames', 'personName'],
      [{ firstSurname: 'Qui\u202espe' }, 422, 'firstSurname', 'personName'],
      [{ languages: ['es', 'zzz'] }, 422, 'languages[1]', 'language'],
      [{ migrationStatus: 'tourist' }, 422, 'migrationStatus', 'vocabulary'],
      [{ vulnerability: ['pregnant', 'sad'] }, 422, 'vulnerability[1]', 'vocabulary'],
      [
        { documents: [{ kind: 'dni', number: '10117410-3' }] },
        422,
        'documents[0].number',
        'dniCheckCharacter',
      ],
      [
        { documents: [{ kind: 'passport', number: '1234567890' }] },
        422,
        'documents[0].number',
        'passportNumber',
      ],
      [
        { documents: [{ kind: 'foreign_document', number: 'X1' }] },
        422,
        'documents[0].issuingState',
        'issuingStateMissing',
      ],
      [
        { contacts: [{ kind: 'phone', value: '612345678' }] },
        422,
        'contacts[0].value',
        'phoneE164',
      ],
      [{ contacts: [{ kind: 'email', value: 'rosa@' }] }, 422, 'contacts[0].value', 'isEmail'],
    ] as const)('refuses %j with %d on %s', async (more, status, path, code) => {
      const before = await count('persons');
      const answer = await officer.post('/people', { ...SOLE, ...more });
      expect(answer).toMatchObject(problem(status, 'VALIDATION_FAILED', [path, code]));
      expect(await count('persons')).toBe(before);
    });

    it('names every field to mend at once, and repeats none of the values', async () => {
      const answer = await officer.post('/people', {
        ...SOLE,
        birthDate: '2100-01-01',
        documents: [{ kind: 'dni', number: '99999999-Z' }],
        contacts: [{ kind: 'phone', value: '600000000' }],
      });
      expect(answer.body.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
        'birthDate',
        'contacts[0].value',
        'documents[0].number',
      ]);
      expect(JSON.stringify(answer.body)).not.toMatch(/99999999|600000000|2100/);
    });

    it('refuses a verified identity without a document, and broken or oversized bodies', async () => {
      expect(await officer.post('/people', { ...SOLE, identity: 'verified' })).toMatchObject(
        problem(422, 'IDENTITY_NEEDS_DOCUMENT'),
      );
      expect(
        await officer.post('/people', { ...SOLE, identity: 'presumed', nationality: 'BO' }),
      ).toMatchObject(problem(422, 'IDENTITY_PRESUMED_IS_PERUVIAN'));
      expect(await officer.post('/people', '{"givenNames":')).toMatchObject(
        problem(400, 'MALFORMED_REQUEST'),
      );
      expect(
        await officer.post('/people', { ...SOLE, genderIdentity: 'x'.repeat(2_000_000) }),
      ).toMatchObject(problem(413, 'TOO_LARGE'));
    });
  });

  describe('editing', () => {
    it('asks for the version, keeps what is not told, and finds by the new name alone', async () => {
      const person = await register({ firstSurname: 'Yarlequé', birthDate: '1990-05-03' });
      const path = `/people/${person.id}`;
      expect(await officer.patch(path, { sex: 1 })).toMatchObject(problem(428, 'IF_MATCH_MISSING'));
      const edited = await officer.patch(
        path,
        { firstSurname: 'Chunga', birthDate: null },
        { 'if-match': '"1"' },
      );
      expect(edited).toMatchObject({
        status: 200,
        body: { firstSurname: 'Chunga', givenNames: 'Soledad', birthDate: null, version: 2 },
      });
      expect(edited.headers.get('etag')).toBe('"2"');
      const names = async (q: string) =>
        (await officer.get(`/people?q=${q}`)).body.items.map(({ id }: { id: string }) => id);
      expect(await names('Chunga')).toContain(person.id);
      expect(await names('Yarleque')).not.toContain(person.id);
    });

    it('answers a stale version with what changed since', async () => {
      const { id } = await register();
      await officer.patch(`/people/${id}`, { sex: 2 }, { 'if-match': '"1"' });
      const stale = await (
        await t.as('jefe.mad')
      ).patch(`/people/${id}`, { sex: 1 }, { 'if-match': '"1"' });
      expect(stale).toMatchObject(problem(412, 'STALE_VERSION'));
      expect(stale.body).toMatchObject({
        currentVersion: 2,
        changes: [{ version: 2, fields: ['sex'], by: 'oficial.mad' }],
      });
      expect((await officer.get(`/people/${id}`)).body.sex).toBe(2);
    });

    it('changes nothing when nothing differs', async () => {
      const person = await register();
      const same = await officer.patch(
        `/people/${person.id}`,
        { givenNames: person.givenNames, languages: [] },
        { 'if-match': '"1"' },
      );
      expect(same).toMatchObject({ status: 200, body: { version: 1 } });
    });

    it('answers what does not exist like what cannot exist', async () => {
      for (const id of [NOBODY, 'nobody', '1']) {
        expect(await officer.get(`/people/${id}`)).toMatchObject(problem(404, 'NOT_FOUND'));
        expect(await officer.patch(`/people/${id}`, {}, { 'if-match': '"1"' })).toMatchObject(
          problem(404, 'NOT_FOUND'),
        );
        expect(
          await officer.post(`/people/${id}/documents`, { kind: 'dni', number: '10117410' }),
        ).toMatchObject(problem(404, 'NOT_FOUND'));
      }
    });
  });
});
