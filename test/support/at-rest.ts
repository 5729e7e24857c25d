import type { Pool } from 'pg';

/** Tables in whose rows, read by their owner as a dump would read them, `text` can be found. */
export async function tablesWith(owner: Pool, text: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const telling: string[] = [];
  const hex = Buffer.from(text).toString('hex');
  for (const { name } of rows) {
    const found = await owner.query(
      `SELECT 1 FROM ${name} t WHERE t::text ILIKE '%' || $1 || '%' OR t::text LIKE '%' || $2 || '%' LIMIT 1`,
      [text, hex],
    );
    if (found.rowCount) telling.push(name);
  }
  return telling;
}
