import { CsvError, parse } from 'csv-parse/sync';
import type { ImportFile, ImportProblem } from './import-problem';

/** A data line: its values by column name, trimmed and in NFC. */
export interface CsvLine {
  line: number;
  values: Readonly<Record<string, string>>;
  has(column: string): boolean;
}

export interface CsvColumns {
  required: readonly string[];
  optional?: readonly string[];
}

/**
 * The lines of an RFC 4180 file in UTF-8 with a header. Fewer, more or other columns than the
 * header promises are problems; a file that cannot be read at all gives one problem and no lines.
 */
export function readCsv(
  file: ImportFile,
  columns: CsvColumns,
): { lines: CsvLine[]; problems: ImportProblem[] } {
  const fail = (line: number, code: ImportProblem['code']) => ({
    lines: [],
    problems: [{ file: file.name, line, column: null, code }],
  });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(file.content);
  } catch {
    return fail(1, 'not_utf8');
  }
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as typeof records;
  } catch (error) {
    return fail(error instanceof CsvError ? Number(error['lines'] ?? 1) : 1, 'broken_csv');
  }
  const [header, ...rows] = records;
  if (!header || rows.length === 0) return fail(1, 'empty_file');
  const names = header.record;
  const known = [...columns.required, ...(columns.optional ?? [])];
  if (
    new Set(names).size !== names.length ||
    names.some((name) => !known.includes(name)) ||
    columns.required.some((name) => !names.includes(name))
  ) {
    return fail(1, 'columns_differ');
  }
  const problems: ImportProblem[] = [];
  const lines: CsvLine[] = [];
  for (const { record, info } of rows) {
    if (record.length !== names.length) {
      problems.push({ file: file.name, line: info.lines, column: null, code: 'columns_differ' });
      continue;
    }
    const values = Object.fromEntries(
      names.map((name, index) => [name, (record[index] ?? '').normalize('NFC')]),
    );
    lines.push({ line: info.lines, values, has: (column) => column in values });
  }
  return { lines, problems };
}
