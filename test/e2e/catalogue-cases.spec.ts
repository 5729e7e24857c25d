import { newId } from '../../src/platform/ids';
import { dutiesOf, logDetention } from '../factories/detentions';
import { newCase, openCase } from '../factories/open-cases';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

const FAMILIES: Record<string, { type: string; values: Record<string, unknown> }> = {
  health: { type: 'mental_health', values: { care_setting: 'home' } },
  destitution: { type: 'stranded', values: { needs: ['food', 'return'], stranded_at: 'Barajas' } },
  crime_victim: { type: 'robbery', values: { reported: 'yes', lost: ['passport'] } },
  labour: { type: 'labour_rights', values: { employer: 'Fincas del Sur' } },
  legal_orientation: { type: 'civil', values: { question: '¿Cómo reconozco a mi hija?' } },
  maritime: { type: 'crew_assistance', values: { vessel: 'Kon Tiki II', flag: 'PA' } },
  welfare_check: { type: 'welfare_check', values: { requester_relation: 'Su madre, en Puno' } },
};

describe('cases that the catalogue serves', () => {
  let t: TestApp;
  let officer: Client;
  let colleague: Client;
  let head: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    colleague = await t.as('oficial2.mad');
    head = await t.as('jefe.mad');
    mad = t.staff.posts['MAD']!;
  });
  afterAll(() => t.close());

  const edit = (client: Client, id: string, version: number, values: object) =>
    client.patch(`/cases/${id}/answers`, { values }, { 'if-match': `"${version}"` });

  it.each(Object.entries(FAMILIES))(
    'opens, shows and closes a case of %s by its own checklist',
    async (family, { type, values }) => {
      const opened = await officer.post('/cases', newCase(mad, { family, type, values }));
      expect(opened.status).toBe(201);
      expect(opened.body.reference).toMatch(/^MAD-2026-\d{6}$/);
      expect(opened.body.obligations.length).toBeGreaterThan(0);
      const { id } = opened.body;
      const { body: page } = await officer.get(`/cases/${id}`);
      expect(page).toMatchObject({ family, type, status: 'active', catalogue: { version: 1 } });
      expect(page.catalogue.answers).toEqual(values);
      const early = await officer.post(`/cases/${id}/closing`, { outcome: 'resolved' });
      expect(early.body.code).toBe('CLOSING_REQUIREMENTS');
      for (const action of ['call', 'legal_orientation', 'contact_with_authority'])
        expect((await officer.post(`/cases/${id}/actions`, { action })).status).toBe(201);
      for (const { code, markable } of page.checklist.filter(
        (item: { markable?: boolean }) => item.markable,
      )) {
        expect(markable).toBe(true);
        await officer.post(`/cases/${id}/checklist-marks`, { item: code, done: true });
      }
      const needed: Record<string, unknown> = {
        legal_orientation: { answer: 'Ante el registro civil, con su documento.' },
        welfare_check: { result: 'well_may_tell' },
      };
      const { body: before } = await officer.get(`/cases/${id}`);
      if (needed[family]) await edit(officer, id, before.version, needed[family] as object);
      const closed = await officer.post(`/cases/${id}/closing`, { outcome: 'resolved' });
      expect([family, closed.status, closed.body.errors]).toEqual([family, 200, undefined]);
      const duties = await dutiesOf(t, id);
      expect(duties.filter(({ status }) => status === 'open')).toEqual([]);
    },
  );

  it('owes what its version says: met by actions, repeated, started by a date', async () => {
    const id = await openCase(officer, mad);
    const kinds = async () =>
      (await dutiesOf(t, id)).map(({ kind, status }) => `${kind} ${status}`).sort();
    expect(await kinds()).toEqual([
      'health_family_notification open',
      'health_first_contact open',
      'health_hospital_follow_up open',
      'vulnerability_assessment open',
    ]);
    t.clock.advance({ hours: 2 });
    await officer.post(`/cases/${id}/actions`, { action: 'visit_in_person' });
    await officer.post(`/cases/${id}/actions`, { action: 'family_notified' });
    expect(await kinds()).toEqual([
      'health_family_notification met',
      'health_first_contact met',
      'health_hospital_follow_up met',
      'health_hospital_follow_up open',
      'vulnerability_assessment open',
    ]);
    const { body } = await officer.get(`/cases/${id}`);
    expect(body.lastVisitAt).not.toBeNull();
    expect(body.firstContactAt).not.toBeNull();
    await edit(officer, id, body.version, {
      admitted_on: '2026-03-01',
      discharged_on: '2026-03-02',
    });
    expect(await kinds()).toEqual([
      'health_discharge_follow_up open',
      'health_family_notification met',
      'health_first_contact met',
      'health_hospital_follow_up cancelled',
      'health_hospital_follow_up met',
      'vulnerability_assessment open',
    ]);
    await officer.post(`/cases/${id}/checklist-marks`, { item: 'discharge_followed', done: true });
    expect(await kinds()).toContain('health_discharge_follow_up met');
  });

  it('owes no assessment for a mere orientation, and is never silent', async () => {
    const id = await openCase(officer, mad, {
      family: 'legal_orientation',
      type: 'criminal',
      values: { question: '¿Puedo apelar?' },
    });
    await officer.post(`/cases/${id}/actions`, { action: 'list_of_lawyers_given' });
    const open = (await dutiesOf(t, id)).filter(({ status }) => status === 'open');
    expect(open.map(({ kind }) => kind)).toEqual(['case_review']);
  });

  it('names every answer to mend, and keeps nothing of a refused case', async () => {
    const before = await t.owner.query('SELECT count(*)::int AS n FROM cases');
    const wrong = newCase(mad, {
      values: {
        care_setting: 'home',
        facility: 'Hospital La Paz',
        admitted_on: '2027-01-01',
        condition: 'excellent',
        nothing: 1,
      },
    });
    expect(await officer.post('/cases', wrong)).toMatchObject(
      problem(
        422,
        'VALIDATION_FAILED',
        ['values.facility', 'NOT_ASKED'],
        ['values.admitted_on', 'notInFuture'],
        ['values.condition', 'isIn'],
        ['values.nothing', 'UNKNOWN_FIELD'],
      ),
    );
    expect(await officer.post('/cases', newCase(mad, { values: {} }))).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['values.care_setting', 'isNotEmpty']),
    );
    const after = await t.owner.query('SELECT count(*)::int AS n FROM cases');
    expect(after.rows).toEqual(before.rows);
  });

  it.each([
    ['detention', 'criminal_detention', 'FAMILY_NOT_OPEN_HERE'],
    ['gender_violence', 'sexual_violence', 'FAMILY_NOT_OPEN_HERE'],
    ['repatriation', 'victim', 'FAMILY_NOT_OPEN_HERE'],
    ['death', 'estate', 'FAMILY_NOT_OPEN_HERE'],
    ['health', 'toothache', 'UNKNOWN_CASE_TYPE'],
    ['weather', 'storm', 'UNKNOWN_CASE_TYPE'],
  ])('refuses to open %s / %s', async (family, type, code) => {
    const { status, body } = await officer.post('/cases', newCase(mad, { family, type }));
    expect([status, body.code]).toEqual([422, code]);
  });

  it('opens health restricted: its circle and the head see it, nobody else', async () => {
    const id = await openCase(officer, mad, {
      values: { care_setting: 'hospital', condition: 'serious', diagnosis: 'Neumonía' },
    });
    const page = (await officer.get(`/cases/${id}`)).body;
    expect(page).toMatchObject({
      tier: 'restricted',
      catalogue: { answers: { condition: 'serious', diagnosis: 'Neumonía' } },
    });
    expect((await head.get(`/cases/${id}`)).status).toBe(200);
    expect((await colleague.get(`/cases/${id}`)).status).toBe(404);
    expect(await edit(colleague, id, 1, { condition: 'stable' })).toMatchObject(
      problem(404, 'NOT_FOUND'),
    );
    const stored = await t.owner.query(
      `SELECT field, tier, value FROM case_answers WHERE case_id = $1 ORDER BY field`,
      [id],
    );
    expect(stored.rows).toEqual([
      { field: 'care_setting', tier: 'standard', value: 'hospital' },
      { field: 'condition', tier: 'restricted', value: 'serious' },
      { field: 'diagnosis', tier: 'restricted', value: { clear: 'Neumonía' } },
    ]);
  });

  it('keeps a restricted answer from the post that sees the ordinary case', async () => {
    const id = await openCase(officer, mad, {
      family: 'crime_victim',
      type: 'assault',
      values: { reported: 'not_yet', injuries: 'serious' },
    });
    const own = (await officer.get(`/cases/${id}`)).body;
    expect(own.catalogue.answers.injuries).toBe('serious');
    const theirs = (await colleague.get(`/cases/${id}`)).body;
    expect(theirs.catalogue.answers).toEqual({ reported: 'not_yet' });
    expect(JSON.stringify(theirs)).not.toContain('injuries');
    expect(await edit(colleague, id, theirs.version, { injuries: 'none' })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['values.injuries', 'RESTRICTED_FIELD']),
    );
    const saved = await edit(colleague, id, theirs.version, { reported: 'yes' });
    expect(saved.status).toBe(200);
    expect((await officer.get(`/cases/${id}`)).body.catalogue.answers).toEqual({
      reported: 'yes',
      injuries: 'serious',
    });
  });

  it('drops what is no longer asked, and says what changed to whoever saves late', async () => {
    const id = await openCase(officer, mad);
    const { version } = (await officer.get(`/cases/${id}`)).body;
    expect((await officer.patch(`/cases/${id}/answers`, { values: {} })).status).toBe(428);
    const saved = await edit(officer, id, version, { care_setting: 'home' });
    expect(saved.body.answers).toEqual({ care_setting: 'home', family_wish: 'yes' });
    const late = await edit(head, id, version, { can_decide: 'yes' });
    expect(late.status).toBe(412);
    expect(late.body.changes).toMatchObject([
      { fields: ['answers.care_setting', 'answers.facility'] },
    ]);
    expect(await edit(officer, id, version + 1, { care_setting: null })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['values.care_setting', 'isNotEmpty']),
    );
    const same = await edit(officer, id, version + 1, { care_setting: 'home' });
    expect(same.body.version).toBe(version + 1);
  });

  it('marks steps that only a person can vouch for, and takes a mark back', async () => {
    const id = await openCase(officer, mad);
    const done = async () =>
      (await officer.get(`/cases/${id}`)).body.checklist.find(
        ({ code }: { code: string }) => code === 'report_kept',
      ).done;
    expect(await done()).toBe(false);
    await officer.post(`/cases/${id}/checklist-marks`, { item: 'report_kept', done: true });
    expect(await done()).toBe(true);
    await officer.post(`/cases/${id}/checklist-marks`, { item: 'report_kept', done: false });
    expect(await done()).toBe(false);
    expect(
      await officer.post(`/cases/${id}/checklist-marks`, { item: 'spoken_to', done: true }),
    ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['item', 'NOT_MARKABLE']));
    expect(await officer.post(`/cases/${id}/actions`, { action: 'magic' })).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['action', 'isIn']),
    );
  });

  it('gives a repeated opening the same answer, and one case', async () => {
    const body = newCase(mad);
    const key = { 'idempotency-key': newId() };
    const [a, b] = await Promise.all([
      officer.post('/cases', body, key),
      officer.post('/cases', body, key),
    ]);
    expect(a.body).toEqual(b.body);
  });

  it('adds the fields of the catalogue to a family with a module of its own', async () => {
    const id = await logDetention(officer, mad);
    const { version, catalogue } = (await officer.get(`/cases/${id}`)).body;
    expect(catalogue.fields.map(({ code }: { code: string }) => code)).toEqual([
      'court_file_number',
    ]);
    expect((await edit(officer, id, version, { court_file_number: '412/2026' })).status).toBe(200);
    const { rows } = await t.owner.query('SELECT value FROM case_answers WHERE case_id = $1', [id]);
    expect(rows).toEqual([{ value: { clear: '412/2026' } }]);
  });

  describe('for another Andean State (Decision 548)', () => {
    const put = async (id: string, changes: object) => {
      const { version } = (await officer.get(`/cases/${id}`)).body;
      const body = {
        requestingState: 'BO',
        noRepresentation: true,
        travelDocument: false,
        ...changes,
      };
      return officer.send('PUT', `/cases/${id}/andean-assistance`, body, {
        'if-match': `"${version}"`,
      });
    };
    const bolivian = (changes: object = {}) =>
      openCase(officer, mad, {
        person: { givenNames: 'Wara', firstSurname: 'Condori', nationality: 'BO', ...changes },
      });

    it('checks nationality, third country, representation and authorisation', async () => {
      expect(await put(await openCase(officer, mad), {})).toMatchObject(
        problem(422, 'ANDEAN_CONDITIONS', ['requestingState', 'NOT_A_NATIONAL_OF_THAT_STATE']),
      );
      expect(await put(await bolivian({ nationality: null }), {})).toMatchObject(
        problem(422, 'ANDEAN_CONDITIONS', ['requestingState', 'NATIONALITY_NOT_KNOWN']),
      );
      const id = await bolivian();
      expect(await put(id, { noRepresentation: false, travelDocument: true })).toMatchObject(
        problem(
          422,
          'ANDEAN_CONDITIONS',
          ['noRepresentation', 'REPRESENTATION_NOT_RULED_OUT'],
          ['authorisationReference', 'AUTHORISATION_MISSING'],
        ),
      );
      expect((await put(id, { requestingState: 'VE' })).status).toBe(400);
    });

    it('records it on a case of any family, and takes it back with its history', async () => {
      const id = await bolivian();
      const given = { travelDocument: true, authorisationReference: 'OF-RREE-114/2026' };
      expect((await put(id, given)).status).toBe(200);
      const page = (await officer.get(`/cases/${id}`)).body;
      expect(page.catalogue.andeanAssistance).toMatchObject({ requestingState: 'BO', ...given });
      const gone = await officer.delete(`/cases/${id}/andean-assistance`, {
        'if-match': `"${page.version}"`,
      });
      expect(gone.status).toBe(200);
      expect((await officer.get(`/cases/${id}`)).body.catalogue.andeanAssistance).toBeNull();
      const kept = await t.owner.query(
        'SELECT withdrawn FROM andean_assistances WHERE case_id = $1 ORDER BY recorded_at, id',
        [id],
      );
      expect(kept.rows).toEqual([{ withdrawn: false }, { withdrawn: true }]);
    });
  });

  it('counts by family, type, outcome and action what adds up to its totals', async () => {
    const { body } = await head.get(
      '/case-figures?from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z',
    );
    const sum = (rows: { cases: number }[]) => rows.reduce((n, { cases }) => n + cases, 0);
    expect(sum(body.opened.rows)).toBe(body.opened.total);
    expect(sum(body.ended.rows)).toBe(body.ended.total);
    const { rows } = await t.owner.query(
      `SELECT count(*)::int AS opened, count(*) FILTER (WHERE closed_at IS NOT NULL)::int AS ended
         FROM cases WHERE post_id = $1`,
      [mad],
    );
    expect(rows[0]).toEqual({ opened: body.opened.total, ended: body.ended.total });
    const health = (answer: { rows: { family: string; cases: number }[] }) =>
      sum(answer.rows.filter(({ family }) => family === 'health'));
    const theirs = await colleague.get(
      '/case-figures?from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z',
    );
    expect(health(body.opened)).toBeGreaterThan(0);
    expect(health(theirs.body.opened)).toBe(0);
  });
});
