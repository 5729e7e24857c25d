import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { workOf } from '../support/cooperation';
import { setTier } from '../support/database';

describe('when an officer leaves', () => {
  let t: TestApp;
  let head: Client;
  let officer: Client;
  let accounts: Record<string, string>;
  let posts: Record<string, string>;
  beforeEach(async () => {
    t = await createTestApp();
    ({ accounts, posts } = t.staff);
    head = await t.as('jefe.mad');
    officer = await t.as('oficial.mad');
  });
  afterEach(() => t.close());

  const LEAVER = 'oficial.mad';
  const held = async () => {
    const { body } = await head.get(`/departures/preview?accountId=${accounts[LEAVER]}`);
    return body.items as { kind: string; subjectId: string; caseId: string | null }[];
  };
  const start = (more: object = {}) =>
    head.post('/departures', {
      accountId: accounts[LEAVER],
      receiverId: accounts['oficial2.mad'],
      reason: 'Fin de misión',
      note: 'Casos en orden; llamar a la defensora los lunes.',
      ...more,
    });
  const left = async (): Promise<number> =>
    Number(
      (
        await t.owner.query(
          `SELECT (SELECT count(*) FROM cases WHERE assignee_id = $1 AND closed_at IS NULL)
                + (SELECT count(*) FROM case_members WHERE account_id = $1 AND until IS NULL)
                + (SELECT count(*) FROM service_requests WHERE owner_id = $1 AND state = 'open')
                + (SELECT count(*) FROM case_transfers WHERE receiver_id = $1 AND state = 'pending')
                + (SELECT count(*) FROM hand_over_notes WHERE receiver_id = $1 AND read_at IS NULL)
                + (SELECT count(*) FROM subrogations WHERE acting_account_id = $1 AND valid_until > now()) AS n`,
          [accounts[LEAVER]],
        )
      ).rows[0].n,
    );

  /** Two cases of their own, one they second, a request they follow, a note to them, a head's powers. */
  async function load(): Promise<string[]> {
    const mine = [
      await logDetention(officer, posts['MAD']!),
      await logDetention(officer, posts['MAD']!),
    ];
    const colleague = await t.as('oficial2.mad');
    const other = await logDetention(colleague, posts['MAD']!);
    const seconded = await logDetention(head, posts['MAD']!);
    await head.post(`/cases/${seconded}/team`, { kind: 'second', accountId: accounts[LEAVER] });
    await officer.post(`/cases/${other}/service-requests`, {
      kind: 'consultation',
      desk: 'assistance',
      text: 'x',
    });
    await colleague.post(`/cases/${other}/hand-over-notes`, {
      occasion: 'absence',
      receiverId: accounts[LEAVER],
      situation: 'x',
    });
    const subrogated = await (
      await t.as('admin')
    ).post(`/posts/${posts['MAD']}/subrogations`, {
      actingAccountId: accounts[LEAVER],
      absentAccountId: accounts['jefe.mad'],
      validUntil: '2099-01-01T00:00:00Z',
      resolution: 'R.S. 1',
    });
    expect(subrogated.status).toBe(201);
    return mine;
  }

  it('moves everything they hold, each to its receiver, with a result for each', async () => {
    const [first, second] = await load();
    const items = await held();
    expect(items.map(({ kind }) => kind).sort()).toEqual([
      'assigned',
      'assigned',
      'hand_over',
      'request',
      'second',
      'subrogation',
    ]);
    const begun = await start({
      resolution: 'R.S. 2',
      choices: [{ kind: 'assigned', subjectId: second, receiverId: accounts['jefe.mad'] }],
    });
    expect(begun.status).toBe(202);
    const twice = await start();
    expect([twice.status, twice.body.code]).toEqual([409, 'DEPARTURE_RUNNING']);
    await workOf(t).move();
    const { body } = await head.get(`/departures/${begun.body.id}`);
    expect(body).toMatchObject({ state: 'done', total: 6, moved: 6, failed: 0 });
    expect(await left()).toBe(0);
    const assignee = async (id: string) => (await head.get(`/cases/${id}`)).body.assignee.id;
    expect(await assignee(first!)).toBe(accounts['oficial2.mad']);
    expect(await assignee(second!)).toBe(accounts['jefe.mad']);
    const { handOvers } = (await head.get(`/cases/${first}/cooperation`)).body;
    expect(handOvers[0]).toMatchObject({ occasion: 'departure', receiver: 'oficial2.mad' });
    const { rows } = await t.owner.query(
      `SELECT acting_account_id, resolution FROM subrogations WHERE valid_until > now()`,
    );
    expect(rows).toEqual([{ acting_account_id: accounts['oficial2.mad'], resolution: 'R.S. 2' }]);
  });

  it('says what could not be moved, and moves it with another receiver', async () => {
    await load();
    const begun = await start({ receiverId: accounts['oficial.pat'] });
    await workOf(t).move();
    const { body } = await head.get(`/departures/${begun.body.id}`);
    expect(body.state).toBe('incomplete');
    const failed = body.items.filter((item: { state: string }) => item.state === 'failed');
    expect(new Set(failed.map((item: { code: string }) => item.code))).toEqual(
      new Set(['ASSIGNEE_NOT_AT_POST', 'RECEIVER_OUT_OF_REACH', 'RESOLUTION_NEEDED']),
    );
    const resumed = await head.post(`/departures/${begun.body.id}/resumption`, {
      receiverId: accounts['oficial2.mad'],
      resolution: 'R.S. 3',
    });
    expect(resumed.status).toBe(202);
    await workOf(t).move();
    expect((await head.get(`/departures/${begun.body.id}`)).body.state).toBe('done');
    expect(await left()).toBe(0);
  });

  it('goes on where a killed worker stopped, and takes along what came meanwhile', async () => {
    await load();
    const begun = await start({ resolution: 'R.S. 2' });
    const work = workOf(t);
    const move = work.items.run.bind(work.items);
    let done = 0;
    work.items.run = (departure, item) => {
      done += 1;
      if (done > 2) throw new Error('the worker dies');
      return move(departure, item);
    };
    await expect(work.move()).rejects.toThrow('dies');
    const halfway = (await head.get(`/departures/${begun.body.id}`)).body;
    expect(halfway).toMatchObject({ state: 'running', moved: 2 });
    const late = await logDetention(officer, posts['MAD']!);
    await workOf(t).move();
    expect((await head.get(`/departures/${begun.body.id}`)).body.state).toBe('done');
    expect(await left()).toBe(0);
    expect((await head.get(`/cases/${late}`)).body.assignee.id).toBe(accounts['oficial2.mad']);
    // a second delivery finds nothing to do
    await workOf(t).move();
    expect((await head.get(`/departures/${begun.body.id}`)).body.moved).toBe(7);
  });

  it('gives a sealed case to nobody outside its circle, and shows it to nobody either', async () => {
    const id = await logDetention(officer, posts['MAD']!);
    await setTier(t.owner, id, 'sealed');
    expect(await held()).toEqual([]);
    const begun = await start();
    await workOf(t).move();
    const { body } = await head.get(`/departures/${begun.body.id}`);
    expect(body).toMatchObject({ total: 0, items: [] });
    const { rows } = await t.owner.query('SELECT assignee_id FROM cases WHERE id = $1', [id]);
    expect(rows[0].assignee_id).toBe(accounts[LEAVER]);
  });

  it('is for the head of the post, headquarters and the administrator', async () => {
    const ask = async (username: string) =>
      (await (await t.as(username)).get(`/departures/preview?accountId=${accounts[LEAVER]}`))
        .status;
    expect(await ask('jefe.pat')).toBe(404);
    expect(await ask('oficial2.mad')).toBe(403);
    expect(await ask('mesa.asn')).toBe(200);
    await logDetention(officer, posts['MAD']!);
    const admin = await (
      await t.as('admin')
    ).get(`/departures/preview?accountId=${accounts[LEAVER]}`);
    expect(admin.body.items).toEqual([]);
    const self = await start({ receiverId: accounts[LEAVER] });
    expect(self.body.errors[0].path).toBe('receiverId');
  });

  it('tells colleagues what happened, and only those who may see the case', async () => {
    const id = await logDetention(officer, posts['MAD']!);
    await officer.post(`/cases/${id}/notes`, { text: '@x', mentions: [accounts['jefe.mad']] });
    await officer.post(`/cases/${id}/transfers`, {
      toPostId: posts['PAT'],
      reason: 'x',
      handOver: { situation: 'x' },
    });
    await officer.post(`/cases/${id}/service-requests`, {
      kind: 'consultation',
      desk: 'assistance',
      text: 'x',
    });
    await officer.post(`/cases/${id}/team`, {
      kind: 'second',
      accountId: accounts['oficial2.mad'],
    });
    await t.owner.query(
      `UPDATE case_members SET until = now() WHERE account_id = $1 AND case_id = $2`,
      [accounts['oficial2.mad'], id],
    );
    await setTier(t.owner, id, 'restricted');
    expect(await workOf(t).tell()).toEqual([
      'jefe.mad mentioned',
      'jefe.pat transfer_proposed',
      'mesa.asn request_asked',
    ]);
    expect(await workOf(t).tell()).toHaveLength(3);
  });
});
