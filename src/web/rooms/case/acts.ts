import type { PathWith } from '../../api/client';
import type { CaseFile } from '../../api/types';

/** One field of an act's form. Its label is `field.<label ?? name>` in the `detention` catalogue. */
export interface ActField {
  name: string;
  kind:
    | 'text'
    | 'long'
    | 'instant'
    | 'day'
    | 'select'
    | 'staff'
    | 'checks'
    | 'colleagues'
    | 'term'
    | 'subdivision'
    | 'country';
  label?: string;
  /** Names the field by a vocabulary instead, when the field is one of its codes. */
  vocabulary?: string;
  /** Vocabulary and codes of a `select` or of `checks`. */
  options?: readonly [
    vocabulary: string,
    codes: readonly string[] | ((file: CaseFile) => readonly string[]),
  ];
  required?: boolean;
  /** What the field shows first; `now` for an instant. */
  initial?: string | ((file: CaseFile) => string | null | undefined);
}

/**
 * Something an officer may do to a case, as data: where it is sent, what it asks, and when the state
 * forbids it. `blocked` gives the key of the reason under `blocked.*`.
 */
export interface Act {
  name: string;
  /** `{id}` is the case; any other name is what is acted on, e.g. a hearing. */
  path: PathWith<'post'> | PathWith<'patch'>;
  method?: 'PATCH';
  permission: string;
  /** Name of this act in the `allowed` list of the case, when its state decides. */
  allowedAs?: string;
  /** Statuses in which the act is shown although not yet allowed, to say what it waits for. */
  statuses?: readonly string[];
  fields: readonly ActField[];
  blocked?: (file: CaseFile) => string | null;
  /** Version of what is acted on, when it has its own; absent: the case's or the detention's. */
  versionOf?: (file: CaseFile, target: string) => number | undefined;
  toBody?: (values: Record<string, unknown>) => Record<string, unknown>;
}

/** Opens the form of an act, on the case or on one thing in it. */
export type StartAct = (act: Act, target?: string) => void;

export const occurredAt: ActField = {
  name: 'occurredAt',
  kind: 'instant',
  required: true,
  initial: 'now',
};

export const note: ActField = { name: 'note', kind: 'long' };
