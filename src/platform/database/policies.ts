/**
 * Building blocks of row-level security for migrations. Policies bind the application role; the
 * owner role, which only migrations, backups and reviewed SECURITY DEFINER functions use, passes
 * them. The functions they call are wrapped in `(SELECT …)` so that PostgreSQL evaluates each once
 * per statement, and compare only with leakproof operators so that indexes stay usable.
 */

export const APP_ROLE = 'amparo_app';

/** Gives the application role `privileges` on `table` and closes the table to everyone else. */
export function grantTable(table: string, privileges: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    GRANT ${privileges} ON ${table} TO ${APP_ROLE};
  `;
}

/** A policy per command, e.g. `policy('posts', 'read', 'SELECT', 'true')`. */
export function policy(
  table: string,
  name: string,
  command: 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE' | 'ALL',
  predicate: string,
): string {
  const using = command === 'INSERT' ? '' : `USING (${predicate})`;
  const check =
    command === 'INSERT' || command === 'UPDATE' || command === 'ALL'
      ? `WITH CHECK (${predicate})`
      : '';
  return `CREATE POLICY ${table}_${name} ON ${table} FOR ${command} TO ${APP_ROLE} ${using} ${check};`;
}

export const IS_SYSTEM = '(SELECT app.is_system())';
export const SIGNED_IN = '(SELECT app.account() IS NOT NULL OR app.is_system())';

/** Reference data: every signed-in account reads it; `writers` (a predicate) change it. */
export function referenceTable(table: string, writers: string = IS_SYSTEM): string {
  return (
    grantTable(table, 'SELECT, INSERT, UPDATE, DELETE') +
    policy(table, 'read', 'SELECT', SIGNED_IN) +
    policy(table, 'insert', 'INSERT', writers) +
    policy(table, 'update', 'UPDATE', writers) +
    policy(table, 'delete', 'DELETE', writers)
  );
}

export interface ChildOptions {
  /** Column that names the case. */
  caseColumn?: string;
  /** Column with the row's own tier (`standard`, `restricted` or `sealed`) when a part may be stricter. */
  tierColumn?: string;
  /** Or: every row of the table is a restricted part. */
  restricted?: boolean;
  privileges?: string;
}

const inCase = (table: string, column: string, more = ''): string =>
  `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.${column}${more})`;
const inRestricted = (table: string, column: string): string =>
  inCase(table, column, ' AND app.sees_restricted(c.post_id, c.id)');

/** Where a row with a tier of its own is reached: a sealed one by members of the circle alone. */
export const tieredPart = (table: string, caseColumn: string, tierColumn: string): string =>
  `CASE ${table}.${tierColumn} WHEN 'standard' THEN ${inCase(table, caseColumn)}
     WHEN 'restricted' THEN ${inRestricted(table, caseColumn)}
     ELSE ${inCase(table, caseColumn, ' AND app.is_member(c.id)')} END`;

/**
 * A table that belongs to a case: its rows are visible and writable exactly where the case is; its
 * restricted rows only where `app.sees_restricted` says so, its sealed rows by the circle. Unpaged
 * lists should start from `cases`.
 */
export function childOfCase(table: string, options: ChildOptions = {}): string {
  const column = options.caseColumn ?? 'case_id';
  const reach = options.restricted
    ? inRestricted(table, column)
    : options.tierColumn
      ? tieredPart(table, column, options.tierColumn)
      : inCase(table, column);
  const predicate = `${IS_SYSTEM} OR ${reach}`;
  return (
    grantTable(table, options.privileges ?? 'SELECT, INSERT, UPDATE') +
    policy(table, 'read', 'SELECT', predicate) +
    policy(table, 'insert', 'INSERT', predicate) +
    policy(table, 'update', 'UPDATE', predicate)
  );
}
