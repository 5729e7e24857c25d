import { isValid as isIsoCountry } from 'i18n-iso-countries';
import { readDni, type DniProblem } from './dni';
import { DOCUMENT_KINDS, type DocumentKind } from './vocabularies';

export interface DocumentInput {
  /** One of DOCUMENT_KINDS. */
  kind: string;
  number: string;
  /** ISO 3166-1 alpha-3; Peru for what Peru issues. */
  issuingState?: string | null;
  validUntil?: string | null;
}

/** A document fit to be stored. `numberKey` compares: upper case, letters and digits only. */
export interface ReadDocument {
  kind: DocumentKind;
  number: string;
  numberKey: string;
  issuingState: string;
  validUntil: string | null;
}

export type DocumentProblem = {
  field: 'kind' | 'number' | 'issuingState';
  code: DniProblem | DocumentFault;
};
type DocumentFault =
  | 'documentKind'
  | 'documentNumber'
  | 'passportNumber'
  | 'issuingState'
  | 'issuingStateIsPeru'
  | 'issuingStateMissing';

const ISSUED_BY_PERU: ReadonlySet<DocumentKind> = new Set([
  'dni',
  'salvoconducto',
  'consular_registration',
]);

/** Letters and digits of a number, upper case: what two writings of it have in common. */
export const documentNumberKey = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Checks a document's number and issuer by its kind. Passport numbers follow ICAO 9303: up to nine
 * letters and digits.
 */
export function readDocument(input: DocumentInput): ReadDocument | DocumentProblem {
  const kind = DOCUMENT_KINDS.find((known) => known === input.kind);
  if (!kind) return { field: 'kind', code: 'documentKind' };
  const issuingState = issuerOf(kind, input.issuingState ?? null);
  if (typeof issuingState !== 'string') return issuingState;
  const document = { kind, issuingState, validUntil: input.validUntil ?? null };

  if (kind === 'dni') {
    const dni = readDni(input.number);
    if (typeof dni === 'string') return { field: 'number', code: dni };
    const number = dni.check ? `${dni.number}-${dni.check}` : dni.number;
    return { ...document, number, numberKey: dni.number };
  }
  const number = input.number.normalize('NFC').trim();
  const numberKey = documentNumberKey(number);
  if (numberKey.length === 0 || numberKey.length > 40 || number.length > 40) {
    return { field: 'number', code: 'documentNumber' };
  }
  if (kind === 'passport' && !/^[A-Z0-9]{1,9}$/.test(numberKey)) {
    return { field: 'number', code: 'passportNumber' };
  }
  return { ...document, number, numberKey };
}

function issuerOf(kind: DocumentKind, given: string | null): string | DocumentProblem {
  if (given === null) {
    return kind === 'foreign_document'
      ? { field: 'issuingState', code: 'issuingStateMissing' }
      : 'PER';
  }
  if (!/^[A-Z]{3}$/.test(given) || !isIsoCountry(given)) {
    return { field: 'issuingState', code: 'issuingState' };
  }
  return ISSUED_BY_PERU.has(kind) && given !== 'PER'
    ? { field: 'issuingState', code: 'issuingStateIsPeru' }
    : given;
}

/** The keys under which a text may be the number of a document; none when it cannot be one. */
export function documentKeysIn(text: string): string[] {
  const key = documentNumberKey(text);
  if (key.length < 5 || key.length > 40 || (key.match(/\d/g) ?? []).length < 4) return [];
  return /^\d{8}[0-9A-K]$/.test(key) ? [key, key.slice(0, 8)] : [key];
}
