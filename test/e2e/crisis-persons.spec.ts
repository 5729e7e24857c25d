import { activateIncident, registerPerson } from '../factories/crises';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

interface Named {
  id: string;
  givenNames: string;
}

describe('persons of a crisis', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let id: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
  });
  beforeEach(async () => {
    ({ id } = await activateIncident(head, [t.staff.posts['MAD']!]));
  });
  afterAll(() => t.close());

  const list = async (query: string) =>
    (await officer.get(`/incidents/${id}/persons?count=true&${query}`)).body as {
      items: Named[];
      total: number;
    };
  const named = async (query: string) => (await list(query)).items.map((p) => p.givenNames).sort();
  const duplicates = async () =>
    (await officer.get(`/incidents/${id}/duplicates`)).body.items as { persons: Named[] }[];
  const merge = (survivorId: string, ...duplicateIds: string[]) =>
    officer.post(`/incidents/${id}/merges`, { survivorId, duplicateIds });

  it('are found however their name is spelt, by their number and by their telephone', async () => {
    await registerPerson(officer, id, {
      ...{ givenNames: 'Wilmer', firstSurname: 'Quispe', secondSurname: 'Huamán' },
      ...{ documentNumber: '10117410', phone: '+34612345678' },
    });
    const double = await registerPerson(officer, id, {
      ...{ givenNames: 'Wílmer', firstSurname: 'Kispe', secondSurname: 'Guaman' },
    });
    await registerPerson(officer, id, { givenNames: 'Rosa', firstSurname: 'Quispe' });
    for (const q of ['wilmer kispe', 'GUAMAN WILMER', '1011741-0', '+34 612 345 678']) {
      expect([q, await named(`q=${encodeURIComponent(q)}`)]).toEqual([
        q,
        expect.arrayContaining(['Wilmer']),
      ]);
    }
    expect(await named('q=kispe')).toEqual(['Rosa', 'Wilmer', 'Wílmer']);
    expect(await named('q=wilmer%20zegarra')).toEqual([]);
    const [wilmer] = (await list('q=10117410')).items;
    await merge(wilmer!.id, double);
    expect(await list('q=wilmer%20guaman')).toMatchObject({
      ...{ total: 1, items: [{ id: wilmer!.id }] },
    });
  });

  it('that only look alike are told apart, and not offered again', async () => {
    const [father, son, aunt] = [
      await registerPerson(officer, id, { givenNames: 'Juan', secondSurname: 'Mamani' }),
      await registerPerson(officer, id, { givenNames: 'Juan', secondSurname: 'Mamani' }),
      await registerPerson(officer, id, { givenNames: 'Juana', firstSurname: 'Zegarra' }),
    ] as [string, string, string];
    expect(await duplicates()).toHaveLength(1);
    const apart = (personIds: string[]) =>
      officer.post(`/incidents/${id}/distinctions`, { personIds });
    expect((await apart([father, '01890000-0000-7000-8000-000000000000'])).status).toBe(404);
    expect((await apart([son, father])).body).toEqual({ persons: 2 });
    expect((await apart([father, son, aunt])).body).toEqual({ persons: 3 });
    expect(await duplicates()).toEqual([]);
    expect((await list('')).total).toBe(3);
  });

  it('of one family, registered by five relatives in five spellings, count as the family', async () => {
    const spellings = [
      ['Quispe', 'Mamani'],
      ['Kispe', 'Mamani'],
      ['Quizpe', 'Mamany'],
      ['QUISPE', 'MAMANI'],
      ['Qispe', 'Mamani'],
    ] as const;
    const family = ['Rosa Elena', 'Jhon', 'Yeferson'];
    for (const [firstSurname, secondSurname] of spellings) {
      for (const givenNames of family) {
        await registerPerson(officer, id, { givenNames, firstSurname, secondSurname });
      }
    }
    const groups = await duplicates();
    expect(groups.map(({ persons }) => persons.length)).toEqual([5, 5, 5]);
    for (const { persons } of groups) {
      expect(new Set(persons.map(({ givenNames }) => givenNames)).size).toBe(1);
      const [survivor, ...rest] = persons.map((p) => p.id) as [string, ...string[]];
      expect((await merge(survivor, ...rest)).status).toBe(200);
    }
    expect((await officer.get(`/incidents/${id}/board`)).body.persons).toBe(family.length);
  });

  it('of a list of 3,000 rows with 40 faults are entered not at all, each fault by its line', async () => {
    const faulty = new Set(Array.from({ length: 40 }, (_, i) => 37 + i * 70));
    const rows = Array.from({ length: 3000 }, (_, i) =>
      faulty.has(i + 2) ? `Persona ${i},,${i % 90}` : `Persona ${i},Apellido,${i % 90}`,
    );
    const body = {
      ...{ name: 'Municipio', format: 'table' },
      content: ['nombres,apellidos,edad', ...rows].join('\n'),
    };
    const refused = await officer.post(`/incidents/${id}/lists`, body);
    expect(refused).toMatchObject({ status: 422, body: { code: 'LIST_REFUSED' } });
    expect(refused.body.errors.map((e: { path: string }) => e.path)).toEqual(
      [...faulty].map((line) => `line ${line}: firstSurname`),
    );
    expect(await list('')).toMatchObject({ total: 0 });
  });

  it('are named as often as they were, and every number of it opens its list', async () => {
    const sent = await officer.post(`/incidents/${id}/lists`, {
      ...{ name: 'Hotel', format: 'boarding' },
      content: 'QUISPE/ROSA MRS\nQUISPE/ROSA\nFLORES/JUAN\n',
    });
    const [rosa, again] = (await list('q=rosa')).items;
    await merge(rosa!.id, again!.id);
    const namings = async (query: string) =>
      (await officer.get(`/incidents/${id}/namings?count=true&${query}`)).body;
    const page = await namings(`listId=${sent.body.id}&limit=2`);
    expect(page).toMatchObject({
      total: sent.body.rows,
      items: [
        { asGiven: 'QUISPE/ROSA MRS', line: 1, list: 'Hotel', personId: rosa!.id },
        { asGiven: 'QUISPE/ROSA', line: 2, personId: rosa!.id },
      ],
    });
    expect(page.items.map((n: { merged: boolean }) => n.merged).sort()).toEqual([false, true]);
    expect((await namings(`limit=2&cursor=${page.nextCursor}`)).items).toMatchObject([
      { asGiven: 'FLORES/JUAN', line: 3 },
    ]);
    const report = (await officer.get(`/incidents/${id}/report`)).body;
    expect(report).toMatchObject({ mentions: 3, persons: 2 });
    expect(await namings('')).toMatchObject({ total: report.mentions });
  });

  it('are listed by what the board and the report count', async () => {
    const mad = t.staff.posts['MAD'];
    const ofMadrid = await registerPerson(officer, id, { givenNames: 'Ana', postId: mad });
    await registerPerson(officer, id, { givenNames: 'Luis', firstSurname: 'Zegarra' });
    await officer.post(`/incidents/${id}/persons/${ofMadrid}/states`, { state: 'safe' });
    const report = (await officer.get(`/incidents/${id}/report`)).body;
    expect((await list('reached=true')).total).toBe(report.firstContact.contacted);
    expect(await named('noPost=true')).toEqual(['Luis']);
    expect(await named(`postId=${mad}`)).toEqual(['Ana']);
    const [hour] = (await officer.get(`/incidents/${id}/board`)).body.rate;
    const next = new Date(Date.parse(hour.hourAt) + 3_600_000).toISOString();
    expect((await list(`registeredFrom=${hour.hourAt}&registeredBefore=${next}`)).total).toBe(
      hour.registrations,
    );
    expect((await list(`registeredBefore=${hour.hourAt}`)).total).toBe(0);
  });
});
