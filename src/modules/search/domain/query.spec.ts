import { looksLikeNumber, plainNumber, referencesIn } from './query';
import { snippetOf } from './snippet';

describe('what was typed', () => {
  it.each([
    ['MAD-2026-000123', ['MAD-2026-000123']],
    ['  mad 2026 123 ', ['MAD-2026-000123']],
    ['mad/2026/0123', ['MAD-2026-000123']],
    ['s-7k3m9qxa', ['S-7K3M9QXA']],
    ['S 7K3M9QXA', ['S-7K3M9QXA']],
    ['2026-5', ['PAT-2026-000005']],
    ['5', ['PAT-2026-000005', 'PAT-2025-000005']],
    ['rosa quispe', []],
    ['MAD-2026-1234567', []],
    ['', []],
  ])('%j may be the cases %j', (text, references) => {
    expect(referencesIn(text, ['PAT'], 2026)).toEqual(references);
  });

  it('compares numbers by letters and digits alone', () => {
    expect(plainNumber('mad-2026-VIS-000045')).toBe('MAD2026VIS000045');
    expect(looksLikeNumber('DIL-778/2026')).toBe(true);
    expect(looksLikeNumber('rosa quispe')).toBe(false);
    expect(looksLikeNumber('pidió 2 mantas para su familia hoy')).toBe(false);
  });
});

describe('the passage that matched', () => {
  it('quotes around the first word, whatever its accents and form', () => {
    const text = `${'antes '.repeat(40)}Solicitó medicación para él. ${'después '.repeat(40)}`;
    const found = snippetOf(text, ['medic'])!;
    expect(found.words).toEqual(['medicación']);
    expect(found.text).toMatch(/^….*Solicitó medicación para él\..*…$/);
  });
  it('is nothing when no word matches', () => {
    expect(snippetOf('Nada que ver', ['hermana'])).toBeNull();
    expect(snippetOf('', ['hermana'])).toBeNull();
  });
});
