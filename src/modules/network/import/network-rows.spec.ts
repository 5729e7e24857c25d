import { readFileSync } from 'node:fs';
import { readJurisdictionRows } from './jurisdiction-rows';
import { readPostRows, type KnownPost } from './post-rows';
import { starterFiles } from './starter-files';

const HEADER =
  'code,kind,name_es,city,country_iso2,parent_code,timezone,latitude,longitude,currency_iso4217,languages,source';
const MADRID =
  'MAD,consulate_general,Consulado General en Madrid,Madrid,ES,,Europe/Madrid,40.42,-3.70,EUR,es|qu,test';
const file = (text: string | Uint8Array, name = 'posts.csv') => ({
  name,
  content: typeof text === 'string' ? new TextEncoder().encode(text) : text,
});
const readPosts = (lines: string[], known: [string, KnownPost][] = []) =>
  readPostRows(file([HEADER, ...lines].join('\n')), new Map(known));
/** The Madrid row with one column changed. */
const madridWith = (column: string, value: string): string => {
  const values = MADRID.split(',');
  values[HEADER.split(',').indexOf(column)] = value;
  return values.join(',');
};

describe('the file of posts', () => {
  it('accepts the starter set whole', () => {
    const content = readFileSync(starterFiles().posts);
    const { rows, problems } = readPostRows({ name: 'posts.csv', content }, new Map());
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(220);
    expect(rows.find((row) => row.code === 'ROS')).toMatchObject({
      kind: 'honorary_consulate',
      parentCode: 'BUE',
      timeZone: 'America/Argentina/Cordoba',
    });
  });

  it('reads a byte order mark, Windows line ends and quoted commas', () => {
    const quoted = madridWith('name_es', '"Consulado, en Madrid"');
    const { rows, problems } = readPostRows(file(`\uFEFF${HEADER}\r\n${quoted}\r\n`), new Map());
    expect(problems).toEqual([]);
    expect(rows[0]?.name).toBe('Consulado, en Madrid');
  });

  it.each([
    ['code', 'mad', 'post_code_form'],
    ['kind', 'embassy', 'post_kind_unknown'],
    ['kind', 'headquarters', 'second_headquarters'],
    ['name_es', '', 'too_short_or_long'],
    ['city', 'x'.repeat(201), 'too_short_or_long'],
    ['country_iso2', 'ESP', 'country_unknown'],
    ['country_iso2', 'XX', 'country_unknown'],
    ['parent_code', 'BUE', 'parent_not_allowed'],
    ['timezone', 'Europe/Madriz', 'zone_unknown'],
    ['timezone', 'UTC', 'zone_unknown'],
    ['latitude', '90.5', 'latitude_range'],
    ['latitude', 'north', 'latitude_range'],
    ['longitude', '-181', 'longitude_range'],
    ['currency_iso4217', 'EURO', 'currency_unknown'],
    ['languages', 'es|xx', 'language_unknown'],
    ['languages', '', 'language_unknown'],
    ['languages', 'es|es', 'language_unknown'],
    ['source', '', 'too_short_or_long'],
  ])('refuses %s = "%s" and names its line', (column, value, code) => {
    const { problems } = readPosts([MADRID.replace('MAD', 'BCN'), madridWith(column, value)]);
    expect(problems).toContainEqual({ file: 'posts.csv', line: 3, column, code });
  });

  it('refuses what is no such file', () => {
    const codes = (text: string | Uint8Array) =>
      readPostRows(file(text), new Map()).problems.map((p) => [p.line, p.code]);
    expect(codes('')).toEqual([[1, 'empty_file']]);
    expect(codes(HEADER)).toEqual([[1, 'empty_file']]);
    expect(codes(`${HEADER},more\n${MADRID},x`)).toEqual([[1, 'columns_differ']]);
    expect(codes(`${HEADER.replace('city', 'town')}\n${MADRID}`)).toEqual([[1, 'columns_differ']]);
    expect(codes(`${HEADER}\n${MADRID}\n${MADRID},more`)).toEqual([[3, 'columns_differ']]);
    expect(codes(`${HEADER}\nMAD,"unclosed`)).toEqual([[2, 'broken_csv']]);
    expect(codes(Buffer.from(`${HEADER}\n${MADRID} \xD1`, 'latin1'))).toEqual([[1, 'not_utf8']]);
  });

  it('refuses the same code twice', () => {
    expect(readPosts([MADRID, MADRID]).problems).toEqual([
      { file: 'posts.csv', line: 3, column: 'code', code: 'duplicate' },
    ]);
  });

  describe('hierarchy', () => {
    const honorary = (parent: string) =>
      madridWith('kind', 'honorary_consulate')
        .replace('MAD', 'VGO')
        .replace(',ES,,', `,ES,${parent},`);

    it('puts an honorary post under a career post of the file or of the register', () => {
      expect(readPosts([honorary('MAD'), MADRID]).problems).toEqual([]);
      expect(
        readPosts([honorary('BCN')], [['BCN', { kind: 'consulate', parentCode: null }]]).problems,
      ).toEqual([]);
    });

    it('refuses a parent that does not exist or is no career post', () => {
      const problem = { file: 'posts.csv', line: 2, column: 'parent_code' };
      expect(readPosts([honorary('XYZ')]).problems).toEqual([
        { ...problem, code: 'parent_unknown' },
      ]);
      expect(
        readPosts([honorary('SLM')], [['SLM', { kind: 'honorary_consulate', parentCode: null }]])
          .problems,
      ).toEqual([{ ...problem, code: 'parent_not_career' }]);
    });

    it('does not blame a post for the fault on the line of its parent', () => {
      const { problems } = readPosts([honorary('MAD'), madridWith('currency_iso4217', '?')]);
      expect(problems.map((p) => [p.line, p.code])).toEqual([[3, 'currency_unknown']]);
    });

    it('refuses to demote a post that supervises another of the register', () => {
      const { problems } = readPosts(
        [madridWith('kind', 'honorary_consulate')],
        [
          ['MAD', { kind: 'consulate_general', parentCode: null }],
          ['SLM', { kind: 'honorary_consulate', parentCode: 'MAD' }],
        ],
      );
      expect(problems).toEqual([
        { file: 'posts.csv', line: 2, column: 'kind', code: 'parent_not_career' },
      ]);
    });
  });
});

describe('the file of districts', () => {
  const read = (lines: string[]) =>
    readJurisdictionRows(
      file(['post_code,country_iso2,subdivision_iso3166_2', ...lines].join('\n'), 'districts.csv'),
      new Set(['MAD', 'BCN']),
    );

  it('accepts the starter set whole', () => {
    const files = starterFiles();
    const posts = readPostRows({ name: 'p', content: readFileSync(files.posts) }, new Map());
    const { rows, problems } = readJurisdictionRows(
      { name: 'j', content: readFileSync(files.jurisdictions) },
      new Set(posts.rows.map((row) => row.code)),
    );
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(304);
  });

  it.each([
    ['XYZ,ES,ES-MD', 'post_code', 'post_unknown'],
    ['MAD,XX,', 'country_iso2', 'country_unknown'],
    ['MAD,ES,US-TX', 'subdivision_iso3166_2', 'subdivision_of_country'],
    ['MAD,ES,Madrid', 'subdivision_iso3166_2', 'subdivision_of_country'],
    ['BCN,AD,', null, 'duplicate'],
  ])('refuses %s', (line, column, code) => {
    expect(read(['BCN,AD,', line]).problems).toEqual([
      { file: 'districts.csv', line: 3, column, code },
    ]);
  });
});
