import type { QueryRunner } from 'typeorm';

/**
 * For migrations: adds codes to those that the CHECK `<table>_<column>_known` admits, whichever are
 * known already, so that two parts may each bring their own.
 */
export async function admitCodes(
  q: QueryRunner,
  table: string,
  column: string,
  codes: readonly string[],
): Promise<void> {
  const name = `${table}_${column}_known`;
  const [{ known }] = (await q.query(
    'SELECT pg_get_constraintdef(oid) AS known FROM pg_constraint WHERE conname = $1',
    [name],
  )) as [{ known: string }];
  const before = [...known.matchAll(/'([a-z_]+)'/g)].map(([, code]) => code!);
  const all = [...new Set([...before, ...codes])].map((code) => `'${code}'`).join(', ');
  await q.query(`
    ALTER TABLE ${table} DROP CONSTRAINT ${name};
    ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${column} IN (${all}));
  `);
}
