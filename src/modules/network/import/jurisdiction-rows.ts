import { isCountry, isSubdivisionOf } from '../domain/standards';
import { readCsv } from './csv-lines';
import type { ImportFile, ImportProblem, ImportProblemCode } from './import-problem';

export const JURISDICTION_COLUMNS = {
  required: ['post_code', 'country_iso2', 'subdivision_iso3166_2'],
} as const;

export interface JurisdictionRow {
  line: number;
  postCode: string;
  country: string;
  /** Null: the whole country. */
  subdivision: string | null;
}

/**
 * Reads and checks the file of consular districts. Pure.
 * @param postCodes posts that the register or the file of posts names
 */
export function readJurisdictionRows(
  file: ImportFile,
  postCodes: ReadonlySet<string>,
): { rows: JurisdictionRow[]; problems: ImportProblem[] } {
  const { lines, problems } = readCsv(file, JURISDICTION_COLUMNS);
  const rows: JurisdictionRow[] = [];
  const seen = new Set<string>();
  for (const { line, values } of lines) {
    const postCode = values['post_code'] ?? '';
    const country = values['country_iso2'] ?? '';
    const subdivision = values['subdivision_iso3166_2'] || null;
    const report = (column: string | null, code: ImportProblemCode) =>
      problems.push({ file: file.name, line, column, code });
    if (!postCodes.has(postCode)) report('post_code', 'post_unknown');
    if (!isCountry(country)) report('country_iso2', 'country_unknown');
    else if (subdivision && !isSubdivisionOf(country, subdivision)) {
      report('subdivision_iso3166_2', 'subdivision_of_country');
    }
    const key = districtKey({ postCode, country, subdivision });
    if (seen.has(key)) report(null, 'duplicate');
    seen.add(key);
    rows.push({ line, postCode, country, subdivision });
  }
  return { rows, problems };
}

export const districtKey = (row: Omit<JurisdictionRow, 'line'>): string =>
  `${row.postCode} ${row.country} ${row.subdivision ?? ''}`;
