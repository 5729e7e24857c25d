import { PAPER_KINDS, PAPER_RULES } from '../../src/modules/papers/domain/paper-kinds';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { readPdf } from '../support/pdf';

interface Content {
  title: string;
  body: string;
  fields: { code: string; label: string; from?: string; required?: boolean }[];
}

describe('the words of papers', () => {
  let t: TestApp;
  let director: Client;
  let officer: Client;
  beforeAll(async () => {
    t = await createTestApp();
    director = await t.as('directora.dgc');
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  const read = async (kind: string): Promise<{ version: number; content: Content }> =>
    (await director.get(`/paper-templates/${kind}`)).body;
  const publish = (kind: string, content: object, version: number, by = director) =>
    by.post(
      `/paper-templates/${kind}/versions`,
      { content, reason: 'Nueva redacción' },
      { 'if-match': `"${version}"` },
    );

  it('come with a first version of every kind, each of which is sound', async () => {
    const { body } = await director.get('/paper-templates');
    expect(body.items.map((item: { kind: string }) => item.kind)).toEqual(PAPER_KINDS);
    for (const kind of PAPER_KINDS) {
      const { content } = await read(kind);
      const preview = await director.post(`/paper-templates/${kind}/preview`, { content });
      expect([kind, preview.body.faults]).toEqual([kind, []]);
      expect(preview.body.blocks.length).toBeGreaterThan(3);
    }
  });

  it('are the director’s to read and to change', async () => {
    for (const username of ['jefe.mad', 'oficial.mad', 'mesa.asn', 'admin', 'auditora']) {
      const someone = await t.as(username);
      expect((await someone.get('/paper-templates')).status).toBe(403);
      const { status } = await publish(
        'consent_form',
        { title: 'x', body: 'x', fields: [] },
        1,
        someone,
      );
      expect(status).toBe(403);
    }
    // nor does the database let anybody else write them
    const { rows } = await t.owner.query('SELECT max(version) AS v FROM paper_templates');
    expect(rows[0].v).toBe(1);
  });

  it('change by a new version, used from then on; what was begun and issued keeps its own', async () => {
    const caseId = await logDetention(officer, t.staff.posts['MAD']!);
    const before = await officer.post(`/cases/${caseId}/papers`, { kind: 'consent_form' });
    const { content, version } = await read('consent_form');
    const published = await publish(
      'consent_form',
      { ...content, body: content.body.replace('# CONSENTIMIENTO', '# AUTORIZACIÓN') },
      version,
    );
    expect([published.status, published.body.version]).toEqual([201, version + 1]);
    expect(published.body.history).toHaveLength(2);
    const after = await officer.post(`/cases/${caseId}/papers`, { kind: 'consent_form' });
    const titleOf = async (id: string) =>
      (await officer.get(`/papers/${id}`)).body.blocks[0].runs[0].text as string;
    expect(await titleOf(before.body.id)).toMatch(/^CONSENTIMIENTO/);
    expect(await titleOf(after.body.id)).toMatch(/^AUTORIZACIÓN/);
    const old = await director.get(`/paper-templates/consent_form/versions/${version}`);
    expect(old.body.content).toEqual(content);
    expect((await director.get('/paper-templates/consent_form/versions/99')).status).toBe(404);
    const audited = await t.owner.query(
      `SELECT details FROM audit_entries WHERE action = 'paper_template.published'`,
    );
    expect(audited.rows).toEqual([{ details: { kind: 'consent_form', version: version + 1 } }]);
  });

  it('tell the second of two editors that the first published', async () => {
    const { content, version } = await read('authority_letter');
    const answers = [
      await publish('authority_letter', content, version),
      await publish('authority_letter', content, version),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 412]);
    expect(answers[1]!.body.changes).toMatchObject([{ version: version + 1, by: 'directora.dgc' }]);
  });

  it('are refused with the line and what to mend', async () => {
    const { version } = await read('social_report');
    const bad = {
      title: 'Informe',
      body: '# INFORME\n\n{{person.full_name}}\n{{person.secret}}\n{{#file.people}}\n{{name}}\n{{> otra}}\n{{/file.people}}',
      fields: [{ code: 'X!', label: '' }],
    };
    const form = await publish('social_report', bad, version);
    expect([form.status, form.body.code]).toEqual([422, 'TEMPLATE_REFUSED']);
    expect(form.body.errors).toMatchObject([
      { path: 'fields[0].code' },
      { path: 'fields[0].label' },
    ]);
    const words = await publish('social_report', { ...bad, fields: [] }, version);
    expect(words.body.errors).toMatchObject([
      { path: 'body:4', code: 'TEMPLATE_UNKNOWN_NAME' },
      { path: 'body:7', code: 'TEMPLATE_TAG_NOT_ALLOWED' },
    ]);
    expect(words.body.faults[0].name).toBe('person.secret');
    expect((await read('social_report')).version).toBe(version);
    expect((await publish('nonsense', bad, 1)).status).toBe(404);
  });

  it('cannot run for ever: what would never end is refused, quickly, and others are served meanwhile', async () => {
    const loops = '{{#remittance.rows}}{{n}}{{/remittance.rows}}'.repeat(850);
    const content = { title: 'x', body: loops, fields: [] };
    for (const way of ['preview', 'sample']) {
      const answer = await director.post(`/paper-templates/remittance_list/${way}`, { content });
      expect([answer.status, answer.body.code]).toEqual([422, 'TEMPLATE_TOO_LONG']);
    }
    const { version } = await read('remittance_list');
    expect((await publish('remittance_list', content, version)).status).toBe(422);
    // the largest that is allowed prints in a thread of its own
    const large = { title: 'x', body: '{{remittance.from}} '.repeat(1_900), fields: [] };
    const printing = director.post('/paper-templates/remittance_list/sample', { content: large });
    expect((await officer.get('/me')).status).toBe(200);
    expect((await printing).status).toBe(200);
    const huge = { title: 'x', body: 'x'.repeat(40_001), fields: [] };
    const refused = await director.post('/paper-templates/remittance_list/preview', {
      content: huge,
    });
    expect(refused.body.faults).toEqual([{ path: 'body', code: 'TEMPLATE_FIELD_WRONG' }]);
  });

  it('may be seen as a file, with invented facts', async () => {
    const { content } = await read('remittance_list');
    const answer = await fetch(`${t.url}/api/v1/paper-templates/remittance_list/sample`, {
      method: 'POST',
      headers: {
        cookie: `amparo_session=${director.cookie}`,
        'x-amparo': '1',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ content }),
    });
    expect(answer.status).toBe(200);
    const { pages } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pages.length).toBeGreaterThan(1);
    // the head of the list comes again on every page that has rows
    for (const page of pages.filter((text) => text.includes('MAD-2026-INF'))) {
      expect(page).toContain('Clase');
    }
    expect(pages.join()).toContain('Borrador sin valor oficial');
  });
});

