import { StreamableFile } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import writeXlsx, { type Cell as SheetCell } from 'write-excel-file/node';
import type { Cell, Column, ColumnKind, Table } from './table';

export const TABLE_FORMATS = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const MIME: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const NUMBERS: Partial<Record<ColumnKind, string>> = {
  count: '#,##0',
  money: '#,##0.00',
  share: '0.00%',
};
const WIDTHS: Record<ColumnKind, number> = { text: 28, count: 12, money: 16, day: 12, share: 10 };

/**
 * For another system: names of columns, rows, and a last record `TOTAL` with the number of rows and the
 * control totals. No cell can be taken for a formula.
 */
export function toCsv({ columns, rows, totals }: Table): Buffer {
  const cells = (row: Readonly<Record<string, Cell>>) => columns.map(({ key }) => row[key] ?? '');
  const last = ['TOTAL', rows.length, ...columns.map(({ key }) => totals[key] ?? '')];
  const records = [
    ['record', 'number', ...columns.map(({ key }) => key)],
    ...rows.map((row, index) => ['ROW', index + 1, ...cells(row)]),
    last,
  ];
  return Buffer.from(stringify(records, { bom: true, escape_formulas: true }));
}

/** For a person: title, what it means, headings, rows and totals; numbers are numbers. */
export function toXlsx({ title, notes, columns, rows, totals }: Table): Promise<Buffer> {
  const bold = { fontWeight: 'bold' } as const;
  const line = (row: Readonly<Record<string, Cell>>, more: object = {}) =>
    columns.map((column) => ({ ...cellOf(row[column.key] ?? null, column), ...more }));
  const hasTotals = Object.keys(totals).length > 0;
  const sheet: SheetCell[][] = [
    [{ value: title, type: String, fontSize: 14, ...bold }],
    ...notes.map((note) => [{ value: note, type: String }]),
    [],
    columns.map(({ label }) => ({ value: label, type: String, ...bold })),
    ...rows.map((row) => line(row)),
    ...(hasTotals ? [line(totals, bold)] : []),
  ] as SheetCell[][];
  return writeXlsx(sheet, {
    columns: columns.map(({ kind }) => ({ width: WIDTHS[kind] })),
    stickyRowsCount: notes.length + 3,
  }).toBuffer();
}

function cellOf(value: Cell, { kind }: Column): object {
  if (value === null) return { value: null };
  const format = NUMBERS[kind];
  return format
    ? { value: Number(value), type: Number, format }
    : { value: String(value), type: String };
}

/** The file of a table, offered for download under `name`. */
export async function tableFile(
  table: Table,
  format: TableFormat,
  name: string,
): Promise<StreamableFile> {
  const content = format === 'csv' ? toCsv(table) : await toXlsx(table);
  return new StreamableFile(content, {
    type: MIME[format],
    disposition: `attachment; filename="${name}.${format}"`,
    length: content.length,
  });
}
