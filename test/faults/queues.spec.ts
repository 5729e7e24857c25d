import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Inject } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Database } from '../../src/platform/database/database';
import { migrate } from '../../src/platform/database/migrate';
import { statement } from '../../src/platform/database/statement';
import { Effects } from '../../src/platform/jobs/effects';
import { Handles } from '../../src/platform/jobs/handles';
import type { JobHandler } from '../../src/platform/jobs/job-contract';
import { startEmbeddedPostgres, freePort } from '../../src/standalone/embedded-postgres';
import {
  aJob,
  backends,
  eventually,
  openBench,
  someIds,
  type AnId,
  type Bench,
  type JobsProcess,
} from '../integration/jobs/harness';

const MARK = statement('faults.mark', 'INSERT INTO test_marks (mark) VALUES ($1)');
const Once = aJob({ attempts: 30 });

/** Slow enough that a fault meets jobs in every state. */
const EACH_TAKES = 15;

@Handles(Once)
class OnceHandler implements JobHandler<AnId> {
  constructor(
    @Inject(Effects) private readonly effects: Effects,
    @Inject(Database) private readonly database: Database,
  ) {}
  async run({ id }: AnId): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve, EACH_TAKES));
    await this.effects.once(`fault:${id}`, async () => {
      await this.database.query(MARK, [id]);
    });
  }
}

async function prepare(bench: Bench): Promise<JobsProcess[]> {
  await bench.owner.query('CREATE TABLE test_marks (mark text)');
  await bench.owner.query('GRANT SELECT, INSERT ON test_marks TO amparo_app');
  return [await bench.start([OnceHandler]), await bench.start([OnceHandler])];
}

/** Appends work for thirty posts and returns its ids. */
async function append(process: JobsProcess, count: number): Promise<string[]> {
  const posts = someIds(30);
  const ids = someIds(count);
  await process.append((outbox) =>
    outbox.appendAll(
      Once,
      ids.map((id, index) => ({ payload: { id }, postId: posts[index % posts.length]! })),
    ),
  );
  return ids;
}

async function doneOf(bench: Bench, ids: string[]): Promise<number> {
  const { rows } = await bench.owner.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbox WHERE payload->>'id' = ANY ($1) AND done_at IS NOT NULL`,
    [ids],
  );
  return rows[0]!.n;
}

async function expectOnceEach(bench: Bench, ids: string[]): Promise<void> {
  await eventually('all done', async () => (await doneOf(bench, ids)) === ids.length, 50_000);
  const { rows } = await bench.owner.query<{ mark: string }>(
    'SELECT mark FROM test_marks WHERE mark = ANY ($1)',
    [ids],
  );
  expect(rows.map(({ mark }) => mark).sort()).toEqual([...ids].sort());
}

describe.each(backends)('queues that are lost: %s', (kind) => {
  let bench: Bench;
  let processes: JobsProcess[];

  beforeAll(async () => {
    bench = await openBench(kind);
    processes = await prepare(bench);
  });
  afterAll(() => bench.close());

  const loseEverything = async () => {
    if (!bench.redis) {
      // the workers go on taking locks of their own meanwhile
      await eventually('emptied', () =>
        bench.owner.query('TRUNCATE bullmq.job, bullmq.meta, bullmq.event CASCADE').then(
          () => true,
          () => false,
        ),
      );
      return;
    }
    const client = new Redis(bench.redis.url);
    await client.flushall();
    client.disconnect();
  };

  it('loses nothing and repeats nothing when every queue is emptied in mid-work', async () => {
    const ids = await append(processes[0]!, 400);
    await eventually('some done', async () => (await doneOf(bench, ids)) > 40);
    await loseEverything();
    await eventually('more done', async () => (await doneOf(bench, ids)) > 200);
    await loseEverything();
    await expectOnceEach(bench, ids);
  });

  if (kind === 'Redis') {
    it('goes on after Redis was killed and came back empty', async () => {
      const ids = await append(processes[0]!, 300);
      await eventually('some done', async () => (await doneOf(bench, ids)) > 30);
      await bench.redis!.restart();
      const later = await append(processes[1]!, 50);
      await expectOnceEach(bench, [...ids, ...later]);
    });
  }
});

describe('PostgreSQL that restarts', () => {
  it.each(backends)(
    'keeps every job, queues over %s',
    async (kind) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'amparo-restart-'));
      chmodSync(dataDir, 0o711);
      const port = await freePort();
      const settings = { max_connections: '100', shared_buffers: '32MB' };
      let postgres = await startEmbeddedPostgres({ dataDir, port, settings });
      try {
        await migrate(postgres.ownerUrl);
        const { ownerUrl, appUrl } = postgres;
        const drop = async () => undefined;
        const bench = await openBench(kind, { name: 'amparo', ownerUrl, appUrl, drop });
        try {
          const [first] = await prepare(bench);
          const ids = await append(first!, 300);
          await eventually('some done', async () => (await doneOf(bench, ids)) > 30);
          await postgres.stop();
          postgres = await startEmbeddedPostgres({ dataDir, port, settings });
          await expectOnceEach(bench, ids);
        } finally {
          await bench.close();
        }
      } finally {
        await postgres.stop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
