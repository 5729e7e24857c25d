import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { storeCase } from '../factories/stored-case';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Client } from '../support/client';

/** Hand-overs after which an entry that ends its process each time is given up (`Sweeper`). */
const MOST_RELAYS = 10;

jest.setTimeout(240_000);

describe('work whose every worker is killed', () => {
  let t: TestApp;
  let head: Client;
  let admin: Client;
  const workers: ChildProcess[] = [];
  beforeAll(async () => {
    t = await createTestApp();
    [head, admin] = [await t.as('jefe.mad'), await t.as('admin')];
  });
  afterAll(() => t.close());

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
  const waiting = async () =>
    (
      await t.owner.query(
        `SELECT 1 FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
          WHERE NOT l.granted AND a.datname = current_database()`,
      )
    ).rows.length > 0;
  const cases = async () => {
    const ids: string[] = [];
    for (let i = 0; i < 3; i += 1) {
      ids.push(
        await storeCase(t.owner, {
          post: t.staff.posts['MAD']!,
          assignee: t.staff.accounts['oficial.mad']!,
        }),
      );
    }
    return ids.sort();
  };

  /**
   * Kills a worker in the middle of the work, which waits for a case that somebody holds, and loses its
   * queue with it; as often as it takes until the work is given up.
   */
  async function killInTheMiddle(job: string, held: string): Promise<void> {
    const holder = await t.owner.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [held]);
    const doomed = await startWorker();
    await until(waiting);
    doomed.removeAllListeners('exit');
    doomed.kill('SIGKILL');
    // as after many such ends: how many is not what is proven here
    await t.owner.query('UPDATE outbox SET relays = $2 WHERE job = $1', [job, MOST_RELAYS]);
    await t.owner.query('TRUNCATE bullmq.job, bullmq.meta, bullmq.event CASCADE');
    await holder.query('ROLLBACK');
    holder.release();
    await until(async () => !(await waiting()));
    await startWorker();
  }

  afterEach(() => {
    for (const worker of workers.splice(0)) {
      worker.removeAllListeners('exit');
      worker.kill('SIGKILL');
    }
  });

  async function retryFrom(queue: string, job: string) {
    const { items } = (await admin.get(`/job-queues/${queue}/failed`)).body;
    const failed = items.find((each: { job: string }) => each.job === job);
    expect(failed).toMatchObject({ failure: 'JOB_ENDS_ITS_PROCESS' });
    const retried = await admin.post(`/job-queues/${queue}/failed/${failed.id}/retry`);
    expect(retried.status).toBe(202);
  }

  it('shows a bulk operation as failed, and goes on with it when it is tried again', async () => {
    const ids = await cases();
    const { body: operation } = await head.post('/bulk-operations', {
      action: 'assign',
      accountId: t.staff.accounts['oficial2.mad'],
      selection: { ids },
    });
    const read = async () => (await head.get(`/operations/${operation.id}`)).body;
    await killInTheMiddle('operation.run', ids[1]!);
    await until(async () => (await read()).state === 'failed');
    expect(await read()).toMatchObject({ failure: 'WORKER_ENDED', done: 0 });
    expect((await read()).finishedAt).not.toBeNull();

    await retryFrom('MAD', 'operation.run');
    await until(async () => (await read()).state === 'done');
    expect(await read()).toMatchObject({ failure: null, done: ids.length, refused: 0 });
  });

  it('does the same with the departure of an officer', async () => {
    const ids = await cases();
    const { body: departure } = await head.post('/departures', {
      accountId: t.staff.accounts['oficial.mad'],
      receiverId: t.staff.accounts['oficial2.mad'],
      reason: 'Fin de misión',
    });
    const read = async () => (await head.get(`/departures/${departure.id}`)).body;
    await killInTheMiddle('departure.move', ids[1]!);
    await until(async () => (await read()).state === 'failed');
    expect(await read()).toMatchObject({ failure: 'WORKER_ENDED' });

    await retryFrom('system', 'departure.move');
    await until(async () => (await read()).state === 'done');
    const { rows } = await t.owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM cases WHERE id = ANY ($1) AND assignee_id = $2',
      [ids, t.staff.accounts['oficial2.mad']],
    );
    expect(rows[0]!.n).toBe(ids.length);
  });
});
