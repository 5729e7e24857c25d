import { documentKeysIn, readDocument } from './document';

describe('a document', () => {
  it('that Peru issues says so by itself', () => {
    expect(readDocument({ kind: 'dni', number: '10117410-2' })).toEqual({
      kind: 'dni',
      number: '10117410-2',
      numberKey: '10117410',
      issuingState: 'PER',
      validUntil: null,
    });
  });

  it('keeps its number as written and compares without separators', () => {
    expect(
      readDocument({ kind: 'foreign_document', number: ' x-1234567 l ', issuingState: 'ESP' }),
    ).toMatchObject({ number: 'x-1234567 l', numberKey: 'X1234567L' });
  });

  it.each([
    [{ kind: 'passport', number: '1234567890' }, 'number', 'passportNumber'],
    [{ kind: 'passport', number: 'ÑANDU1' }, 'number', 'passportNumber'],
    [{ kind: 'passport', number: '--' }, 'number', 'documentNumber'],
    [{ kind: 'dni', number: '10117410-9' }, 'number', 'dniCheckCharacter'],
    [
      { kind: 'dni', number: '10117410', issuingState: 'ESP' },
      'issuingState',
      'issuingStateIsPeru',
    ],
    [{ kind: 'foreign_document', number: 'A1' }, 'issuingState', 'issuingStateMissing'],
    [{ kind: 'passport', number: 'A1', issuingState: 'XYZ' }, 'issuingState', 'issuingState'],
    [{ kind: 'passport', number: 'A1', issuingState: 'PE' }, 'issuingState', 'issuingState'],
    [{ kind: 'library_card', number: 'A1' }, 'kind', 'documentKind'],
  ])('%j is refused', (input, field, code) => expect(readDocument(input)).toEqual({ field, code }));

  it.each([
    ['10117410', ['10117410']],
    ['10117410-2', ['101174102', '10117410']],
    ['x-1234567 l', ['X1234567L']],
    ['Juan Quispe', []],
    ['1234', []],
  ])('number is looked for in %j', (text, keys) => expect(documentKeysIn(text)).toEqual(keys));
});
