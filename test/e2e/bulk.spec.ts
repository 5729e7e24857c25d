import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createLogger } from '../../src/platform/http/logger';
import { newId } from '../../src/platform/ids';
import { createWorker } from '../../src/worker.module';
import { logDetention } from '../factories/detentions';
import { storeCase } from '../factories/stored-case';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

interface Operation {
  id: string;
  state: string;
  total: number;
  done: number;
  unchanged: number;
  refused: number;
}

describe('bulk operations', () => {
  let t: TestApp;
  let worker: NestFastifyApplication;
  let head: Client;
  let officer: Client;
  let mad: string;
  let accounts: Record<string, string>;
  beforeAll(async () => {
    t = await createTestApp();
    worker = await createWorker(testConfig(t.database), {
      logger: createLogger('silent'),
      clock: t.clock,
    });
    [head, officer] = [await t.as('jefe.mad'), await t.as('oficial.mad')];
    mad = t.staff.posts['MAD']!;
    accounts = t.staff.accounts;
  });
  afterAll(async () => {
    await worker.close();
    await t.close();
  });

  const ended = async (client: Client, id: string): Promise<Operation> => {
    for (;;) {
      const { body } = await client.get(`/operations/${id}`);
      if (['done', 'cancelled', 'failed'].includes(body.state)) return body as Operation;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const run = async (client: Client, body: object): Promise<Operation> => {
    const asked = await client.post('/bulk-operations', body);
    if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
    return ended(client, asked.body.id);
  };
  const undo = async (client: Client, id: string): Promise<Operation> => {
    const asked = await client.post(`/operations/${id}/undo`);
    if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
    return ended(client, asked.body.id);
  };
  const rowsOf = async (client: Client, id: string) =>
    (await client.get(`/bulk-operations/${id}/rows?limit=200`)).body.items as {
      caseId: string;
      state: string;
      code: string | null;
    }[];
  const held = async (ids: string[]) =>
    (
      await t.owner.query<{ id: string; assignee: string | null; status: string }>(
        'SELECT id, assignee_id AS assignee, status FROM cases WHERE id = ANY ($1) ORDER BY id',
        [ids],
      )
    ).rows;
  const store = (assignee: string | null, more: object = {}) =>
    storeCase(t.owner, {
      post: mad,
      ...(assignee ? { assignee: accounts[assignee]! } : {}),
      ...more,
    });

  it('shows what would happen to each case, does exactly that, and puts it back', async () => {
    const mine = await store('oficial.mad');
    const free = await store(null);
    const theirs = await store('oficial2.mad');
    const closed = await store('oficial.mad', { closedAt: '2026-02-01T00:00:00Z' });
    const far = await storeCase(t.owner, { post: t.staff.posts['PAT']! });
    const ids = [mine, free, theirs, closed, far];
    const body = { action: 'assign', accountId: accounts['oficial2.mad'], selection: { ids } };

    const before = await held(ids);
    const { body: preview } = await officer.post('/bulk-operations/preview', body);
    expect(preview.counts).toEqual({ change: 2, unchanged: 0, refused: 3 });
    expect(preview.refusals).toEqual({
      CASE_OF_A_COLLEAGUE: 1,
      CASE_IS_FINISHED: 1,
      NOT_FOUND: 1,
    });
    expect(await held(ids)).toEqual(before);

    const operation = await run(officer, body);
    expect(operation).toMatchObject({ state: 'done', total: 5, done: 2, unchanged: 0, refused: 3 });
    const rows = await rowsOf(officer, operation.id);
    const told = (list: { caseId: string; code: string | null }[]) =>
      Object.fromEntries(list.map(({ caseId, code }) => [caseId, code]));
    expect(told(rows)).toEqual(told(preview.rows));
    expect((await held([mine, free])).map(({ assignee }) => assignee)).toEqual([
      accounts['oficial2.mad'],
      accounts['oficial2.mad'],
    ]);

    expect(await undo(officer, operation.id)).toMatchObject({ state: 'done', done: 2, refused: 0 });
    expect(await held(ids)).toEqual(before);
    expect(await officer.post(`/operations/${operation.id}/undo`)).toMatchObject(
      problem(409, 'OPERATION_ALREADY_UNDONE'),
    );
  });

  it('leaves alone what somebody changed since, and says which', async () => {
    const [a, b] = [await store('oficial.mad'), await store('oficial.mad')];
    const operation = await run(head, {
      action: 'assign',
      accountId: accounts['oficial2.mad'],
      selection: { ids: [a, b] },
    });
    await head.post(`/cases/${b}/assignments`, { accountId: accounts['local.mad'] });
    const back = await undo(head, operation.id);
    expect(back).toMatchObject({ done: 1, refused: 1 });
    const refused = (await rowsOf(head, back.id)).filter(({ state }) => state === 'refused');
    expect(refused).toEqual([expect.objectContaining({ caseId: b, code: 'CHANGED_SINCE' })]);
    expect((await held([b]))[0]!.assignee).toBe(accounts['local.mad']);
    expect((await held([a]))[0]!.assignee).toBe(accounts['oficial.mad']);
  });

  it('takes a whole filtered list as it is when it is asked for', async () => {
    await t.owner.query(`UPDATE cases SET assignee_id = $1 WHERE assignee_id IS NULL`, [
      accounts['oficial.mad'],
    ]);
    const ids = [await store(null), await store(null), await store(null)];
    const filter = { post: mad, view: 'unassigned' };
    const operation = await run(head, {
      action: 'assign',
      accountId: accounts['local.mad'],
      selection: { filter },
    });
    expect(operation).toMatchObject({ total: 3, done: 3 });
    expect((await rowsOf(head, operation.id)).map(({ caseId }) => caseId).sort()).toEqual(
      ids.sort(),
    );
    const again = await head.post('/bulk-operations/preview', {
      action: 'assign',
      accountId: accounts['local.mad'],
      selection: { filter },
    });
    expect(again).toMatchObject(problem(422, 'NOTHING_SELECTED'));
  });

  it('closes what its checklist lets close, and reopens it without new clocks', async () => {
    const ready = await logDetention(officer, mad);
    const release = { stage: 'released', occurredAt: '2026-03-02T08:30:00Z' };
    await officer.post(`/detentions/${ready}/release`, release);
    const open = await logDetention(officer, mad);
    const body = { action: 'close', outcome: 'released', selection: { ids: [ready, open] } };
    const { body: preview } = await head.post('/bulk-operations/preview', body);
    expect(preview.refusals['CLOSING_REQUIREMENTS']).toBe(1);
    const duties = async () =>
      (
        await t.owner.query(
          `SELECT kind, anchor, due_at, starts_at, status FROM obligations
            WHERE case_id = $1 AND kind <> 'case_review' ORDER BY kind, anchor`,
          [ready],
        )
      ).rows;
    const before = await duties();
    const operation = await run(head, body);
    expect(operation).toMatchObject({ done: 1, refused: 1 });
    expect((await held([ready]))[0]!.status).toBe('closed');
    t.clock.advance({ hours: 3 });
    expect(await undo(head, operation.id)).toMatchObject({ done: 1, refused: 0 });
    expect((await held([ready]))[0]!.status).toBe('active');
    expect(await duties()).toEqual(before);
    t.clock.advance({ hours: -3 });
  });

  it('puts off reminders that may wait, never those of welfare, and puts them back', async () => {
    const id = await logDetention(officer, mad);
    const reminders = async () =>
      (
        await t.owner.query<{ kind: string; rung: string; at: Date; state: string }>(
          `SELECT o.kind, r.rung, r.send_at AS at, r.state FROM reminders r
             JOIN obligations o ON o.id = r.obligation_id
            WHERE r.case_id = $1 AND r.state <> 'void' ORDER BY o.kind, r.send_at, r.rung`,
          [id],
        )
      ).rows;
    const before = await reminders();
    const body = {
      action: 'snooze',
      until: '2026-03-04',
      reason: 'A la espera del informe médico',
      selection: { ids: [id] },
    };
    const operation = await run(officer, body);
    expect(operation).toMatchObject({ done: 1 });
    const after = await reminders();
    const others = (list: typeof before) =>
      list.filter(({ kind }) => kind !== 'vulnerability_assessment');
    expect(others(after)).toEqual(others(before));
    const waits = after.filter(({ kind }) => kind === 'vulnerability_assessment');
    expect(waits[0]).toMatchObject({
      rung: expect.stringMatching(/^snooze_ends_/),
      at: new Date('2026-03-04T07:00:00Z'),
    });
    // rungs at the due instant and after it stay: a breach is never put off
    const late = (list: typeof before) =>
      list.filter(
        ({ kind, rung }) => kind === 'vulnerability_assessment' && /after|at_due/.test(rung),
      );
    expect(late(after)).toEqual(late(before));
    const { body: file } = await officer.get(`/cases/${id}`);
    expect(file.timeline.items[0]).toMatchObject({
      kind: 'case.snoozed',
      data: { until: '2026-03-04', reason: 'A la espera del informe médico' },
    });
    expect(await undo(officer, operation.id)).toMatchObject({ done: 1 });
    expect(await reminders()).toEqual(before);
  });

  it('refuses to put off a case of which only welfare duties are open, and says why', async () => {
    const id = await logDetention(officer, mad);
    await officer.post(`/cases/${id}/vulnerability-assessments`, {
      factors: [],
      conclusion: 'none',
    });
    const snooze = { until: '2026-03-03', reason: 'Feriado' };
    expect(await officer.post(`/cases/${id}/snooze`, snooze)).toMatchObject(
      problem(422, 'SNOOZE_WELFARE_DUTY'),
    );
    const operation = await run(officer, { action: 'snooze', ...snooze, selection: { ids: [id] } });
    expect(operation).toMatchObject({ done: 0, refused: 1 });
    expect((await rowsOf(officer, operation.id))[0]!.code).toBe('SNOOZE_WELFARE_DUTY');
  });

  it('refuses a date that is past or beyond the due date', async () => {
    const id = await logDetention(officer, mad);
    const reason = 'Feriado';
    expect(
      await officer.post(`/cases/${id}/snooze`, { until: '2026-03-01', reason }),
    ).toMatchObject(problem(422, 'VALIDATION_FAILED', ['until', 'SNOOZE_NOT_AHEAD']));
    const beyond = await officer.post(`/cases/${id}/snooze`, { until: '2027-03-01', reason });
    expect(beyond.status).toBe(422);
  });

  it('tags, filters by tag, and takes the tags back', async () => {
    const tag = (await head.post(`/posts/${mad}/tags`, { label: 'Feria  de Lima' })).body.id;
    expect(await head.post(`/posts/${mad}/tags`, { label: 'feria de lima' })).toMatchObject(
      problem(409, 'TAG_EXISTS'),
    );
    expect((await officer.post(`/posts/${mad}/tags`, { label: 'Otra' })).status).toBe(403);
    const [a, b] = [await store('oficial.mad'), await store('oficial.mad')];
    await officer.post(`/cases/${b}/tags`, { add: [tag] });
    const operation = await run(officer, { action: 'tag', add: [tag], selection: { ids: [a, b] } });
    expect(operation).toMatchObject({ done: 1, unchanged: 1 });
    const tagged = async () => {
      const { body } = await officer.get(`/cases?post=${mad}&view=all&tag=${tag}&count=true`);
      expect(body.total).toBe(body.items.length);
      return (body.items as { id: string; tagIds: string[] }[]).map(({ id }) => id).sort();
    };
    expect(await tagged()).toEqual([a, b].sort());
    expect(await undo(officer, operation.id)).toMatchObject({ done: 1 });
    expect(await tagged()).toEqual([b]);
    expect((await head.post(`/tags/${tag}/retirement`)).status).toBe(204);
    const late = await officer.post(`/cases/${a}/tags`, { add: [tag] });
    expect(late).toMatchObject(problem(422, 'TAG_OF_ANOTHER_POST'));
    expect((await (await t.as('oficial.pat')).get(`/posts/${mad}/tags`)).body.items).toEqual([]);
  });

  it('happens once for one key, and only its owner finds it', async () => {
    const id = await store('oficial.mad');
    const body = { action: 'tag', add: [], remove: [], selection: { ids: [id] } };
    const key = { 'idempotency-key': newId() };
    const answers = [await officer.post('/bulk-operations', body, key)];
    answers.push(await officer.post('/bulk-operations', body, key));
    expect(answers[0]!.body).toEqual(answers[1]!.body);
    const operation = answers[0]!.body.id as string;
    await ended(officer, operation);
    for (const path of [`/operations/${operation}`, `/bulk-operations/${operation}/rows`]) {
      expect((await head.get(path)).status).toBe(404);
    }
    expect((await head.post(`/operations/${operation}/cancellation`)).status).toBe(404);
    expect((await officer.get('/operations')).body.items[0]).toMatchObject({ id: operation });
    expect(await officer.post(`/operations/${operation}/undo`)).toMatchObject(
      problem(422, 'OPERATION_NOT_UNDOABLE'),
    );
  });

  it.each([
    [{ action: 'burn' }, 'action'],
    [{ action: 'assign' }, 'accountId'],
    [{ action: 'close', outcome: 'vanished' }, 'outcome'],
    [{ action: 'snooze', until: '2026-02-30', reason: 'x' }, 'until'],
    [{ action: 'snooze', until: '2026-03-30' }, 'reason'],
    [{ action: 'tag', add: ['x'] }, 'add'],
    [{ action: 'tag', selection: { ids: [] } }, 'selection.ids'],
    [
      { action: 'tag', selection: { filter: { post: 'MAD', view: 'all' } } },
      'selection.filter.post',
    ],
  ])('refuses %j and names the field', async (change, path) => {
    const answer = await head.post('/bulk-operations', {
      selection: { ids: [accounts['admin']] },
      ...change,
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((e: { path: string }) => e.path)).toContain(path);
  });
});
