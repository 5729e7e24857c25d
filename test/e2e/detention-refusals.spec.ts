import { logDetention, newDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';

let app: TestApp;
let officer: Client;
let id: string;
let foreignId: string;
let post: string;

const NOWHERE = '0197a000-0000-7000-8000-000000000000';

beforeAll(async () => {
  app = await createTestApp();
  officer = await app.as('oficial.mad');
  post = app.staff.posts['MAD']!;
  id = await logDetention(officer, post);
  foreignId = await logDetention(await app.as('oficial.pat'), app.staff.posts['PAT']!, {
    country: 'US',
    subdivision: 'US-NJ',
  });
});
afterAll(() => app.close());

const countOf = async (table: string): Promise<number> => {
  const { rows } = await app.owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]!.n;
};

/** Every refusal is a problem document that says what to mend, in words, and repeats no value. */
function expectProblem(answer: Answer, status: number, code?: string, path?: string): void {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status, body: { status } });
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(answer.body.title).not.toMatch(/^errors\./);
  expect(answer.body.detail).not.toMatch(/^errors\./);
  expect(answer.body.correlationId).toBeTruthy();
  if (code) expect(answer.body.code).toBe(code);
  if (path) {
    const error = answer.body.errors.find((e: { path: string }) => e.path === path);
    expect({ path, errors: answer.body.errors }).toMatchObject({ path, errors: expect.anything() });
    expect(error).toMatchObject({ message: expect.stringMatching(/\S/) });
    expect(error.message).not.toMatch(/^validation\./);
  }
}

const good = {
  contacts: {
    kind: 'telephone',
    withWhom: 'detainee',
    outcome: 'done',
    occurredAt: '2026-03-02T08:30:00Z',
  },
  stages: { stage: 'on_trial', occurredAt: '2026-03-02T08:30:00Z' },
  release: { stage: 'released', occurredAt: '2026-03-02T08:30:00Z' },
  'facility-stays': { facility: { name: 'Centro', city: 'Madrid' }, from: '2026-03-02T08:30:00Z' },
  wishes: { subject: 'visit', wish: 'yes', occurredAt: '2026-03-02T08:30:00Z' },
  'family-notifications': { channel: 'email', to: 'Madre', occurredAt: '2026-03-02T08:30:00Z' },
  hearings: { at: '2026-04-02T08:30:00Z', court: 'Juzgado 1', kind: 'trial' },
  'notes-verbales': { authority: 'MAEC', subject: 'Acceso', sentAt: '2026-03-02T08:30:00Z' },
  'mistreatment-allegations': {
    kinds: ['threats'],
    allegedAuthor: 'police',
    account: 'Amenazas',
    reportedAt: '2026-03-02T08:30:00Z',
  },
  expulsions: { authority: 'Delegación', notifiedAt: '2026-03-02T08:30:00Z' },
  representatives: { role: 'lawyer', provider: 'ngo', name: 'Ana', since: '2026-03-01' },
  benefits: { kind: 'pardon', state: 'informed', occurredAt: '2026-03-02T08:30:00Z' },
  messages: {
    direction: 'delivered',
    party: 'family',
    summary: 'Carta',
    occurredAt: '2026-03-02T08:30:00Z',
  },
} as const;
type Act = keyof typeof good;
const ACTS = Object.keys(good) as Act[];

/** The field of each act that says when; all of them are instants. */
const WHEN: Record<Exclude<Act, 'representatives'>, string> = {
  contacts: 'occurredAt',
  stages: 'occurredAt',
  release: 'occurredAt',
  'facility-stays': 'from',
  wishes: 'occurredAt',
  'family-notifications': 'occurredAt',
  hearings: 'at',
  'notes-verbales': 'sentAt',
  'mistreatment-allegations': 'reportedAt',
  expulsions: 'notifiedAt',
  benefits: 'occurredAt',
  messages: 'occurredAt',
};
const DATED = Object.entries(WHEN) as [Exclude<Act, 'representatives'>, string][];

