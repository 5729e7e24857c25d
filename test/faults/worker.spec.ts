import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { Actor } from '../../src/platform/access/actor';
import { Database } from '../../src/platform/database/database';
import { Notices, NoticesModule } from '../../src/modules/notices';
import { createStaff, type Staff } from '../factories/staff';
import {
  backends,
  eventually,
  openBench,
  someIds,
  type Bench,
  type JobsProcess,
} from '../integration/jobs/harness';
import { openInbox, type SmtpInbox } from '../integration/notices/smtp';
import { Slow } from './worker-process';

interface Worker {
  process: ChildProcess;
  /** Ids of the jobs whose effect it has begun. */
  inHand: string[];
}

describe.each(backends)('a worker that is killed, queues over %s', (kind) => {
  let bench: Bench;
  let staff: Staff;
  let api: JobsProcess;
  let inbox: SmtpInbox;
  const workers: Worker[] = [];

  beforeAll(async () => {
    bench = await openBench(kind);
    staff = await createStaff(bench.owner);
    inbox = await openInbox();
    await bench.owner.query('CREATE TABLE test_marks (mark text)');
    await bench.owner.query('GRANT SELECT, INSERT ON test_marks TO amparo_app');
    api = await bench.start([], { worker: false, imports: [NoticesModule] });
  });
  afterEach(async () => {
    await Promise.all(workers.map(({ process }) => end(process)));
    workers.length = 0;
  });
  afterAll(async () => {
    await bench.close();
    await inbox.close();
  });

  const startWorker = async (eachTakes: number): Promise<Worker> => {
    const child = fork(join(__dirname, 'worker-process.ts'), {
      execArgv: ['--require', join(__dirname, 'register.cjs'), '--no-warnings'],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: bench.database.appUrl,
        REDIS_URL: bench.redis?.url ?? '',
        SMTP_URL: inbox.url,
        EACH_TAKES: String(eachTakes),
      },
    });
    const worker: Worker = { process: child, inHand: [] };
    workers.push(worker);
    await new Promise<void>((resolve, reject) => {
      child.on('message', (message: { ready?: true; inHand?: string }) => {
        if (message.inHand) worker.inHand.push(message.inHand);
        if (message.ready) resolve();
      });
      child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
    });
    return worker;
  };
  const append = async (count: number) => {
    const ids = someIds(count);
    await api.append((outbox) =>
      outbox.appendAll(
        Slow,
        ids.map((id, n) => ({ payload: { id }, postId: staff.posts[n % 2 ? 'MAD' : 'PAT']! })),
      ),
    );
    return ids;
  };
  const marks = async (ids: string[]) => {
    const { rows } = await bench.owner.query<{ mark: string }>(
      'SELECT mark FROM test_marks WHERE mark = ANY ($1)',
      [ids],
    );
    return rows.map(({ mark }) => mark).sort();
  };

  it('leaves its jobs to another, and each happens once', async () => {
    const ids = await append(12);
    const doomed = await startWorker(60_000);
    await eventually('it has jobs in hand', () => doomed.inHand.length > 0);
    const interrupted = [...doomed.inHand];
    await end(doomed.process, 'SIGKILL');
    expect(await marks(interrupted)).toEqual([]);
    await startWorker(5);
    await eventually('all done', async () => (await marks(ids)).length >= ids.length);
    expect(await marks(ids)).toEqual([...ids].sort());
  });

  it('loses no mail that it was sending, and repeats none as another', async () => {
    inbox.swallow(true);
    await startWorker(5);
    const doomed = workers.at(-1)!;
    await api.app.get(Database).inTransaction(Actor.system(), () =>
      api.app.get(Notices).notify({
        accountId: staff.accounts['oficial.mad']!,
        kind: 'duty_breached',
        postId: staff.posts['MAD']!,
        data: { params: { reference: 'MAD-2026-000001' } },
        key: `killed:${kind}`,
      }),
    );
    await eventually('the server has it, the worker does not know', () => inbox.mails.length === 1);
    await end(doomed.process, 'SIGKILL');
    inbox.swallow(false);
    await startWorker(5);
    const sent = async () =>
      (await bench.owner.query(`SELECT 1 FROM mails WHERE state = 'sent'`)).rows.length;
    await eventually('sent', async () => (await sent()) === 1, 45_000);
    expect(new Set(inbox.mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('finishes what it has in hand when it is asked to stop', async () => {
    const ids = await append(4);
    const leaving = await startWorker(700);
    await eventually('it has jobs in hand', () => leaving.inHand.length > 0);
    const inHand = [...leaving.inHand];
    await end(leaving.process, 'SIGTERM');
    expect(await marks(inHand)).toEqual(inHand.sort());
    await startWorker(5);
    await eventually('all done', async () => (await marks(ids)).length >= ids.length);
    expect(await marks(ids)).toEqual([...ids].sort());
  });
});

function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