describe('the list of a post', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await createTestApp();
  });
  afterAll(() => t.close());

  it('names the ordinary papers issued in the period, and nothing that its reader may not know of', async () => {
    const officer = await t.as('oficial.mad');
    const post = t.staff.posts['MAD']!;
    const caseId = await logDetention(officer, post);
    await officer.post(`/detentions/${caseId}/contacts`, {
      kind: 'in_person',
      withWhom: 'detainee',
      outcome: 'done',
      occurredAt: '2026-03-02T08:30:00Z',
      nextSteps: 'Volver',
      checks: [{ check: 'health', finding: 'good' }],
    });
    const issue = async (kind: string, more: object = {}) => {
      const { body } = await officer.post(`/cases/${caseId}/papers`, { kind, ...more });
      const answer = await officer.post(`/papers/${body.id}/issue`, undefined, {
        'if-match': '"1"',
      });
      expect(answer.status).toBe(200);
      return answer.body.number as string;
    };
    const health = await issue('visit_record');
    const plain = await issue('visit_record', { includeRestricted: false });

    const draft = await officer.post(`/posts/${post}/papers`, {
      kind: 'remittance_list',
      from: '2026-03-01',
      to: '2026-03-02',
    });
    expect(draft.status).toBe(201);
    const page = await officer.get(`/papers/${draft.body.id}`);
    const text = JSON.stringify(page.body.blocks);
    expect(text).toContain(plain);
    expect(text).toContain(PAPER_RULES.visit_record.label.es);
    expect(text).not.toContain(health);
    const local = await t.as('local.mad');
    expect((await local.get(`/posts/${post}/papers`)).body.items).toHaveLength(1);
    const elsewhere = await t.as('jefe.pat');
    expect((await elsewhere.get(`/papers/${draft.body.id}`)).status).toBe(404);
    expect((await elsewhere.get(`/posts/${post}/papers`)).body.items).toEqual([]);
    const foreign = await elsewhere.post(`/posts/${post}/papers`, {
      kind: 'remittance_list',
      from: '2026-03-01',
      to: '2026-03-02',
    });
    expect(foreign.status).toBe(403);
    for (const [from, to] of [
      ['2026-03-02', '2026-03-01'],
      ['2020-01-01', '2026-03-01'],
    ]) {
      const wrong = await officer.post(`/posts/${post}/papers`, {
        kind: 'remittance_list',
        from,
        to,
      });
      expect([wrong.status, wrong.body.errors[0].code]).toEqual([422, 'PERIOD_WRONG']);
    }
  });
});
