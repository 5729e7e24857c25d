import { logDetention } from '../factories/detentions';
import { createTestApp, type TestApp } from '../support/app';
import type { Answer, Client } from '../support/client';
import { setTier } from '../support/database';

const HAND_OVER = {
  situation: 'Detenida desde marzo; pide ver a su hermana.',
  pending: 'Audiencia el 20.',
  risks: 'Salud frágil.',
  peopleToCall: 'Defensora pública: +1 973 555 0100',
};

describe('transfer between posts', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let receiver: Client;
  let posts: Record<string, string>;
  let accounts: Record<string, string>;
  beforeAll(async () => {
    t = await createTestApp();
    ({ posts, accounts } = t.staff);
    officer = await t.as('oficial.mad');
    head = await t.as('jefe.mad');
    receiver = await t.as('jefe.pat');
  });
  afterAll(() => t.close());

  const propose = (client: Client, id: string, more: object = {}): Promise<Answer> =>
    client.post(`/cases/${id}/transfers`, {
      toPostId: posts['PAT'],
      reason: 'Se mudó a Nueva Jersey',
      handOver: HAND_OVER,
      ...more,
    });
  const opened = async () => logDetention(officer, posts['MAD']!);
  const proposed = async (more: object = {}) => {
    const id = await opened();
    const answer = await propose(officer, id, more);
    expect([answer.status, answer.body.code]).toEqual([201, undefined]);
    return { id, transfer: answer.body.id as string };
  };
  const open = async (sql: string, id: string) => (await t.owner.query(sql, [id])).rows;

  it('moves nothing until it is accepted, then the whole file with its number', async () => {
    const { id, transfer } = await proposed();
    const before = (await officer.get(`/cases/${id}`)).body;
    expect(before.postCode).toBe('MAD');
    expect(before.obligations.map((o: { kind: string }) => o.kind)).toContain('transfer_decision');
    expect((await receiver.get(`/cases/${id}`)).status).toBe(404);

    const shown = (await receiver.get(`/transfers/${transfer}`)).body;
    expect(shown).toMatchObject({
      reference: before.reference,
      personName: before.personName,
      handOver: HAND_OVER,
      incoming: true,
    });
    expect((await (await t.as('oficial.pat')).get(`/transfers/${transfer}`)).status).toBe(404);
    expect((await (await t.as('jefe.bue')).get(`/transfers/${transfer}`)).status).toBe(404);

    const accepted = await receiver.post(`/transfers/${transfer}/acceptance`, {
      assigneeId: accounts['oficial.pat'],
    });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);
    const after = (await (await t.as('oficial.pat')).get(`/cases/${id}`)).body;
    expect(after).toMatchObject({
      reference: before.reference,
      postCode: 'PAT',
      timeZone: 'America/New_York',
      assignee: { id: accounts['oficial.pat'] },
    });
    expect(after.cooperation.handOvers[0]).toMatchObject(HAND_OVER);
    expect(after.timeline.items.map((e: { kind: string }) => e.kind)).toContain('case.opened');
    const duties = await open(
      `SELECT kind, status, post_id FROM obligations WHERE case_id = $1`,
      id,
    );
    const atPost = (status: string) =>
      new Set(duties.filter((d) => d.status === status).map((d) => d.post_id));
    expect(atPost('open')).toEqual(new Set([posts['PAT']]));
    expect(duties.find((d) => d.kind === 'transfer_decision').status).toBe('met');

    // the sender keeps a trace, and nothing of the file
    expect((await officer.get(`/cases/${id}`)).status).toBe(404);
    const trace = (await officer.get('/transfers?incoming=false')).body.items.find(
      (item: { id: string }) => item.id === transfer,
    );
    expect(trace).toMatchObject({ state: 'accepted', toPostCode: 'PAT', personName: null });
    const members = await open(
      `SELECT account_id FROM case_members WHERE case_id = $1 AND until IS NULL`,
      id,
    );
    expect(members).toEqual([{ account_id: accounts['oficial.pat'] }]);
  });

  it('plans days by the calendar and the zone of the receiving post', async () => {
    const { id, transfer } = await proposed();
    const due = async () => {
      const [row] = await open(
        `SELECT due_at FROM obligations WHERE case_id = $1 AND kind = 'vulnerability_assessment'`,
        id,
      );
      return (row as { due_at: Date }).due_at.toISOString();
    };
    const before = await due();
    await receiver.post(`/transfers/${transfer}/acceptance`, {});
    const after = await due();
    expect([before.slice(11, 13), after.slice(11, 13)]).not.toEqual(['', '']);
    const localHour = (iso: string, zone: string) =>
      new Intl.DateTimeFormat('en-GB', {
        hour: '2-digit',
        timeZone: zone,
        hourCycle: 'h23',
      }).format(new Date(iso));
    expect(localHour(before, 'Europe/Madrid')).toBe('00');
    expect(localHour(after, 'America/New_York')).toBe('00');
  });

  it('is accepted once, however many accept at the same instant', async () => {
    const { transfer } = await proposed();
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => receiver.post(`/transfers/${transfer}/acceptance`, {})),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    const late = answers.find((a) => a.status === 409)!;
    expect(late.body).toMatchObject({
      code: 'TRANSFER_ALREADY_DECIDED',
      detail: expect.stringContaining('accepted'),
    });
  });

  it('never both goes and stays when accepted and revoked at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { id, transfer } = await proposed();
      const [yes, no] = await Promise.all([
        receiver.post(`/transfers/${transfer}/acceptance`, {}),
        officer.post(`/transfers/${transfer}/revocation`, {}),
      ]);
      expect([yes.status, no.status].filter((s) => s === 200)).toHaveLength(1);
      const [row] = await open(`SELECT post_id FROM cases WHERE id = $1`, id);
      expect(row.post_id).toBe(posts[yes.status === 200 ? 'PAT' : 'MAD']);
    }
  });

  it('is rejected with a reason that the sender reads, or taken back', async () => {
    const { id, transfer } = await proposed();
    expect((await receiver.post(`/transfers/${transfer}/rejection`, {})).status).toBe(400);
    await receiver.post(`/transfers/${transfer}/rejection`, { reason: 'No reside aquí' });
    const { cooperation, postCode } = (await officer.get(`/cases/${id}`)).body;
    expect(postCode).toBe('MAD');
    expect(cooperation.transfers[0]).toMatchObject({
      state: 'rejected',
      decisionNote: 'No reside aquí',
    });
    const again = await propose(officer, id);
    expect(again.status).toBe(201);
    const twice = await propose(officer, id);
    expect([twice.status, twice.body.code]).toEqual([409, 'TRANSFER_ALREADY_PENDING']);
    const back = await officer.post(`/transfers/${again.body.id}/revocation`, {});
    expect(back.body.state).toBe('revoked');
    const late = await receiver.post(`/transfers/${again.body.id}/acceptance`, {});
    expect(late.body.code).toBe('TRANSFER_ALREADY_DECIDED');
  });

  it('says what to do when a post cannot receive', async () => {
    const id = await opened();
    const refusal = async (code: string) =>
      (await propose(officer, id, { toPostId: posts[code] })).body;
    expect(await refusal('MAD')).toMatchObject({ status: 422, code: 'TRANSFER_TO_SAME_POST' });
    const honorary = await refusal('ROS');
    expect(honorary).toMatchObject({ status: 422, code: 'TRANSFER_TO_HONORARY' });
    expect(honorary.detail).toContain('BUE');
    expect(await refusal('LIM')).toMatchObject({ code: 'TRANSFER_TO_NO_CAREER_POST' });
    expect(await refusal('AQP')).toMatchObject({ code: 'TRANSFER_TO_NO_CAREER_POST' });
    await t.owner.query(`UPDATE posts SET state = 'closed' WHERE code = 'BUE'`);
    expect(await refusal('BUE')).toMatchObject({ code: 'TRANSFER_TO_CLOSED_POST' });
    await t.owner.query(`UPDATE posts SET state = 'open' WHERE code = 'BUE'`);
    await t.owner.query(`UPDATE staff_roles SET valid_until = now() WHERE account_id = $1`, [
      accounts['jefe.bue'],
    ]);
    expect(await refusal('BUE')).toMatchObject({ code: 'TRANSFER_WITHOUT_HEAD' });
    await t.owner.query(`UPDATE staff_roles SET valid_until = NULL WHERE account_id = $1`, [
      accounts['jefe.bue'],
    ]);
    const nowhere = await propose(officer, id, { toPostId: accounts['jefe.bue'] });
    expect(nowhere.body.code).toBe('VALIDATION_FAILED');
  });

  it('is for whoever has the case, and for heads', async () => {
    const id = await opened();
    const colleague = await propose(await t.as('oficial2.mad'), id);
    expect([colleague.status, colleague.body.code]).toEqual([403, 'CASE_OF_A_COLLEAGUE']);
    expect((await propose(await t.as('local.mad'), id)).body.code).toBe('FORBIDDEN');
    expect((await propose(await t.as('oficial.pat'), id)).status).toBe(404);
    expect((await propose(head, id)).status).toBe(201);
  });

  it('of a sealed case goes to one named head and to nobody else', async () => {
    const id = await opened();
    await setTier(t.owner, id, 'sealed');
    const unnamed = await propose(officer, id);
    expect(unnamed.body.errors[0]).toMatchObject({ path: 'receiverId' });
    const wrong = await propose(officer, id, { receiverId: accounts['oficial.pat'] });
    expect(wrong.body.errors[0]).toMatchObject({ path: 'receiverId' });
    const { body } = await propose(officer, id, { receiverId: accounts['jefe.pat'] });
    for (const other of ['jefe.bue', 'mesa.asn', 'jefe.mad', 'oficial.pat']) {
      expect((await (await t.as(other)).get(`/transfers/${body.id}`)).status).toBe(404);
    }
    const accepted = await receiver.post(`/transfers/${body.id}/acceptance`, {});
    expect(accepted.status).toBe(200);
    expect((await receiver.get(`/cases/${id}`)).body.postCode).toBe('PAT');
    expect((await officer.get(`/cases/${id}`)).status).toBe(404);
  });

  it('ends with the case', async () => {
    const { id, transfer } = await proposed();
    await t.owner.query(
      `UPDATE cases SET status = 'registered', assignee_id = NULL WHERE id = $1`,
      [id],
    );
    const dismissed = await head.post(`/cases/${id}/dismissal`, { reason: 'entered_by_mistake' });
    expect(dismissed.status).toBe(200);
    const late = await receiver.post(`/transfers/${transfer}/acceptance`, {});
    expect(late.body.code).toBe('TRANSFER_ALREADY_DECIDED');
  });

  it('lets the receiver confirm that the hand-over was read, nobody else', async () => {
    const { id, transfer } = await proposed();
    await receiver.post(`/transfers/${transfer}/acceptance`, {
      assigneeId: accounts['oficial.pat'],
    });
    const taker = await t.as('oficial.pat');
    const [note] = (await taker.get(`/cases/${id}/cooperation`)).body.handOvers;
    expect(note.readAt).toBeNull();
    expect((await officer.post(`/hand-over-notes/${note.id}/receipt`)).status).toBe(404);
    const desk = await (await t.as('mesa.asn')).post(`/hand-over-notes/${note.id}/receipt`);
    expect(desk.body.code).toBe('NOT_THE_RECEIVER');
    expect((await taker.post(`/hand-over-notes/${note.id}/receipt`)).status).toBe(200);
    expect((await taker.post(`/hand-over-notes/${note.id}/receipt`)).status).toBe(409);
  });
});
