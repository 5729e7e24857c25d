import { Actor } from '../../src/platform/access/actor';
import { Clock } from '../../src/platform/clock/clock';
import { Database } from '../../src/platform/database/database';
import { Outbox } from '../../src/platform/outbox/outbox';
import { Obligations } from '../../src/modules/obligations';
import { Policies } from '../../src/modules/obligations/policies/policies';
import { ReplanRuns } from '../../src/modules/obligations/replanning/replan-runs';
import { ReplanCasesProcessor } from '../../src/modules/obligations/replanning/replan.processors';
import { Assessments, hashOf } from '../../src/modules/assessment';
import { dutiesOf, logDetention, newDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';

describe('vulnerability assessments', () => {
  let t: TestApp;
  let officer: Client;
  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
  });
  afterAll(() => t.close());

  const path = (id: string) => `/cases/${id}/vulnerability-assessments`;
  const aCase = () => logDetention(officer, t.staff.posts['MAD']!);
  const structured = (more: Record<string, unknown> = {}) => ({
    conclusion: 'vulnerability',
    conditions: ['socio_economic'],
    factors: ['serious_illness'],
    monthlyIncome: '450.5',
    incomeCurrency: 'EUR',
    dependants: 2,
    housing: 'temporary',
    support: 'weak',
    health: 'serious',
    legalCapacity: 'full',
    note: 'Comparte habitación',
    ...more,
  });
  const standing = (caseId: string, personId: string) =>
    t.app
      .get(Database, { strict: false })
      .inTransaction(Actor.system(), () =>
        t.app.get(Assessments, { strict: false }).standing(caseId, personId),
      );
  const priorityOf = async (id: string) => (await officer.get(`/cases/${id}`)).body.priority;

  it('is signed, versioned, superseded and readable, and its hash proves its content', async () => {
    const id = await aCase();
    const first = await officer.post(path(id), structured());
    expect(first.status).toBe(201);
    const second = await officer.post(path(id), structured({ conclusion: 'extreme_need' }));
    expect(second.status).toBe(201);
    const { items, validityDays } = (await officer.get(path(id))).body;
    expect(validityDays).toBe(90);
    expect(items).toEqual([
      expect.objectContaining({
        id: second.body.id,
        version: 2,
        supersedes: first.body.id,
        state: 'valid',
        conclusion: 'extreme_need',
        signedBy: 'oficial.mad',
      }),
      expect.objectContaining({
        id: first.body.id,
        version: 1,
        state: 'superseded',
        monthlyIncome: '450.50',
        note: 'Comparte habitación',
      }),
    ]);
    const { rows } = await t.owner.query(
      `SELECT case_id AS "caseId", person_id AS "personId", version, occurred_at AS "occurredAt",
              signed_by AS "signedBy", signed_at AS "signedAt", conclusion, circumstances, conditions, factors,
              monthly_income::text AS "monthlyIncome", income_currency AS "incomeCurrency", dependants, housing,
              support, health, legal_capacity AS "legalCapacity", note ->> 'clear' AS note, content_hash AS hash
         FROM vulnerability_assessments WHERE id = $1`,
      [first.body.id],
    );
    const { hash, occurredAt, signedAt, ...rest } = rows[0];
    const signed = {
      ...rest,
      occurredAt: occurredAt.toISOString(),
      signedAt: signedAt.toISOString(),
    };
    expect(hashOf(signed)).toBe(hash);
    expect(hashOf({ ...signed, conclusion: 'none' })).not.toBe(hash);
  });

  it('cannot be edited by the application at all', async () => {
    const { rows } = await t.owner.query(
      `SELECT has_table_privilege('amparo_app', 'vulnerability_assessments', 'UPDATE, DELETE, TRUNCATE') AS may`,
    );
    expect(rows[0].may).toBe(false);
  });

  it('is read by the circle and by seniors alone', async () => {
    const id = await aCase();
    await officer.post(path(id), structured());
    const countFor = async (username: string) =>
      (await (await t.as(username)).get(path(id))).body.items.length;
    expect(await countFor('jefe.mad')).toBe(1);
    expect(await countFor('mesa.asn')).toBe(1);
    expect(await countFor('oficial2.mad')).toBe(0);
    expect((await (await t.as('oficial.pat')).get(path(id))).status).toBe(404);
  });

  it('may be added by a colleague who cannot read it back, without breaking the versions', async () => {
    const id = await aCase();
    await officer.post(path(id), structured());
    const colleague = await t.as('oficial2.mad');
    expect((await colleague.post(path(id), structured())).status).toBe(201);
    expect((await colleague.get(path(id))).body.items).toEqual([]);
    const { items } = (await officer.get(path(id))).body;
    expect(items.map((item: { version: number }) => item.version)).toEqual([2, 1]);
  });

  it('meets the duty, shortens the visits and raises the case', async () => {
    const id = await aCase();
    expect(await priorityOf(id)).toBe('normal');
    await officer.post(path(id), structured({ factors: ['pregnant'] }));
    const duty = (await dutiesOf(t, id)).find((d) => d.kind === 'vulnerability_assessment');
    expect(duty!.status).toBe('met');
    expect(await priorityOf(id)).toBe('high');
    await officer.post(path(id), structured({ conclusion: 'extreme_need' }));
    expect(await priorityOf(id)).toBe('urgent');
    const raised = (await officer.get(`/cases?post=${t.staff.posts['MAD']}&view=raised`)).body;
    expect(raised.items.map((item: { id: string }) => item.id)).toContain(id);
    await officer.post(path(id), structured({ conclusion: 'none', factors: [] }));
    expect(await priorityOf(id)).toBe('normal');
  });

  it('raises a case for what is known of the person before any assessment', async () => {
    const { person } = newDetention('');
    const id = await logDetention(officer, t.staff.posts['MAD']!, {
      person: { ...person, birthDate: '2010-05-01' },
    });
    expect(await priorityOf(id)).toBe('high');
  });

  it('stands behind a decision for its days, and no longer', async () => {
    const id = await aCase();
    const { personId } = (await officer.get(`/cases/${id}`)).body;
    expect(await standing(id, personId)).toMatchObject({ valid: false, assessmentId: null });
    const { body } = await officer.post(path(id), structured());
    expect(await standing(id, personId)).toMatchObject({ valid: true, assessmentId: body.id });
    const now = t.clock.now();
    t.clock.set(now.add({ hours: 24 * 90 }).toString());
    expect(await standing(id, personId)).toMatchObject({ valid: false, assessmentId: body.id });
    t.clock.set(now.toString());
  });

  it('reads those of before, and lets them count', async () => {
    const id = await aCase();
    const { personId } = (await officer.get(`/cases/${id}`)).body;
    await t.owner.query(
      `INSERT INTO timeline_entries (id, case_id, kind, occurred_at, tier, data)
       VALUES (gen_random_uuid(), $1, 'vulnerability.assessed', '2026-03-02T08:00:00Z', 'restricted',
               '{"factors": ["pregnant"], "conclusion": "indigence", "note": {"clear": "Antes"}}')`,
      [id],
    );
    const { items } = (await officer.get(path(id))).body;
    expect(items).toEqual([
      expect.objectContaining({
        version: 0,
        factors: ['pregnant'],
        conclusion: 'indigence',
        note: 'Antes',
        contentHash: null,
      }),
    ]);
    expect(await standing(id, personId)).toMatchObject({ valid: true, conclusion: 'indigence' });
  });

  it.each<[string, Record<string, unknown>, number]>([
    ['vulnerability without what exposes the person', { conditions: [] }, 422],
    ['an amount without a currency', { incomeCurrency: undefined }, 422],
    ['a factor that no list has', { factors: ['bad_luck'] }, 422],
    ['somebody who is not in the case', { personId: '018f0000-0000-7000-8000-000000000000' }, 422],
    ['an amount that is no amount', { monthlyIncome: '-5' }, 400],
    ['a tomorrow', { occurredAt: '2199-01-01T00:00:00Z' }, 422],
  ])('refuses %s', async (_, more, status) => {
    const id = await aCase();
    expect((await officer.post(path(id), structured(more))).status).toBe(status);
    expect((await officer.get(path(id))).body.items).toEqual([]);
  });

  it('follows a policy that headquarters writes', async () => {
    const director = await t.as('directora.dgc');
    const [current] = (await director.get('/assessment-policies')).body.items;
    const content = { ...current.content, validity: { days: 30, source: 'Prueba' } };
    const created = await director.post('/assessment-policies', { content, reason: 'Prueba' });
    expect(created.body).toEqual({ version: 2 });
    expect((await officer.get(path(await aCase()))).body.validityDays).toBe(30);
    const wrong = { ...content, priority: { ...content.priority, urgent: 1 } };
    const refused = await director.post('/assessment-policies', { content: wrong, reason: 'x' });
    expect(refused.status).toBe(422);
    expect((await officer.post('/assessment-policies', { content, reason: 'x' })).status).toBe(403);
  });

  it('carries a new policy to the open cases, whoever touches them or nobody', async () => {
    const [open, closed] = [await aCase(), await aCase()];
    for (const id of [open, closed]) await officer.post(path(id), structured({ factors: [] }));
    expect([await priorityOf(open), await priorityOf(closed)]).toEqual(['normal', 'normal']);
    const finished = `UPDATE cases SET status = 'closed', outcome = 'resolved', closed_at = now() WHERE id = $1`;
    await t.owner.query(finished, [closed]);
    await t.owner.query('DELETE FROM outbox');
    const director = await t.as('directora.dgc');
    const [current] = (await director.get('/assessment-policies')).body.items;
    const { conclusions } = current.content.priority;
    const raised = { ...conclusions, [structured().conclusion]: 1_000 };
    const priority = { ...current.content.priority, conclusions: raised };
    const body = { content: { ...current.content, priority }, reason: 'Primero los indigentes' };
    const { version } = (await director.post('/assessment-policies', body)).body;
    await replan(t);
    expect([await priorityOf(open), await priorityOf(closed)]).toEqual(['urgent', 'normal']);
    const { rows } = await t.owner.query(
      'SELECT why, state FROM replan_runs WHERE asked_for = $1',
      [`assessment_policy:${version}`],
    );
    expect(rows).toEqual([{ why: 'assessment_policy_changed', state: 'done' }]);
  });
});

/** The worker's part, by hand: every run that was asked for. */
async function replan({ app, owner }: TestApp): Promise<void> {
  const runs = new ReplanRuns(
    app.get(Database, { strict: false }),
    app.get(Obligations, { strict: false }),
    app.get(Policies, { strict: false }),
    app.get(Outbox, { strict: false }),
    app.get(Clock, { strict: false }),
  );
  const { rows } = await owner.query<{ payload: { runId: string } }>(
    `SELECT payload FROM outbox WHERE job = 'obligation.replan'`,
  );
  for (const { payload } of rows) await new ReplanCasesProcessor(runs).run(payload);
}
