import fc from 'fast-check';
import { telltalesIn } from './neutral-text';

const WORDS = ['consulado', 'cónsul', 'violencia', 'police'];

describe('a neutral text', () => {
  it('names what would betray the case, however it is written', () => {
    expect(telltalesIn('Le escribe el CONSUL por la Violencia', WORDS)).toEqual([
      'cónsul',
      'violencia',
    ]);
    expect(telltalesIn('Sobre MAD-2026-000123', WORDS)).toEqual(['MAD-2026-000123']);
    expect(telltalesIn('Sobre S-0A1B2C3D', WORDS)).toEqual(['S-0A1B2C3D']);
  });

  it('lets ordinary words pass, also those that contain a telltale', () => {
    expect(telltalesIn('Hola, ¿podemos hablar cuando le venga bien?', WORDS)).toEqual([]);
    expect(telltalesIn('Hola, el procónsul romano', ['cónsul'])).toEqual([]);
  });

  it('finds a telltale wherever it stands in the text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...WORDS), fc.constantFrom('', 'Hola ', 'ok, '), (word, lead) => {
        expect(telltalesIn(`${lead}${word.toUpperCase()} mañana`, WORDS)).toContain(word);
      }),
    );
  });
});
