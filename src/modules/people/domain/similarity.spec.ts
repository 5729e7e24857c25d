import fc from 'fast-check';
import { compareNames, editDistance, freeQuery, partsQuery } from './similarity';

const juan = {
  givenNames: 'Juan Carlos',
  firstSurname: 'Quispe',
  secondSurname: 'Mamani',
  birthDate: '1990-05-03',
};

describe('how alike a name is', () => {
  it.each([
    ['Juan Carlos Quispe Mamani', ['same_name']],
    ['QUISPE MAMANI JUAN CARLOS', ['same_name']],
    ['juan kispe', ['sounds_alike']],
    ['Juan Quipse', ['similar_name']],
    ['Juan Quis', ['similar_name']],
    ['J. Quispe', ['similar_name']],
  ])('%s: %j', (text, why) => {
    const match = compareNames(freeQuery(text), juan);
    expect(match.why).toEqual(why);
    expect(match.score).toBeGreaterThan(0.7);
  });

  it('says when the names were in another order', () => {
    const swapped = { givenNames: 'Quispe', firstSurname: 'Juan', secondSurname: null };
    expect(compareNames(partsQuery(swapped), juan).why).toContain('names_in_other_order');
    const straight = partsQuery({ givenNames: 'Juan', firstSurname: 'Quispe' });
    expect(compareNames(straight, juan).why).not.toContain('names_in_other_order');
  });

  it('weighs the date of birth', () => {
    const asked = (birthDate: string | null) =>
      compareNames(partsQuery({ givenNames: 'Juan', firstSurname: 'Kispe', birthDate }), juan);
    expect(asked('1990-05-03').score).toBeGreaterThan(asked('1990-03-05').score);
    expect(asked('1990-03-05').score).toBeGreaterThan(asked(null).score);
    expect(asked(null).score).toBeGreaterThan(asked('1950-11-20').score);
    expect(asked('1990-03-05').why).toContain('close_birth_date');
    expect(asked('1950-11-20').why).not.toContain('close_birth_date');
  });

  it('puts the whole name before a part of it, and a stranger last', () => {
    const whole = compareNames(freeQuery('Juan Carlos Quispe Mamani'), juan).score;
    const part = compareNames(freeQuery('Juan Quispe'), juan).score;
    const stranger = compareNames(freeQuery('Rosa Flores'), juan);
    expect(whole).toBe(1);
    expect(part).toBeLessThan(whole);
    expect(stranger).toEqual({ score: 0, why: [] });
  });

  it('stays between 0 and 1, whatever the names', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, text, (asked, givenNames, firstSurname, secondSurname) => {
        const person = { givenNames, firstSurname, secondSurname, birthDate: null };
        const { score } = compareNames(freeQuery(asked), person);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('edits between two words', () => {
  it.each([
    ['quispe', 'quispe', 0],
    ['quispe', 'quipse', 1],
    ['quispe', 'quispes', 1],
    ['quispe', 'uispe', 1],
    ['quispe', 'quizpe', 1],
    ['', 'abc', 3],
  ])('%s, %s: %d', (a, b, edits) => expect(editDistance(a, b)).toBe(edits));

  it('are as many both ways, and no more than the longer word', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      }),
    );
  });
});
