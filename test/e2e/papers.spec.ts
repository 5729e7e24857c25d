import { createHash } from 'node:crypto';
import { PAPER_RULES } from '../../src/modules/papers/domain/paper-kinds';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { readPdf } from '../support/pdf';
import { setTier } from '../support/database';

const visit = {
  kind: 'in_person',
  withWhom: 'detainee',
  outcome: 'done',
  occurredAt: '2026-03-02T08:30:00Z',
  checks: [
    { check: 'health', finding: 'concern', note: 'Refiere dolor de muelas' },
    { check: 'due_process', finding: 'good' },
    { check: 'interpreter', finding: 'concern', note: 'Sin intérprete de quechua' },
  ],
  needs: [{ code: 'clothing', note: 'De invierno' }],
  nextSteps: 'Pedir intérprete para la audiencia',
};

export const pdfOf = async (client: Client, path: string): Promise<Buffer> => {
  const answer = await fetch(`${client.url}/api/v1${path}`, {
    headers: { cookie: `amparo_session=${client.cookie}` },
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toContain('application/pdf');
  expect(answer.headers.get('cache-control')).toContain('no-store');
  return Buffer.from(await answer.arrayBuffer());
};

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
const codeIn = (pages: string[]): string =>
  /Código de verificación: ([0-9A-Z-]{23})/.exec(pages.join('\n'))![1]!;

describe('papers of a case', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let caseId: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    colleague = await t.as('oficial2.mad');
    caseId = await logDetention(officer, t.staff.posts['MAD']!);
    expect((await officer.post(`/detentions/${caseId}/contacts`, visit)).status).toBe(201);
  });
  afterAll(() => t.close());

  const draft = async (kind: string, more: object = {}, by = officer, of = caseId) => {
    const { status, body } = await by.post(`/cases/${of}/papers`, { kind, ...more });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body as { id: string; version: number };
  };
  /** Completes whatever is required and issues. */
  const issue = async (id: string, by = officer) => {
    const page = await by.get(`/papers/${id}`);
    const missing = page.body.missing as string[];
    const values = Object.fromEntries(missing.map((code) => [code, `Texto de ${code}`]));
    const filled = await by.patch(
      `/papers/${id}`,
      { values },
      { 'if-match': `"${page.body.version}"` },
    );
    expect(filled.status).toBe(200);
    return by.post(`/papers/${id}/issue`, undefined, { 'if-match': `"${filled.body.version}"` });
  };

  it('come filled in from the case, are completed, and are issued with number, date, post and code', async () => {
    const { id } = await draft('visit_record');
    const page = await officer.get(`/papers/${id}`);
    expect(page.body).toMatchObject({ state: 'draft', tier: 'restricted', missing: [] });
    expect(page.body.values.next_steps).toBe('Pedir intérprete para la audiencia');

    const early = readPdf(await pdfOf(officer, `/papers/${id}/pdf`));
    expect(early.pages.join()).toContain('Borrador sin valor oficial');
    expect(early.pages.join()).not.toContain('Código de verificación');

    const issued = await issue(id);
    expect(issued.status).toBe(200);
    expect(issued.body.number).toMatch(/^MAD-2026-ACV-\d{6}$/);
    const { pages, title, language } = readPdf(await pdfOf(officer, `/papers/${id}/pdf`));
    const text = pages.join('\n');
    for (const said of [
      'ACTA DE VISITA CONSULAR',
      issued.body.number,
      'Madrid',
      '2 de marzo de 2026',
      'Rosa Ángela Quispe Ñahui',
      'Centro Penitenciario Soto del Real',
      'Debido proceso',
      'Sin intérprete de quechua',
      'Refiere dolor de muelas',
      'Necesidad: Ropa. De invierno',
      'Funcionario consular',
      'Código de verificación',
      'página 1 de',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('BORRADOR');
    expect(title).toContain('Acta de visita consular');
    expect(language).toBe('es-PE');
  });

  it('print every kind with nothing but the required fields completed', async () => {
    const kinds = Object.entries(PAPER_RULES).filter(([, { scope }]) => scope === 'case');
    for (const [kind, { series }] of kinds) {
      const { id } = await draft(kind);
      const issued = await issue(id);
      expect([kind, issued.status]).toEqual([kind, 200]);
      expect(issued.body.number).toContain(`-${series}-`);
      expect(readPdf(await pdfOf(officer, `/papers/${id}/pdf`)).pages[0]).toContain('PERÚ');
    }
  }, 180_000);

  it('say which required fields are empty, and do not issue without them', async () => {
    const { id } = await draft('undertaking_to_repay');
    const refused = await officer.post(`/papers/${id}/issue`, undefined, { 'if-match': '"1"' });
    expect(refused.status).toBe(422);
    expect(refused.body.code).toBe('PAPER_INCOMPLETE');
    expect(refused.body.errors.map((e: { path: string }) => e.path)).toContain('values.amount');
    const after = await t.owner.query('SELECT state, number FROM papers WHERE id = $1', [id]);
    expect(after.rows[0]).toEqual({ state: 'draft', number: null });
  });

  it('give the same bytes when printed again, and keep the very bytes that were issued', async () => {
    const { id } = await draft('hand_over_note');
    await issue(id);
    const first = await pdfOf(officer, `/papers/${id}/pdf`);
    const { rows } = await t.owner.query(
      'SELECT pdf_hash, made_from, template_version FROM papers WHERE id = $1',
      [id],
    );
    expect(sha256(first)).toBe((rows[0].pdf_hash as Buffer).toString('hex'));
    const { PrintPaper } = await import('../../src/modules/papers/print-paper');
    const { Templates } = await import('../../src/modules/papers/templates/templates');
    const { Database } = await import('../../src/platform/database/database');
    const { Actor } = await import('../../src/platform/access/actor');
    const template = await t.app
      .get(Database, { strict: false })
      .inTransaction(Actor.system(), () =>
        t.app.get(Templates, { strict: false }).version('hand_over_note', rows[0].template_version),
      );
    const made = JSON.parse(rows[0].made_from.clear);
    const again = await t.app.get(PrintPaper, { strict: false }).print(made, template);
    expect(sha256(again)).toBe(sha256(first));
  });

  it('stay as issued whatever happens to the case, to the template or in the database', async () => {
    const { id } = await draft('authority_letter');
    await issue(id);
    const before = await pdfOf(officer, `/papers/${id}/pdf`);
    const page = await officer.get(`/papers/${id}`);
    const edited = await officer.patch(
      `/papers/${id}`,
      { values: { text: 'otra cosa' } },
      { 'if-match': `"${page.body.version}"` },
    );
    expect([edited.status, edited.body.code]).toEqual([409, 'PAPER_STATE_FORBIDS']);
    const twice = await officer.post(`/papers/${id}/issue`, undefined, {
      'if-match': `"${page.body.version}"`,
    });
    expect(twice.status).toBe(409);
    await expect(
      t.owner.query(`UPDATE papers SET number = 'MAD-2026-OFI-999999' WHERE id = $1`, [id]),
    ).rejects.toThrow(/does not change/);
    expect((await pdfOf(officer, `/papers/${id}/pdf`)).equals(before)).toBe(true);
  });

  it('are on the timeline and in the audit, and are annulled with a reason', async () => {
    const { id } = await draft('sworn_declaration');
    const issued = await issue(id);
    const annulled = await officer.post(`/papers/${id}/annulment`, {
      reason: 'Nombre mal escrito',
    });
    expect(annulled.status).toBe(200);
    expect((await officer.post(`/papers/${id}/annulment`, { reason: 'x' })).status).toBe(409);
    const list = await officer.get(`/cases/${caseId}/papers`);
    expect(list.body.items.find((p: { id: string }) => p.id === id)).toMatchObject({
      state: 'annulled',
      annulReason: 'Nombre mal escrito',
      number: issued.body.number,
    });
    const timeline = await officer.get(`/cases/${caseId}/timeline?limit=100`);
    const kinds = timeline.body.items
      .filter((e: { data: { paperId?: string } }) => e.data.paperId === id)
      .map((e: { kind: string }) => e.kind);
    expect(kinds.sort()).toEqual(['paper.annulled', 'paper.issued']);
    const { rows } = await t.owner.query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 ORDER BY id`,
      [id],
    );
    const actions = rows.map((row) => row.action);
    for (const action of ['paper.drafted', 'paper.filled', 'paper.issued', 'paper.annulled']) {
      expect(actions).toContain(action);
    }
  });

  it('two people cannot issue one draft, nor complete it over each other', async () => {
    const { id } = await draft('consent_form');
    const values = {
      document: 'DNI N.° 1',
      recipient: 'Cruz Roja',
      purpose: 'Buscar a su familia',
      data: 'Nombre',
      validity: 'Seis meses',
      transfer: 'los datos no salen del país',
    };
    const saved = await officer.patch(`/papers/${id}`, { values }, { 'if-match': '"1"' });
    const stale = await colleague.patch(`/papers/${id}`, { values }, { 'if-match': '"1"' });
    expect([saved.status, stale.status]).toEqual([200, 412]);
    const answers = await Promise.all(
      [officer, colleague].map((one) =>
        one.post(`/papers/${id}/issue`, undefined, { 'if-match': '"2"' }),
      ),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const { rows } = await t.owner.query(
      'SELECT count(*)::int AS n FROM paper_files WHERE paper_id = $1',
      [id],
    );
    expect(rows[0].n).toBe(1);
  });

  it('with health in them are seen only where restricted parts are, and leave it out when asked', async () => {
    const { id } = await draft('visit_record');
    expect((await colleague.get(`/papers/${id}`)).status).toBe(404);
    expect((await colleague.get(`/papers/${id}/pdf`)).status).toBe(404);
    const seen = await colleague.get(`/cases/${caseId}/papers`);
    expect(seen.body.items.map((p: { id: string }) => p.id)).not.toContain(id);
    const head = await t.as('jefe.mad');
    expect((await head.get(`/papers/${id}`)).status).toBe(200);

    const open = await draft('visit_record', { includeRestricted: false });
    const page = await colleague.get(`/papers/${open.id}`);
    expect(page.body.tier).toBe('standard');
    expect(JSON.stringify(page.body)).not.toContain('muelas');
    // a colleague without sight of health cannot bring it into a paper of their own
    const theirs = await draft('visit_record', { includeRestricted: true }, colleague);
    const text = JSON.stringify((await colleague.get(`/papers/${theirs.id}`)).body);
    expect(text).toContain('Debido proceso');
    expect(text).not.toContain('muelas');
  });

  it('are drafted, not issued, by local staff; and belong to their post', async () => {
    const local = await t.as('local.mad');
    const { id } = await draft('consent_form', {}, local);
    const refused = await local.post(`/papers/${id}/issue`, undefined, { 'if-match': '"1"' });
    expect([refused.status, refused.body.code]).toEqual([403, 'FORBIDDEN']);
    const elsewhere = await t.as('jefe.pat');
    expect((await elsewhere.get(`/papers/${id}`)).status).toBe(404);
    expect((await elsewhere.get(`/cases/${caseId}/papers`)).status).toBe(404);
    expect((await elsewhere.post(`/cases/${caseId}/papers`, { kind: 'consent_form' })).status).toBe(
      404,
    );
    expect((await elsewhere.post(`/papers/${id}/annulment`, { reason: 'x' })).status).toBe(404);
  });

  it('of headquarters take the number of headquarters', async () => {
    const desk = await t.as('mesa.asn');
    const { id } = await draft('resolution_draft', {}, desk);
    const issued = await issue(id, desk);
    expect(issued.body.number).toMatch(/^LIM-2026-PRS-/);
  });

  it('of a sealed case take a random number and are invisible outside its circle', async () => {
    const sealed = await logDetention(officer, t.staff.posts['MAD']!, {
      person: { givenNames: 'Otra', firstSurname: 'Persona', sex: 2 },
    });
    await setTier(t.owner, sealed, 'sealed');
    const { id } = await draft('consent_form', {}, officer, sealed);
    const issued = await issue(id);
    expect(issued.body.number).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{8}$/);
    expect((await colleague.get(`/papers/${id}`)).status).toBe(404);
    const head = await t.as('jefe.mad');
    expect((await head.get(`/papers/${id}/pdf`)).status).toBe(404);
  });

  it('refuse bad input with the field to mend', async () => {
    expect(
      (await officer.post(`/cases/${caseId}/papers`, { kind: 'remittance_list' })).status,
    ).toBe(400);
    expect((await officer.post(`/cases/${caseId}/papers`, { kind: 'nonsense' })).status).toBe(400);
    const { id } = await draft('authority_letter');
    const put = (values: unknown) =>
      officer.patch(`/papers/${id}`, { values }, { 'if-match': '"1"' });
    expect((await put({ nothing: 'x' })).body.errors).toMatchObject([{ code: 'UNKNOWN_FIELD' }]);
    expect((await put({ text: 7 })).status).toBe(400);
    expect((await put({ text: 'x'.repeat(20_001) })).status).toBe(400);
    expect((await put({ __proto__: 'x', 'bad code': 'y' })).status).toBe(400);
    expect((await officer.patch(`/papers/${id}`, { values: {} })).status).toBe(428);
    const chinese = { addressee: '漢字', institution: 'x', subject: 'x', text: 'x' };
    expect((await put(chinese)).status).toBe(200);
    const unprintable = await officer.post(`/papers/${id}/issue`, undefined, { 'if-match': '"2"' });
    expect([unprintable.status, unprintable.body.code]).toEqual([422, 'PAPER_NOT_PRINTABLE']);
    expect(unprintable.body.detail).toContain('漢 字');
    const endless = { addressee: 'x', text: `${'a'.repeat(19_990)}` };
    const saved = await officer.patch(`/papers/${id}`, { values: endless }, { 'if-match': '"2"' });
    expect(saved.status).toBe(200);
    const printed = await officer.post(`/papers/${id}/issue`, undefined, { 'if-match': '"3"' });
    expect(printed.status).toBe(200);
  });

  describe('on the public page', () => {
    const verify = (body: object) => t.anonymous().post('/paper-verifications', body);

    it('are confirmed by their code, and so is the file, without a word of what they say', async () => {
      const { id } = await draft('consent_form');
      await issue(id);
      const pdf = await pdfOf(officer, `/papers/${id}/pdf`);
      const code = codeIn(readPdf(pdf).pages);
      const { status, body } = await verify({ code });
      expect(status).toBe(200);
      expect(body).toEqual({
        state: 'issued',
        issuedOn: '2026-03-02',
        annulledOn: null,
        fileMatches: null,
        kind: 'consent_form',
        postName: 'Madrid',
        postCity: 'Madrid',
        postCountry: 'ES',
      });
      const spoken = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
      expect((await verify({ code: spoken, sha256: sha256(pdf) })).body.fileMatches).toBe(true);
      const altered = Buffer.from(pdf);
      altered[500] = (altered[500] ?? 0) ^ 1;
      expect((await verify({ code, sha256: sha256(altered) })).body.fileMatches).toBe(false);
      await officer.post(`/papers/${id}/annulment`, { reason: 'Error' });
      expect((await verify({ code })).body).toMatchObject({
        state: 'annulled',
        annulledOn: '2026-03-02',
      });
      expect(JSON.stringify((await verify({ code })).body)).not.toContain('Error');
    });

    it('say of a restricted paper, and of one whose case was sealed since, only that it is genuine and when', async () => {
      const bare = { kind: null, postName: null, postCity: null, postCountry: null };
      const health = await draft('visit_record');
      await issue(health.id);
      const ofHealth = codeIn(readPdf(await pdfOf(officer, `/papers/${health.id}/pdf`)).pages);
      expect((await verify({ code: ofHealth })).body).toMatchObject({
        state: 'issued',
        issuedOn: '2026-03-02',
        ...bare,
      });

      const other = await logDetention(officer, t.staff.posts['MAD']!, {
        person: { givenNames: 'Tercera', firstSurname: 'Persona', sex: 2 },
      });
      const { id } = await draft('consent_form', {}, officer, other);
      await issue(id);
      const code = codeIn(readPdf(await pdfOf(officer, `/papers/${id}/pdf`)).pages);
      expect((await verify({ code })).body.kind).toBe('consent_form');
      await setTier(t.owner, other, 'sealed');
      expect((await verify({ code })).body).toMatchObject({ state: 'issued', ...bare });
    });

    it('answer alike for every code that no paper carries', async () => {
      const answers = await Promise.all(
        ['00000-00000-00000-00000', '', 'x', "' OR 1=1 --", 'S-ABCDEFGH', 'ñ'.repeat(50)].map(
          (code) => verify({ code }),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
      expect(answers[0]!.body.state).toBe('unknown');
      expect((await verify({ code: 'x'.repeat(101) })).status).toBe(400);
      expect((await verify({ code: 'x', sha256: 'nope' })).status).toBe(400);
    });
  });
});

describe('guessing codes', () => {
  it('is stopped after a few tries a minute', async () => {
    const t = await createTestApp({ env: { RATE_LIMIT: 'on' } });
    const statuses: number[] = [];
    for (let i = 0; i < 25; i += 1) {
      statuses.push((await t.anonymous().post('/paper-verifications', { code: `${i}` })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
    await t.close();
  });
});
