import { grantTable, IS_SYSTEM, policy } from './policies';

/** Building blocks for migrations whose tables are parts of a case. */

/** Rows are added, never changed. */
export const APPENDED = { privileges: 'SELECT, INSERT' };

/** A text that people write, clear or sealed; `limit` in characters. */
export const narrative = (table: string, column: string, limit = 4000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;
/** One that must be there. */
export const needed = (table: string, column: string, limit = 500): string =>
  narrative(table, column, limit).replace(' jsonb ', ' jsonb NOT NULL ');

/** A column holds one of `codes`. */
export const known = (table: string, column: string, codes: readonly string[]): string =>
  `CONSTRAINT ${table}_${column}_known CHECK (${column} IN (${codes.map((c) => `'${c}'`).join(', ')}))`;

/** ISO 3166-1 alpha-2. */
export const country = (table: string): string =>
  `country char(2) NOT NULL CONSTRAINT ${table}_country_form CHECK (country ~ '^[A-Z]{2}$')`;

/** The key and the case of a part. */
export const part = (table: string): string => `
  id uuid CONSTRAINT ${table}_pk PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT ${table}_case_fk REFERENCES cases,`;
export const RECORDED = `
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()`;
export const indexed = (table: string): string =>
  `CREATE INDEX ${table}_case_idx ON ${table} (case_id);`;

/** Whoever works the case writes it down; only readers of restricted parts read it back. */
export function restrictedPart(table: string): string {
  const reach = (more: string) =>
    `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id${more})`;
  return (
    grantTable(table, 'SELECT, INSERT') +
    policy(table, 'read', 'SELECT', reach(' AND app.sees_restricted(c.post_id, c.id)')) +
    policy(table, 'insert', 'INSERT', reach(''))
  );
}
