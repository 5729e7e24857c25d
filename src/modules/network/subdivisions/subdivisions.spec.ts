import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { starterFiles } from '../import/starter-files';
import { EXONYMS } from './exonyms';
import { Subdivisions } from './subdivisions';

describe('subdivisions by name', () => {
  const all = new Subdivisions();
  const nameOf = (code: string, language: 'es' | 'en' = 'es') =>
    all.of(code.slice(0, 2)).items.find((item) => item.code === code)?.names[language];

  it.each([
    ['ES-MD', 'Comunidad de Madrid', 'Community of Madrid'],
    ['ES-CT', 'Cataluña', 'Catalonia'],
    ['US-NJ', 'Nueva Jersey', 'New Jersey'],
    ['IT-25', 'Lombardía', 'Lombardy'],
    ['AR-X', 'Córdoba', 'Córdoba'],
    ['JP-13', 'Tokio', 'Tokyo'],
    ['GB-BST', 'City of Bristol', 'City of Bristol'],
    ['ES-AS', 'Principado de Asturias', 'Principado de Asturias'],
  ])('%s is %s and %s', (code, es, en) => {
    expect([nameOf(code), nameOf(code, 'en')]).toEqual([es, en]);
  });

  it('come in the order of their names, at the level of districts', () => {
    const spain = all.of('ES').items.map(({ names }) => names.es);
    expect(spain).toEqual([...spain].sort((a, b) => a.localeCompare(b, 'es')));
    expect(spain).toHaveLength(19);
    expect(all.of('MC').items.length).toBeGreaterThan(0);
  });

  it('know every district of the starter network, and every name given here is of one that exists', () => {
    const rows: { subdivision_iso3166_2: string }[] = parse(
      readFileSync(starterFiles().jurisdictions),
      { columns: true },
    );
    const codes = rows.map((row) => row.subdivision_iso3166_2).filter(Boolean);
    expect(codes.filter((code) => !nameOf(code))).toEqual([]);
    expect(Object.keys(EXONYMS).filter((code) => !nameOf(code))).toEqual([]);
  });

  it.each(['XX', 'es', '', 'ESP'])('%p is no country', (country) => {
    expect(() => all.of(country)).toThrow('NOT_FOUND');
  });
});
