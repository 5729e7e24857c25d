import type { PathWith } from '../api/client';
import type { FieldValue } from './fields-dialog';

/** One field of an act's form; its label is `field.<label ?? name>` of the family's catalogue. */
export interface FamilyField {
  name: string;
  /** `part`: somebody who takes part in the case; `document`: a file of the case. */
  kind:
    | 'text'
    | 'long'
    | 'day'
    | 'instant'
    | 'select'
    | 'check'
    | 'checks'
    | 'yesNo'
    | 'country'
    | 'document'
    | 'part'
    | 'person'
    | 'staff';
  label?: string;
  /** Key of the catalogue. */
  hint?: string;
  options?: readonly [vocabulary: string, codes: readonly string[]];
  required?: boolean;
  /** `today` and `now` on the wall clock of the post; `country`: that of the case. */
  initial?: string;
  /** Of a `part`: in which roles; absent: anybody but the beneficiary. */
  roles?: readonly string[];
}

/** Something that is recorded of a family's case, as data. */
export interface FamilyAct<Name extends string = string> {
  /** Key under `act` of the catalogue. */
  name: Name;
  /** `{id}` is the case; any other name is what is acted on. */
  path: PathWith<'post'>;
  fields: readonly FamilyField[];
  /** Absent: whoever may edit the case. */
  permission?: string;
  /** What is sent, where it is not what was typed, name by name. */
  body?: (typed: Record<string, FieldValue>) => Record<string, unknown>;
  /** Sent where nothing was typed, e.g. that a box is not checked. */
  unless?: Record<string, unknown>;
  /** Sent beside what was typed. */
  fixed?: (target: string) => Record<string, unknown>;
}

/** What the form shows first, from what it replaces or carries on. */
export type Known = Record<string, string | string[] | null | undefined>;

export interface Doing<Name extends string = string> {
  act: FamilyAct<Name>;
  /** What is acted on inside the case. */
  target?: string;
  known?: Known;
  /** The version of it that was read. */
  version?: number;
}
export type StartFamilyAct<Name extends string = string> = (
  act: FamilyAct<Name>,
  target?: string,
  known?: Known,
  version?: number,
) => void;

/** Catalogues of the families whose acts are such data. */
export type FamilyCatalogue =
  'death' | 'minors' | 'missing' | 'repatriation' | 'trafficking' | 'violence';
