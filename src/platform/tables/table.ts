/** How the values of a column are read, aligned and added up. */
export type ColumnKind = 'text' | 'count' | 'money' | 'day' | 'share';
/** Money and shares are decimal strings, days ISO dates; null where nothing is known. */
export type Cell = string | number | null;

export interface Column {
  /** Name in a machine's file, lower_snake. */
  key: string;
  /** Heading for a person, in their language. */
  label: string;
  kind: ColumnKind;
}

/** A report as it leaves: on a page, as CSV for another system, as a sheet. */
export interface Table {
  title: string;
  /** Range, definitions, as-of: what the numbers need to be read alone. */
  notes: readonly string[];
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, Cell>>[];
  /** Control totals by column; whoever loads the file compares them with their own sums. */
  totals: Readonly<Record<string, Cell>>;
}
