/** References of cases, ordinary and sealed, and of their acts. */
const REFERENCE = /\b[A-Z]{3}-\d{4}-(?:[A-Z]{3}-)?\d{3,}\b|\bS-[0-9A-HJKMNP-TV-Z]{8}\b/i;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/**
 * What in a message would tell whoever reads the telephone that there is a case: words of the policy,
 * however accented, and references. Empty for a neutral text (rules §4).
 */
export function telltalesIn(text: string, words: readonly string[]): string[] {
  const said = plain(text);
  const found = words.filter((word) =>
    new RegExp(`(?<!\\p{L})${plain(word).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'u').test(said),
  );
  const reference = REFERENCE.exec(text);
  return reference ? [...found, reference[0]] : found;
}
