import { isEmail } from 'class-validator';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { ContactKind } from './vocabularies';

export const LONGEST_CONTACT = 1000;

export type ContactProblem = 'phoneE164' | 'isEmail' | 'isLength';

/**
 * A way to reach somebody, fit to be stored: telephones as E.164 ("+34 612 34 56 78" →
 * "+34612345678"; the country code is asked for, never guessed), the rest as given.
 */
export function readContact(
  kind: ContactKind,
  value: string,
): { value: string } | { problem: ContactProblem } {
  const text = value.normalize('NFC').trim();
  if (text.length === 0 || text.length > LONGEST_CONTACT) return { problem: 'isLength' };
  if (kind === 'phone') {
    const phone = parsePhoneNumberFromString(text);
    return phone?.isPossible() ? { value: phone.number } : { problem: 'phoneE164' };
  }
  if (kind === 'email' && !isEmail(text)) return { problem: 'isEmail' };
  return { value: text };
}
