import type { Actor } from '../../platform/access/actor';
import type { Json, OperationKind } from '../../platform/operations/operation';
import type { Case } from '../cases';

/** An act done on many cases at once: by the same rules as on one. */
export interface BulkAction extends OperationKind {
  /** Free texts of the request to the form in which they rest. */
  toParams(input: BulkInput): Json;
  /** Throws what the act would refuse the case with; false when it would change nothing. */
  examine(actor: Actor, file: Case, params: Json): Promise<boolean>;
}

/** What may be asked, by action; each action reads its own members. */
export interface BulkInput {
  action: BulkActionName;
  accountId?: string;
  outcome?: string;
  until?: string;
  add?: string[];
  remove?: string[];
  /** Reason or note. */
  reason?: string;
}

export const BULK_ACTIONS = ['assign', 'snooze', 'close', 'tag'] as const;
export type BulkActionName = (typeof BULK_ACTIONS)[number];

/** The kind of operation that an action becomes. */
export const kindOf = (action: BulkActionName): string => `case.${action}`;
