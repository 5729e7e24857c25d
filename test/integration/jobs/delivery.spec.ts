import { Inject } from '@nestjs/common';
import { LATEST_SCHEMA_VERSION } from 'bullmq';
import { Effects } from '../../../src/platform/jobs/effects';
import { Handles } from '../../../src/platform/jobs/handles';
import { type JobHandler, PermanentFailure } from '../../../src/platform/jobs/job-contract';
import { Queues } from '../../../src/platform/jobs/queues';
import { queueOf } from '../../../src/platform/jobs/queue-names';
import { Database } from '../../../src/platform/database/database';
import { statement } from '../../../src/platform/database/statement';
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

const MARK = statement('test.mark', 'INSERT INTO test_marks (mark) VALUES ($1)');

const Once = aJob();
const Blocked = aJob({ attempts: 1 });
const Flaky = aJob({ attempts: 3 });
const Hopeless = aJob();
const Doomed = aJob({ attempts: 2 });

let blocked = gate();
const attempts = new Map<string, number>();
const cured = new Set<string>();

/** Leaves one row for each time it really acts. */
@Handles(Once)
class OnceHandler implements JobHandler<AnId> {
  constructor(
    @Inject(Effects) private readonly effects: Effects,
    @Inject(Database) private readonly database: Database,
  ) {}
  async run({ id }: AnId): Promise<void> {
    await this.effects.once(`once:${id}`, async () => {
      await this.database.query(MARK, [id]);
    });
  }
}

@Handles(Blocked)
class BlockedHandler implements JobHandler<AnId> {
  run(): Promise<void> {
    return blocked.opened;
  }
}

@Handles(Flaky)
class FlakyHandler implements JobHandler<AnId> {
  async run({ id }: AnId): Promise<void> {
    const before = attempts.get(id) ?? 0;
    attempts.set(id, before + 1);
    if (before < 1) throw new Error('Juana Quispe, calle Mayor 3');
  }
}

@Handles(Hopeless)
class HopelessHandler implements JobHandler<AnId> {
  constructor(@Inject(Database) private readonly database: Database) {}
  async run({ id }: AnId): Promise<void> {
    if (!cured.has(id)) throw new PermanentFailure('ADDRESS_REFUSED');
  }
  async failed({ id }: AnId, fault: string): Promise<void> {
    await this.database.query(MARK, [`${id} ${fault}`]);
  }
}

/** Fails at every attempt, and cannot even say so. */
@Handles(Doomed)
class DoomedHandler implements JobHandler<AnId> {
  constructor(@Inject(Database) private readonly database: Database) {}
  async run(): Promise<void> {
    throw new TypeError('Juana Quispe');
  }
  async failed({ id }: AnId): Promise<void> {
    await this.database.query(MARK, [`${id} half`]);
    throw new Error('not even this');
  }
}

const PARTS = [OnceHandler, BlockedHandler, FlakyHandler, HopelessHandler, DoomedHandler];

