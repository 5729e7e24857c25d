import { isLanguage } from './languages';
import { isCountry, isCurrency, isPlaceZone, isSubdivisionOf } from './standards';

describe('codes of the standards', () => {
  it.each([
    ['country', isCountry, ['PE', 'ES'], ['XX', 'pe', 'PER', '', 'UK']],
    ['currency', isCurrency, ['PEN', 'EUR'], ['DEM', 'pen', 'XYZ', '']],
    ['language', isLanguage, ['es', 'qu', 'ay', 'quz'], ['xx', 'ES', 'es-PE', '']],
    [
      'zone',
      isPlaceZone,
      ['America/Lima', 'America/Argentina/Buenos_Aires', 'Europe/Kyiv'],
      ['UTC', '+01:00', 'europe/madrid', 'Mars/Base', 'Etc/GMT+5', ''],
    ],
  ] as const)('%s', (_, test, good, bad) => {
    for (const code of good) expect([code, test(code)]).toEqual([code, true]);
    for (const code of bad) expect([code, test(code)]).toEqual([code, false]);
  });

  it('subdivision', () => {
    expect(isSubdivisionOf('ES', 'ES-MD')).toBe(true);
    expect(isSubdivisionOf('ES', 'US-TX')).toBe(false);
    expect(isSubdivisionOf('ES', 'ES-')).toBe(false);
    expect(isSubdivisionOf('ES', 'MD')).toBe(false);
  });
});
