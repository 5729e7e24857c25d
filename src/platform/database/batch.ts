import { Query, type Connection, type QueryResult } from 'pg';

type Done = (error: Error | null, result?: QueryResult) => void;

/** What pg's client calls on a query; its types leave them out. */
interface QueryInside {
  name?: string;
  text: string;
  callback: Done;
  prepare(connection: Connection): void;
  handleRowDescription(message: unknown): void;
  handleDataRow(message: unknown): void;
  handleCommandComplete(message: unknown, connection: Connection): void;
  handleReadyForQuery(connection: Connection): void;
  handleError(error: Error, connection: Connection): void;
}

interface ConnectionInside {
  stream: { cork(): void; uncork(): void };
  parsedStatements: Record<string, string | undefined>;
  submittedNamedStatements: Record<string, string | undefined>;
  sync(): void;
}

interface BatchEntry {
  name: string;
  text: string;
  values: unknown[];
  done: Done;
}

const inside = (query: Query): QueryInside => query as unknown as QueryInside;

/**
 * Named statements that travel as one message each way: one Sync for all of them instead of one each,
 * which is what costs both sides a system call. The first that fails fails those after it too, as
 * PostgreSQL skips them; the transaction around them is broken in either case.
 */
export class Batch extends Query {
  private readonly queries: QueryInside[];
  private at = 0;

  constructor(entries: readonly BatchEntry[]) {
    super({ text: 'batch', values: [] });
    this.queries = entries.map(({ done, ...config }) => inside(new Query(config, done as never)));
    inside(this).callback = () => undefined;
    // pg asks which statement was just parsed: the one whose answers are arriving
    Object.defineProperties(this, {
      name: { get: () => this.queries[this.at]?.name },
      text: { get: () => this.queries[this.at]?.text ?? '' },
    });
  }

  override submit = (connection: Connection): void => {
    const { stream } = connection as unknown as ConnectionInside;
    const unsynced = Object.create(connection, { sync: { value: () => undefined } }) as Connection;
    stream.cork();
    for (const query of this.queries) query.prepare(unsynced);
    (connection as unknown as ConnectionInside).sync();
    stream.uncork();
  };

  handleRowDescription(message: unknown): void {
    this.queries[this.at]!.handleRowDescription(message);
  }

  handleDataRow(message: unknown): void {
    this.queries[this.at]!.handleDataRow(message);
  }

  handleCommandComplete(message: unknown, connection: Connection): void {
    this.queries[this.at]!.handleCommandComplete(message, connection);
    this.at += 1;
  }

  handleReadyForQuery(connection: Connection): void {
    for (const query of this.queries) query.handleReadyForQuery(connection);
  }

  handleError(error: Error, connection: Connection): void {
    const { parsedStatements, submittedNamedStatements } =
      connection as unknown as ConnectionInside;
    for (const query of this.queries.slice(0, this.at)) query.handleReadyForQuery(connection);
    for (const query of this.queries.slice(this.at)) {
      if (query.name && !parsedStatements[query.name]) delete submittedNamedStatements[query.name];
      query.handleError(error, connection);
    }
  }
}
