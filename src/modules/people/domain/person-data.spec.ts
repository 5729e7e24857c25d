import { readContact } from './contact';
import { isLanguage } from '../../network';
import { fullName, isName, keepName } from './person-name';

describe('a name', () => {
  it.each([
    'Ñusta',
    "Ch'aska Q’orianka",
    'محمد علي',
    'דוד',
    '👩‍👩‍👧 Sol',
    'Ó',
    'X Æ A-12',
    'ñ'.repeat(200),
  ])('%s is kept as given', (name) => {
    expect(isName(name)).toBe(true);
    expect(keepName(name)).toBe(name.normalize('NFC'));
  });

  it.each([
    '',
    '   ',
    'a'.repeat(201),
    'Juan\u0000',
    'Juan\nPérez',
    '\u202eevil',
    '\u200b',
    'Ana \ud800',
  ])('%j is refused', (name) => expect(isName(name)).toBe(false));

  it('is put together in the order of Peru', () => {
    const name = { givenNames: 'Juan', firstSurname: 'Quispe', secondSurname: null };
    expect(fullName(name)).toBe('Juan Quispe');
    expect(fullName({ ...name, secondSurname: 'Mamani' })).toBe('Juan Quispe Mamani');
    expect(keepName(' Nun\u0303ez ')).toBe('Nuñez');
  });
});

describe('a contact', () => {
  it.each([
    ['phone', '+34 612 34 56 78', '+34612345678'],
    ['phone', '+51 (1) 204-2400', '+5112042400'],
    ['email', ' rosa@example.test ', 'rosa@example.test'],
    ['address', 'Jr. Lampa 545, Lima', 'Jr. Lampa 545, Lima'],
  ] as const)('%s %s is kept as %s', (kind, text, value) =>
    expect(readContact(kind, text)).toEqual({ value }),
  );

  it.each([
    ['phone', '612345678', 'phoneE164'],
    ['phone', '+34 1', 'phoneE164'],
    ['phone', 'llámame', 'phoneE164'],
    ['email', 'rosa@', 'isEmail'],
    ['other', '  ', 'isLength'],
  ] as const)('%s %s is refused', (kind, text, problem) =>
    expect(readContact(kind, text)).toEqual({ problem }),
  );
});

describe('a language', () => {
  it.each(['es', 'qu', 'ay', 'quy', 'quz', 'cni', 'shp', 'agr', 'en', 'prl'])('%s', (code) =>
    expect(isLanguage(code)).toBe(true),
  );
  it.each(['', 'e', 'xx', 'zzz', 'ES', 'spanish'])('%s is none', (code) =>
    expect(isLanguage(code)).toBe(false),
  );
});
