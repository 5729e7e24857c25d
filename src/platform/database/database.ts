import { Injectable } from '@nestjs/common';
import { TransactionHost } from '@nestjs-cls/transactional';
import { ClsService } from 'nestjs-cls';
import type { Pool } from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { Actor } from '../access/actor';
import { sealingThrough } from '../crypto/ambient-seal';
import { KeyServiceDown, KeyServices, type WrappedKey } from '../crypto/key-service';
import { OpenKeys } from '../crypto/open-keys';
import { DomainError } from '../errors/domain-error';
import { hydrated, insertOf, lockOf } from './entity-rows';
import { toldRefusal } from './refusals';
import { statement, type Statement } from './statement';
import { pipelineOf, type PipelinedTransactions } from './transactions';

const ACT_AS = statement('actor.account', 'SELECT app.act_as($1, $2)');
const ACT_AS_SYSTEM = statement('actor.system', 'SELECT app.act_as_system()');
const FORGET_REACH = statement('actor.forget-reach', 'SELECT app.forget_reach()');

/** Wrapped keys that the actor may have: row-level security leaves out those of others. */
const WRAPPED = statement(
  'data-keys.wrapped',
  `SELECT id, wrapped AS text, wrapped_by AS by,
          CASE WHEN case_id IS NULL THEN 'person:' || person_id ELSE 'case:' || case_id END AS context
     FROM data_keys WHERE id = ANY ($1)`,
);

interface Wrapped extends WrappedKey {
  id: string;
  context: string;
}

const ACTOR = 'database.actor';
const AFTER_COMMIT = 'database.after-commit';
const AFTER_ROLLBACK = 'database.after-rollback';
const KEYS = 'database.keys';

/**
 * The door to PostgreSQL. Every transaction starts by saying who acts, so that row-level security
 * shows exactly what that actor may see; a query outside a transaction is refused here and would
 * see nothing there.
 */
@Injectable()
export class Database {
  constructor(
    private readonly host: TransactionHost<PipelinedTransactions>,
    private readonly cls: ClsService,
    private readonly source: DataSource,
    private readonly services: KeyServices,
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
      const afterRollback: (() => Promise<void>)[] = [];
      const keys = new OpenKeys((ids) => this.unwrap(ids));
      this.cls.set(ACTOR, actor);
      this.cls.set(AFTER_COMMIT, afterCommit);
      this.cls.set(AFTER_ROLLBACK, afterRollback);
      this.cls.set(KEYS, keys);
      const result = await sealingThrough(keys, () =>
        this.host.withTransaction(() => {
          pipelineOf(this.host.tx).opening(keys);
          return this.actingAs(actor, work);
        }),
      ).catch(async (error: unknown) => {
        for (const keep of afterRollback) await this.inTransaction(actor, keep);
        throw toldRefusal(error);
      });
      for (const run of afterCommit) run();
      return result;
    });
  }

  /** The actor of the ambient transaction. */
  get actor(): Actor {
    this.assertTransaction();
    return this.cls.get<Actor>(ACTOR);
  }

  /** The data keys that the ambient transaction has opened so far. */
  get keys(): OpenKeys {
    this.assertTransaction();
    return this.cls.get<OpenKeys>(KEYS);
  }

  /** TypeORM's manager of the ambient transaction. */
  get manager(): EntityManager {
    this.assertTransaction();
    return this.host.tx;
  }

  /**
   * Runs a named statement in the ambient transaction and returns its rows. Statements started before
   * anything is waited for travel together, and run in the order they were started.
   */
  async query<R extends object>(sql: Statement, values: readonly unknown[] = []): Promise<R[]> {
    this.assertTransaction();
    const { rows } = await pipelineOf(this.host.tx).send<R>(sql, values);
    return rows;
  }

  /**
   * Lines up a named statement whose rows nobody needs: it leaves with the next one that is waited
   * for, at the latest with the commit, and when it fails so does the transaction.
   */
  post(sql: Statement, values: readonly unknown[] = []): void {
    this.assertTransaction();
    pipelineOf(this.host.tx).post(sql, values);
  }

  /** Posts the insertion of a row; what it leaves out keeps its default. */
  insert<Row extends object>(entity: new () => Row, row: Partial<Row>): void {
    const { sql, values } = insertOf(this.source, entity, row);
    this.post(sql, values);
  }

  /** One row by its id, locked until the transaction ends; null when absent or out of reach. */
  async lock<Row extends object>(entity: new () => Row, id: string): Promise<Row | null> {
    const found = this.query<Record<string, unknown>>(lockOf(this.source, entity), [id]);
    // whoever held it before may have barred the actor
    this.post(FORGET_REACH);
    const [row] = await found;
    return row ? hydrated(this.source, entity, row) : null;
  }

  /**
   * Runs a single statement in its own implicit transaction, without an actor. Only for functions
   * that decide by themselves who may call them (authentication) and for health checks.
   */
  async withoutActor<R extends object>(
    { name, text }: Statement,
    values: readonly unknown[] = [],
  ): Promise<R[]> {
    const { master } = this.source.driver as unknown as { master: Pool };
    const { rows } = await master.query<R>({ name, text, values: [...values] });
    return rows;
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
   * Runs `keep` in a transaction of its own, as the same actor, once the ambient one has been rolled
   * back; never when it commits. For the audit of a refusal, which must outlive what was refused.
   */
  afterRollback(keep: () => Promise<void>): void {
    this.assertTransaction();
    this.cls.get<(() => Promise<void>)[]>(AFTER_ROLLBACK).push(keep);
  }

  /**
   * Says who acts and starts the work in the same message: PostgreSQL answers in order, so the work's
   * first statement already runs as the actor. Both are waited for before anything ends.
   */
  private async actingAs<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    const became =
      actor.kind === 'system'
        ? this.query(ACT_AS_SYSTEM)
        : this.query(ACT_AS, [actor.accountId, actor.sessionId]);
    const [known, done] = await Promise.allSettled([became, work()]);
    if (known.status === 'rejected') throw known.reason;
    if (done.status === 'rejected') throw done.reason;
    return done.value;
  }

  /** @throws DomainError KEY_SERVICE_DOWN (503): sealed files are closed to everybody until it answers */
  private async unwrap(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
    const rows = await this.query<Wrapped>(WRAPPED, [ids]);
    try {
      const keys = rows.map(async ({ id, context, ...wrapped }) => {
        return [id, await this.services.unwrap(wrapped, context)] as const;
      });
      return new Map(await Promise.all(keys));
    } catch (error) {
      if (error instanceof KeyServiceDown) {
        throw new DomainError('KEY_SERVICE_DOWN', { status: 503 });
      }
      throw error;
    }
  }

  private assertTransaction(): void {
    if (!this.cls.isActive() || !this.host.isTransactionActive()) {
      throw new Error('no transaction: open one with Database.inTransaction(actor, …)');
    }
  }
}