describe.each(ACTS)('POST /detentions/{id}/%s', (act) => {
  const send = (body: unknown, caseId = id, who = officer) =>
    who.post(`/detentions/${caseId}/${act}`, body);

  it('refuses an empty body and names what is missing', async () => {
    const answer = await send({});
    expectProblem(answer, 400, 'VALIDATION_FAILED');
    expect(answer.body.errors.length).toBeGreaterThan(0);
  });

  it('refuses wrong types in every field, by name', async () => {
    const [required] = Object.keys(good[act]);
    const wrong = Object.fromEntries(Object.keys(good[act]).map((key) => [key, { $gt: '' }]));
    const answer = await send(wrong);
    expectProblem(answer, 400, 'VALIDATION_FAILED');
    expect(answer.body.errors.map((e: { path: string }) => e.path.split('.')[0])).toContain(
      required,
    );
  });

  it('refuses a field that does not exist', async () => {
    expectProblem(await send({ ...good[act], isAdmin: true }), 400, 'VALIDATION_FAILED', 'isAdmin');
  });

  it('answers a foreign case like one that does not exist', async () => {
    const foreign = await send(good[act], foreignId);
    const absent = await send(good[act], NOWHERE);
    expectProblem(foreign, 404, 'NOT_FOUND');
    expect({ ...foreign.body, correlationId: '' }).toEqual({ ...absent.body, correlationId: '' });
    expectProblem(await send(good[act], 'not-an-id'), 404, 'NOT_FOUND');
  });

  it('refuses who is not signed in, and who may not', async () => {
    expectProblem(await send(good[act], id, app.anonymous()), 401);
    expectProblem(await send(good[act], id, await app.as('admin')), 403, 'FORBIDDEN');
  });

  it('refuses broken JSON', async () => {
    expectProblem(await officer.send('POST', `/detentions/${id}/${act}`, '{"a":'), 400);
  });
});

describe.each(DATED)('the date of %s', (act, field) => {
  const send = (when: unknown) =>
    officer.post(`/detentions/${id}/${act}`, { ...good[act], [field]: when });

  it.each([
    ['ayer'],
    ['2026-02-30T10:00:00Z'],
    ['2026-03-02T10:00:00'],
    [20260302],
    ['1026-03-02T10:00:00Z'],
  ])('refuses %s', async (when) =>
    expectProblem(await send(when), 400, 'VALIDATION_FAILED', field),
  );

  it('cannot lie before the arrest', async () => {
    if (act === 'family-notifications')
      return expectProblem(await send('2026-02-20T10:00:00Z'), 422);
    expectProblem(await send('2026-02-20T10:00:00Z'), 422, 'VALIDATION_FAILED', field);
  });

  it('cannot lie ahead, but for a hearing within a lifetime', async () => {
    if (act === 'family-notifications')
      return expectProblem(await send('2026-03-03T10:00:00Z'), 422);
    const ahead = act === 'hearings' ? '2190-03-03T10:00:00Z' : '2026-03-03T10:00:00Z';
    expectProblem(await send(ahead), 422, 'VALIDATION_FAILED', field);
  });
});

