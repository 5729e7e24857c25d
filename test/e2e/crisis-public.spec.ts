import { randomBytes } from 'node:crypto';
import {
  activateIncident,
  prepareIncident,
  registerPerson,
  registration,
} from '../factories/crises';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

describe('the public page of a crisis', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let anyone: Client;
  let mad: string;
  let incident: { id: string; slug: string };
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
    anyone = t.anonymous();
    mad = t.staff.posts['MAD']!;
    incident = await activateIncident(head, [mad]);
  });
  afterAll(() => t.close());

  const to = (path: string, slug = incident.slug) => `/public-incidents/${slug}${path}`;
  const key = () => randomBytes(16).toString('hex');
  const register = (changes: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
    anyone.post(to('/registrations'), registration(changes), headers);
  const codeOf = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const answer = await register(changes);
    expect(answer.status).toBe(201);
    return answer.body.code;
  };
  const back = (code: string) => anyone.post(to('/returns'), { code });

  it('opens with the activation, and says what it asks and where its exit leads', async () => {
    const prepared = await prepareIncident(head, [mad]);
    expect(await anyone.get(to('', prepared.slug))).toMatchObject(problem(404, 'NOT_FOUND'));
    const page = await anyone.get(to(''));
    expect(page).toMatchObject({
      status: 200,
      body: {
        nameEs: 'Terremoto en Andalucía',
        places: [
          { code: 'ES-AN', nameEs: 'Andalucía', nameEn: expect.any(String) },
          { code: 'ES-MD', nameEs: expect.any(String), nameEn: expect.any(String) },
        ],
        exitUrl: expect.stringMatching(/^https:/),
        factors: expect.arrayContaining([expect.objectContaining({ code: 'pregnant' })]),
      },
    });
    expect(Object.keys(page.body).sort()).toEqual(
      ['exitUrl', 'factors', 'nameEn', 'nameEs', 'needs', 'places'].sort(),
    );
  });

  it('takes a registration and gives a code, which rests nowhere', async () => {
    const code = await codeOf({ needs: ['medical'], phone: '+34 612 34 56 78' });
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
    const { rows } = await t.owner.query<{ dump: string }>(
      'SELECT row_to_json(p)::text AS dump FROM incident_persons p WHERE incident_id = $1',
      [incident.id],
    );
    expect(rows.map(({ dump }) => dump).join()).not.toContain(code);
    const typed = `${code.slice(0, 4).toLowerCase()} ${code.slice(4)}`;
    expect(await back(typed)).toMatchObject({
      status: 200,
      body: {
        ...{ givenNames: 'Rosa', phone: '+34612345678', needs: ['medical'] },
        state: 'registered',
      },
    });
  });

  it('gives the same code for the same key, and counts once', async () => {
    const headers = { 'idempotency-key': key() };
    const twins = await Promise.all([
      register({ givenNames: 'Gemela' }, headers),
      register({ givenNames: 'Gemela' }, headers),
    ]);
    expect(twins.map(({ status }) => status)).toEqual([201, 201]);
    expect(twins[0].body).toEqual(twins[1].body);
    expect((await register({ givenNames: 'Otra' }, headers)).body.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect((await register({}, { 'idempotency-key': '1' })).body.code).toBe(
      'INVALID_IDEMPOTENCY_KEY',
    );
    const { rows } = await t.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM incident_persons WHERE given_names = 'Gemela'`,
    );
    expect(rows[0]!.n).toBe(1);
  });

  it('lets whoever comes back correct what they told, and say that they are safe', async () => {
    const code = await codeOf({ needs: ['medical', 'food'], vulnerability: ['pregnant'] });
    const { body: own } = await back(code);
    const correct = (version: number, changes: object) =>
      anyone.post(to('/corrections'), { code, version, ...registration(changes as never) });
    const changes = { firstSurname: 'Quispe', secondSurname: 'Mamani', needs: ['food'] };
    expect((await correct(own.version + 5, changes)).status).toBe(412);
    expect((await correct(own.version, changes)).body).toEqual({ version: own.version + 1 });
    expect((await back(code)).body).toMatchObject({
      ...{ secondSurname: 'Mamani', needs: ['food'], vulnerability: [] },
    });
    expect((await anyone.post(to('/states'), { code, state: 'safe' })).status).toBe(200);
    expect((await back(code)).body).toMatchObject({ state: 'safe' });
    expect((await anyone.post(to('/states'), { code, state: 'home' })).status).toBe(400);
    const { items } = (await officer.get(`/incidents/${incident.id}/persons?state=safe`)).body;
    expect(items).toEqual([expect.objectContaining({ secondSurname: 'Mamani', priority: 20 })]);
  });

  it('shows whoever was merged how the one person is, and nothing that others told', async () => {
    const code = await codeOf({ givenNames: 'Doble', firstSurname: 'Condori' });
    const { items } = (await officer.get(`/incidents/${incident.id}/persons?limit=200`)).body;
    const mine = items.find((p: { givenNames: string }) => p.givenNames === 'Doble').id;
    const survivorId = await registerPerson(officer, incident.id, {
      ...{ givenNames: 'Doble', firstSurname: 'Condori', place: 'Lugar de otra lista' },
    });
    await officer.post(`/incidents/${incident.id}/merges`, { survivorId, duplicateIds: [mine] });
    await anyone.post(to('/states'), { code, state: 'safe' });
    const { body } = await back(code);
    expect(body).toMatchObject({ state: 'safe', place: null });
    expect((await officer.get(`/incidents/${incident.id}/persons/${survivorId}`)).body.state).toBe(
      'safe',
    );
  });

  it('answers alike for every code that is none, and tells nothing of others', async () => {
    const other = await activateIncident(head, [mad]);
    const code = await codeOf();
    const answers = await Promise.all([
      back('00000000'),
      back('not a code'),
      anyone.post(to('/returns', other.slug), { code }),
    ]);
    for (const answer of answers) expect(answer).toMatchObject(problem(404, 'CODE_UNKNOWN'));
    for (const slug of ['zzzzzzzz', "x' OR 1=1", '..']) {
      expect((await anyone.get(to('', encodeURIComponent(slug)))).status).toBe(404);
    }
  });

  it('refuses what cannot be, and what it does not ask', async () => {
    expect((await register({ needs: ['gold'] })).status).toBe(400);
    expect((await register({ postId: mad })).status).toBe(400);
    for (const [changes, field, code] of [
      [{ birthDate: '2031-01-01' }, 'birthDate', 'birthDate'],
      [{ vulnerability: ['victim_of_trafficking'] }, 'vulnerability', 'FACTOR_UNKNOWN'],
      [{ subdivision: 'PE-LIM' }, 'subdivision', 'NOT_OF_THE_COUNTRY'],
    ] as const) {
      expect(await register(changes)).toMatchObject(
        problem(422, 'VALIDATION_FAILED', [field, code]),
      );
    }
  });

  it('closes when the incident is stood down, and says where to turn', async () => {
    const over = await activateIncident(head, [mad]);
    await head.post(`/incidents/${over.id}/standing-down`, { reason: 'Terminó' });
    const answers = [
      await anyone.get(to('', over.slug)),
      await anyone.post(to('/registrations', over.slug), registration()),
      await anyone.post(to('/returns', over.slug), { code: '00000000' }),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject(problem(410, 'INCIDENT_OVER'));
      expect(answer.body.detail).toMatch(/consulado/);
    }
  });

  it('does not wait for other registrations, whatever they hold', async () => {
    const code = await codeOf({ givenNames: 'Retenida' });
    const holder = await t.owner.connect();
    try {
      await holder.query('BEGIN');
      await holder.query(
        `SELECT 1 FROM incident_persons WHERE incident_id = $1 FOR NO KEY UPDATE`,
        [incident.id],
      );
      await holder.query('SELECT 1 FROM incidents WHERE id = $1 FOR NO KEY UPDATE', [incident.id]);
      expect(await codeOf({ givenNames: 'Libre' })).not.toBe(code);
    } finally {
      await holder.query('ROLLBACK');
      holder.release();
    }
  });
});

describe('the public page under a flood', () => {
  it('is limited by address as headquarters says, registrations and codes apart', async () => {
    const t = await createTestApp({ env: { RATE_LIMIT: 'on' } });
    try {
      const director = await t.as('directora.dgc');
      const { content } = (await director.get('/crisis-policies')).body.items[0];
      const limits = { registrations: 15, codes: 5 };
      const policy = { content: { ...content, limits }, reason: 'Inundación' };
      expect((await director.post('/crisis-policies', policy)).status).toBe(201);
      const { slug } = await activateIncident(await t.as('jefe.mad'), [t.staff.posts['MAD']!]);
      const anyone = t.anonymous();
      const tries = async (path: string, body: object, n: number) => {
        const statuses: number[] = [];
        for (let i = 0; i < n; i += 1) {
          statuses.push((await anyone.post(`/public-incidents/${slug}/${path}`, body)).status);
        }
        return statuses;
      };
      const codes = await tries('returns', { code: '00000000' }, 6);
      expect(codes).toEqual([404, 404, 404, 404, 404, 429]);
      const registered = await tries('registrations', registration(), 100);
      expect(registered.filter((status) => status === 201)).toHaveLength(15);
      expect(registered.filter((status) => status === 429)).toHaveLength(85);
    } finally {
      await t.close();
    }
  });
});
