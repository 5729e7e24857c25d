import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor';
import { Audit } from '../audit/audit';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { DomainError, notFound } from '../errors/domain-error';
import { decodeCursor, toPage, type Page } from '../http/cursor';
import { newId } from '../ids';
import { Outbox } from '../outbox/outbox';
import type { Json, OperationView } from './operation';
import { OperationKinds } from './operation-kinds';
import { RunOperation } from './operation.jobs';

const SELECT = `
  SELECT o.id, o.kind, o.state, o.total, o.done, o.unchanged, o.refused, o.undo_of AS "undoOf",
         u.id AS "undoneBy", o.cancel_asked_at AS "cancelAskedAt", o.failure,
         o.recorded_at AS "recordedAt", o.finished_at AS "finishedAt", o.recorded_at::text AS "cursorKey"
    FROM operations o LEFT JOIN operations u ON u.undo_of = o.id`;
const ONE = statement('operation.one', `${SELECT} WHERE o.id = $1`);
const MINE = statement(
  'operation.mine',
  `${SELECT} WHERE o.requested_by = $1
      AND ($3::timestamptz IS NULL OR (o.recorded_at, o.id) < ($3, $4::uuid))
    ORDER BY o.recorded_at DESC, o.id DESC LIMIT $2`,
);
const PARAMS = statement('operation.params', 'SELECT params FROM operations WHERE id = $1');
const LOCK = statement('operation.lock', 'SELECT state FROM operations WHERE id = $1 FOR UPDATE');
const INSERT = statement(
  'operation.insert',
  `INSERT INTO operations (id, kind, requested_by, token_scope, params, total, undo_of)
   VALUES ($1, $2, app.account(), $3, $4, $5, $6)`,
);
const INSERT_ROWS = statement(
  'operation.insert-rows',
  `INSERT INTO operation_rows (operation_id, n, subject_id)
   SELECT $1, n, id FROM unnest($2::uuid[]) WITH ORDINALITY AS s (id, n)`,
);
const COPY_ROWS = statement(
  'operation.copy-rows',
  `INSERT INTO operation_rows (operation_id, n, subject_id, before, after)
   SELECT $1, row_number() OVER (ORDER BY n DESC), subject_id, before, after
     FROM operation_rows WHERE operation_id = $2 AND state = 'done'`,
);
const ASK_TO_CANCEL = statement(
  'operation.ask-to-cancel',
  `UPDATE operations SET cancel_asked_at = coalesce(cancel_asked_at, $2) WHERE id = $1`,
);

type Row = Omit<OperationView, 'undoable' | 'cancelAskedAt' | 'recordedAt' | 'finishedAt'> & {
  cancelAskedAt: Date | null;
  recordedAt: Date;
  finishedAt: Date | null;
  cursorKey: string;
};

export interface NewOperation {
  kind: string;
  /** Ids and codes; free texts as they rest (`ProtectedText.toStored`). */
  params: Json;
  /** In the order in which they are worked. */
  subjects: readonly string[];
  /** The post whose queue carries the work; null: the system's. */
  postId: string | null;
}

const ENDED: readonly string[] = ['done', 'cancelled', 'failed'];

/** Long work: asked for in a request, done by the worker, found again by whoever asked. */
@Injectable()
export class Operations {
  constructor(
    private readonly database: Database,
    private readonly kinds: OperationKinds,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Asks for work on each subject; the actor of the ambient transaction is who it is done as. */
  request(actor: Actor, input: NewOperation): Promise<OperationView> {
    return this.database.inTransaction(actor, async () => {
      const id = await this.insert(actor, input, input.subjects.length, null);
      await this.database.query(INSERT_ROWS, [id, input.subjects]);
      return this.send(id, input.postId, 'operation.requested', input.kind);
    });
  }

  /**
   * Asks for an ended operation to be taken back, row by row. 409 OPERATION_NOT_ENDED,
   * OPERATION_ALREADY_UNDONE; 422 OPERATION_NOT_UNDOABLE.
   */
  undo(actor: Actor, id: string): Promise<OperationView> {
    return this.database.inTransaction(actor, async () => {
      await this.database.query(LOCK, [id]);
      const original = await this.read(id);
      if (!ENDED.includes(original.state)) {
        throw new DomainError('OPERATION_NOT_ENDED', { status: 409 });
      }
      if (original.undoneBy) throw new DomainError('OPERATION_ALREADY_UNDONE', { status: 409 });
      if (!original.undoable) throw new DomainError('OPERATION_NOT_UNDOABLE');
      const [asked] = await this.database.query<{ params: Json }>(PARAMS, [id]);
      const undo = { kind: original.kind, params: asked!.params };
      const undoId = await this.insert(actor, undo, original.done, id);
      await this.database.query(COPY_ROWS, [undoId, id]);
      const post = actor.grants.find(({ postId }) => postId !== null)?.postId ?? null;
      return this.send(undoId, post, 'operation.undo_requested', original.kind);
    });
  }

  /** Stops before the next rows; what is done stays. Again, or after the end, is no fault. */
  cancel(actor: Actor, id: string, now: string): Promise<OperationView> {
    return this.database.inTransaction(actor, async () => {
      const before = await this.read(id);
      if (ENDED.includes(before.state)) return before;
      await this.database.query(ASK_TO_CANCEL, [id, now]);
      await this.audit.record({
        action: 'operation.cancelled',
        subjectType: 'operation',
        subjectId: id,
      });
      return this.read(id);
    });
  }

  /** 404 when absent or of somebody else. */
  find(actor: Actor, id: string): Promise<OperationView> {
    return this.database.inTransaction(actor, () => this.read(id));
  }

  /** Newest first. */
  mine(actor: Actor, query: { cursor?: string; limit: number }): Promise<Page<OperationView>> {
    const after = decodeCursor(query.cursor) ?? [null, null];
    return this.database.inTransaction(actor, async () => {
      const rows = await this.database.query<Row>(MINE, [
        actor.accountId,
        query.limit + 1,
        ...after,
      ]);
      return toPage(
        rows,
        query.limit,
        (row) => [row.cursorKey, row.id],
        (row) => this.view(row),
      );
    });
  }

  private async read(id: string): Promise<OperationView> {
    const [row] = await this.database.query<Row>(ONE, [id]);
    if (!row) throw notFound();
    return this.view(row);
  }

  private async insert(
    actor: Actor,
    { kind, params }: Pick<NewOperation, 'kind' | 'params'>,
    total: number,
    undoOf: string | null,
  ): Promise<string> {
    if (!this.kinds.get(kind)) throw new Error(`nobody registered the operation ${kind}`);
    const id = newId();
    const values = [id, kind, actor.tokenScope, JSON.stringify(params), total, undoOf];
    await this.database.query(INSERT, values);
    return id;
  }

  private async send(
    id: string,
    postId: string | null,
    action: string,
    kind: string,
  ): Promise<OperationView> {
    const operation = await this.read(id);
    await this.outbox.append(RunOperation, { operationId: id }, { postId });
    await this.audit.record({
      action,
      subjectType: 'operation',
      subjectId: id,
      details: { kind, rows: operation.total },
    });
    return operation;
  }

  private view({ cursorKey: _, ...row }: Row): OperationView {
    return {
      ...row,
      undoable: row.undoOf === null && row.done > 0 && this.kinds.get(row.kind)?.undo !== undefined,
      cancelAskedAt: row.cancelAskedAt?.toISOString() ?? null,
      recordedAt: row.recordedAt.toISOString(),
      finishedAt: row.finishedAt?.toISOString() ?? null,
    };
  }
}
