import { activateIncident, flight, registerPerson } from '../factories/crises';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';
import { readPdf } from '../support/pdf';

interface Seat {
  personId: string;
  state: string;
}

describe('manifests of a crisis', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let head: Client;
  let id: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    colleague = await t.as('oficial2.mad');
    head = await t.as('jefe.mad');
    ({ id } = await activateIncident(head, [t.staff.posts['MAD']!]));
  });
  afterAll(() => t.close());

  const create = async (changes: object = {}): Promise<string> => {
    const answer = await officer.post(`/incidents/${id}/manifests`, flight(changes as never));
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const act = (manifest: string, path: string, body: object, by = officer) =>
    by.post(`/incidents/${id}/manifests/${manifest}/${path}`, body);
  const seat = (manifest: string, personIds: string[], by = officer) =>
    act(manifest, 'seats', { personIds }, by);
  const states = async (manifest: string): Promise<Record<string, string>> => {
    const { items } = (await officer.get(`/incidents/${id}/manifests/${manifest}`)).body;
    return Object.fromEntries(items.map((s: Seat) => [s.personId, s.state]));
  };
  const someone = (givenNames: string, firstSurname = 'Prueba', more: object = {}) =>
    registerPerson(officer, id, { givenNames, firstSurname, ...more });
  const stateOf = async (person: string) =>
    (await officer.get(`/incidents/${id}/persons/${person}`)).body.state;

  it('may land before they left by the clock on the wall, never by instants', async () => {
    await create({
      ...{ departsAt: '2026-03-02T13:00:00Z', departsZone: 'Pacific/Auckland' },
      ...{ arrivesAt: '2026-03-03T01:00:00Z', arrivesZone: 'America/Lima' },
    });
    for (const [changes, field, code] of [
      [{ arrivesAt: '2026-03-02T19:00:00Z' }, 'arrivesAt', 'BEFORE_ITS_START'],
      [{ departsZone: 'Mars/Base' }, 'departsZone', 'ZONE_UNKNOWN'],
    ] as const) {
      expect(await officer.post(`/incidents/${id}/manifests`, flight(changes))).toMatchObject(
        problem(422, 'VALIDATION_FAILED', [field, code]),
      );
    }
    expect((await officer.post(`/incidents/${id}/manifests`, flight({ capacity: 0 }))).status).toBe(
      400,
    );
    expect((await head.get(`/incidents/${id}/manifests`)).status).toBe(200);
    expect((await (await t.as('oficial.pat')).get(`/incidents/${id}/manifests`)).status).toBe(404);
  });

  it('seat by need; the rest wait, and a seat that is freed goes to whoever needs it most', async () => {
    const manifest = await create();
    const [calm, ill, hungry, late] = [
      await someone('Calma'),
      await someone('Enferma', 'Prueba', { needs: ['medical'] }),
      await someone('Hambre', 'Prueba', { needs: ['food'] }),
      await someone('Tarde', 'Prueba', { needs: ['transport'] }),
    ] as [string, string, string, string];
    await seat(manifest, [calm, hungry, ill]);
    expect(await states(manifest)).toEqual({
      [ill]: 'seated',
      [hungry]: 'seated',
      [calm]: 'waiting',
    });
    expect((await seat(manifest, [late, ill])).body.items).toEqual(
      expect.arrayContaining([
        { personId: late, state: 'waiting' },
        { personId: ill, state: 'seated' },
      ]),
    );
    expect((await act(manifest, 'releases', { personId: ill })).status).toBe(200);
    expect(await states(manifest)).toMatchObject({
      [ill]: 'released',
      [late]: 'seated',
      [calm]: 'waiting',
    });
    expect((await act(manifest, 'releases', { personId: ill })).status).toBe(404);
    const { items } = (await officer.get(`/incidents/${id}/manifests`)).body;
    expect(items.find((m: { id: string }) => m.id === manifest).seats).toEqual({
      ...{ seated: 2, waiting: 1, released: 1 },
    });
  });

  it('give the last seat to exactly one of two officers at once', async () => {
    for (let round = 0; round < 8; round += 1) {
      const manifest = await create({ capacity: 1 });
      const people = [await someone(`Una ${round}`), await someone(`Otra ${round}`)] as const;
      const answers = await Promise.all([
        seat(manifest, [people[0]], officer),
        seat(manifest, [people[1]], colleague),
      ]);
      const given = answers.flatMap(({ body }) => body.items.map((s: Seat) => s.state)).sort();
      expect(given).toEqual(['seated', 'waiting']);
      expect(Object.values(await states(manifest)).sort()).toEqual(['seated', 'waiting']);
    }
  });

  it('cannot be overfull, whoever writes', async () => {
    const manifest = await create({ capacity: 1 });
    await expect(
      t.owner.query('UPDATE manifests SET taken = 2 WHERE id = $1', [manifest]),
    ).rejects.toMatchObject({ constraint: 'manifests_never_overfull' });
  });

  it('are reconciled name by name with the boarding and with the arrival', async () => {
    const manifest = await create();
    const [rosa, juan, ana] = [
      await someone('Rosa Elena', 'Huamán', { needs: ['medical'] }),
      await someone('Juan', 'Condori', { needs: ['food'] }),
      await someone('Ana', 'Zegarra'),
    ] as [string, string, string];
    await seat(manifest, [rosa, juan, ana]);
    const names = ['HUAMAN/ROSA ELENA MRS', 'ZEGARRA/ANA MISS', 'TORRES/LUIS MR', ''];
    const compared = await act(manifest, 'boarding-comparison', { names });
    expect(compared).toMatchObject({
      status: 200,
      body: {
        ...{ boarded: [rosa], noShow: [juan], fromWaiting: [ana], unreadable: [] },
        unlisted: [{ givenNames: 'LUIS', firstSurname: 'TORRES', secondSurname: null }],
      },
    });
    expect((await act(manifest, 'arrival', { arrived: [] })).body.code).toBe('MANIFEST_NOT_SO');
    const { unlisted } = compared.body;
    const body = {
      boarded: [rosa, ana],
      added: unlisted.map(({ secondSurname: _, ...name }: { secondSurname: null }) => name),
    };
    expect(
      await act(manifest, 'boarding', { ...body, departedAt: '2027-01-01T00:00:00Z' }),
    ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['departedAt', 'notInFuture']));
    expect((await act(manifest, 'boarding', body)).body).toMatchObject({
      ...{ boarded: 1, noShow: 1, added: 2 },
    });
    expect((await act(manifest, 'boarding', body)).body.code).toBe('MANIFEST_NOT_SO');
    expect((await seat(manifest, [juan])).body.code).toBe('MANIFEST_NOT_SO');
    const aboard = await states(manifest);
    expect(aboard).toMatchObject({ [rosa]: 'boarded', [juan]: 'no_show', [ana]: 'added' });
    expect([await stateOf(rosa), await stateOf(juan)]).toEqual(['moved', 'registered']);
    const luis = Object.keys(aboard).find((p) => ![rosa, juan, ana].includes(p))!;

    t.clock.advance({ hours: 12 });
    expect(await act(manifest, 'arrival', { arrived: [juan] })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['arrived', 'NOT_ABOARD']),
    );
    expect(
      await act(manifest, 'arrival', { arrived: [], arrivedAt: '2026-03-01T00:00:00Z' }),
    ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['arrivedAt', 'BEFORE_ITS_START']));
    expect((await act(manifest, 'arrival', { arrived: [rosa, luis] })).body).toMatchObject({
      ...{ arrived: 2, missing: 1 },
    });
    expect(await states(manifest)).toMatchObject({ [rosa]: 'arrived', [ana]: 'missing' });
    expect([await stateOf(rosa), await stateOf(ana)]).toEqual(['home', 'moved']);
  });

  it('give nobody two seats at one time, and let a bus lead to a flight', async () => {
    const [flightOne, flightTwo] = [await create({ capacity: 5 }), await create({ capacity: 5 })];
    const bus = await create({
      ...{ kind: 'bus', code: 'BUS 7', destination: 'Barajas', destinationCountry: 'ES' },
      ...{ departsAt: '2026-03-02T10:00:00Z', arrivesAt: '2026-03-02T18:00:00Z' },
    });
    const who = await someone('Ubicua');
    const answers = await Promise.all([
      seat(flightOne, [who], officer),
      seat(flightTwo, [who], colleague),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.flatMap(({ body }) => body.items)).toEqual([{ personId: who, state: 'seated' }]);
    expect(answers.flatMap(({ body }) => body.elsewhere)).toEqual([who]);
    expect((await seat(bus, [who])).body.items).toEqual([{ personId: who, state: 'seated' }]);
  });

  it('know who paid which share of each seat, also of a free one, and print it', async () => {
    const manifest = await create({ capacity: 3, code: 'LA 2484' });
    const [rosa, juan, ana] = [
      await someone('Rosa', 'Huamán', { documentNumber: '10117410', birthDate: '1990-05-17' }),
      await someone('Juan', 'Condori'),
      await someone('Ana', 'Zegarra'),
    ] as [string, string, string];
    await seat(manifest, [rosa, juan]);
    const pay = (personIds: string[], shares: object[], currency = 'EUR') =>
      act(manifest, 'fares', { personIds, currency, shares });
    const half = [
      { payer: 'traveller', amount: '250.50' },
      { payer: 'third_party', amount: '249.50' },
    ];
    expect((await pay([rosa, juan], half)).body).toEqual({ seats: 2 });
    expect((await pay([juan], [{ payer: 'pah', amount: '0' }])).status).toBe(200);
    expect((await pay([ana], half)).body.code).toBe('NO_SUCH_SEAT');
    for (const shares of [[], [half[0], half[0]], [{ payer: 'pah', amount: '-1' }]]) {
      expect((await pay([rosa], shares as object[])).status).toBe(400);
    }
    const { items, fares } = (await officer.get(`/incidents/${id}/manifests/${manifest}`)).body;
    expect(items.find((s: Seat) => s.personId === rosa)).toMatchObject({
      currency: 'EUR',
      shares: [half[1], half[0]],
    });
    expect(fares).toEqual([
      { currency: 'EUR', payer: 'pah', amount: '0.00', seats: 1 },
      { currency: 'EUR', payer: 'third_party', amount: '249.50', seats: 1 },
      { currency: 'EUR', payer: 'traveller', amount: '250.50', seats: 1 },
    ]);

    const response = await fetch(`${t.url}/api/v1/incidents/${id}/manifests/${manifest}/pdf`, {
      headers: { cookie: `amparo_session=${officer.cookie}` },
    });
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const text = readPdf(new Uint8Array(await response.arrayBuffer())).pages.join(' ');
    for (const said of ['LA 2484', 'Huamán, Rosa', '10117410', '17/05/1990', 'Condori, Juan']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('2 de 3 asientos');
    expect(text).toContain('EUR 250.50');
    expect(text).not.toContain('BORRADOR');
  });

  it('still learn of an arrival when the incident is over', async () => {
    const other = await activateIncident(head, [t.staff.posts['MAD']!]);
    const path = `/incidents/${other.id}/manifests`;
    const manifest = (await officer.post(path, flight())).body.id;
    const who = await registerPerson(officer, other.id);
    await officer.post(`${path}/${manifest}/boarding`, { boarded: [who] });
    await head.post(`/incidents/${other.id}/standing-down`, { reason: 'Terminó' });
    expect(
      (await officer.post(`${path}/${manifest}/arrival`, { arrived: [who] })).body,
    ).toMatchObject({ arrived: 1, missing: 0 });
  });

  it('make two persons of two who travelled together', async () => {
    const manifest = await create();
    const [survivorId, duplicate] = [await someone('Par'), await someone('Par')] as const;
    await act(manifest, 'boarding', { boarded: [survivorId, duplicate] });
    expect(
      (await officer.post(`/incidents/${id}/merges`, { survivorId, duplicateIds: [duplicate] }))
        .body.code,
    ).toBe('MERGE_ABOARD_TOGETHER');
  });

  it('do not let a duplicate with a seat be merged away', async () => {
    const manifest = await create();
    const [survivorId, duplicate] = [await someone('Doble'), await someone('Doble')] as const;
    await seat(manifest, [duplicate]);
    const merge = { survivorId, duplicateIds: [duplicate] };
    expect((await officer.post(`/incidents/${id}/merges`, merge)).body.code).toBe(
      'MERGE_HAS_SEATS',
    );
  });
});
