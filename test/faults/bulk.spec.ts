import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { storeCase } from '../factories/stored-case';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Client } from '../support/client';

/** Rows of one transaction of a bulk operation. */
const CHUNK = 25;

describe('a bulk operation whose worker is killed in the middle', () => {
  let t: TestApp;
  let head: Client;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    t = await createTestApp();
    head = await t.as('jefe.mad');
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await t.close();
  });

  const startWorker = async (): Promise<ChildProcess> => {
    const { keys, http } = testConfig(t.database);
    const worker = fork(join(__dirname, 'bulk-process.ts'), {
      execArgv: ['--require', join(__dirname, 'register.cjs'), '--no-warnings'],
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        DATABASE_URL: t.database.appUrl,
        DATABASE_OWNER_URL: t.database.ownerUrl,
        SESSION_SECRET: 'only-for-tests-'.repeat(4),
        KEYS_URL: keys.url,
        PUBLIC_URL: http.publicUrl,
        SMTP_URL: 'smtp://127.0.0.1:1',
        LOG_LEVEL: 'silent',
      },
    });
    workers.push(worker);
    await new Promise<void>((resolve, reject) => {
      worker.on('message', () => resolve());
      worker.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
    });
    return worker;
  };
  const until = async (holds: () => Promise<boolean>) => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  /** Whether somebody waits for a lock; what others wait for is hidden from the owner elsewhere. */
  const waiting = async () =>
    (
      await t.owner.query(
        `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE NOT l.granted AND a.datname = current_database()`,
      )
    ).rows.length > 0;

  it('goes on where it was, and each row happens once', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3 * CHUNK; i += 1) {
      ids.push(
        await storeCase(t.owner, {
          post: t.staff.posts['MAD']!,
          assignee: t.staff.accounts['oficial.mad']!,
        }),
      );
    }
    ids.sort();
    const { body: operation } = await head.post('/bulk-operations', {
      action: 'assign',
      accountId: t.staff.accounts['oficial2.mad'],
      selection: { ids },
    });
    const read = async () => (await head.get(`/operations/${operation.id}`)).body;

    // somebody holds a case of the second chunk: the worker waits there, with half a chunk done
    const holder = await t.owner.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [ids[CHUNK + 12]]);
    const doomed = await startWorker();
    await until(async () => (await read()).done === CHUNK && (await waiting()));
    doomed.removeAllListeners('exit');
    doomed.kill('SIGKILL');
    await holder.query('ROLLBACK');
    holder.release();
    await until(async () => !(await waiting()));
    expect(await read()).toMatchObject({ state: 'running', done: CHUNK });

    await startWorker();
    await until(async () => (await read()).state === 'done');
    expect(await read()).toMatchObject({ total: ids.length, done: ids.length, refused: 0 });
    const { rows } = await t.owner.query<{ n: number; audited: number; members: number }>(
      `SELECT (SELECT count(*) FROM timeline_entries e WHERE e.case_id = c.id AND e.kind = 'case.assigned')::int AS n,
              (SELECT count(*) FROM audit_entries a WHERE a.subject_id = c.id AND a.action = 'case.assigned')::int AS audited,
              (SELECT count(*) FROM case_members m WHERE m.case_id = c.id AND m.until IS NULL)::int AS members
         FROM cases c WHERE c.id = ANY ($1) AND c.assignee_id = $2`,
      [ids, t.staff.accounts['oficial2.mad']],
    );
    expect(rows).toEqual(ids.map(() => ({ n: 1, audited: 1, members: 1 })));
  });

  it('stops when it is asked to, and undoes what was done until then', async () => {
    const ids: string[] = [];
    for (let i = 0; i < 2 * CHUNK; i += 1) {
      ids.push(
        await storeCase(t.owner, {
          post: t.staff.posts['MAD']!,
          assignee: t.staff.accounts['oficial.mad']!,
        }),
      );
    }
    ids.sort();
    const holder = await t.owner.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [ids[3]]);
    const { body: operation } = await head.post('/bulk-operations', {
      action: 'assign',
      accountId: t.staff.accounts['oficial2.mad'],
      selection: { ids },
    });
    const read = async (id: string) => (await head.get(`/operations/${id}`)).body;
    await until(waiting);
    const cancelled = head.post(`/operations/${operation.id}/cancellation`);
    await holder.query('ROLLBACK');
    holder.release();
    expect((await cancelled).status).toBe(202);
    await until(async () => ['cancelled', 'done'].includes((await read(operation.id)).state));
    const stopped = await read(operation.id);
    const { rows } = await t.owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cases WHERE id = ANY ($1) AND assignee_id = $2',
      [ids, t.staff.accounts['oficial2.mad']],
    );
    expect(rows[0]!.n).toBe(stopped.done);
    const undone = await head.post(`/operations/${operation.id}/undo`);
    expect(undone.status).toBe(202);
    await until(async () => (await read(undone.body.id)).state === 'done');
    const { rows: back } = await t.owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cases WHERE id = ANY ($1) AND assignee_id = $2',
      [ids, t.staff.accounts['oficial.mad']],
    );
    expect(back[0]!.n).toBe(ids.length);
  });
});
