import type { Actor } from '../access/actor';

export const OPERATION_STATES = ['queued', 'running', 'done', 'cancelled', 'failed'] as const;
/** Where long work stands. */
export type OperationState = (typeof OPERATION_STATES)[number];

export const ROW_STATES = ['pending', 'done', 'unchanged', 'refused', 'cancelled'] as const;
/** What became of one row. `refused`: by a rule, named in `code`. */
export type RowState = (typeof ROW_STATES)[number];

/** Long work as whoever asked for it sees it. Instants ISO 8601 UTC. */
export interface OperationView {
  id: string;
  kind: string;
  state: OperationState;
  total: number;
  done: number;
  unchanged: number;
  refused: number;
  /** The operation that this one undoes. */
  undoOf: string | null;
  /** The operation that undid this one, or is about to. */
  undoneBy: string | null;
  undoable: boolean;
  cancelAskedAt: string | null;
  failure: string | null;
  recordedAt: string;
  finishedAt: string | null;
}

export type Json = Record<string, unknown>;

/** One row in hand. `before` and `after` are those of the operation that is being undone. */
export interface OperationRow {
  n: number;
  subjectId: string;
  before: Json | null;
  after: Json | null;
}

/** How a row ended, if no rule refused it; `before` and `after` let it be undone. */
export type RowEnd = { state: 'done'; before: Json; after: Json } | { state: 'unchanged' };

/** What a module knows how to do row by row. It registers itself at start. */
export interface OperationKind {
  /** `noun.verb`, e.g. `case.assign`. */
  readonly kind: string;
  /** One row, in a savepoint, as whoever asked; a DomainError refuses this row alone. */
  run(actor: Actor, params: Json, row: OperationRow): Promise<RowEnd>;
  /** Puts a row back as it was; refuses with CHANGED_SINCE when it is no longer as it was left. */
  undo?(actor: Actor, params: Json, row: OperationRow): Promise<RowEnd>;
}
