import { compareBirthDates } from './birth-date';
import { nameTokens } from './name-tokens';
import { phonetic } from './phonetic';
import type { NamedPerson } from './name-keys';

/** Why a person is offered. */
export const REASONS = [
  'same_document',
  'same_name',
  'similar_name',
  'sounds_alike',
  'close_birth_date',
  'names_in_other_order',
  'other_name',
] as const;
export type Reason = (typeof REASONS)[number];

/** Words looked for. Free text has no parts; a form tells given names from surnames. */
export interface NameQuery {
  given: string[];
  surnames: string[];
  free: string[];
  birthDate: string | null;
}

/** `score` from 0 to 1; people are told apart by it, not classified. */
export interface Match {
  score: number;
  why: Reason[];
}

export const freeQuery = (text: string): NameQuery => ({
  given: [],
  surnames: [],
  free: nameTokens(text),
  birthDate: null,
});

export const partsQuery = (parts: Partial<NamedPerson>): NameQuery => ({
  given: nameTokens(parts.givenNames ?? ''),
  surnames: nameTokens(`${parts.firstSurname ?? ''} ${parts.secondSurname ?? ''}`),
  free: [],
  birthDate: parts.birthDate ?? null,
});

const SOUNDS_ALIKE = 0.95;
const BEGINS_ALIKE = 0.97;
const INITIAL = 0.8;
const LEAST_ALIKE = 0.6;

/** How far an unmatched word of the person lowers the score: a fuller name is still a find. */
const UNASKED_WORD = 0.02;
const MISPLACED = 0.03;
const BIRTH_DATE_WEIGHT = { same: 0.12, close: 0.06, different: -0.12, unknown: 0 } as const;

interface Word {
  text: string;
  sound: string;
  part: 'given' | 'surname' | 'free';
}

const words = (tokens: readonly string[], part: Word['part']): Word[] =>
  tokens.map((text) => ({ text, sound: phonetic(text), part }));

/** The same few thousand names are compared again and again: their words are kept, up to a bound. */
const MOST_KEPT = 50_000;
const keptWords = new Map<string, readonly Word[]>();

function wordsOf(name: string, part: 'given' | 'surname'): readonly Word[] {
  const key = `${part} ${name}`;
  const kept = keptWords.get(key);
  if (kept) return kept;
  if (keptWords.size >= MOST_KEPT) keptWords.clear();
  const found = words(nameTokens(name), part);
  keptWords.set(key, found);
  return found;
}

/**
 * Compares what was asked with one person, word by word, in any order. The last word may still be
 * being typed: a person's word that begins with it counts almost as much as that word itself.
 */
export function compareNames(query: NameQuery, person: NamedPerson): Match {
  const asked = [
    ...words(query.given, 'given'),
    ...words(query.surnames, 'surname'),
    ...words(query.free, 'free'),
  ];
  const borne = [
    ...wordsOf(person.givenNames, 'given'),
    ...wordsOf(`${person.firstSurname} ${person.secondSurname ?? ''}`, 'surname'),
  ];
  const matches = assign(asked, borne);
  const total = matches.reduce((sum, match) => sum + match.likeness, 0);
  const misplaced = matches.filter(({ a, b }) => a.part !== 'free' && a.part !== b.part).length;
  const birth = compareBirthDates(query.birthDate, person.birthDate);
  const likeness = asked.length === 0 ? 0 : total / asked.length;
  const unasked = Math.max(0, borne.length - matches.length) * UNASKED_WORD;
  const score = likeness - unasked - misplaced * MISPLACED + BIRTH_DATE_WEIGHT[birth];

  const why: Reason[] = [];
  if (matches.length > 0) why.push(nameReason(matches, asked.length));
  if (misplaced > 0) why.push('names_in_other_order');
  if (birth === 'same' || birth === 'close') why.push('close_birth_date');
  return { score: Math.round(Math.max(0, Math.min(1, score)) * 1000) / 1000, why };
}

/** Another name of a person, compared together with their surnames: "Chato", "Chato Quispe". */
export const compareAlias = (query: NameQuery, alias: string, person: NamedPerson): Match => {
  const { score, why } = compareNames(query, { ...person, givenNames: alias });
  return { score, why: [...why, 'other_name'] };
};

interface WordMatch {
  a: Word;
  b: Word;
  likeness: number;
}

function nameReason(matches: readonly WordMatch[], asked: number): Reason {
  if (matches.length < asked) return 'similar_name';
  if (matches.every(({ a, b }) => a.text === b.text)) return 'same_name';
  return matches.every(({ a, b }) => a.sound === b.sound) ? 'sounds_alike' : 'similar_name';
}

/** Pairs the most alike words first; each word is used once. */
function assign(asked: readonly Word[], borne: readonly Word[]): WordMatch[] {
  const typed = asked.at(-1);
  const pairs = asked
    .flatMap((a) => borne.map((b) => ({ a, b, likeness: likeness(a, b, a === typed) })))
    .filter((pair) => pair.likeness >= LEAST_ALIKE)
    .sort((x, y) => y.likeness - x.likeness || samePart(y) - samePart(x));
  const used = new Set<Word>();
  return pairs.filter(({ a, b }) => {
    if (used.has(a) || used.has(b)) return false;
    used.add(a).add(b);
    return true;
  });
}

const samePart = ({ a, b }: { a: Word; b: Word }): number => (a.part === b.part ? 1 : 0);

function likeness(a: Word, b: Word, typing: boolean): number {
  if (a.text === b.text) return 1;
  if (typing && a.text.length >= 3 && b.text.startsWith(a.text)) return BEGINS_ALIKE;
  if (a.sound === b.sound) return SOUNDS_ALIKE;
  if (a.text.length === 1 && b.text.startsWith(a.text)) return INITIAL;
  return Math.max(shared(a.text, b.text), shared(a.sound, b.sound)) * SOUNDS_ALIKE;
}

/** How much two words have in common, of 1; 0 when their lengths alone put them too far apart. */
function shared(a: string, b: string): number {
  const most = Math.max(a.length, b.length);
  const atBest = 1 - Math.abs(a.length - b.length) / most;
  return atBest * SOUNDS_ALIKE < LEAST_ALIKE ? 0 : 1 - editDistance(a, b) / most;
}

/** Edits between two words: a letter missing, added, changed, or swapped with its neighbour. */
export function editDistance(a: string, b: string): number {
  const rows = [...a];
  const columns = [...b];
  let before: number[] = [];
  let previous = columns.map((_, j) => j).concat(columns.length);
  for (let i = 1; i <= rows.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= columns.length; j += 1) {
      const cost = rows[i - 1] === columns[j - 1] ? 0 : 1;
      let least = Math.min(previous[j]! + 1, current[j - 1]! + 1, previous[j - 1]! + cost);
      if (i > 1 && j > 1 && rows[i - 1] === columns[j - 2] && rows[i - 2] === columns[j - 1]) {
        least = Math.min(least, before[j - 2]! + 1);
      }
      current.push(least);
    }
    before = previous;
    previous = current;
  }
  return previous[columns.length]!;
}
