import fc from 'fast-check';
import { Client as Postgres } from 'pg';
import { Readers } from '../../src/modules/cooperation';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { logDetention } from '../factories/detentions';
import { PEOPLE } from '../factories/staff';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { setTier } from '../support/database';

const IN_ARGENTINA = {
  country: 'AR',
  subdivision: undefined,
  facilityName: undefined,
  city: undefined,
};

describe('working a case together', () => {
  let t: TestApp;
  let officer: Client;
  let desk: Client;
  let accounts: Record<string, string>;
  beforeAll(async () => {
    t = await createTestApp();
    ({ accounts } = t.staff);
    officer = await t.as('oficial.mad');
    desk = await t.as('mesa.asn');
  });
  afterAll(() => t.close());

  const opened = (post = 'MAD', client = officer) =>
    logDetention(client, t.staff.posts[post]!, post === 'BUE' ? IN_ARGENTINA : {});
  const seenBySql = async (username: string, table: string, id: string): Promise<number> => {
    const client = new Postgres({ connectionString: t.database.appUrl });
    await client.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT app.act_as($1, NULL)', [accounts[username]]);
      const column = table === 'cases' ? 'id' : 'case_id';
      const { rowCount } = await client.query(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [id]);
      return rowCount ?? 0;
    } finally {
      await client.end();
    }
  };

  describe('second officer', () => {
    it('sees the duties in My day until the end', async () => {
      const id = await opened();
      const second = await t.as('oficial2.mad');
      const mine = async () => {
        const { body } = await second.get('/my-day');
        return JSON.stringify([body.overdue, body.dueToday, body.dueThisWeek]).includes(id);
      };
      expect(await mine()).toBe(false);
      const body = { kind: 'second', accountId: accounts['oficial2.mad'] };
      const { body: member } = await officer.post(`/cases/${id}/team`, body);
      expect(await mine()).toBe(true);
      const twice = await officer.post(`/cases/${id}/team`, body);
      expect([twice.status, twice.body.code]).toEqual([409, 'ALREADY_IN_TEAM']);
      await officer.post(`/cases/${id}/team/${member.id}/end`, { reason: 'volvió' });
      expect(await mine()).toBe(false);
      const { cooperation } = (await officer.get(`/cases/${id}`)).body;
      expect(cooperation.team[0].until).not.toBeNull();
    });

    it('is somebody of the post, not the one in charge, until an instant ahead', async () => {
      const id = await opened();
      const add = async (more: object) =>
        (await officer.post(`/cases/${id}/team`, { kind: 'second', ...more })).body;
      expect(await add({ accountId: accounts['oficial.pat'] })).toMatchObject({
        code: 'ASSIGNEE_NOT_AT_POST',
      });
      expect((await add({ accountId: accounts['oficial.mad'] })).errors[0].code).toBe(
        'already_in_charge',
      );
      const past = await add({
        accountId: accounts['oficial2.mad'],
        until: '2026-01-01T00:00:00Z',
      });
      expect(past.errors[0].path).toBe('until');
      const colleague = await (
        await t.as('oficial2.mad')
      ).post(`/cases/${id}/team`, { kind: 'second', accountId: accounts['jefe.mad'] });
      expect(colleague.body.code).toBe('CASE_OF_A_COLLEAGUE');
    });
  });

  describe('honorary consul', () => {
    it('sees only what is handed to them, over the API and in SQL, until it ends', async () => {
      const head = await t.as('jefe.bue');
      const honorary = await t.as('honorario.ros');
      const id = await opened('BUE', head);
      const other = await opened('BUE', head);
      const body = { kind: 'honorary', accountId: accounts['honorario.ros'] };
      const without = await head.post(`/cases/${id}/team`, body);
      expect(without.body.errors[0].path).toBe('reason');
      const { body: member } = await head.post(`/cases/${id}/team`, {
        ...body,
        reason: 'Vive en la ciudad',
      });
      await head.post(`/cases/${id}/service-requests`, {
        kind: 'consultation',
        desk: 'assistance',
        text: 'x',
      });
      const list = (await honorary.get('/cases')).body.items;
      expect(list.map((row: { id: string }) => row.id)).toEqual([id]);
      const page = (await honorary.get(`/cases/${id}`)).body;
      expect(page.cooperation).toMatchObject({ requests: [], handOvers: [], transfers: [] });
      expect((await honorary.get(`/cases/${other}`)).status).toBe(404);
      expect((await honorary.get(`/cases/${other}/cooperation`)).status).toBe(404);
      expect(await seenBySql('honorario.ros', 'cases', id)).toBe(1);
      expect(await seenBySql('honorario.ros', 'cases', other)).toBe(0);
      expect(await seenBySql('honorario.ros', 'service_requests', id)).toBe(0);
      await head.post(`/cases/${id}/team/${member.id}/end`, {});
      expect((await honorary.get(`/cases/${id}`)).status).toBe(404);
      expect(await seenBySql('honorario.ros', 'cases', id)).toBe(0);
    });

    it('acts through the post that supervises them', async () => {
      const id = await opened();
      const answer = await officer.post(`/cases/${id}/team`, {
        kind: 'honorary',
        accountId: accounts['honorario.ros'],
        reason: 'x',
      });
      expect(answer.body.errors[0].code).toBe('honorary_of_another_post');
    });
  });

  describe('mentions', () => {
    const note = (client: Client, id: string, ...names: string[]) =>
      client.post(`/cases/${id}/notes`, {
        text: `Atención @${names.join(' @')}`,
        mentions: names.map((name) => accounts[name]),
      });
    const mentioned = async (id: string) =>
      (
        await t.owner.query<{ account_id: string }>(
          'SELECT account_id FROM case_mentions WHERE case_id = $1',
          [id],
        )
      ).rows.map((row) => row.account_id);

    it('keep to those who may see the case, and say the same of all others', async () => {
      const id = await opened();
      expect((await note(officer, id, 'jefe.mad', 'mesa.asn')).status).toBe(201);
      expect((await mentioned(id)).sort()).toEqual(
        [accounts['jefe.mad'], accounts['mesa.asn']].sort(),
      );
      const far = await note(officer, id, 'jefe.mad', 'oficial.pat');
      const nobody = await officer.post(`/cases/${id}/notes`, {
        text: 'x',
        mentions: [accounts['jefe.mad'], id],
      });
      expect(far.status).toBe(422);
      expect({ ...far.body, correlationId: '' }).toEqual({ ...nobody.body, correlationId: '' });
      expect(await mentioned(id)).toHaveLength(2);
      const { body } = await (await t.as('jefe.mad')).get('/my-day');
      expect(body.mentions.map((m: { caseId: string }) => m.caseId)).toContain(id);
    });

    it('offer only the circle of a sealed case', async () => {
      const id = await opened();
      await setTier(t.owner, id, 'sealed');
      const offered = (await officer.get(`/cases/${id}/colleagues`)).body.items;
      expect(offered.map((c: { displayName: string }) => c.displayName)).toEqual(['oficial.mad']);
      expect((await note(officer, id, 'jefe.mad')).status).toBe(422);
      expect((await (await t.as('jefe.mad')).get(`/cases/${id}/colleagues`)).status).toBe(404);
    });

    it('agree with row-level security about who may see, whatever the tier and the circle', async () => {
      const database = t.app.get(Database, { strict: false });
      const readers = t.app.get(Readers, { strict: false });
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('standard', 'restricted', 'sealed'),
          fc.uniqueArray(fc.constantFrom(...Object.keys(PEOPLE)), { maxLength: 3 }),
          async (tier, circle) => {
            const id = await opened();
            await setTier(t.owner, id, tier);
            for (const username of circle) {
              await t.owner.query(
                `INSERT INTO case_members (id, case_id, account_id, kind) VALUES (uuidv7(), $1, $2, 'circle')`,
                [id, accounts[username]],
              );
            }
            const named = await database.inTransaction(Actor.system(), () =>
              readers.among(id, Object.values(accounts)),
            );
            for (const username of Object.keys(PEOPLE)) {
              const sees = (await seenBySql(username, 'cases', id)) === 1;
              expect([username, named.has(accounts[username]!)]).toEqual([username, sees]);
            }
          },
        ),
        { numRuns: 8 },
      );
    });
  });

  describe('requests between the post and headquarters', () => {
    const ask = (client: Client, id: string, more: object = {}) =>
      client.post(`/cases/${id}/service-requests`, {
        kind: 'authorisation',
        desk: 'assistance',
        text: '¿Autorizan el pasaje?',
        ...more,
      });
    const clock = async (id: string, kind: string) =>
      (
        await t.owner.query<{ status: string }>(
          `SELECT status, due_at FROM obligations WHERE case_id = $1 AND kind = $2`,
          [id, kind],
        )
      ).rows[0];

    it('run their own clock, show at the desk, and end with its answer', async () => {
      const id = await opened();
      const { body } = await ask(officer, id);
      expect(await clock(id, 'headquarters_authorisation')).toMatchObject({ status: 'open' });
      const waiting = (await desk.get('/service-requests')).body.items;
      const row = waiting.find((item: { id: string }) => item.id === body.id);
      expect(row).toMatchObject({ kind: 'authorisation', postCode: 'MAD' });
      expect(row.dueAt).not.toBeNull();
      expect((await desk.get('/my-day')).body.requestsWaiting).toContainEqual(row);
      expect((await officer.get('/my-day')).body.requestsWaiting).toEqual([]);

      await desk.post(`/service-requests/${body.id}/messages`, { text: '¿Cuánto cuesta?' });
      await officer.post(`/service-requests/${body.id}/messages`, { text: '600 euros' });
      const own = await officer.post(`/service-requests/${body.id}/answer`, {
        outcome: 'granted',
        text: 'x',
      });
      expect([own.status, own.body.code]).toEqual([403, 'NOT_YOURS_TO_ANSWER']);
      const wrong = await desk.post(`/service-requests/${body.id}/answer`, {
        outcome: 'done',
        text: 'x',
      });
      expect(wrong.body).toMatchObject({
        code: 'OUTCOME_NOT_FOR_REQUEST',
        allowed: ['granted', 'refused'],
      });
      const answer = { outcome: 'granted', text: 'Autorizado' };
      expect((await desk.post(`/service-requests/${body.id}/answer`, answer)).status).toBe(200);
      expect((await desk.post(`/service-requests/${body.id}/answer`, answer)).status).toBe(409);
      expect(await clock(id, 'headquarters_authorisation')).toMatchObject({ status: 'met' });
      const { requests } = (await officer.get(`/cases/${id}/cooperation`)).body;
      expect(requests[0]).toMatchObject({ state: 'answered', outcome: 'granted' });
      expect(requests[0].messages.map((m: { kind: string }) => m.kind)).toEqual([
        'question',
        'message',
        'message',
        'answer',
      ]);
      expect((await desk.get('/service-requests')).body.items).not.toContainEqual(
        expect.objectContaining({ id: body.id }),
      );
    });

    it('go the other way as instructions, for the post to answer', async () => {
      const id = await opened();
      const refused = await ask(desk, id);
      expect(refused.body.code).toBe('REQUEST_KIND_NOT_FOR_POST');
      const { body } = await ask(desk, id, { kind: 'instruction', urgent: true });
      const due = (await clock(id, 'post_urgent')) as unknown as { due_at: Date };
      expect(due.due_at.getTime() - t.clock.now().epochMilliseconds).toBe(24 * 3600_000);
      expect((await officer.get('/my-day')).body.requestsWaiting).toContainEqual(
        expect.objectContaining({ id: body.id }),
      );
      const done = { outcome: 'done', text: 'Hecho' };
      expect((await desk.post(`/service-requests/${body.id}/answer`, done)).status).toBe(403);
      expect((await officer.post(`/service-requests/${body.id}/answer`, done)).status).toBe(200);
    });

    it('are withdrawn by the side that asked, and out of reach of others', async () => {
      const id = await opened();
      const { body } = await ask(officer, id);
      const path = `/service-requests/${body.id}/withdrawal`;
      expect((await desk.post(path, { reason: 'x' })).body.code).toBe('NOT_YOURS_TO_WITHDRAW');
      expect((await (await t.as('oficial.pat')).post(path, { reason: 'x' })).status).toBe(404);
      expect((await officer.post(path, { reason: 'Ya no hace falta' })).status).toBe(200);
      expect(await clock(id, 'headquarters_authorisation')).toMatchObject({ status: 'cancelled' });
      expect((await ask(officer, id, { desk: 'no_such' })).status).toBe(422);
    });
  });

  it('keeps hand-over notes for a colleague who may see the case, until they confirm', async () => {
    const id = await opened();
    const write = (receiver: string) =>
      officer.post(`/cases/${id}/hand-over-notes`, {
        occasion: 'absence',
        receiverId: accounts[receiver],
        situation: 'Espera audiencia',
      });
    expect((await write('oficial.pat')).status).toBe(422);
    const { body } = await write('oficial2.mad');
    const receiver = await t.as('oficial2.mad');
    expect((await receiver.get('/my-day')).body.handOvers).toMatchObject([{ id: body.id }]);
    const head = await (await t.as('jefe.mad')).post(`/hand-over-notes/${body.id}/receipt`);
    expect(head.body.code).toBe('NOT_THE_RECEIVER');
    expect((await receiver.post(`/hand-over-notes/${body.id}/receipt`)).status).toBe(200);
    expect((await receiver.get('/my-day')).body.handOvers).toEqual([]);
  });
});
