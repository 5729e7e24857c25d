import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import type { TransactionalAdapterTypeOrm } from '@nestjs-cls/transactional-adapter-typeorm';
import { ClsService } from 'nestjs-cls';
import type { Pool, PoolClient } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Actor } from '../access/actor';
import { statement, type Statement } from './statement';

const ACT_AS = statement('actor.account', 'SELECT app.act_as($1, $2)');
const ACT_AS_SYSTEM = statement('actor.system', 'SELECT app.act_as_system()');

const ACTOR = 'database.actor';
const AFTER_COMMIT = 'database.after-commit';
const CLIENT = 'database.client';

/**
 * The door to PostgreSQL. Every transaction starts by saying who acts, so that row-level security
 * shows exactly what that actor may see; a query outside a transaction is refused here and would
 * see nothing there.
 */
@Injectable()
export class Database {
  constructor(
    private readonly host: TransactionHost<TransactionalAdapterTypeOrm>,
    private readonly cls: ClsService,
    private readonly source: DataSource,
  ) {}

  /**
   * Runs `work` in one transaction as `actor`, or inside the ambient one when it belongs to the same
   * actor. Another actor inside it is a programming error: rights must not change half-way.
   */
  async inTransaction<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    if (!this.cls.isActive()) return this.cls.run(() => this.inTransaction(actor, work));
    if (this.host.isTransactionActive()) {
      const ambient = this.cls.get<Actor>(ACTOR);
      if (ambient.accountId !== actor.accountId || ambient.kind !== actor.kind) {
        throw new Error('a transaction keeps the actor it began with');
      }
      return work();
    }
    return this.cls.run({ ifNested: 'inherit' }, async () => {
      const afterCommit: (() => void)[] = [];
      this.cls.set(ACTOR, actor);
      this.cls.set(AFTER_COMMIT, afterCommit);
      const result = await this.host.withTransaction(() => this.actingAs(actor, work));
      for (const run of afterCommit) run();
      return result;
    });
  }

  /** The actor of the ambient transaction. */
  get actor(): Actor {
    this.assertTransaction();
    return this.cls.get<Actor>(ACTOR);
  }

  /** TypeORM's manager of the ambient transaction. */
  get manager(): EntityManager {
    this.assertTransaction();
    return this.host.tx;
  }

  /**
   * Runs a named statement on the ambient transaction's connection and returns its rows. It is sent
   * at once: statements started together travel together, and run in the order they were started.
   */
  query<R extends object>(sql: Statement, values: readonly unknown[] = []): Promise<R[]> {
    this.assertTransaction();
    return send(this.cls.get<PoolClient>(CLIENT), sql, values);
  }

  /**
   * Runs a single statement in its own implicit transaction, without an actor. Only for functions
   * that decide by themselves who may call them (authentication) and for health checks.
   */
  withoutActor<R extends object>(sql: Statement, values: readonly unknown[] = []): Promise<R[]> {
    return send((this.source.driver as unknown as { master: Pool }).master, sql, values);
  }

  /**
   * Runs `hint` once the ambient transaction has committed. Only for hints that may be lost
   * (waking the relay): whatever must happen belongs in the outbox.
   */
  afterCommit(hint: () => void): void {
    this.assertTransaction();
    this.cls.get<(() => void)[]>(AFTER_COMMIT).push(hint);
  }

  /**
   * Says who acts and starts the work in the same round trip: PostgreSQL answers in order, so the
   * work's first statement already runs as the actor. Both are waited for before anything ends.
   */
  private async actingAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const client = (await this.host.tx.queryRunner!.connect()) as PoolClient;
    this.cls.set(CLIENT, client);
    const became =
      actor.kind === 'system'
        ? send(client, ACT_AS_SYSTEM)
        : send(client, ACT_AS, [actor.accountId, actor.sessionId]);
    const [known, done] = await Promise.allSettled([became, work()]);
    if (known.status === 'rejected') throw known.reason;
    if (done.status === 'rejected') throw done.reason;
    return done.value;
  }

  private assertTransaction(): void {
    if (!this.cls.isActive() || !this.host.isTransactionActive()) {
      throw new Error('no transaction: open one with Database.inTransaction(actor, …)');
    }
  }
}

async function send<R extends object>(
  to: Pool | PoolClient,
  sql: Statement,
  values: readonly unknown[] = [],
): Promise<R[]> {
  const { rows } = await to.query<R>({ name: sql.name, text: sql.text, values: [...values] });
  return rows;
}
