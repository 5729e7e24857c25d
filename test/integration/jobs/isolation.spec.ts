import { Redis } from 'ioredis';
import { Handles } from '../../../src/platform/jobs/handles';
import type { JobHandler } from '../../../src/platform/jobs/job-contract';
import { JobQueues } from '../../../src/platform/jobs/job-queues';
import { queueOf } from '../../../src/platform/jobs/queue-names';
import { Queues } from '../../../src/platform/jobs/queues';
import { WorkerPool } from '../../../src/platform/jobs/worker-pool';
import { Actor } from '../../../src/platform/access/actor';
import { createStaff, type Staff } from '../../factories/staff';
import {
  aJob,
  backends,
  eventually,
  gate,
  openBench,
  someIds,
  type AnId,
  type Bench,
  type JobsProcess,
} from './harness';

const Slow = aJob();
const Quick = aJob();

let floodgate = gate();
const slow = new Set<string>();
const quick = new Set<string>();

/** Stands for a mail server that does not answer. */
@Handles(Slow)
class SlowHandler implements JobHandler<AnId> {
  async run({ id }: AnId): Promise<void> {
    slow.add(id);
    await floodgate.opened;
  }
}

@Handles(Quick)
class QuickHandler implements JobHandler<AnId> {
  async run({ id }: AnId): Promise<void> {
    quick.add(id);
  }
}

const PARTS = [SlowHandler, QuickHandler];

describe.each(backends)('queues of posts over %s', (kind) => {
  let bench: Bench;
  let worker: JobsProcess;
  let staff: Staff;

  beforeAll(async () => {
    bench = await openBench(kind);
    staff = await createStaff(bench.owner);
    worker = await bench.start(PARTS);
  });
  afterAll(async () => {
    floodgate.open();
    await bench.close();
  });
  beforeEach(() => {
    floodgate = gate();
  });

  const appendQuick = (ids: string[], postId: string | null) =>
    worker.append((outbox) =>
      outbox.appendAll(
        Quick,
        ids.map((id) => ({ payload: { id }, postId })),
      ),
    );
  const appendSlow = (ids: string[], postId: string) =>
    worker.append((outbox) =>
      outbox.appendAll(
        Slow,
        ids.map((id) => ({ payload: { id }, postId })),
      ),
    );
  const allQuick = (ids: string[]) => () => ids.every((id) => quick.has(id));

  it('serves every other post while one post waits on a server that does not answer', async () => {
    const hanging = someIds(50);
    await appendSlow(hanging, staff.posts['MAD']!);
    await eventually('the post hangs', () => hanging.some((id) => slow.has(id)));
    const others = someIds(60);
    await worker.append((outbox) =>
      outbox.appendAll(
        Quick,
        others.map((id) => ({ payload: { id }, postId: someIds(1)[0]! })),
      ),
    );
    await eventually('the others are served', allQuick(others));
    expect(hanging.filter((id) => slow.has(id)).length).toBeLessThanOrEqual(4);
    floodgate.open();
    await eventually('the rest', () => hanging.every((id) => slow.has(id)));
  });

  it('lets more busy posts than it opens workers take turns', async () => {
    const posts = someIds(40);
    const ids = posts.map(() => someIds(30));
    await worker.append(async (outbox) => {
      for (const [index, postId] of posts.entries()) {
        await outbox.appendAll(
          Quick,
          ids[index]!.map((id) => ({ payload: { id }, postId })),
        );
      }
    });
    let most = 0;
    const pool = worker.app.get(WorkerPool);
    await eventually('all served', () => {
      most = Math.max(most, pool.size.open);
      return ids.flat().every((id) => quick.has(id));
    });
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(16);
  });

  it('keeps a paused post waiting, and nobody else, until it is resumed', async () => {
    const screen = worker.app.get(JobQueues);
    const system = Actor.system();
    await screen.pause(system, 'PAT');
    const paused = someIds(3);
    const free = someIds(3);
    await appendQuick(paused, staff.posts['PAT']!);
    await appendQuick(free, staff.posts['BUE']!);
    await eventually('the free post is served', allQuick(free));
    const held = async () =>
      (await screen.overview(system)).find(({ postCode }) => postCode === 'PAT');
    await eventually('handed over', async () => (await held())?.waiting === 3);
    expect(paused.some((id) => quick.has(id))).toBe(false);
    expect(await held()).toMatchObject({ paused: true, waiting: 3, active: 0, failed: 0 });
    // handed over again, as after a crash before the mark, the same entries are the same jobs
    await bench.owner.query(`UPDATE outbox SET relayed_at = NULL WHERE done_at IS NULL`);
    await eventually('handed over again', async () => {
      const { rows } = await bench.owner.query(
        'SELECT 1 FROM outbox WHERE done_at IS NULL AND relayed_at IS NULL',
      );
      return rows.length === 0;
    });
    const queue = queueOf(staff.posts['PAT']!);
    expect(await worker.app.get(Queues).counts(queue)).toMatchObject({ waiting: 3 });
    await screen.resume(system, 'PAT');
    await eventually('the paused post is served', allQuick(paused));
  });

  it('keeps a pause when the queues are lost', async () => {
    const screen = worker.app.get(JobQueues);
    await screen.pause(Actor.system(), 'ROS');
    if (bench.redis) await bench.redis.restart();
    else await bench.owner.query('TRUNCATE bullmq.meta');
    const ids = someIds(2);
    // the sweep restores the pause before anything is handed over
    await eventually('paused again', async () => {
      const { rows } = await bench.owner.query('SELECT 1 FROM queue_pauses');
      return rows.length === 1 && (await isPaused(worker, staff.posts['ROS']!));
    });
    await appendQuick(ids, staff.posts['ROS']!);
    const after = someIds(2);
    await appendQuick(after, staff.posts['BUE']!);
    await eventually('the others are served', allQuick(after));
    expect(ids.some((id) => quick.has(id))).toBe(false);
    await screen.resume(Actor.system(), 'ROS');
    await eventually('served', allQuick(ids));
  });

  it('keeps 220 posts on few connections once their work is done', async () => {
    const posts = someIds(220);
    const ids = someIds(220);
    await worker.append((outbox) =>
      outbox.appendAll(
        Quick,
        ids.map((id, index) => ({ payload: { id }, postId: posts[index]! })),
      ),
    );
    await eventually('all served', allQuick(ids));
    const pool = worker.app.get(WorkerPool);
    await eventually('all closed', () => pool.size.open === 0);
    const { rows } = await bench.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND usename <> current_user`,
    );
    expect(rows[0]!.n).toBeLessThanOrEqual(20);
    if (bench.redis) expect(await redisClients(bench.redis.url)).toBeLessThanOrEqual(5);
  });
});

async function isPaused(process: JobsProcess, postId: string): Promise<boolean> {
  return process.app.get(Queues).isPaused(queueOf(postId));
}

/** Connections that Redis counts, without the one that asks. */
async function redisClients(url: string): Promise<number> {
  const client = new Redis(url);
  const list = (await client.client('LIST')) as string;
  client.disconnect();
  return list.trim().split('\n').length - 1;
}
