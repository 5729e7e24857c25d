/** Crockford's base 32: no I, L, O, U, so that a code survives being read aloud or copied by hand. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** Eight characters from the bytes of a digest: 40 bits, one character from each byte. */
export const codeFrom = (digest: Uint8Array): string =>
  Array.from(digest.slice(0, LENGTH), (byte) => ALPHABET[byte % 32]).join('');

/** What two spellings of one code have in common; letters that look like digits are digits. */
export const normalCode = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

export const isCode = (text: string): boolean => /^[0-9A-HJKMNP-TV-Z]{8}$/.test(text);