describe('POST /detentions', () => {
  const send = (changes: Record<string, unknown>, headers = {}) =>
    officer.post('/detentions', newDetention(post, changes), headers);

  it.each<[string, Record<string, unknown>, number, string]>([
    ['no post', { postId: undefined }, 400, 'postId'],
    ['a post that is no id', { postId: 'MAD' }, 400, 'postId'],
    ['no person', { person: undefined }, 400, 'person'],
    ['a person that is a text', { person: 'Rosa' }, 400, 'person'],
    ['a person without names', { person: { sex: 2 } }, 400, 'person.givenNames'],
    [
      'an unknown sex code',
      { person: { givenNames: 'A', firstSurname: 'B', sex: 3 } },
      400,
      'person.sex',
    ],
    ['a person that does not exist', { person: { id: NOWHERE } }, 422, 'person.id'],
    [
      'an unknown field of the person',
      { person: { givenNames: 'A', firstSurname: 'B', role: 'x' } },
      400,
      'person.role',
    ],
    [
      'a wrong DNI',
      { person: { givenNames: 'A', firstSurname: 'B', documents: [{ kind: 'dni', number: '1' }] } },
      422,
      'person.documents[0].number',
    ],
    ['an unknown type', { type: 'homicide' }, 400, 'type'],
    ['a stage that ends it', { stage: 'released' }, 400, 'stage'],
    ['an unknown channel', { noticeChannel: 'smoke' }, 400, 'noticeChannel'],
    ['an unknown country', { country: 'XX' }, 400, 'country'],
    ['a region of another country', { subdivision: 'FR-75' }, 422, 'subdivision'],
    ['charges without end', { charges: 'x'.repeat(20_001) }, 400, 'charges'],
    ['an unknown facility', { facilityId: NOWHERE }, 422, 'facilityId'],
    ['an unknown factor', { vulnerability: ['tired'] }, 422, 'vulnerability[0]'],
    [
      'a notice before the arrest',
      { postNotifiedAt: '2026-03-01T19:00:00Z' },
      422,
      'postNotifiedAt',
    ],
    [
      'rights told before the arrest',
      { informedOfRightsAt: '2026-03-01T19:00:00Z' },
      422,
      'informedOfRightsAt',
    ],
    ['a notice to come', { postNotifiedAt: '2026-03-02T10:00:00Z' }, 422, 'postNotifiedAt'],
    ['an arrest in 1026', { detainedAt: '1026-03-01T20:00:00Z' }, 400, 'detainedAt'],
    [
      'an arrest before birth',
      {
        person: { givenNames: 'A', firstSurname: 'B', birthDate: '2026-03-02' },
        detainedAt: '2026-02-01T10:00:00Z',
      },
      422,
      'detainedAt',
    ],
  ])('refuses %s and keeps nothing', async (_, changes, status, path) => {
    const before = await Promise.all(
      ['cases', 'persons', 'detentions', 'issued_numbers'].map(countOf),
    );
    expectProblem(await send(changes), status, 'VALIDATION_FAILED', path);
    const after = await Promise.all(
      ['cases', 'persons', 'detentions', 'issued_numbers'].map(countOf),
    );
    expect(after).toEqual(before);
  });

  it('refuses another post, and who may not register', async () => {
    expectProblem(await send({ postId: app.staff.posts['PAT'] }), 403, 'FORBIDDEN');
    expectProblem(await send({ postId: NOWHERE }), 403, 'FORBIDDEN');
    const director = await app.as('directora.dgc');
    expectProblem(await director.post('/detentions', newDetention(post)), 403, 'FORBIDDEN');
  });

  it('refuses a body of ten megabytes', async () => {
    expectProblem(await send({ summary: 'x'.repeat(10_000_000) }), 413);
  });

  it.each([
    ['ñ and apostrophes of Quechua', 'Ch’aska Ñusta', 'Q’ero'],
    ['a decomposed ñ', 'Mun\u0303oz', 'Nu\u0303n\u0303ez'],
    ['right to left', 'عائشة', 'بنت'],
    ['Chinese', '李', '王'],
  ])('keeps names with %s', async (_, givenNames, firstSurname) => {
    const answer = await send({ person: { givenNames, firstSurname, sex: 0 } });
    expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 201 });
    const page = await officer.get(`/cases/${answer.body.id}`);
    expect(page.body.personName).toBe(`${givenNames} ${firstSurname}`.normalize('NFC'));
  });

  it('keeps emoji in a text, and takes no U+0000', async () => {
    const answer = await send({ summary: 'Está bien 🙏🏽' });
    expect((await officer.get(`/cases/${answer.body.id}`)).body.summary).toBe('Está bien 🙏🏽');
    expectProblem(await send({ summary: 'a\u0000b' }), 400);
  });

  it('answers a repeated key with the same case, and refuses it for another', async () => {
    const key = { 'idempotency-key': 'log-1' };
    const before = await countOf('cases');
    const first = await send({}, key);
    const again = await send({}, key);
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect(await countOf('cases')).toBe(before + 1);
    expectProblem(await send({ stage: 'arrested' }, key), 422, 'IDEMPOTENCY_KEY_REUSED');
  });

  it('numbers cases without a gap, however many arrive at once and however many fail', async () => {
    await Promise.all(
      Array.from({ length: 12 }, (_, i) =>
        send(
          i % 3 === 0
            ? { facilityId: NOWHERE }
            : { person: { givenNames: `N${i}`, firstSurname: 'Z' } },
        ),
      ),
    );
    const { rows } = await app.owner.query<{ n: number; most: number }>(
      `SELECT count(*)::int AS n, max(n) AS most FROM issued_numbers WHERE post_id = $1 AND kind = 'CASE'`,
      [post],
    );
    expect(rows[0]!.n).toBe(rows[0]!.most);
  });
});

