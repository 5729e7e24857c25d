import type { TransactionalAdapter } from '@nestjs-cls/transactional';
import type { PoolClient } from 'pg';
import { DataSource, type EntityManager, type QueryRunner } from 'typeorm';
import { Pipeline } from './pipeline';
import { statement } from './statement';

const BEGIN = statement('transaction.begin', 'BEGIN');
const COMMIT = statement('transaction.commit', 'COMMIT');
const ROLLBACK = statement('transaction.rollback', 'ROLLBACK');

/** The pipeline of a transaction, by its TypeORM manager. */
const pipelines = new WeakMap<EntityManager, Pipeline>();

/** Only for `Database`: every transaction has one. */
export const pipelineOf = (manager: EntityManager): Pipeline => pipelines.get(manager)!;

/** Runs `work` between BEGIN, which leaves together with the work's first statements, and COMMIT. */
async function inTransaction<T>(
  source: DataSource,
  work: () => Promise<T>,
  use: (manager: EntityManager) => void,
): Promise<T> {
  const runner = source.createQueryRunner();
  const pipeline = new Pipeline((await runner.connect()) as PoolClient);
  try {
    return await between(runner, pipeline, work, use);
  } finally {
    pipeline.close();
    await runner.release();
  }
}

async function between<T>(
  runner: QueryRunner,
  pipeline: Pipeline,
  work: () => Promise<T>,
  use: (manager: EntityManager) => void,
): Promise<T> {
  const begun = pipeline.send(BEGIN);
  // TypeORM would open a transaction of its own around each save, did it not know of this one
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
  pipelines.set(runner.manager, pipeline);
  use(runner.manager);
  try {
    const [started, done] = await Promise.allSettled([begun, work()]);
    if (started.status === 'rejected') throw started.reason;
    if (done.status === 'rejected') throw done.reason;
    const { command } = await pipeline.send(COMMIT);
    if (command !== 'COMMIT') throw new Error('a statement failed unnoticed; nothing was saved');
    return done.value;
  } catch (error) {
    // what broke the transaction says more than what met it broken
    const cause: unknown = pipeline.failed ?? error;
    // on a dead connection this fails as well, and PostgreSQL has rolled back by itself
    await pipeline.sendAlone(ROLLBACK).catch(() => undefined);
    throw cause;
  } finally {
    Object.assign(runner, { isTransactionActive: false, transactionDepth: 0 });
  }
}

type Wrap<T> = (
  options: unknown,
  work: () => Promise<T>,
  use: (manager: EntityManager) => void,
) => Promise<T>;

/** How ambient transactions run on TypeORM's pool. */
export class PipelinedTransactions implements TransactionalAdapter<
  DataSource,
  EntityManager,
  unknown
> {
  readonly connectionToken = DataSource;

  readonly optionsFactory = (source: DataSource) => ({
    wrapWithTransaction: ((_options, work, use) =>
      inTransaction(source, work, use)) as Wrap<unknown>,
    getFallbackInstance: () => source.manager,
  });
}
