import { isLanguage } from '../domain/languages';
import { HEADQUARTERS_CODE, isCareerPost, isSupervised, POST_KINDS } from '../domain/post-kind';
import type { PostKind } from '../domain/post-kind';
import { isCountry, isCurrency, isPlaceZone, isSubdivisionOf } from '../domain/standards';
import { readCsv, type CsvLine } from './csv-lines';
import type { ImportFile, ImportProblem, ImportProblemCode } from './import-problem';

export const POST_COLUMNS = {
  required: [
    'code',
    'kind',
    'name_es',
    'city',
    'country_iso2',
    'parent_code',
    'timezone',
    'latitude',
    'longitude',
    'currency_iso4217',
    'languages',
    'source',
  ],
  optional: ['subdivision_iso3166_2'],
} as const;

export interface PostRow {
  line: number;
  code: string;
  kind: PostKind;
  name: string;
  city: string;
  country: string;
  /** Undefined when the file has no such column: what is known stays. */
  subdivision: string | null | undefined;
  parentCode: string | null;
  timeZone: string;
  latitude: number;
  longitude: number;
  currency: string;
  languages: string[];
  source: string;
}

/** What the register already holds of a post, as far as the hierarchy needs it. */
export interface KnownPost {
  kind: PostKind;
  parentCode: string | null;
}

export interface PostRows {
  rows: PostRow[];
  /** Every code that the file names, on good lines and bad. */
  codes: ReadonlySet<string>;
  problems: ImportProblem[];
}

/** Reads and checks the file of posts, line by line and then as a hierarchy. Pure. */
export function readPostRows(file: ImportFile, known: ReadonlyMap<string, KnownPost>): PostRows {
  const { lines, problems } = readCsv(file, POST_COLUMNS);
  const rows: PostRow[] = [];
  const report = (line: number, column: string, code: ImportProblemCode) =>
    problems.push({ file: file.name, line, column, code });
  for (const line of lines) {
    const faults = faultsOf(line);
    for (const [column, code] of faults) report(line.line, column, code);
    if (faults.length === 0) rows.push(toRow(line));
  }
  const seen = new Set<string>();
  for (const row of rows) {
    if (seen.has(row.code)) report(row.line, 'code', 'duplicate');
    seen.add(row.code);
  }
  // A line with faults of its own hides its post: only then would "unknown parent" mislead.
  const codes = new Set(lines.map((line) => line.values['code'] ?? ''));
  const kinds = new Map([...known].map(([code, post]) => [code, post.kind]));
  for (const row of rows) kinds.set(row.code, row.kind);
  for (const row of rows) {
    const fault = hierarchyFault(row, kinds, codes);
    if (fault) report(row.line, 'parent_code', fault);
    const supervised = [...known].some(
      ([code, post]) => post.parentCode === row.code && !seen.has(code),
    );
    if (supervised && !isCareerPost(row.kind)) report(row.line, 'kind', 'parent_not_career');
  }
  return { rows, codes, problems };
}

function faultsOf({ values, has }: CsvLine): [string, ImportProblemCode][] {
  const value = (column: string): string => values[column] ?? '';
  const kind = value('kind');
  const subdivision = value('subdivision_iso3166_2');
  const languages = value('languages').split('|');
  const checks: [string, ImportProblemCode, boolean][] = [
    ['code', 'post_code_form', /^[A-Z][A-Z0-9]{2,7}$/.test(value('code'))],
    ['kind', 'post_kind_unknown', (POST_KINDS as readonly string[]).includes(kind)],
    [
      'kind',
      'second_headquarters',
      (kind === 'headquarters') === (value('code') === HEADQUARTERS_CODE),
    ],
    ['name_es', 'too_short_or_long', isBetween(value('name_es'), 1, 200)],
    ['city', 'too_short_or_long', isBetween(value('city'), 1, 200)],
    ['country_iso2', 'country_unknown', isCountry(value('country_iso2'))],
    ['timezone', 'zone_unknown', isPlaceZone(value('timezone'))],
    ['latitude', 'latitude_range', isDegrees(value('latitude'), 90)],
    ['longitude', 'longitude_range', isDegrees(value('longitude'), 180)],
    ['currency_iso4217', 'currency_unknown', isCurrency(value('currency_iso4217'))],
    [
      'languages',
      'language_unknown',
      languages.length <= 20 &&
        new Set(languages).size === languages.length &&
        languages.every(isLanguage),
    ],
    ['source', 'too_short_or_long', isBetween(value('source'), 1, 500)],
    [
      'subdivision_iso3166_2',
      'subdivision_of_country',
      !has('subdivision_iso3166_2') ||
        subdivision === '' ||
        isSubdivisionOf(value('country_iso2'), subdivision),
    ],
  ];
  return checks.filter(([, , holds]) => !holds).map(([column, code]) => [column, code]);
}

function hierarchyFault(
  row: PostRow,
  kinds: ReadonlyMap<string, PostKind>,
  mentioned: ReadonlySet<string>,
): ImportProblemCode | null {
  if (row.parentCode === null) return null;
  if (!isSupervised(row.kind)) return 'parent_not_allowed';
  const parent = kinds.get(row.parentCode);
  if (!parent) return mentioned.has(row.parentCode) ? null : 'parent_unknown';
  return isCareerPost(parent) ? null : 'parent_not_career';
}

function toRow({ line, values, has }: CsvLine): PostRow {
  const value = (column: string): string => values[column] ?? '';
  return {
    line,
    code: value('code'),
    kind: value('kind') as PostKind,
    name: value('name_es'),
    city: value('city'),
    country: value('country_iso2'),
    subdivision: has('subdivision_iso3166_2') ? value('subdivision_iso3166_2') || null : undefined,
    parentCode: value('parent_code') || null,
    timeZone: value('timezone'),
    latitude: Number(value('latitude')),
    longitude: Number(value('longitude')),
    currency: value('currency_iso4217'),
    languages: value('languages').split('|'),
    source: value('source'),
  };
}

const isBetween = (text: string, least: number, most: number): boolean =>
  text.length >= least && text.length <= most;

/** Decimal degrees with at most five decimals: about a metre. */
const isDegrees = (text: string, most: number): boolean =>
  /^-?\d{1,3}(\.\d{1,5})?$/.test(text) && Math.abs(Number(text)) <= most;
