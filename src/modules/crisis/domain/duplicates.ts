import {
  compareNames,
  documentNumberKey,
  partsQuery,
  personKeys,
  personWords,
  type NamedPerson,
} from '../../people';

/** What records of one incident are compared by. */
export interface Registered extends NamedPerson {
  id: string;
  documentNumber: string | null;
  /** E.164. */
  phone: string | null;
}

export const LIKENESSES = ['same_document', 'same_phone', 'alike'] as const;
/** Why two records may be one person. */
export type Likeness = (typeof LIKENESSES)[number];

/** How alike names must be: a number in common weighs more than a name, a family shares its telephone. */
const LEAST = { same_document: 0.4, same_phone: 0.7, alike: 0.85 } as const;

/** Keys that find somebody who is searched for, and make nobody a duplicate of anybody. */
export const WORD_KEY = 'w:';

/**
 * Keys under which a record is looked for: number, telephone, and pairs of sounds of the name, with the
 * day of birth. A single word would make a candidate of everybody: it is for searching alone.
 */
export function keysOf(person: Omit<Registered, 'id'>): string[] {
  const number = person.documentNumber && documentNumberKey(person.documentNumber);
  return [
    ...(number ? [`d:${number}`] : []),
    ...(person.phone ? [`p:${person.phone}`] : []),
    ...personKeys(person).map((key) => `${key.includes(' ') ? 'n:' : WORD_KEY}${key}`),
  ];
}

/**
 * The keys that whoever is searched for has, all of them: a number, a telephone with its country, or the
 * sounds of the words typed. Nothing to search by gives none.
 */
export function searchKeys(text: string): string[] {
  const compact = text.replace(/[\s().-]/g, '');
  if (/^\+\d{6,15}$/.test(compact)) return [`p:${compact}`];
  if (/\d/.test(compact)) return [`d:${documentNumberKey(compact)}`];
  const name = { givenNames: text, firstSurname: '', secondSurname: null, birthDate: null };
  return [...new Set(personWords(name).map(({ sound }) => `${WORD_KEY}${sound}`))];
}

const score = (a: NamedPerson, b: NamedPerson): number =>
  Math.max(compareNames(partsQuery(a), b).score, compareNames(partsQuery(b), a).score);

/** Whether two records may be one person, and why; null when nothing says so. Never decides. */
export function likeness(a: Registered, b: Registered): { why: Likeness; score: number } | null {
  const alike = score(a, b);
  const number = a.documentNumber && documentNumberKey(a.documentNumber);
  const sameNumber =
    Boolean(number) && b.documentNumber !== null && number === documentNumberKey(b.documentNumber);
  const why: Likeness = sameNumber
    ? 'same_document'
    : a.phone !== null && a.phone === b.phone
      ? 'same_phone'
      : 'alike';
  return alike >= LEAST[why] ? { why, score: alike } : null;
}

export interface DuplicateGroup {
  ids: string[];
  why: Likeness[];
  /** The least alike pair that joins the group, 0 to 1. */
  score: number;
}

/** Records that may be one person, in groups: whoever is like one of a group belongs to it. */
export function groupsOf(pairs: readonly (readonly [Registered, Registered])[]): DuplicateGroup[] {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    let at = id;
    while (parent.get(at) !== undefined) at = parent.get(at)!;
    return at;
  };
  const found = pairs.flatMap(([a, b]) => {
    const like = a.id === b.id ? null : likeness(a, b);
    return like ? [{ a: a.id, b: b.id, ...like }] : [];
  });
  for (const { a, b } of found) {
    const [x, y] = [root(a), root(b)];
    if (x !== y) parent.set(x < y ? y : x, x < y ? x : y);
  }
  const groups = new Map<string, DuplicateGroup>();
  for (const { a, b, why, score: alike } of found) {
    const key = root(a);
    const group = groups.get(key) ?? { ids: [], why: [], score: 1 };
    groups.set(key, {
      ids: [...new Set([...group.ids, a, b])].sort(),
      why: [...new Set([...group.why, why])].sort(),
      score: Math.min(group.score, alike),
    });
  }
  return [...groups.values()].sort((x, y) => y.score - x.score || (x.ids[0]! < y.ids[0]! ? -1 : 1));
}
