import { createHash } from 'node:crypto';
import { tellEverywhere, documentNumber } from '../factories/told-story';
import { newDetention } from '../factories/detentions';
import { incident, openViolenceCase, safeContact } from '../factories/violence-cases';
import { createTestApp, type TestApp } from '../support/app';
import { tablesWith } from '../support/at-rest';
import type { Answer, Client } from '../support/client';
import { fetchContent, upload } from '../support/upload';

const SEALED_MARK = '\u27e6';

describe('a sealed case at rest', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  beforeAll(async () => {
    t = await createTestApp();
    [officer, head] = await Promise.all([t.as('oficial.mad'), t.as('jefe.mad')]);
  });
  afterAll(() => t.close());

  async function tier(client: Client, id: string, to: string, members: string[] = []) {
    const { version } = (await client.get(`/cases/${id}/circle`)).body;
    const body = { tier: to, reason: 'Riesgo para la persona', members };
    const answer = await client.post(`/cases/${id}/tier`, body, { 'if-match': `"${version}"` });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  }

  /** A detention of somebody who is in no other case, with `mark` in all that is told of it. */
  async function detentionOf(mark: string, key?: string): Promise<{ id: string; answer: Answer }> {
    const { person } = newDetention('');
    const answer = await officer.post(
      '/detentions',
      newDetention(t.staff.posts['MAD']!, {
        person: {
          ...person,
          givenNames: `Zoila ${mark}`,
          documents: [{ kind: 'passport', number: documentNumber(mark), issuingState: 'PER' }],
        },
        charges: `Cargos ${mark}`,
        noticeAuthority: `Comisaría ${mark}`,
      }),
      key ? { 'idempotency-key': key } : {},
    );
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { id: answer.body.id as string, answer };
  }

  const tablesTelling = (text: string) => tablesWith(t.owner, text);

  it('is in no dump: not what was told before it was sealed, nor after; and its circle reads all', async () => {
    const mark = 'xantopsia';
    const { id } = await detentionOf(mark);
    await tellEverywhere(officer, id, mark, t.staff.accounts['jefe.mad']!);
    expect((await tablesTelling(mark)).length).toBeGreaterThan(10);
    const before = await pagesOf(officer, id);
    await tier(officer, id, 'sealed', [t.staff.accounts['jefe.mad']!]);
    // words of names that were known before stay in the vocabulary, with nobody's name on them
    expect(await tablesTelling(mark)).toEqual(['public.name_variants']);

    await tellEverywhere(officer, id, `${mark}bis`, t.staff.accounts['jefe.mad']!);
    expect(await tablesTelling(mark)).toEqual(['public.name_variants']);
    expect(await tablesTelling(documentNumber(mark))).toEqual([]);
    for (const client of [officer, head]) {
      const after = await pagesOf(client, id);
      for (const [page, text] of Object.entries(before)) {
        expect({ page, told: count(after[page]!, mark) >= count(text, mark) }).toEqual({
          page,
          told: true,
        });
        expect(after[page]).not.toContain(SEALED_MARK);
      }
    }
  });

  it('never rests readable when it is opened sealed: no name, no word, no way to reach the person', async () => {
    const mark = 'yumaxiota';
    const person = {
      givenNames: `Rosa ${mark}`,
      firstSurname: 'Quispe',
      documents: [{ kind: 'passport', number: documentNumber(mark), issuingState: 'PER' }],
      contacts: [{ kind: 'address', value: `Calle ${mark}` }],
    };
    const id = await openViolenceCase(officer, t.staff.posts['MAD']!, {
      person,
      place: `Lugar ${mark}`,
      story: `Relato ${mark}`,
      intakeReference: `Oficio ${mark}`,
      safeContact: safeContact({ codeWord: mark, seenBy: `La ve ${mark}` }),
      incident: incident({ place: mark, account: `Hechos ${mark}`, aggressorDescription: mark }),
    });
    const note = { text: `Nota ${mark}`, occurredAt: '2026-03-02T08:40:00Z' };
    expect((await officer.post(`/cases/${id}/notes`, note)).status).toBe(201);
    expect(await tablesTelling(mark)).toEqual([]);
    expect(await tablesTelling(documentNumber(mark))).toEqual([]);

    const desk = await t.as('proteccion');
    for (const member of [officer, head, desk]) {
      const told = JSON.stringify((await member.get(`/cases/${id}`)).body);
      expect([count(told, mark) >= 6, told.includes(SEALED_MARK)]).toEqual([true, false]);
      const entries = JSON.stringify((await member.get(`/cases/${id}/timeline`)).body);
      expect([count(entries, mark) >= 1, entries.includes(SEALED_MARK)]).toEqual([true, false]);
    }
    const circle = (await officer.get(`/cases/${id}/circle`)).body.members;
    expect(circle.map((m: { kind: string }) => m.kind).sort()).toEqual([
      'assigned',
      'desk',
      'head',
    ]);
    expect((await (await t.as('oficial2.mad')).get(`/cases/${id}`)).status).toBe(404);
    expect((await (await t.as('mesa.asn')).get(`/cases/${id}`)).status).toBe(404);
  });

  it('keeps out from the first whom its creator bars: the head, and anybody related', async () => {
    const id = await openViolenceCase(officer, t.staff.posts['MAD']!, {
      circle: {
        barHead: true,
        bars: [{ accountId: t.staff.accounts['oficial2.mad'], ground: 'related_to_aggressor' }],
      },
    });
    expect((await head.get(`/cases/${id}`)).status).toBe(404);
    expect((await (await t.as('proteccion')).get(`/cases/${id}`)).status).toBe(200);
    const { members, bars } = (await officer.get(`/cases/${id}/circle`)).body;
    expect(members.map((m: { kind: string }) => m.kind).sort()).toEqual(['assigned', 'desk']);
    expect(bars.map((b: { ground: string }) => b.ground).sort()).toEqual([
      'conflict_of_interest',
      'related_to_aggressor',
    ]);
  });

  it('opens again as it was when it is unsealed', async () => {
    const mark = 'quiragra';
    const { id } = await detentionOf(mark);
    await tellEverywhere(officer, id, mark, t.staff.accounts['jefe.mad']!);
    const before = await pagesOf(officer, id);
    await tier(officer, id, 'sealed', [t.staff.accounts['jefe.mad']!]);
    await tier(head, id, 'standard');
    const after = await pagesOf(officer, id);
    for (const [page, text] of Object.entries(before)) {
      expect([page, count(after[page]!, mark)]).toEqual([page, count(text, mark)]);
    }
    const { rows } = await t.owner.query(
      `SELECT count(*)::int AS n FROM persons p JOIN case_people c ON c.person_id = p.id
        WHERE c.case_id = $1 AND (p.sealed OR p.given_names LIKE '${SEALED_MARK}%')`,
      [id],
    );
    expect(rows[0].n).toBe(0);
    const found = await (await t.as('oficial2.mad')).get(`/people?q=Zoila ${mark}`);
    expect(found.body.items[0]?.givenNames).toBe(`Zoila ${mark}`);
  });

  it('keeps a file readable for the circle alone, under a key that rests sealed', async () => {
    const mark = 'oftalmia';
    const { id } = await detentionOf(mark);
    await tier(officer, id, 'sealed', [t.staff.accounts['jefe.mad']!]);
    await tellEverywhere(officer, id, mark, t.staff.accounts['jefe.mad']!);
    const { rows } = await t.owner.query(
      `SELECT v.id, v.sha256, v.file_key FROM document_versions v JOIN documents d ON d.id = v.document_id WHERE d.case_id = $1`,
      [id],
    );
    expect(rows[0].file_key).toHaveProperty('sealed');
    await t.owner.query(`UPDATE document_versions SET scan = 'clean' WHERE id = $1`, [rows[0].id]);
    const link = await officer.post(`/document-versions/${rows[0].id}/links`, {
      purpose: 'download',
    });
    const { bytes } = await fetchContent(officer, link.body.url);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(rows[0].sha256);
    const colleague = await t.as('oficial2.mad');
    const outside = await colleague.post(`/document-versions/${rows[0].id}/links`, {
      purpose: 'download',
    });
    expect(outside.status).toBe(404);
  });

  it('seals what is corrected and explained later as well, and the papers of its people', async () => {
    const mark = 'bisturibela';
    const id = await openViolenceCase(officer, t.staff.posts['MAD']!);
    const { personId } = (await officer.get(`/cases/${id}`)).body;
    const file = Buffer.from('Una carta');
    const sent = (path: string) =>
      upload(officer, path, file, `${mark}.txt`, { kind: 'other', title: `Carta ${mark}` });
    const ofCase = await sent(`/cases/${id}/documents`);
    const ofPerson = await sent(`/people/${personId}/files`);
    for (const { status, body } of [ofCase, ofPerson]) {
      expect([status, body.errors]).toEqual([201, undefined]);
      const title = { title: `Corregida ${mark}` };
      const edited = await officer.patch(`/documents/${body.id}`, title, { 'if-match': '"1"' });
      expect([edited.status, edited.body.title]).toEqual([200, `Corregida ${mark}`]);
      const again = await upload(officer, `/documents/${body.id}/versions`, file, `${mark}.txt`);
      expect(again.status).toBe(201);
    }
    const { rows } = await t.owner.query(
      'UPDATE obligations SET breached_at = now() WHERE case_id = $1 RETURNING id',
      [id],
    );
    const because = { reason: 'travel', note: `Viaje ${mark}` };
    const path = `/obligations/${rows[0].id}`;
    expect((await officer.post(`${path}/breach-reason`, because)).status).toBe(200);
    const accepted = await head.post(`${path}/breach-acceptance`, { note: `Bien ${mark}` });
    expect(accepted.status).toBe(200);
    expect(await tablesTelling(mark)).toEqual([]);
    const keys = await t.owner.query(
      `SELECT v.file_key ? 'sealed' AS sealed FROM document_versions v JOIN documents d ON d.id = v.document_id
        WHERE d.id = ANY ($1)`,
      [[ofCase.body.id, ofPerson.body.id]],
    );
    expect(keys.rows).toEqual(Array(4).fill({ sealed: true }));
  });

  it('finds its people for the circle by name and number, and for nobody else', async () => {
    const mark = 'wilfredina';
    const { id } = await detentionOf(mark);
    await tier(officer, id, 'sealed');
    for (const search of [`Quispe ${mark}`, documentNumber(mark)]) {
      const own = await officer.get(`/people?q=${search}`);
      expect(own.body.items[0]?.givenNames).toBe(`Zoila ${mark}`);
      expect((await head.get(`/people?q=${search}`)).body.items).not.toContainEqual(
        expect.objectContaining({ id: own.body.items[0].id }),
      );
    }
  });

  it('repeats an answer to whoever may still see it, and keeps none of it in the clear', async () => {
    const mark = 'hialoides';
    const { id } = await detentionOf(mark);
    await tier(officer, id, 'sealed', [t.staff.accounts['jefe.mad']!]);
    const note = { text: `Nota ${mark}`, occurredAt: '2026-03-02T08:40:00Z' };
    const send = (client: Client) =>
      client.post(`/cases/${id}/notes`, note, { 'idempotency-key': 'una-sola-vez' });
    const first = await send(head);
    expect((await send(head)).body).toEqual(first.body);
    const { rows } = await t.owner.query(
      `SELECT response FROM idempotency_keys WHERE key = 'una-sola-vez'`,
    );
    expect(rows[0].response).toHaveProperty('sealed');
    const { members } = (await officer.get(`/cases/${id}/circle`)).body;
    const seat = members.find(
      (m: { accountId: string }) => m.accountId === t.staff.accounts['jefe.mad'],
    );
    await officer.post(`/cases/${id}/members/${seat.id}/end`, { reason: 'Ya no' });
    expect((await send(head)).status).toBe(404);
  });

  it('takes no readable text, whoever writes it', async () => {
    const { id } = await detentionOf('ungulado');
    await tier(officer, id, 'sealed');
    const clear = JSON.stringify({ clear: 'x' });
    const writes = [
      `UPDATE cases SET summary = '${clear}' WHERE id = $1`,
      `INSERT INTO case_actions (id, case_id, action, occurred_at, tier, note) VALUES (gen_random_uuid(), $1, 'call', now(), 'standard', '${clear}')`,
      `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, tier, data) VALUES (gen_random_uuid(), $1, 'note.added', now(), 'standard', '{"text": ${clear}}')`,
      `UPDATE detentions SET notice_authority = 'x' WHERE case_id = $1`,
    ];
    for (const write of writes) {
      await expect(t.owner.query(write, [id])).rejects.toThrow(/clear text in a sealed case/);
    }
  });

  const count = (text: string, mark: string): number => text.split(mark).length - 1;

  /** What the circle reads of a case, page by page. */
  async function pagesOf(client: Client, id: string): Promise<Record<string, string>> {
    const paths = {
      case: `/cases/${id}`,
      timeline: `/cases/${id}/timeline?limit=200`,
      detention: `/detentions/${id}`,
      documents: `/cases/${id}/documents`,
      papers: `/cases/${id}/papers`,
      circle: `/cases/${id}/circle`,
    };
    const pages: Record<string, string> = {};
    for (const [name, path] of Object.entries(paths)) {
      const answer = await client.get(path);
      expect([name, answer.status]).toEqual([name, 200]);
      pages[name] = JSON.stringify(answer.body);
    }
    return pages;
  }
});
