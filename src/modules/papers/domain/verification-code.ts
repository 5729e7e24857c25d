/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud or copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 20 characters are 100 bits: nobody finds one by trying. */
export const CODE_LENGTH = 20;

/** A code from random bytes (one per character), in groups of five: `XXXXX-XXXXX-XXXXX-XXXXX`. */
export function codeFrom(random: Uint8Array): string {
  if (random.length < CODE_LENGTH) throw new Error(`a code needs ${CODE_LENGTH} random bytes`);
  const letters = Array.from(random.slice(0, CODE_LENGTH), (byte) => ALPHABET[byte % 32]);
  return letters.join('').replace(/(.{5})(?=.)/g, '$1-');
}

/**
 * What two spellings of one code have in common: upper case, without spaces or hyphens, and the
 * letters that look like digits read as digits.
 */
export const normalCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** The reference of a paper of a sealed case: `S-` and 8 characters drawn at random (rules §8). */
export const sealedNumberFrom = (random: Uint8Array): string =>
  `S-${Array.from(random.slice(0, 8), (byte) => ALPHABET[byte % 32]).join('')}`;
