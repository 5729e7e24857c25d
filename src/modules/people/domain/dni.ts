const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** Check characters by remainder: a digit on cards since 2007, a letter on older ones. */
const DIGITS = '65432110987';
const LETTERS = 'KJIHGFEDCBA';

/**
 * The check characters of a DNI, digit and letter: the eight digits weighted 3 2 7 6 5 4 3 2, summed,
 * modulo 11 (RENIEC). 10117410 → 2 and G.
 */
export function dniCheckCharacters(number: string): { digit: string; letter: string } {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(number[i]), 0);
  return { digit: DIGITS[sum % 11]!, letter: LETTERS[sum % 11]! };
}

export type DniProblem = 'dniForm' | 'dniCheckCharacter';

/** A DNI as written: eight digits, and the check character when it was given. */
export interface Dni {
  number: string;
  check: string | null;
}

/**
 * Reads "12345678", "12345678-9" or "12345678 k". The check character is optional, since people know
 * their eight digits by heart and not it; when given it must be right.
 */
export function readDni(text: string): Dni | DniProblem {
  const parts = /^(\d{8})[\s-]*([0-9A-Za-z])?$/.exec(text.trim());
  if (!parts) return 'dniForm';
  const [, number, given] = parts as unknown as [string, string, string | undefined];
  if (given === undefined) return { number, check: null };
  const check = given.toUpperCase();
  const { digit, letter } = dniCheckCharacters(number);
  return check === digit || check === letter ? { number, check } : 'dniCheckCharacter';
}
