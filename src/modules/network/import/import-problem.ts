/** What is wrong with one line of a file; `code` has its sentence in the message catalogue. */
export interface ImportProblem {
  /** File name without its folder. */
  file: string;
  /** Line of the file, the header being 1. */
  line: number;
  /** Column name; null when the whole line is meant. */
  column: string | null;
  code: ImportProblemCode;
}

/** Each has its sentence as `validation.<code>` in the messages. */
export const IMPORT_PROBLEM_CODES = [
  'not_utf8',
  'broken_csv',
  'columns_differ',
  'empty_file',
  'too_short_or_long',
  'post_code_form',
  'post_kind_unknown',
  'second_headquarters',
  'country_unknown',
  'subdivision_of_country',
  'zone_unknown',
  'latitude_range',
  'longitude_range',
  'currency_unknown',
  'language_unknown',
  'parent_unknown',
  'parent_not_career',
  'parent_not_allowed',
  'post_unknown',
  'duplicate',
] as const;

export type ImportProblemCode = (typeof IMPORT_PROBLEM_CODES)[number];

/** A file as it was read: bytes are decoded here, so that a wrong encoding is told and not guessed. */
export interface ImportFile {
  name: string;
  content: Uint8Array;
}
