import type { Actor } from '../../../platform/access/actor';
import type { Table } from '../../../platform/tables/table';
import type { Programme } from '../../funding';

/** What a report is asked for; civil days of Lima, both included. */
export interface Range {
  from: string;
  to: string;
  post?: string;
  programme?: Programme;
}

export const SPENDING_REPORTS = [
  'execution',
  'given',
  'programme_table',
  'rendition_ageing',
  'accounting',
] as const;
export type SpendingReport = (typeof SPENDING_REPORTS)[number];

/** The rows of a report in the reader's reach, without headings: codes, days and amounts. */
export interface Rows {
  rows: Record<string, string | number | null>[];
  totals: Record<string, string | number | null>;
}
export type Read = (actor: Actor, range: Range) => Promise<Rows>;
export type ReportTable = Table & { asOf: string };
