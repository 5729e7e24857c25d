import fc from 'fast-check';
import {
  beginningsOf,
  MAX_KEYS,
  pairKey,
  personKeys,
  queryWords,
  spellings,
  wordsOf,
  wordVariants,
  type NamedPerson,
} from './name-keys';
import { nameTokens, normaliseName } from './name-tokens';
import { phonetic } from './phonetic';

const person = (more: Partial<NamedPerson> = {}): NamedPerson => ({
  givenNames: 'Juan Carlos',
  firstSurname: 'Quispe',
  secondSurname: 'Mamani',
  birthDate: '1990-05-03',
  ...more,
});

const SURNAMES = [
  'Quispe',
  'Flores',
  'Rodríguez',
  'Sánchez',
  'Huamán',
  'Mamani',
  'Condori',
  'Vásquez',
  'Chávez',
  'Gutiérrez',
  'Yupanqui',
  'Ccahuana',
  'Ñahui',
  'Llerena',
  'Zegarra',
  'Jiménez',
  'Bermúdez',
];
const soundsOf = (text: string) => wordsOf(text).map(({ sound }) => sound);
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');

/** One edit, as a typist makes it: a letter missing, added, changed or swapped with its neighbour. */
const misspelt = (text: string) =>
  fc
    .tuple(fc.constantFrom('drop', 'add', 'change', 'swap'), fc.nat(text.length - 1), letter)
    .map(([edit, at, other]) => {
      const letters = [...text];
      if (edit === 'drop') letters.splice(at, 1);
      if (edit === 'add') letters.splice(at, 0, other);
      if (edit === 'change') letters[at] = other;
      if (edit === 'swap' && at > 0) letters.splice(at - 1, 2, letters[at]!, letters[at - 1]!);
      return letters.join('');
    });

const shareASpelling = (a: string, b: string): boolean => {
  const known = wordsOf(a).flatMap(wordVariants);
  return wordsOf(b)
    .flatMap(spellings)
    .some((form) => known.includes(form));
};

describe('words of a name', () => {
  it.each([
    ["Ñique de la O'Brien-Díaz", ['nique', 'obrien', 'diaz']],
    ["Ch’aska Q'orianka", ['chaska', 'qorianka']],
    ['MARÍA DEL PILAR', ['maria', 'pilar']],
    ['Delacruz', ['cruz']],
    ['Delgado', ['delgado']],
    ['de la', ['de', 'la']],
    ['🙂', ['🙂']],
    ['محمد علي', ['محمد', 'علي']],
    ['   ', []],
    ['Ñ'.repeat(90), ['n'.repeat(40)]],
  ])('%s', (name, expected) => expect(nameTokens(name)).toEqual(expected));

  it('normalises once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = normaliseName(text);
        expect(normaliseName(once)).toBe(once);
      }),
    );
  });
});

describe('how a word sounds', () => {
  it.each([
    ['Quispe', 'Kispi'],
    ['Huamán', 'Guaman'],
    ['Huamán', 'Waman'],
    ['Vásquez', 'Basques'],
    ['Sánchez', 'Zanches'],
    ['Yupanqui', 'Llupanki'],
    ['Jiménez', 'Gimenes'],
    ['Condori', 'Cunduri'],
    ['Rodríguez', 'Rodrigues'],
    ['Hernández', 'Ernandes'],
    ['Ccahuana', 'Cahuana'],
    ['Campos', 'Canpos'],
    ['Jhonatan', 'Jonathan'],
    ['Xiomara', 'Siomara'],
    ['Roxana', 'Rocsana'],
  ])('%s sounds like %s', (a, b) => expect(soundsOf(a)).toEqual(soundsOf(b)));

  it('keeps apart what sounds different', () => {
    const sounds = SURNAMES.map((surname) => soundsOf(surname)[0]);
    expect(new Set(sounds).size).toBe(SURNAMES.length);
  });

  it('is its own sound', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (token) => {
        expect(phonetic(phonetic(token))).toBe(phonetic(token));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('keys of a person', () => {
  it('are few, whatever the name', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.string(),
        (givenNames, firstSurname, secondSurname) => {
          const keys = personKeys(person({ givenNames, firstSurname, secondSurname }));
          expect(keys.length).toBeLessThanOrEqual(MAX_KEYS);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
    );
  });

  it('stay short, whatever one letter expands to', () => {
    const long = person({ givenNames: 'ﷺ'.repeat(200), firstSurname: '🙂'.repeat(200) });
    for (const key of personKeys(long)) expect([...key].length).toBeLessThanOrEqual(81);
  });

  it('pair the words in any order', () => {
    const [quispe, juan] = [soundsOf('Quispe')[0]!, soundsOf('Juan')[0]!];
    expect(personKeys(person())).toContain(pairKey(quispe, juan));
    expect(personKeys(person({ givenNames: 'Quispe', firstSurname: 'Juan' }))).toContain(
      pairKey(juan, quispe),
    );
  });

  it('find a married name under either surname', () => {
    const married = personKeys(
      person({ givenNames: 'Rosa', firstSurname: 'Flores', secondSurname: 'de Quispe' }),
    );
    expect(married).toEqual(
      expect.arrayContaining([
        ...personKeys(
          person({
            givenNames: 'Rosa',
            firstSurname: 'Flores',
            secondSurname: null,
            birthDate: null,
          }),
        ),
      ]),
    );
    expect(married).toContain(pairKey(soundsOf('Rosa')[0]!, soundsOf('Quispe')[0]!));
  });
});

describe('a misspelt word', () => {
  it('always shares a spelling with its original after one edit', () => {
    fc.assert(
      fc.property(
        fc
          .stringMatching(/^[a-z]{4,12}$/)
          .chain((word) => fc.tuple(fc.constant(word), misspelt(word))),
        ([word, edited]) => expect(shareASpelling(word, edited)).toBe(true),
      ),
      { numRuns: 2000 },
    );
  });

  it('of a real surname always does, accents and all', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SURNAMES).chain((name) => fc.tuple(fc.constant(name), misspelt(name))),
        ([name, edited]) => expect(shareASpelling(name, edited)).toBe(true),
      ),
      { numRuns: 2000 },
    );
  });

  it('is found while it is being typed', () => {
    const known = wordVariants(wordsOf('Sánchez')[0]!);
    for (const typed of ['San', 'Sanc', 'Sanch', 'Sanche']) {
      const [word] = wordsOf(typed);
      const forms = [...beginningsOf(word!), ...spellings(word!)];
      expect(forms.some((form) => known.includes(form))).toBe(true);
    }
  });

  it('keeps the first words of a pasted page', () => {
    expect(queryWords('uno dos tres cuatro cinco seis siete ocho nueve')).toHaveLength(6);
  });
});
