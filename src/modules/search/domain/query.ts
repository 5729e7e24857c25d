/** What was typed may be a number: those that it can stand for, as they are stored. */
export interface Numbers {
  /** References of cases, e.g. `MAD-2026-000123`, `S-7K3M9QXA`. */
  references: string[];
}

const CASE = /^([A-Z]{3})[\s./-]*(\d{4})[\s./-]*(\d{1,6})$/;
const SEALED = /^S[\s-]?([0-9A-HJKMNP-TV-Z]{8})$/;
const ORDINAL = /^\d{1,6}$/;
const YEAR_AND_ORDINAL = /^(\d{4})[\s./-]+(\d{1,6})$/;

const reference = (post: string, year: number | string, n: string): string =>
  `${post}-${year}-${n.padStart(6, '0')}`;

/**
 * References that `text` may mean: whole or without its zeros, or the ordinal alone at one of the
 * reader's own posts this year or the last.
 */
export function referencesIn(text: string, ownPosts: readonly string[], year: number): string[] {
  const typed = text.trim().toUpperCase();
  const whole = CASE.exec(typed);
  if (whole) return [reference(whole[1]!, whole[2]!, whole[3]!)];
  const sealed = SEALED.exec(typed);
  if (sealed) return [`S-${sealed[1]}`];
  const dated = YEAR_AND_ORDINAL.exec(typed);
  if (dated) return ownPosts.map((post) => reference(post, dated[1]!, dated[2]!));
  if (!ORDINAL.test(typed)) return [];
  return ownPosts.flatMap((post) => [year, year - 1].map((y) => reference(post, y, typed)));
}

/** Only letters and digits, as the index compares numbers of acts and intake references. */
export const plainNumber = (text: string): string =>
  text.toUpperCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** A number of an act or a reference has a digit in it and no more than a few parts. */
export const looksLikeNumber = (text: string): boolean =>
  /\d/.test(text) && text.trim().split(/\s+/).length <= 4 && plainNumber(text).length >= 3;
