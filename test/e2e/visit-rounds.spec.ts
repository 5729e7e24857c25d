import { newId } from '../../src/platform/ids';
import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';
import { setTier } from '../support/database';

const visit = (changes: Record<string, unknown> = {}) => ({
  kind: 'in_person',
  withWhom: 'detainee',
  outcome: 'done',
  occurredAt: '2026-05-10T10:00:00Z',
  ...changes,
});

describe('visit rounds', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let post: string;
  let facility: string;

  const held = async (
    changes: Record<string, unknown> = {},
    client: Client = officer,
  ): Promise<string> => logDetention(client, post, changes);
  const plan = async (changes: Record<string, unknown> = {}): Promise<string> => {
    const { status, body } = await officer.post('/visit-rounds', {
      postId: post,
      plannedOn: '2026-05-10',
      facilityId: facility,
      include: 'nobody',
      ...changes,
    });
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const round = async (id: string, client = officer) =>
    (await client.get(`/visit-rounds/${id}`)).body;
  const onRound = async (id: string, client = officer): Promise<string[]> =>
    (await round(id, client)).people.map((person: { caseId: string }) => person.caseId);

  beforeAll(async () => {
    t = await createTestApp();
    officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
    post = t.staff.posts['MAD']!;
    await held();
    const found = await officer.get('/facilities?country=ES&q=soto');
    facility = found.body.items[0].id;
  });
  afterAll(() => t.close());

  describe('planning', () => {
    it('proposes the traditional days that are near', async () => {
      t.clock.set('2026-04-20T09:00:00Z');
      const { body } = await officer.get('/visit-occasions');
      expect(body.items).toEqual([
        {
          code: 'mothers_day',
          names: { es: 'Día de la Madre', en: "Mother's Day" },
          on: '2026-05-10',
        },
      ]);
      t.clock.set('2026-06-01T09:00:00Z');
      const codes = (await officer.get('/visit-occasions')).body.items.map(
        (o: { code: string; on: string }) => `${o.code} ${o.on}`,
      );
      expect(codes).toEqual(['fathers_day 2026-06-21', 'independence_day 2026-07-28']);
      t.clock.set('2026-03-02T09:00:00Z');
    });

    it('suggests where people are due, counts of the post alone', async () => {
      const there = await held({ facilityName: 'Centro de Topas', city: 'Salamanca' });
      const other = await t.as('jefe.pat');
      await logDetention(other, t.staff.posts['PAT']!, {
        country: 'US',
        subdivision: undefined,
        facilityName: 'Passaic Jail',
        city: 'Paterson',
      });
      const { status, body } = await officer.get(
        `/visit-rounds/suggestions?post=${post}&on=2026-03-10`,
      );
      expect(status).toBe(200);
      const topas = body.items.find(
        (s: { facilityName: string }) => s.facilityName === 'Centro de Topas',
      );
      expect(topas).toMatchObject({ city: 'Salamanca', people: 1, neverVisited: 1, overdue: 0 });
      expect(JSON.stringify(body)).not.toContain('Passaic');
      await t.owner.query(`UPDATE cases SET next_visit_at = '2026-03-24T23:00Z' WHERE id = $1`, [
        there,
      ]);
      const due = async (on: string) =>
        (await officer.get(`/visit-rounds/suggestions?post=${post}&on=${on}`)).body.items.find(
          (s: { facilityName: string }) => s.facilityName === 'Centro de Topas',
        ).due;
      // the policy puts on a round whoever is due within 14 days of it
      expect([await due('2026-03-10'), await due('2026-03-09')]).toEqual([1, 0]);
    });

    it('takes along whoever is due there, or everyone, or nobody; never who opposes visits', async () => {
      const place = { facilityName: 'Prisión de Estremera', city: 'Estremera' };
      const due = await held(place);
      const later = await held(place);
      const opposed = await held({ ...place, visitWish: 'no' });
      await t.owner.query(`UPDATE cases SET next_visit_at = '2026-04-20Z' WHERE id = $1`, [later]);
      const { rows } = await t.owner.query(`SELECT id FROM facilities WHERE city = 'Estremera'`);
      const there = { facilityId: rows[0].id, plannedOn: '2026-03-10' };
      expect(await onRound(await plan({ ...there, include: 'due' }))).toEqual([due]);
      const everyone = await onRound(await plan({ ...there, include: 'everyone' }));
      expect(new Set(everyone)).toEqual(new Set([due, later]));
      expect(everyone).not.toContain(opposed);
      expect(await onRound(await plan({ ...there, include: 'nobody' }))).toEqual([]);
      const byCity = { facilityId: undefined, city: 'ESTREMERA', plannedOn: '2026-03-10' };
      expect(await onRound(await plan({ ...byCity, include: 'due' }))).toEqual([due]);
    });

    it.each([
      ['no place', { facilityId: undefined }, 'facilityId', 'ONE_PLACE'],
      ['two places', { city: 'Madrid' }, 'city', 'ONE_PLACE'],
      ['an unknown facility', { facilityId: newId() }, 'facilityId', 'UNKNOWN_FACILITY'],
      ['a day long past', { plannedOn: '2025-12-24' }, 'plannedOn', 'ROUND_LONG_PAST'],
      ['a day far ahead', { plannedOn: '2036-03-02' }, 'plannedOn', 'ROUND_TOO_FAR_AHEAD'],
    ])('refuses %s', async (_, changes, path, code) => {
      const answer = await officer.post('/visit-rounds', {
        postId: post,
        plannedOn: '2026-05-10',
        facilityId: facility,
        ...changes,
      });
      expect(answer).toMatchObject(problem(422, 'VALIDATION_FAILED', [path, code]));
    });

    it('refuses a day that does not exist and a leader from elsewhere', async () => {
      const body = { postId: post, plannedOn: '2026-02-30', facilityId: facility };
      expect((await officer.post('/visit-rounds', body)).status).toBe(400);
      const leaderId = t.staff.accounts['oficial.pat'];
      expect(
        await officer.post('/visit-rounds', { ...body, plannedOn: '2026-03-10', leaderId }),
      ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['leaderId', 'ROUND_LEADER_NOT_AT_POST']));
    });

    it('repeats nothing under the same key', async () => {
      const body = {
        postId: post,
        plannedOn: '2026-03-12',
        facilityId: facility,
        include: 'nobody',
      };
      const key = { 'idempotency-key': 'round-once' };
      const first = await officer.post('/visit-rounds', body, key);
      const second = await officer.post('/visit-rounds', body, key);
      expect(second.body).toEqual(first.body);
    });
  });

  describe('people', () => {
    it('are added from the post, taken off, and taken back', async () => {
      const id = await plan();
      const file = await held();
      expect((await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] })).body).toEqual({
        added: 1,
      });
      expect((await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] })).body).toEqual({
        added: 0,
      });
      const inPlace = await officer.get(`/visit-rounds/${id}/candidates`);
      const candidates = inPlace.body.items.map((c: { caseId: string }) => c.caseId);
      expect(candidates).not.toContain(file);
      expect(candidates.length).toBeGreaterThan(0);
      const wholePost = await officer.get(`/visit-rounds/${id}/candidates?within=post`);
      expect(wholePost.body.items.length).toBeGreaterThan(candidates.length);
      expect((await officer.delete(`/visit-rounds/${id}/people/${file}`)).status).toBe(204);
      expect(await onRound(id)).toEqual([]);
      expect((await officer.delete(`/visit-rounds/${id}/people/${file}`)).status).toBe(404);
      await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      expect(await onRound(id)).toEqual([file]);
    });

    it('of another post, or closed, or unknown are refused alike', async () => {
      const id = await plan();
      const other = await t.as('jefe.pat');
      const elsewhere = await logDetention(other, t.staff.posts['PAT']!, {
        country: 'US',
        subdivision: undefined,
        facilityName: undefined,
        city: undefined,
      });
      for (const caseId of [elsewhere, newId()]) {
        expect(
          await officer.post(`/visit-rounds/${id}/people`, { caseIds: [caseId] }),
        ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['caseIds.0', 'NOT_VISITABLE']));
      }
    });

    it('show when they were last seen and what to look at again', async () => {
      const file = await held();
      t.clock.set('2026-03-05T12:00:00Z');
      await officer.post(
        `/detentions/${file}/contacts`,
        visit({
          occurredAt: '2026-03-05T10:00:00Z',
          checks: [
            { check: 'legal_assistance', finding: 'serious', note: 'Sin defensor' },
            { check: 'treatment', finding: 'good' },
            { check: 'health', finding: 'concern', note: 'Fiebre' },
          ],
          needs: [{ code: 'medicine' }],
          nextSteps: 'Hablar con el defensor',
        }),
      );
      const id = await plan();
      await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      const [person] = (await round(id)).people;
      expect(person).toMatchObject({
        caseId: file,
        lastVisitAt: '2026-03-05T10:00:00.000Z',
        toCheck: [{ check: 'legal_assistance', finding: 'serious' }],
        needs: ['medicine'],
        nextSteps: 'Hablar con el defensor',
        opposesVisits: false,
        state: 'planned',
      });
      // health is a restricted part: a list that is printed does not carry it
      expect(JSON.stringify(await round(id, head))).not.toContain('health');
      t.clock.set('2026-03-02T09:00:00Z');
    });
  });

  describe('results', () => {
    it('are ordinary visits of each case, once, and move the duty on', async () => {
      const file = await held();
      const id = await plan({ plannedOn: '2026-03-04' });
      await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      t.clock.set('2026-03-04T18:00:00Z');
      const path = `/visit-rounds/${id}/people/${file}/visit`;
      const body = visit({ occurredAt: '2026-03-04T10:00:00Z' });
      const answers = await Promise.all([1, 2, 3].map(() => officer.post(path, body)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
      const recorded = answers.find(({ status }) => status === 201)!.body;
      expect(recorded.actNumber).toMatch(/^MAD-2026-VIS-\d{6}$/);
      const page = (await officer.get(`/cases/${file}`)).body;
      expect(page.lastVisitAt ?? page.case?.lastVisitAt).toBe('2026-03-04T10:00:00.000Z');
      const { rows } = await t.owner.query(
        `SELECT (SELECT count(*)::int FROM detention_contacts WHERE case_id = $1) AS contacts,
                (SELECT count(*)::int FROM case_actions WHERE case_id = $1 AND action = 'visit_in_person') AS actions,
                (SELECT status FROM obligations WHERE case_id = $1 AND kind = 'first_visit') AS duty`,
        [file],
      );
      expect(rows[0]).toEqual({ contacts: 1, actions: 1, duty: 'met' });
      expect(await round(id)).toMatchObject({
        planned: 0,
        recorded: 1,
        people: [{ state: 'recorded', contactId: recorded.id, actNumber: recorded.actNumber }],
      });
      expect(await officer.delete(`/visit-rounds/${id}/people/${file}`)).toMatchObject(
        problem(409, 'ROUND_RESULT_STANDS'),
      );
      t.clock.set('2026-03-02T09:00:00Z');
    });

    it('keep nothing of a visit that the case refuses', async () => {
      const file = await held();
      const id = await plan({ plannedOn: '2026-03-02' });
      await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      const path = `/visit-rounds/${id}/people/${file}/visit`;
      const early = await officer.post(path, visit({ occurredAt: '2026-03-01T21:00:00Z' }));
      expect(early).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['occurredAt', 'BEFORE_THE_ROUND']),
      );
      const call = await officer.post(path, visit({ kind: 'telephone' }));
      expect(call).toMatchObject(problem(422, 'VALIDATION_FAILED', ['kind', 'NOT_A_VISIT']));
      const future = await officer.post(path, visit({ occurredAt: '2026-03-03T10:00:00Z' }));
      expect(future.status).toBe(422);
      expect(await round(id)).toMatchObject({ planned: 1, recorded: 0 });
    });

    it('say why somebody was not seen; the duty stays', async () => {
      const file = await held();
      const id = await plan();
      await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      const path = `/visit-rounds/${id}/people/${file}/absence`;
      expect((await officer.post(path, { reason: 'bored' })).status).toBe(400);
      expect((await officer.post(path, { reason: 'access_closed' })).status).toBe(204);
      expect(await round(id)).toMatchObject({
        notVisited: 1,
        people: [{ reason: 'access_closed' }],
      });
      const { rows } = await t.owner.query(
        `SELECT status FROM obligations WHERE case_id = $1 AND kind = 'first_visit'`,
        [file],
      );
      expect(rows).toEqual([{ status: 'open' }]);
    });
  });

  describe('the end', () => {
    it('asks about whoever is left, then stands', async () => {
      const file = await held();
      const id = await plan();
      await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      expect(await officer.post(`/visit-rounds/${id}/closing`, {})).toMatchObject(
        problem(409, 'ROUND_HAS_PEOPLE_LEFT', ['restReason', 'isNotEmpty']),
      );
      const closed = await officer.post(`/visit-rounds/${id}/closing`, { restReason: 'no_time' });
      expect(closed.status).toBe(200);
      expect(await round(id)).toMatchObject({ status: 'done', planned: 0, notVisited: 1 });
      const again = await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      expect(again).toMatchObject(problem(409, 'ROUND_ENDED'));
      const done = await officer.get(`/visit-rounds?post=${post}&status=done`);
      expect(done.body.items.map((r: { id: string }) => r.id)).toContain(id);
    });

    it('may be a cancellation with its reason', async () => {
      const id = await plan();
      expect((await officer.post(`/visit-rounds/${id}/cancellation`, {})).status).toBe(400);
      await officer.post(`/visit-rounds/${id}/cancellation`, { reason: 'Huelga de transportes' });
      expect(await round(id)).toMatchObject({
        status: 'cancelled',
        endReason: 'Huelga de transportes',
      });
    });
  });

  it('moves to another day against its version', async () => {
    const id = await plan();
    const first = await officer.patch(
      `/visit-rounds/${id}`,
      { plannedOn: '2026-05-11' },
      { 'if-match': '"1"' },
    );
    expect(first.body).toEqual({ id, version: 2 });
    const stale = await head.patch(
      `/visit-rounds/${id}`,
      { plannedOn: '2026-05-12' },
      { 'if-match': '"1"' },
    );
    expect(stale).toMatchObject(problem(412, 'STALE_VERSION'));
    expect((await head.patch(`/visit-rounds/${id}`, { plannedOn: '2026-05-12' })).status).toBe(428);
  });

  it('is on My day within two weeks, and after its day until it ends', async () => {
    const soon = await plan({ plannedOn: '2026-03-16' });
    const late = await plan({ plannedOn: '2026-03-01' });
    const far = await plan({ plannedOn: '2026-03-17' });
    const { rounds } = (await officer.get('/my-day')).body;
    const ids = rounds.map((r: { id: string }) => r.id);
    expect(ids).toEqual(expect.arrayContaining([soon, late]));
    expect(ids).not.toContain(far);
    expect((await (await t.as('oficial.pat')).get('/my-day')).body.rounds).toEqual([]);
  });

  describe('scope', () => {
    it('shows a round to its post and to headquarters; to others it does not exist', async () => {
      const id = await plan();
      const see = async (username: string) =>
        (await (await t.as(username)).get(`/visit-rounds/${id}`)).status;
      for (const reader of ['oficial.mad', 'jefe.mad', 'local.mad', 'mesa.asn', 'directora.dgc']) {
        expect([reader, await see(reader)]).toEqual([reader, 200]);
      }
      for (const stranger of ['oficial.pat', 'jefe.bue', 'honorario.ros', 'ode.aqp']) {
        expect([stranger, await see(stranger)]).toEqual([stranger, 404]);
      }
      const stranger = await t.as('oficial.pat');
      const theft = await stranger.post(`/visit-rounds/${id}/cancellation`, { reason: 'x' });
      expect(theft.status).toBe(404);
      const intruding = await stranger.post('/visit-rounds', {
        postId: post,
        plannedOn: '2026-05-10',
        facilityId: facility,
      });
      expect(intruding.status).toBe(403);
    });

    it('has a sealed case only for its circle, and never by itself', async () => {
      const file = await held({ facilityName: 'Brieva', city: 'Brieva' }, head);
      await setTier(t.owner, file, 'sealed');
      await t.owner.query('UPDATE case_members SET until = now() WHERE case_id = $1', [file]);
      await t.owner.query(
        `INSERT INTO case_members (id, case_id, account_id, kind) VALUES ($1, $2, $3, 'circle')`,
        [newId(), file, t.staff.accounts['jefe.mad']],
      );
      const { rows } = await t.owner.query(`SELECT id FROM facilities WHERE city = 'Brieva'`);
      const body = { postId: post, plannedOn: '2026-03-10', facilityId: rows[0].id };
      const made = await head.post('/visit-rounds', { ...body, include: 'everyone' });
      expect(made.body.people).toBe(0);
      const { id } = made.body;
      for (const reader of [officer, head]) {
        const suggested = await reader.get(`/visit-rounds/suggestions?post=${post}&on=2026-03-10`);
        expect(JSON.stringify(suggested.body)).not.toContain('Brieva');
      }
      const byOfficer = await officer.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      expect(byOfficer).toMatchObject(
        problem(422, 'VALIDATION_FAILED', ['caseIds.0', 'NOT_VISITABLE']),
      );
      const added = await head.post(`/visit-rounds/${id}/people`, { caseIds: [file] });
      expect(added.body).toEqual({ added: 1 });
      expect(await onRound(id, head)).toEqual([file]);
      expect(await round(id, head)).toMatchObject({ planned: 1 });
      expect(await round(id)).toMatchObject({ planned: 0, people: [] });
      expect((await officer.post(`/visit-rounds/${id}/people/${file}/visit`, visit())).status).toBe(
        404,
      );
      expect(
        (await officer.post(`/visit-rounds/${id}/people/${file}/absence`, { reason: 'other' }))
          .status,
      ).toBe(404);
    });
  });

  describe('the policy of the traditional days', () => {
    it('is a version that headquarters makes, never one in the past', async () => {
      const director = await t.as('directora.dgc');
      const { body } = await director.get('/visit-occasions/policies');
      expect(body.items).toHaveLength(1);
      const content = body.items[0].content;
      const next = {
        effectiveFrom: '2026-03-03T00:00:00Z',
        reason: 'Se añade el Señor de los Milagros',
        content: {
          ...content,
          occasions: [
            ...content.occasions,
            {
              code: 'lord_of_miracles',
              names: { es: 'Señor de los Milagros', en: 'Lord of Miracles' },
              rule: { kind: 'date', month: 3, day: 20 },
            },
          ],
        },
      };
      const past = { ...next, effectiveFrom: '2026-03-01T00:00:00Z' };
      expect(await director.post('/visit-occasions/policies', past)).toMatchObject(
        problem(422, 'POLICY_IN_THE_PAST'),
      );
      const bad = { ...next, content: { ...content, occasions: [{ code: 'x' }] } };
      expect(await director.post('/visit-occasions/policies', bad)).toMatchObject(
        problem(422, 'OCCASIONS_INCOMPLETE'),
      );
      expect((await officer.post('/visit-occasions/policies', next)).status).toBe(403);
      const made = await director.post('/visit-occasions/policies', next);
      expect(made.status).toBe(201);
      expect(
        made.body.items.map((v: { version: number; inForce: boolean }) => [v.version, v.inForce]),
      ).toEqual([
        [2, false],
        [1, true],
      ]);
      expect((await officer.get('/visit-occasions')).body.items).toEqual([]);
      t.clock.set('2026-03-03T09:00:00Z');
      const { body: after } = await officer.get('/visit-occasions');
      expect(after.items).toMatchObject([{ code: 'lord_of_miracles', on: '2026-03-20' }]);
      t.clock.set('2026-03-02T09:00:00Z');
    });
  });
});
