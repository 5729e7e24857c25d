import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { Actors } from '../access/actors';
import { Audit } from '../audit/audit';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { statement } from '../database/statement';
import { DomainError } from '../errors/domain-error';
import { GIVEN_UP, type GivenUpReason } from '../jobs/job-contract';
import type { Json, OperationKind, OperationRow, RowState } from './operation';
import { OperationKinds } from './operation-kinds';

const WHO = statement(
  'operation.who',
  `SELECT kind, requested_by AS "requestedBy", token_scope AS "tokenScope" FROM operations
    WHERE id = $1 AND state IN ('queued', 'running')`,
);
/** A second delivery waits here for the first; rows that the first ended are no longer pending. */
const LOCK = statement(
  'operation.take',
  `UPDATE operations SET state = 'running', started_at = coalesce(started_at, $2)
    WHERE id = $1 AND state IN ('queued', 'running')
   RETURNING params, undo_of IS NOT NULL AS undoing, cancel_asked_at IS NOT NULL AS cancelled`,
);
const NEXT = statement(
  'operation.next-rows',
  `SELECT n, subject_id AS "subjectId", before, after FROM operation_rows
    WHERE operation_id = $1 AND state = 'pending' ORDER BY n LIMIT $2`,
);
const END_ROWS = statement(
  'operation.end-rows',
  `WITH ended AS (
     UPDATE operation_rows r SET state = e.state, code = e.code, before = e.before, after = e.after, ended_at = $3
       FROM jsonb_to_recordset($2) AS e (n integer, state text, code text, before jsonb, after jsonb)
      WHERE r.operation_id = $1 AND r.n = e.n RETURNING r.state
   )
   UPDATE operations SET done = done + (SELECT count(*) FROM ended WHERE state = 'done'),
          unchanged = unchanged + (SELECT count(*) FROM ended WHERE state = 'unchanged'),
          refused = refused + (SELECT count(*) FROM ended WHERE state = 'refused')
    WHERE id = $1`,
);
const FINISH = statement(
  'operation.finish',
  `WITH left_over AS (
     UPDATE operation_rows SET state = 'cancelled', ended_at = $3 WHERE operation_id = $1 AND state = 'pending'
   )
   UPDATE operations SET state = $2, finished_at = $3, failure = $4
    WHERE id = $1 AND finished_at IS NULL`,
);
/** What is left stays pending: a person may have it tried again. */
const GIVE_UP = statement(
  'operation.give-up',
  `UPDATE operations SET state = 'failed', finished_at = $2, failure = $3
    WHERE id = $1 AND finished_at IS NULL RETURNING id`,
);
/** Tried again by a person after it had been given up; not once it has been undone. */
const TAKE_UP = statement(
  'operation.take-up',
  `UPDATE operations o SET state = 'running', finished_at = NULL, failure = NULL
    WHERE o.id = $1 AND o.state = 'failed' AND o.failure = ANY ($2)
      AND NOT EXISTS (SELECT 1 FROM operations u WHERE u.undo_of = o.id)`,
);
const SAVE = statement('operation.savepoint', 'SAVEPOINT operation_row');
const KEEP = statement('operation.release', 'RELEASE SAVEPOINT operation_row');
const UNDO = statement('operation.roll-back', 'ROLLBACK TO SAVEPOINT operation_row');

/** Rows of one transaction: few enough that nobody waits long for a case that is among them. */
const CHUNK = 25;

interface Asked {
  kind: string;
  requestedBy: string;
  tokenScope: string[] | null;
}

interface Taken {
  params: Json;
  undoing: boolean;
  cancelled: boolean;
}

interface EndedRow {
  n: number;
  state: RowState;
  code: string | null;
  before: Json | null;
  after: Json | null;
}

/**
 * Does long work chunk by chunk as whoever asked for it, with the rights they have now. Acts and the
 * ends of their rows are one transaction, so that work that was cut off goes on where it was and each
 * row happens once.
 */
@Injectable()
export class OperationRunner {
  constructor(
    private readonly database: Database,
    private readonly actors: Actors,
    private readonly kinds: OperationKinds,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Goes on to the end; returns at once when it has ended already. */
  async finish(id: string): Promise<void> {
    await this.asSystem(() => this.database.query(TAKE_UP, [id, GIVEN_UP]));
    while (await this.advance(id)) {
      // each chunk commits by itself
    }
  }

  /** In the ambient transaction of the system: it has failed, and says why. */
  async giveUp(id: string, reason: GivenUpReason): Promise<void> {
    const ended = await this.database.query(GIVE_UP, [id, this.now(), reason]);
    if (ended.length > 0) await this.recordEnd(id, 'failed');
  }

  /** One chunk; false when nothing is left to do. */
  async advance(id: string): Promise<boolean> {
    const asked = await this.asSystem(async () => {
      const [row] = await this.database.query<Asked>(WHO, [id]);
      return row;
    });
    if (!asked) return false;
    const kind = this.kinds.get(asked.kind);
    const actor = await this.actors.of(asked.requestedBy, asked.tokenScope);
    if (!kind || !actor) {
      const failure = kind ? 'ACCOUNT_MAY_NOT_ACT' : 'OPERATION_UNKNOWN';
      await this.asSystem(() => this.end(id, 'failed', failure));
      return false;
    }
    return this.database.inTransaction(actor, () => this.chunk(id, kind, actor));
  }

  private async chunk(id: string, kind: OperationKind, actor: Actor): Promise<boolean> {
    const [operation] = await this.database.query<Taken>(LOCK, [id, this.now()]);
    if (!operation) return false;
    if (operation.cancelled) return this.end(id, 'cancelled');
    const rows = await this.database.query<OperationRow>(NEXT, [id, CHUNK]);
    if (rows.length === 0) return this.end(id, 'done');
    const ended: EndedRow[] = [];
    for (const row of rows) ended.push(await this.one(kind, actor, operation, row));
    await this.database.query(END_ROWS, [id, JSON.stringify(ended), this.now()]);
    return true;
  }

  /** A refusal takes back what the row had begun and leaves the others alone. */
  private async one(
    kind: OperationKind,
    actor: Actor,
    { params, undoing }: Taken,
    row: OperationRow,
  ): Promise<EndedRow> {
    const { n, before, after } = row;
    await this.database.query(SAVE);
    try {
      const end = undoing
        ? await kind.undo!(actor, params, row)
        : await kind.run(actor, params, row);
      await this.database.query(KEEP);
      return { n, code: null, before: null, after: null, ...end };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.database.query(UNDO);
      return { n, state: 'refused', code: error.code, before, after };
    }
  }

  private async end(id: string, state: string, failure: string | null = null): Promise<false> {
    await this.database.query(FINISH, [id, state, this.now(), failure]);
    await this.recordEnd(id, state);
    return false;
  }

  private recordEnd(id: string, state: string): Promise<void> {
    return this.audit.record({
      action: 'operation.ended',
      subjectType: 'operation',
      subjectId: id,
      details: { state },
    });
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }

  private now(): string {
    return this.clock.now().toString();
  }
}
