import { openMinorCase, tellOfChild } from '../factories/minor-cases';
import { createTestApp, type TestApp } from '../support/app';
import { tablesWith } from '../support/at-rest';
import type { Client } from '../support/client';

const SEALED_MARK = '\u27e6';

/** Tables of the family with a text of the case. */
const OWN = [
  'abduction_steps',
  'child_abductions',
  'child_situations',
  'family_assessments',
  'interest_assessments',
  'located_relatives',
  'minor_guardianships',
  'reunification_follow_ups',
  'reunifications',
  'state_care_hearings',
  'state_care_orders',
  'state_care_steps',
  'tracing_steps',
  'travel_authorisations',
];

describe('a child’s case that is sealed', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head] = await Promise.all([t.as('oficial.mad'), t.as('jefe.mad')]);
  });
  afterAll(() => t.close());

  const count = (text: string, mark: string): number => text.split(mark).length - 1;
  const read = async (client: Client, id: string): Promise<string> =>
    JSON.stringify([
      (await client.get(`/cases/${id}`)).body,
      (await client.get(`/cases/${id}/timeline?limit=200`)).body,
    ]);

  async function seal(id: string): Promise<void> {
    const { version } = (await officer.get(`/cases/${id}/circle`)).body;
    const members = [t.staff.accounts['jefe.mad']];
    const body = { tier: 'sealed', reason: 'Riesgo para la niña', members };
    const answer = await officer.post(`/cases/${id}/tier`, body, { 'if-match': `"${version}"` });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  it('rests unreadable, what was told before and after; its circle reads all, nobody else anything', async () => {
    const mark = 'xilotecario';
    const person = { givenNames: `Rosa ${mark}`, firstSurname: 'Quispe', birthDate: '2015-05-14' };
    const { id } = await openMinorCase(officer, t.staff.posts['MAD']!, {
      person,
      account: `Relato ${mark}`,
      place: mark,
      situationNote: mark,
    });
    await tellOfChild(officer, id, mark);
    const open = await tablesWith(t.owner, mark);
    expect(open).toEqual(expect.arrayContaining(OWN.map((table) => `public.${table}`)));
    const before = await read(officer, id);

    await seal(id);
    // words of names that were known before stay in the vocabulary, with nobody's name on them
    expect(await tablesWith(t.owner, mark)).toEqual(['public.name_variants']);
    t.clock.advance({ minutes: 1 });
    await tellOfChild(officer, id, `${mark}bis`);
    expect(await tablesWith(t.owner, mark)).toEqual(['public.name_variants']);
    for (const client of [officer, head]) {
      const after = await read(client, id);
      expect([count(after, mark) >= count(before, mark), after.includes(SEALED_MARK)]).toEqual([
        true,
        false,
      ]);
    }
    for (const outsider of ['oficial2.mad', 'mesa.asn']) {
      const client = await t.as(outsider);
      expect((await client.get(`/cases/${id}`)).status).toBe(404);
      expect((await client.get(`/minor-cases/${id}`)).status).toBe(404);
    }
  });

  it('takes no readable text, whoever writes it', async () => {
    const { id } = await openMinorCase(officer, t.staff.posts['MAD']!);
    await seal(id);
    await expect(
      t.owner.query(
        `INSERT INTO child_situations (id, case_id, child_with, danger_to_life, occurred_at, note)
         VALUES (gen_random_uuid(), $1, 'alone', false, now(), '{"clear": "x"}')`,
        [id],
      ),
    ).rejects.toThrow(/clear text in a sealed case/);
  });
});
