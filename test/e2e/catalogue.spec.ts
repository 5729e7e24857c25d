import { FIRST_CATALOGUE } from '../../migrations/first-catalogue';
import { newCase, openCase } from '../factories/open-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a content is edited as headquarters' browser would
type Content = any;

describe('the catalogue of headquarters', () => {
  let t: TestApp;
  let director: Client;
  let officer: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    director = await t.as('directora.dgc');
    officer = await t.as('oficial.mad');
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const copy = async (): Promise<{ content: Content; basedOn: number }> => {
    const { items } = (await director.get('/catalogue/versions')).body;
    const { body } = await director.get(`/catalogue/versions/${items[0].version}`);
    return { content: body.content, basedOn: items[0].version };
  };
  const familyOf = (content: Content, code: string) =>
    content.families.find((family: Content) => family.code === code);
  const publish = (edit: { content: Content; basedOn: number }, more: object = {}) =>
    director.post('/catalogue/versions', {
      ...edit,
      effectiveFrom: t.clock.now().toString(),
      reason: 'Prueba',
      ...more,
    });
  const versions = async () => (await director.get('/catalogue/versions')).body.items.length;

  it('shows every family, how each is opened, and what duties are called', async () => {
    const { status, body } = await officer.get('/catalogue');
    expect(status).toBe(200);
    expect(body.content.families).toHaveLength(FIRST_CATALOGUE.families.length);
    const openings = Object.fromEntries(
      body.openings.map(({ family, opening }: Content) => [family, opening]),
    );
    expect(openings).toMatchObject({ detention: 'own_form', health: 'fields' });
    expect(body.duties).toContainEqual({
      kind: 'health_hospital_follow_up',
      label: { es: 'Seguimiento en el hospital', en: 'Follow-up in hospital' },
    });
  });

  it('is edited by the director alone', async () => {
    const edit = await copy();
    for (const username of ['oficial.mad', 'jefe.mad', 'mesa.asn', 'proteccion', 'admin']) {
      const other = await t.as(username);
      const answers = await Promise.all([
        other.get('/catalogue/versions'),
        other.post('/catalogue/previews', { content: edit.content }),
        other.post('/catalogue/versions', {
          ...edit,
          effectiveFrom: t.clock.now().toString(),
          reason: 'x',
        }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    }
  });

  it('opens new cases under the new version while old ones keep theirs', async () => {
    const old = await openCase(officer, mad, {
      family: 'labour',
      type: 'labour_rights',
      values: { employer: 'Fincas del Sur', sector: 'livestock' },
    });
    const edit = await copy();
    const labour = familyOf(edit.content, 'labour');
    labour.fields = labour.fields.filter(({ code }: Content) => code !== 'sector');
    labour.fields.push({
      code: 'union',
      label: { es: 'Sindicato', en: 'Union' },
      kind: 'text',
      maxLength: 80,
      required: 'opening',
    });
    labour.duties[0].within = { unit: 'hours', value: 12 };
    labour.duties.push({
      ...labour.duties[0],
      code: 'union_call',
      label: { es: 'Llamar al sindicato', en: 'Call the union' },
    });
    const preview = await director.post('/catalogue/previews', { content: edit.content });
    expect(preview.body).toMatchObject({
      faults: [],
      changes: [
        { change: 'added', part: 'field', family: 'labour', code: 'union', openCases: 1 },
        { change: 'removed', part: 'field', family: 'labour', code: 'sector', openCases: 1 },
        { change: 'changed', part: 'duty', family: 'labour', code: 'first_contact', openCases: 1 },
        { change: 'added', part: 'duty', family: 'labour', code: 'union_call', openCases: 1 },
      ],
    });
    expect(await versions()).toBe(1);
    expect((await publish(edit)).body).toMatchObject({ version: 2, inForce: true });

    const page = (await officer.get(`/cases/${old}`)).body;
    expect(page.catalogue).toMatchObject({
      version: 1,
      answers: { employer: 'Fincas del Sur', sector: 'livestock' },
    });
    const saved = await officer.patch(
      `/cases/${old}/answers`,
      { values: { sector: 'construction' } },
      { 'if-match': `"${page.version}"` },
    );
    expect(saved.body.answers.sector).toBe('construction');
    expect(page.obligations.map(({ kind }: Content) => kind)).not.toContain('labour_union_call');

    const values = { employer: 'Fincas del Sur' };
    const body = newCase(mad, { family: 'labour', type: 'labour_rights', values });
    expect(await officer.post('/cases', body)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['values.union', 'isNotEmpty']),
    );
    const opened = await officer.post('/cases', { ...body, values: { ...values, union: 'CGT' } });
    expect((await officer.get(`/cases/${opened.body.id}`)).body.catalogue.version).toBe(2);
    expect(opened.body.obligations.map(({ kind }: Content) => kind)).toContain('labour_union_call');
    expect((await officer.get('/catalogue')).body.duties).toContainEqual({
      kind: 'labour_union_call',
      label: { es: 'Llamar al sindicato', en: 'Call the union' },
    });
  });

  it('takes effect when it says, not before', async () => {
    const edit = await copy();
    familyOf(edit.content, 'health').label.es = 'Salud y cuidados';
    const from = t.clock.now().add({ hours: 24 }).toString();
    expect((await publish(edit, { effectiveFrom: from })).body.inForce).toBe(false);
    const name = async () =>
      familyOf((await officer.get('/catalogue')).body.content, 'health').label.es;
    expect(await name()).toBe('Salud');
    t.clock.advance({ hours: 24 });
    expect(await name()).toBe('Salud y cuidados');
  });

  it.each<[string, (content: Content) => void, string, string]>([
    [
      'deletes a type',
      (content) => familyOf(content, 'health').types.pop(),
      'CATALOGUE_BREAKS_CASES',
      'RETIRE_INSTEAD',
    ],
    [
      'gives a field another kind',
      (content) => {
        const [field] = familyOf(content, 'labour').fields;
        Object.assign(field, { kind: 'boolean' });
        delete field.maxLength;
      },
      'CATALOGUE_BREAKS_CASES',
      'ANOTHER_KIND_IS_ANOTHER_FIELD',
    ],
    [
      'takes a type from a module',
      (content) => (familyOf(content, 'detention').types[0].code = 'arrest'),
      'CATALOGUE_BREAKS_CASES',
      'TYPE_OF_A_MODULE_MISSING',
    ],
    [
      'seals a type without a module',
      (content) => (familyOf(content, 'health').types[0].tier = 'sealed'),
      'CATALOGUE_FAULTY',
      'SEALED_NEEDS_A_MODULE',
    ],
    [
      'makes a condition that looks ahead',
      (content) => {
        const [field] = familyOf(content, 'health').fields;
        field.showIf = [{ field: 'facility', known: true }];
      },
      'CATALOGUE_FAULTY',
      'NOT_AN_EARLIER_FIELD',
    ],
    ['is no catalogue', (content) => delete content.actions, 'CATALOGUE_FAULTY', 'invalid_type'],
  ])('refuses an edit that %s, and publishes nothing', async (_, change, code, fault) => {
    const before = await versions();
    const edit = await copy();
    change(edit.content);
    const refused = await publish(edit);
    expect([refused.status, refused.body.code]).toEqual([422, code]);
    expect(refused.body.errors.map((error: Content) => error.code)).toContain(fault);
    const { body } = await director.post('/catalogue/previews', { content: edit.content });
    expect(body.faults.map((found: Content) => found.code)).toContain(fault);
    expect(await versions()).toBe(before);
  });

  it('retires a type: its cases go on, no new one opens', async () => {
    const id = await openCase(officer, mad, {
      family: 'crime_victim',
      type: 'fraud',
      values: { reported: 'yes' },
    });
    const edit = await copy();
    const fraud = familyOf(edit.content, 'crime_victim').types.find(
      ({ code }: Content) => code === 'fraud',
    );
    fraud.retired = true;
    expect((await publish(edit)).status).toBe(201);
    expect((await officer.get(`/cases/${id}`)).body.catalogue.type.es).toBe('Estafa');
    const again = newCase(mad, {
      family: 'crime_victim',
      type: 'fraud',
      values: { reported: 'yes' },
    });
    expect((await officer.post('/cases', again)).body.code).toBe('UNKNOWN_CASE_TYPE');
  });

  it('lets one of two who publish at once win, and tells the other', async () => {
    const before = await versions();
    const edit = await copy();
    const answers = await Promise.all([publish(edit), publish(edit), publish(edit)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const late = answers.find(({ status }) => status === 409)!;
    expect(late.body.code).toBe('CATALOGUE_CHANGED_MEANWHILE');
    expect(await versions()).toBe(before + 1);
  });

  it('cannot take effect in the past', async () => {
    const from = t.clock.now().subtract({ hours: 1 }).toString();
    expect(await publish(await copy(), { effectiveFrom: from })).toMatchObject(
      problem(422, 'CATALOGUE_IN_THE_PAST', ['effectiveFrom', 'CATALOGUE_IN_THE_PAST']),
    );
  });
});
