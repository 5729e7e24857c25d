import { logDetention } from '../factories/detentions';
import { openViolenceCase, safeContact } from '../factories/violence-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { problem } from '../support/problem';

const NUMBER = '+34612345678';

describe('safe contact', () => {
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

  const personOf = async (id: string): Promise<string> =>
    (await officer.get(`/cases/${id}`)).body.personId;
  const arrange = async (id: string, changes: Record<string, unknown> = {}): Promise<Answer> =>
    officer.post(`/cases/${id}/safe-contacts`, {
      ...safeContact(),
      personId: await personOf(id),
      basedOn: 0,
      ...changes,
    });
  const attempt = async (
    id: string,
    changes: Record<string, unknown> = {},
    client = officer,
  ): Promise<Answer> =>
    client.post(`/cases/${id}/contact-attempts`, {
      personId: await personOf(id),
      channel: 'telephone',
      outcome: 'no_answer',
      address: NUMBER,
      ...changes,
    });
  const kinds = async (client: Client, id: string): Promise<string[]> =>
    (await client.get(`/cases/${id}/timeline?limit=100`)).body.items.map(
      (entry: { kind: string }) => entry.kind,
    );

  it('keeps every version, and shows what holds now on the page of the case', async () => {
    const id = await logDetention(officer, mad);
    expect((await arrange(id)).body).toMatchObject({ version: 1 });
    expect((await arrange(id)).body.code).toBe('SAFE_CONTACT_CHANGED');
    const second = await arrange(id, { basedOn: 1, codeWord: 'tornasol' });
    expect(second.body).toMatchObject({ version: 2 });
    const { safeContacts } = (await officer.get(`/cases/${id}`)).body;
    expect(safeContacts).toHaveLength(1);
    expect(safeContacts[0]).toMatchObject({
      version: 2,
      codeWord: 'tornasol',
      ways: [{ channel: 'telephone', address: NUMBER, mayLeaveMessage: false }],
      neutralText: 'Hola, ¿podemos hablar cuando le venga bien? Gracias.',
      ownText: false,
      openNow: true,
    });
    const { items } = (await officer.get(`/cases/${id}/safe-contacts`)).body;
    expect(items.map((item: { version: number }) => item.version)).toEqual([2, 1]);
    const stored = await t.owner.query('SELECT code_word FROM safe_contacts WHERE case_id = $1', [
      id,
    ]);
    expect(stored.rows).toHaveLength(2);
  });

  it.each([
    [
      'a number that is none',
      { ways: [{ channel: 'message', address: '12' }] },
      'ways.0.address',
      'phoneE164',
    ],
    [
      'a call to no number',
      { ways: [{ channel: 'telephone' }] },
      'ways.0.address',
      'SAY_WHICH_ADDRESS',
    ],
    ['an unknown zone', { timeZone: 'Marte/Olimpo' }, 'timeZone', 'UNKNOWN_TIME_ZONE'],
    [
      'hours of no length',
      { hours: [{ days: [1], from: '10:00', to: '10:00' }] },
      'hours.0.to',
      'ENDS_WHERE_IT_BEGINS',
    ],
    [
      'a text that tells',
      { neutralText: 'Le llama el Consulado' },
      'neutralText',
      'TELLS_OF_THE_CASE',
    ],
  ])('refuses %s', async (_, changes, path, code) => {
    const id = await logDetention(officer, mad);
    expect(await arrange(id, changes)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', [path, code]),
    );
  });

  it('refuses a wrong channel, number, hour or message, and says why', async () => {
    const id = await logDetention(officer, mad);
    await arrange(id);
    expect((await attempt(id, { channel: 'email', address: 'a@b.pe' })).body.code).toBe(
      'SAFE_CONTACT_CHANNEL',
    );
    expect((await attempt(id, { address: '+34699999999' })).body.code).toBe('SAFE_CONTACT_ADDRESS');
    expect((await attempt(id, { outcome: 'left_message' })).body.code).toBe('SAFE_CONTACT_MESSAGE');
    const early = await attempt(id, { occurredAt: '2026-03-02T08:00:00Z' });
    expect(early).toMatchObject(problem(409, 'SAFE_CONTACT_HOURS'));
    expect(early.body.detail).toContain('2026-03-02 09:30 (Europe/Madrid)');
    expect((await officer.get(`/cases/${id}/contact-attempts`)).body.items).toEqual([]);
    expect(await attempt(id, { address: '+34 612-345-678' })).toMatchObject({ status: 201 });
  });

  it('asks whether the agreed word was said, and keeps the attempt restricted', async () => {
    const id = await logDetention(officer, mad);
    await arrange(id);
    expect(await attempt(id, { outcome: 'reached' })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['codeWordGiven', 'SAY_WHETHER_THE_WORD_WAS_SAID']),
    );
    expect((await attempt(id, { outcome: 'reached', codeWordGiven: true })).status).toBe(201);
    expect((await attempt(id, { outcome: 'suspicious' })).status).toBe(201);
    const own = (await officer.get(`/cases/${id}/contact-attempts`)).body.items;
    expect(own).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ outcome: 'reached', codeWordGiven: true, address: NUMBER }),
        expect.objectContaining({ outcome: 'suspicious', codeWordGiven: null }),
      ]),
    );
    expect((await colleague.get(`/cases/${id}/contact-attempts`)).body.items).toEqual([]);
    expect(await kinds(officer, id)).toEqual(
      expect.arrayContaining(['contact.attempted', 'safe_contact.arranged']),
    );
    expect(await kinds(colleague, id)).not.toContain('contact.attempted');
    expect((await colleague.get(`/cases/${id}`)).body.safeContacts).toBeNull();
  });

  it('binds those who may not read what was arranged', async () => {
    const id = await logDetention(officer, mad);
    await arrange(id);
    const blind = await attempt(id, { channel: 'email', address: 'a@b.pe' }, colleague);
    expect(blind).toMatchObject(problem(409, 'SAFE_CONTACT_CHANNEL'));
    expect((await attempt(id, {}, colleague)).status).toBe(201);
    expect((await colleague.get(`/cases/${id}/contact-attempts`)).body.items).toEqual([]);
    expect((await officer.get(`/cases/${id}/contact-attempts`)).body.items).toHaveLength(1);
  });

  it('sets it aside only for danger to life, in writing, for the circle to see', async () => {
    const id = await logDetention(officer, mad);
    await arrange(id);
    const wrong = { channel: 'email', address: 'a@b.pe' };
    expect(await attempt(id, { ...wrong, dangerToLife: 'corto' })).toMatchObject({ status: 400 });
    const reason = 'La vecina oye gritos y nadie contesta.';
    expect((await attempt(id, { ...wrong, dangerToLife: reason })).status).toBe(201);
    const { items } = (await officer.get(`/cases/${id}/timeline?limit=100`)).body;
    const entry = items.find((e: { kind: string }) => e.kind === 'safe_contact.overridden');
    expect(entry.data).toMatchObject({ refusal: 'CHANNEL', reason });
    expect(await kinds(colleague, id)).not.toContain('safe_contact.overridden');
    const [kept] = (await officer.get(`/cases/${id}/contact-attempts`)).body.items;
    expect(kept).toMatchObject({ overridden: 'CHANNEL', dangerToLife: reason });
  });

  it('holds for visits of a detention as well', async () => {
    const id = await logDetention(officer, mad);
    await arrange(id);
    const call = {
      kind: 'telephone',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-02T09:00:00Z',
    };
    expect((await officer.post(`/detentions/${id}/contacts`, call)).body.code).toBe(
      'SAFE_CONTACT_ADDRESS',
    );
    const safe = await officer.post(`/detentions/${id}/contacts`, { ...call, address: NUMBER });
    expect(safe.status).toBe(201);
  });

  it('is needed in a sealed case before anybody is contacted', async () => {
    const id = await openViolenceCase(officer, mad);
    expect(await attempt(id)).toMatchObject(problem(409, 'SAFE_CONTACT_REQUIRED'));
    expect((await arrange(id)).status).toBe(201);
    expect((await attempt(id)).status).toBe(201);
  });

  it('takes its neutral text from the policy that headquarters writes', async () => {
    const id = await logDetention(officer, mad);
    await arrange(id, { language: 'en' });
    const content = {
      neutralText: { es: 'Buenas tardes.', en: 'Good afternoon.' },
      telltales: ['consulado'],
      source: 'prueba',
    };
    const body = { content, reason: 'Más breve' };
    expect((await officer.post('/safe-contact-policies', body)).status).toBe(403);
    const telling = { ...content, neutralText: { es: 'Del Consulado', en: 'Hello' } };
    expect(
      await director.post('/safe-contact-policies', { ...body, content: telling }),
    ).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['content.neutralText.es', 'TELLS_OF_THE_CASE']),
    );
    expect((await director.post('/safe-contact-policies', body)).body).toEqual({ version: 2 });
    const [shown] = (await officer.get(`/cases/${id}`)).body.safeContacts;
    expect(shown.neutralText).toBe('Good afternoon.');
    const { items } = (await director.get('/safe-contact-policies')).body;
    expect(items.map((v: { version: number }) => v.version)).toEqual([2, 1]);
  });
});