describe.each(backends)('jobs over %s', (kind) => {
  let bench: Bench;
  let worker: JobsProcess;
  let api: JobsProcess;
  const [madrid, paterson] = someIds(2) as [string, string];

  beforeAll(async () => {
    bench = await openBench(kind);
    await bench.owner.query('CREATE TABLE test_marks (mark text)');
    await bench.owner.query('GRANT SELECT, INSERT ON test_marks TO amparo_app');
    worker = await bench.start(PARTS);
    api = await bench.start([], { worker: false });
  });
  afterAll(() => bench.close());

  const marks = async (ids: readonly string[]) => {
    const { rows } = await bench.owner.query<{ mark: string }>(
      'SELECT mark FROM test_marks WHERE mark = ANY ($1)',
      [ids],
    );
    return rows.map(({ mark }) => mark).sort();
  };
  const done = async (ids: readonly string[]) => {
    const { rows } = await bench.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox WHERE payload->>'id' = ANY ($1) AND done_at IS NOT NULL`,
      [ids],
    );
    return rows[0]!.n;
  };

  it('carries work that one process asks for to the worker of another', async () => {
    const ids = someIds(40);
    await api.append((outbox) =>
      outbox.appendAll(
        Once,
        ids.map((id, index) => ({ payload: { id }, postId: index % 2 ? madrid : paterson })),
      ),
    );
    await eventually('all done', async () => (await done(ids)) === 40);
    expect(await marks(ids)).toEqual([...ids].sort());
  });

  it('asks for nothing when the transaction does not commit', async () => {
    const [id] = someIds(1) as [string];
    const refused = api.append(async (outbox) => {
      await outbox.append(Once, { id }, { postId: madrid });
      throw new Error('rolled back');
    });
    await expect(refused).rejects.toThrow('rolled back');
    const { rows } = await bench.owner.query(`SELECT 1 FROM outbox WHERE payload->>'id' = $1`, [
      id,
    ]);
    expect(rows).toHaveLength(0);
  });

  it('acts once when the same work is delivered many times', async () => {
    const [id] = someIds(1) as [string];
    await api.append((outbox) =>
      outbox.appendAll(
        Once,
        Array.from({ length: 12 }, (_, n) => ({
          payload: { id },
          postId: n % 2 ? madrid : paterson,
        })),
      ),
    );
    await eventually('all deliveries ended', async () => (await done([id])) === 12);
    expect(await marks([id])).toEqual([id]);
  });

  it('acts once when the hand-over is repeated after a crash before its mark', async () => {
    const [id] = someIds(1) as [string];
    await api.append((outbox) => outbox.append(Once, { id }, { postId: madrid }));
    await eventually('done', async () => (await done([id])) === 1);
    await bench.owner.query(
      `UPDATE outbox SET relayed_at = NULL, done_at = NULL WHERE payload->>'id' = $1`,
      [id],
    );
    await eventually('done again', async () => (await done([id])) === 1);
    expect(await marks([id])).toEqual([id]);
  });

  /** What handlers wrote of `id` and more. */
  const marksOf = async (id: string) =>
    (
      await bench.owner.query<{ mark: string }>(
        `SELECT mark FROM test_marks WHERE mark LIKE $1 || ' %'`,
        [id],
      )
    ).rows.map(({ mark }) => mark);

  it('tries again after a fault and keeps no word of the message', async () => {
    const [id] = someIds(1) as [string];
    await api.append((outbox) => outbox.append(Flaky, { id }, { postId: madrid }));
    await eventually('done', async () => (await done([id])) === 1);
    expect(attempts.get(id)).toBe(2);
  });

  it('keeps a hopeless job visible until a person retries it', async () => {
    const [id] = someIds(1) as [string];
    await api.append((outbox) => outbox.append(Hopeless, { id }, { postId: paterson }));
    const failure = async () => {
      const { rows } = await bench.owner.query<{ failure: string | null }>(
        `SELECT failure FROM outbox WHERE payload->>'id' = $1`,
        [id],
      );
      return rows[0]!.failure;
    };
    await eventually('failed', async () => (await failure()) !== null);
    expect(await failure()).toBe('ADDRESS_REFUSED');
    expect(await marksOf(id)).toEqual([`${id} ADDRESS_REFUSED`]);
    cured.add(id);
    await bench.owner.query(
      `UPDATE outbox SET failed_at = NULL, failure = NULL, relayed_at = NULL WHERE payload->>'id' = $1`,
      [id],
    );
    await eventually('done', async () => (await done([id])) === 1);
  });

  it('keeps a job visible whose end cannot be told to what it worked for', async () => {
    const [id] = someIds(1) as [string];
    await api.append((outbox) => outbox.append(Doomed, { id }, { postId: paterson }));
    const failure = async () =>
      (
        await bench.owner.query<{ failure: string | null }>(
          `SELECT failure FROM outbox WHERE payload->>'id' = $1`,
          [id],
        )
      ).rows[0]!.failure;
    await eventually('failed', async () => (await failure()) !== null);
    expect([await failure(), await marksOf(id)]).toEqual(['TypeError', []]);
  });

  it('lets a stopping process finish the job in its hands', async () => {
    const leaving = await bench.start(PARTS);
    await worker.stop();
    const [id] = someIds(1) as [string];
    const [post] = someIds(1) as [string];
    blocked = gate();
    await api.append((outbox) => outbox.append(Blocked, { id }, { postId: post }));
    const queues = api.app.get(Queues);
    await eventually('in hand', async () => (await queues.counts(queueOf(post))).active === 1);
    const stopped = leaving.stop();
    setTimeout(() => blocked.open(), 200);
    await stopped;
    expect(await done([id])).toBe(1);
    worker = await bench.start(PARTS);
  });
});

describe('the schema of the queues', () => {
  it('is the one that this release of BullMQ brings', async () => {
    const bench = await openBench('PostgreSQL');
    const { rows } = await bench.owner.query<{ version: number }>(
      'SELECT max(version) AS version FROM bullmq.migration',
    );
    await bench.close();
    expect(rows[0]!.version).toBe(LATEST_SCHEMA_VERSION);
  });
});

describe('a worker', () => {
  it('does not start while a job has no handler, or two', async () => {
    const bench = await openBench('PostgreSQL');
    await expect(bench.start(PARTS.slice(1))).rejects.toThrow(
      `job ${Once.name} needs exactly one handler; found: none`,
    );
    @Handles(Once)
    class Another extends OnceHandler {}
    await expect(bench.start([...PARTS, Another])).rejects.toThrow('found: OnceHandler, Another');
    await bench.close();
  });
});
