import type { PathWith } from '../../api/client';

/** One field of an act's form; its label is `field.<label ?? name>` of the family's catalogue. */
export interface FamilyField {
  name: string;
  kind:
    | 'text'
    | 'long'
    | 'day'
    | 'instant'
    | 'select'
    | 'check'
    | 'checks'
    | 'yesNo'
    | 'part'
    | 'country'
    | 'file';
  label?: string;
  /** Key of the catalogue. */
  hint?: string;
  options?: readonly [vocabulary: string, codes: readonly string[]];
  required?: boolean;
  /** `today` and `now` on the wall clock of the post. */
  initial?: string;
}

/** Something that is recorded of the case, as data. */
export interface FamilyAct {
  /** Key under `act` of the catalogue. */
  name: string;
  /** `{id}` is the case; any other name is what is acted on. */
  path: PathWith<'post'>;
  fields: readonly FamilyField[];
  /** Sent beside what was typed. */
  fixed?: (target: string) => Record<string, unknown>;
  /** Permission without which it is not offered, beside editing the case. */
  permission?: string;
}

/** What the form shows first. */
export type Known = Record<string, string | null | undefined>;
export type StartFamilyAct = (act: FamilyAct, target?: string, known?: Known) => void;

/** An act under way. */
export interface Doing {
  act: FamilyAct;
  target?: string;
  known?: Known;
}

/** Catalogues of the families whose acts are such data. */
export type FamilyCatalogue = 'death' | 'missing';
