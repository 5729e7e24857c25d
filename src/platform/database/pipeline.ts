import type { PoolClient, QueryResult } from 'pg';
import type { OpenKeys } from '../crypto/open-keys';
import { Batch } from './batch';
import type { Statement } from './statement';

const isPromise = (value: unknown): value is Promise<QueryResult> =>
  typeof (value as { then?: unknown } | undefined)?.then === 'function';

const ignore = (): void => undefined;

type Entry = ConstructorParameters<typeof Batch>[0][number];

/**
 * The statements of one transaction on its connection. What is started before anything is waited for
 * leaves together; a posted one waits for the next that is sent. Whatever else speaks on the
 * connection (TypeORM) comes after what was started before it. Once closed it refuses: by then the
 * connection may serve somebody else.
 */
export class Pipeline {
  private waiting: Entry[] = [];
  private leaving = false;
  private closed = false;
  private failure: Error | null = null;
  private keys: OpenKeys | null = null;

  constructor(private readonly client: PoolClient) {
    // a connection that ends between two statements is told by the next of them, and ends no process
    client.on('error', ignore);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      this.flush();
      const answer = query(...args);
      return isPromise(answer) ? answer.then((result) => this.opened(result)) : answer;
    }) as PoolClient['query'];
  }

  /** From now on what is read is opened with these keys, as far as they go. */
  opening(keys: OpenKeys): void {
    this.keys = keys;
  }

  /** Sends a statement, with all that waits before it, and gives its result. */
  send<R extends object>(sql: Statement, values: readonly unknown[] = []): Promise<QueryResult<R>> {
    const answer = new Promise<QueryResult<R>>((resolve, reject) => {
      this.line(sql, values, (error, result) =>
        error ? reject(error) : resolve(result as QueryResult<R>),
      );
      if (!this.leaving) process.nextTick(() => this.flush());
      this.leaving = true;
    });
    // in the sender's context, not in the socket's: opening may have to ask for a key
    return answer.then((result) => this.opened(result));
  }

  /** Lines a statement up whose result nobody needs; it leaves with the next that is sent. */
  post(sql: Statement, values: readonly unknown[] = []): void {
    this.line(sql, values, (error) => (this.failure ??= error));
  }

  /**
   * Sends `sql` alone, giving up what still waits: in a broken transaction PostgreSQL skips whatever
   * follows a failure in the same message, and a rollback must not be among it.
   */
  sendAlone(sql: Statement): Promise<QueryResult> {
    const given = this.waiting;
    this.waiting = [];
    for (const { done } of given) done(new Error('the transaction was rolled back'));
    return this.send(sql);
  }

  /** Why a posted statement failed, if one did. */
  get failed(): Error | null {
    return this.failure;
  }

  /** Gives the connection back as it was; nothing more may be sent. */
  close(): void {
    this.flush();
    this.closed = true;
    this.client.off('error', ignore);
    // uncovers the client's own
    delete (this.client as Partial<PoolClient>).query;
  }

  private opened<Result extends Pick<QueryResult, 'rows'>>(
    result: Result,
  ): Result | Promise<Result> {
    const { keys } = this;
    if (!keys?.concerns(result.rows)) return result;
    return keys.openRows(result.rows).then(() => result);
  }

  private line({ name, text }: Statement, values: readonly unknown[], done: Entry['done']): void {
    if (this.closed) throw new Error('the transaction is over');
    this.waiting.push({ name, text, values: [...values], done });
  }

  private flush(): void {
    this.leaving = false;
    if (this.waiting.length === 0) return;
    const batch = new Batch(this.waiting);
    this.waiting = [];
    this.client.query(batch);
  }
}
