import fc from 'fast-check';
import { groupsOf, keysOf, likeness, searchKeys, WORD_KEY, type Registered } from './duplicates';

const person = (id: string, changes: Partial<Registered> = {}): Registered => ({
  id,
  givenNames: 'Rosa',
  firstSurname: 'Quispe',
  secondSurname: 'Mamani',
  birthDate: null,
  documentNumber: null,
  phone: null,
  ...changes,
});

/** The keys that make candidates of two records. */
const telling = (one: Registered) => keysOf(one).filter((key) => !key.startsWith(WORD_KEY));

/** As a search by keys gives them: those that share one. */
const pairsOf = (people: Registered[]) =>
  people.flatMap((a, i) =>
    people
      .slice(i + 1)
      .filter((b) => telling(a).some((key) => keysOf(b).includes(key)))
      .map((b) => [a, b] as const),
  );

describe('whoever is searched for', () => {
  it('has every key of what was typed, however it is spelt', () => {
    const rosa = person('1', { documentNumber: '10117410', phone: '+34612345678' });
    for (const typed of ['kispe', 'Rosa QUISPE', 'mamani rosa', '1011741-0', '+34 (612) 345-678']) {
      const keys = searchKeys(typed);
      expect(keys.length).toBeGreaterThan(0);
      expect([typed, keys.filter((key) => !keysOf(rosa).includes(key))]).toEqual([typed, []]);
    }
    expect(searchKeys('zegarra').some((key) => keysOf(rosa).includes(key))).toBe(false);
  });

  it('shares no more than a word with others, which makes nobody a duplicate', () => {
    const [a, b] = [
      person('1', { secondSurname: null }),
      person('2', { givenNames: 'Julio', secondSurname: 'Luna' }),
    ];
    expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
    expect(telling(a).some((key) => telling(b).includes(key))).toBe(false);
  });
});

describe('who may be registered twice', () => {
  it('is one person for six registrations in three spellings', () => {
    const six = [
      person('1'),
      person('2', { firstSurname: 'Kispe' }),
      person('3', { firstSurname: 'Quizpe', birthDate: '1990-05-03' }),
      person('4', { documentNumber: '10117410' }),
      person('5', { documentNumber: '1011741-0', givenNames: 'Rosa Elena' }),
      person('6', { phone: '+34612345678', secondSurname: null }),
    ];
    expect(groupsOf(pairsOf(six))).toEqual([
      expect.objectContaining({ ids: ['1', '2', '3', '4', '5', '6'] }),
    ]);
  });

  it('is not the whole family that shares a telephone', () => {
    const phone = '+34612345678';
    const family = [
      person('1', { phone }),
      person('2', { phone, givenNames: 'Julián Alberto' }),
      person('3', { phone, givenNames: 'Milagros' }),
    ];
    expect(groupsOf(pairsOf(family))).toEqual([]);
  });

  it('is not a namesake born on another day', () => {
    expect(
      likeness(person('1', { birthDate: '1990-05-03' }), person('2', { birthDate: '1971-11-28' }))
        ?.score ?? 0,
    ).toBeLessThan(1);
  });

  it('does not depend on the order', () => {
    const names = fc.constantFrom('Rosa', 'Rossa', 'Juan', 'Julia');
    const surnames = fc.constantFrom('Quispe', 'Kispe', 'Flores');
    fc.assert(
      fc.property(fc.array(fc.tuple(names, surnames), { maxLength: 8 }), (some) => {
        const people = some.map(([givenNames, firstSurname], i) =>
          person(String(i), { givenNames, firstSurname, secondSurname: null }),
        );
        const ids = (groups: { ids: string[] }[]) => groups.map((g) => g.ids.join()).sort();
        const pairs = pairsOf(people);
        const turned = [...pairs].reverse().map(([a, b]) => [b, a] as const);
        expect(ids(groupsOf(turned))).toEqual(ids(groupsOf(pairs)));
      }),
    );
  });
});
