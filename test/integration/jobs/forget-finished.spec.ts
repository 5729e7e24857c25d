import { Inject } from '@nestjs/common';
import { Database } from '../../../src/platform/database/database';
import { statement } from '../../../src/platform/database/statement';
import { newId } from '../../../src/platform/ids';
import { Effects } from '../../../src/platform/jobs/effects';
import { FORGET_AT_ONCE, ForgetFinished } from '../../../src/platform/jobs/forget-finished';
import { Handles } from '../../../src/platform/jobs/handles';
import type { JobHandler } from '../../../src/platform/jobs/job-contract';
import { Queues } from '../../../src/platform/jobs/queues';
import { queueOf } from '../../../src/platform/jobs/queue-names';
import { WorkSignal } from '../../../src/platform/jobs/work-signal';
import {
  aJob,
  backends,
  eventually,
  openBench,
  type AnId,
  type Bench,
  type JobsProcess,
} from './harness';

const MARK = statement('test.forget-mark', 'INSERT INTO test_marks (mark) VALUES ($1)');
const Remembered = aJob();

@Handles(Remembered)
class RememberedHandler implements JobHandler<AnId> {
  constructor(
    @Inject(Effects) private readonly effects: Effects,
    @Inject(Database) private readonly database: Database,
  ) {}
  async run({ id }: AnId): Promise<void> {
    await this.effects.once(id, async () => {
      await this.database.query(MARK, [id]);
    });
  }
}

/** An id given so many days ago, as the application gives them. */
const idFrom = (days: number, n: number): string => {
  const time = (Date.now() - days * 86_400_000).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
};

describe.each(backends)('finished work, queues in %s', (kind) => {
  let bench: Bench;
  let process: JobsProcess;
  let forget: ForgetFinished;
  beforeAll(async () => {
    bench = await openBench(kind);
    await bench.owner.query('CREATE TABLE test_marks (mark text NOT NULL)');
    await bench.owner.query('GRANT SELECT, INSERT ON test_marks TO amparo_app');
    process = await bench.start([RememberedHandler]);
    forget = process.app.get(ForgetFinished);
  });
  afterAll(() => bench.close());

  const entry = async (
    key: string,
    age: number,
    end: 'done' | 'failed' | 'waiting' | 'in queue',
    n: number,
  ): Promise<string> => {
    const id = idFrom(age, n);
    await bench.owner.query(
      `INSERT INTO outbox (id, job, queue, payload, key, available_at, recorded_at, relayed_at, done_at, failed_at)
       SELECT $1, 'other.job', 'system', '{}', $2, CASE WHEN $4 = 'waiting' THEN 'infinity' ELSE '-infinity' END::timestamptz, at,
              CASE WHEN $4 <> 'waiting' THEN at END, CASE WHEN $4 = 'done' THEN at END,
              CASE WHEN $4 = 'failed' THEN at END
         FROM (SELECT now() - make_interval(days => $3) AS at) x`,
      [id, key, age, end],
    );
    return id;
  };
  const effect = (key: string, age: number) =>
    bench.owner.query(
      `INSERT INTO job_effects (key, job, recorded_at) VALUES ($1, 'other.job', now() - make_interval(days => $2))`,
      [key, age],
    );
  const keys = async (table: string): Promise<string[]> =>
    (await bench.owner.query<{ key: string }>(`SELECT key FROM ${table} ORDER BY key`)).rows.map(
      ({ key }) => key,
    );

  it('goes after its days; what waits, failed or is young stays, with its effects', async () => {
    let n = 0;
    for (const [key, age, end] of [
      ['done-old', 31, 'done'],
      ['done-young', 29, 'done'],
      ['failed-old', 400, 'failed'],
      ['waiting-old', 400, 'waiting'],
    ] as const) {
      await entry(key, age, end, (n += 1));
      await effect(key, age);
    }
    await effect('orphan-old', 31);
    await effect('orphan-young', 29);
    await forget.run();
    expect(await keys('outbox')).toEqual(['done-young', 'failed-old', 'waiting-old']);
    expect(await keys('job_effects')).toEqual([
      'done-young',
      'failed-old',
      'orphan-young',
      'waiting-old',
    ]);
    await bench.owner.query('DELETE FROM outbox');
    await bench.owner.query('DELETE FROM job_effects');
  });

  it('goes in batches until nothing is old enough', async () => {
    const many = FORGET_AT_ONCE * 2 + 5;
    await bench.owner.query(
      `INSERT INTO job_effects (key, job, recorded_at)
       SELECT 'many-' || n, 'other.job', now() - interval '60 days' FROM generate_series(1, $1) n`,
      [many],
    );
    await forget.run();
    expect(await keys('job_effects')).toEqual([]);
  });

  it('acts no second time when an old copy of the queue delivers it after all', async () => {
    const id = newId();
    const post = newId();
    await process.append((outbox) => outbox.append(Remembered, { id }, { postId: post }));
    await eventually('the job is done', async () => {
      const { rows } = await bench.owner.query('SELECT done_at FROM outbox WHERE key = $1', [id]);
      return rows[0]?.done_at !== null;
    });
    const { rows } = await bench.owner.query<{ id: string }>(
      'SELECT id FROM outbox WHERE key = $1',
      [id],
    );
    // as the purge leaves it
    await bench.owner.query('DELETE FROM outbox WHERE key = $1', [id]);
    await bench.owner.query('DELETE FROM job_effects WHERE key = $1', [id]);
    const queues = process.app.get(Queues);
    const queue = queueOf(post);
    await eventually(
      'the queue has let the job go',
      async () => !(await queues.holds(queue, rows[0]!.id)),
    );
    await queues.add(
      new Map([
        [
          queue,
          [{ id: rows[0]!.id, name: Remembered.name, payload: { id }, attempts: 1, backoff: 1 }],
        ],
      ]),
    );
    await process.app.get(WorkSignal).announce([queue]);
    await eventually('it has been delivered again', async () => {
      const { waiting, active, delayed } = await queues.counts(queue);
      return waiting + active + delayed === 0;
    });
    const { rows: marks } = await bench.owner.query('SELECT mark FROM test_marks WHERE mark = $1', [
      id,
    ]);
    expect(marks).toHaveLength(1);
  });
});