describe('null, where nothing was meant', () => {
  /** Taken as absent, or refused by name; never a failure of ours. */
  const expectSound = (answer: Answer) => {
    expect([200, 201, 400, 422]).toContain(answer.status);
    if (answer.status >= 400) expectProblem(answer, answer.status);
  };

  it.each(ACTS)('in any field of %s', async (act) => {
    const other = await logDetention(officer, post);
    for (const key of Object.keys(good[act])) {
      expectSound(await officer.post(`/detentions/${other}/${act}`, { ...good[act], [key]: null }));
    }
  });

  it('in any field of a new detention and of its person', async () => {
    const body = newDetention(post, { vulnerability: [], summary: 'x', facilityId: undefined });
    for (const key of Object.keys(body)) {
      expectSound(await officer.post('/detentions', { ...body, [key]: null }));
    }
    for (const key of [
      'id',
      'givenNames',
      'firstSurname',
      'secondSurname',
      'birthDate',
      'sex',
      'nationality',
      'identity',
      'documents',
      'languages',
    ]) {
      expectSound(
        await officer.post('/detentions', { ...body, person: { ...body.person, [key]: null } }),
      );
    }
  });

  it('in any field of an edit', async () => {
    const other = await logDetention(officer, post);
    for (const key of [
      'detainedAt',
      'informedOfRightsAt',
      'postNotifiedAt',
      'noticeChannel',
      'noticeAuthority',
      'offenceGroup',
      'charges',
      'placeOfArrest',
      'aliases',
      'familyInCountry',
    ]) {
      const { version } = (await officer.get(`/detentions/${other}`)).body;
      expectSound(
        await officer.patch(
          `/detentions/${other}`,
          { [key]: null },
          { 'if-match': `"${version}"` },
        ),
      );
    }
    const [place] = (await officer.get('/facilities?country=ES')).body.items;
    let { version } = place;
    for (const key of [
      'name',
      'kind',
      'subdivision',
      'city',
      'harshness',
      'address',
      'visitingHours',
    ]) {
      const answer = await officer.patch(
        `/facilities/${place.id}`,
        { [key]: null },
        { 'if-match': `"${version}"` },
      );
      expectSound(answer);
      if (answer.status === 200) version = answer.body.version;
    }
  });
});

describe('ids of another case', () => {
  it('are not found', async () => {
    const other = await logDetention(officer, post);
    const hearing = await officer.post(`/detentions/${other}/hearings`, good.hearings);
    const note = { outcome: 'postponed', note: 'x', occurredAt: '2026-03-02T08:40:00Z' };
    expectProblem(
      await officer.post(`/detentions/${id}/hearings/${hearing.body.id}/notes`, note),
      404,
    );
    const contact = await officer.post(`/detentions/${other}/contacts`, good.contacts);
    expectProblem(
      await officer.post(`/detentions/${id}/notes-verbales`, {
        ...good['notes-verbales'],
        contactId: contact.body.id,
      }),
      422,
      'VALIDATION_FAILED',
      'contactId',
    );
  });
});

describe('stages', () => {
  it('that cannot follow are refused with those that can', async () => {
    const answer = await officer.post(`/detentions/${id}/stages`, {
      stage: 'parole',
      occurredAt: '2026-03-02T08:30:00Z',
    });
    expectProblem(answer, 409, 'STAGE_DOES_NOT_FOLLOW');
    expect(answer.body.allowed).toContain('on_trial');
  });
});

describe('facilities', () => {
  it('refuse what is not a place, an edit without or with an old version, and who may not edit', async () => {
    expectProblem(
      await officer.post('/facilities', { country: 'ES' }),
      400,
      'VALIDATION_FAILED',
      'name',
    );
    expectProblem(
      await officer.get('/facilities?country=Spain'),
      400,
      'VALIDATION_FAILED',
      'country',
    );
    expectProblem(await officer.get('/facilities?cursor=%7B'), 400, 'INVALID_CURSOR');
    const { body } = await officer.post('/facilities', {
      name: 'Alcalá Meco',
      city: 'Alcalá',
      country: 'ES',
    });
    const edit = (headers = {}, who = officer) =>
      who.patch(`/facilities/${body.id}`, { harshness: 'harsh' }, headers);
    expectProblem(await edit(), 428, 'IF_MATCH_MISSING');
    expectProblem(await edit({ 'if-match': '"9"' }), 412, 'STALE_VERSION');
    expectProblem(await edit({ 'if-match': '"1"' }, await app.as('local.mad')), 403, 'FORBIDDEN');
    expectProblem(await officer.get(`/facilities/${NOWHERE}`), 404, 'NOT_FOUND');
  });
});
