import { nameTokens } from './name-tokens';
import { phonetic } from './phonetic';

/** What a person's keys are made from. `birthDate` is a civil date `YYYY-MM-DD`. */
export interface NamedPerson {
  givenNames: string;
  firstSurname: string;
  secondSurname: string | null;
  birthDate: string | null;
}

/** The most key rows a person costs: search over millions lives from their being few. */
export const MAX_KEYS = 12;

const MAX_GIVEN = 3;
const MAX_SURNAMES = 3;
const MAX_QUERY_WORDS = 6;
const SHORTEST_BEGINNING = 3;
const LONGEST_BEGINNING = 6;

/** The sounds of the words of a text, without repeats, in their order. */
const soundsOf = (text: string): string[] => [...new Set(nameTokens(text).map(phonetic))];

/** Words in any order make the same key: "Quispe Juan" finds "Juan Quispe". */
export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** One person, one day, one surname: finds whoever gave another first name. */
export const birthKey = (birthDate: string, sound: string): string => `${birthDate} ${sound}`;

/**
 * The keys a person is found by, at most MAX_KEYS, the most telling first: pairs of words that hold a
 * surname, the birth date with the first surname, then single words. Pairs stay short lists even for
 * the surnames that one Peruvian in thirty bears, and any two words typed right are enough.
 */
export function personKeys(person: NamedPerson): string[] {
  const surnames = soundsOf(`${person.firstSurname} ${person.secondSurname ?? ''}`).slice(
    0,
    MAX_SURNAMES,
  );
  const given = soundsOf(person.givenNames)
    .filter((sound) => !surnames.includes(sound))
    .slice(0, MAX_GIVEN);
  const first = surnames[0];
  const keys = [
    ...surnames.flatMap((a, i) => surnames.slice(i + 1).map((b) => pairKey(a, b))),
    ...given.flatMap((g) => surnames.slice(0, 2).map((s) => pairKey(g, s))),
    ...(person.birthDate && first ? [birthKey(person.birthDate, first)] : []),
    ...surnames,
    ...given,
  ];
  return [...new Set(keys)].slice(0, MAX_KEYS);
}

const MAX_ALIAS_KEYS = 10;
const MAX_ALIAS_WORDS = 3;

/**
 * The keys of another name of a person, at most MAX_ALIAS_KEYS: its words in pairs, each word with
 * the person's own surnames ("Chato Quispe"), then single words.
 */
export function aliasKeys(alias: string, person: NamedPerson): string[] {
  const words = soundsOf(alias).slice(0, MAX_ALIAS_WORDS);
  const surnames = soundsOf(`${person.firstSurname} ${person.secondSurname ?? ''}`)
    .filter((sound) => !words.includes(sound))
    .slice(0, 2);
  const keys = [
    ...words.flatMap((a, i) => words.slice(i + 1).map((b) => pairKey(a, b))),
    ...words.flatMap((a) => surnames.map((b) => pairKey(a, b))),
    ...words,
  ];
  return [...new Set(keys)].slice(0, MAX_ALIAS_KEYS);
}

/** A word of a name: its letters (normalised) and its sound. */
export interface Word {
  letters: string;
  sound: string;
}

/** The words of a text, without repeats, in their order. */
export const wordsOf = (text: string): Word[] =>
  [...new Set(nameTokens(text))].map((letters) => ({ letters, sound: phonetic(letters) }));

/** The words of a person's name, for the vocabulary. */
export const personWords = (person: NamedPerson): Word[] =>
  [person.givenNames, person.firstSurname, person.secondSurname ?? ''].flatMap(wordsOf);

/** The words of a search: no initials beside words, and the first ones when somebody pastes a page. */
export function queryWords(text: string): Word[] {
  const words = wordsOf(text);
  const whole = words.filter(({ letters }) => [...letters].length > 1);
  return (whole.length > 0 ? whole : words).slice(0, MAX_QUERY_WORDS);
}

/**
 * The spellings under which a word is looked up and entered in the vocabulary: its letters and its
 * sound, each also with one left out. Two words one edit apart (a letter missing, added, changed, or
 * swapped with its neighbour) always have one of these in common, so a misspelt word is found by
 * equality; the sounds add what speakers confuse.
 */
export const spellings = (word: Word): string[] => [
  ...new Set([...deletions(word.letters), ...deletions(word.sound)]),
];

function deletions(text: string): string[] {
  const letters = [...text];
  if (letters.length < 3) return [text];
  return [text, ...letters.map((_, i) => letters.toSpliced(i, 1).join(''))];
}

/** How a word is entered in the vocabulary: its spellings, and the beginnings of its sound, marked `^`. */
export function wordVariants(word: Word): string[] {
  const sounds = [...word.sound];
  const longest = Math.min(LONGEST_BEGINNING, sounds.length - 1);
  const beginnings: string[] = [];
  for (let n = SHORTEST_BEGINNING; n <= longest; n += 1) {
    beginnings.push(`^${sounds.slice(0, n).join('')}`);
  }
  return [...spellings(word), ...beginnings];
}

/**
 * The beginnings to look up for a word still being typed. The last letter may sound otherwise once
 * the next one is there ("Sanc" on the way to "Sánchez"), so the word without it counts too.
 */
export function beginningsOf({ letters }: Word): string[] {
  const forms = [letters, letters.slice(0, -1)]
    .map((form) => [...phonetic(form)].slice(0, LONGEST_BEGINNING).join(''))
    .filter((form) => [...form].length >= SHORTEST_BEGINNING);
  return [...new Set(forms)].map((form) => `^${form}`);
}
