/** A passage of a text with the words that were looked for. */
export interface Snippet {
  text: string;
  /** Words as they stand in the passage. */
  words: string[];
}

const AROUND = 70;
const WORD = /[\p{L}\p{N}]+/gu;

/** As the index writes words: lower case, without accents. */
const plain = (word: string): string =>
  word.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** A stem is a beginning of its words; the last letter may have changed (`y` and `i`, `c` and `z`). */
function bears(word: string, stems: readonly string[]): boolean {
  const written = plain(word);
  return stems.some((stem) => written.startsWith(stem.length > 4 ? stem.slice(0, -1) : stem));
}

/** The first passage of `text` with one of `stems`, or null. */
export function snippetOf(text: string, stems: readonly string[]): Snippet | null {
  const found = [...text.matchAll(WORD)].filter(([word]) => bears(word, stems));
  const [first] = found;
  if (!first) return null;
  const start = Math.max(0, first.index - AROUND);
  const end = Math.min(text.length, first.index + AROUND * 2);
  const words = found.filter(({ index }) => index >= start && index < end).map(([word]) => word);
  return {
    text: `${start > 0 ? '…' : ''}${text.slice(start, end).replaceAll(/\s+/g, ' ').trim()}${end < text.length ? '…' : ''}`,
    words: [...new Set(words)],
  };
}
