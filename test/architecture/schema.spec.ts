import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from '../../src/entities';
import { createTestDatabase, type TestDatabase } from '../support/database';

/** Which migrations ran: read by the readiness check before anyone acts. */
const LEDGER = 'migrations';

interface Column {
  table: string;
  column: string;
  type: string;
  nullable: boolean;
}

describe('the schema after all migrations', () => {
  let database: TestDatabase;
  let owner: Pool;
  let source: DataSource;
  beforeAll(async () => {
    database = await createTestDatabase();
    owner = new Pool({ connectionString: database.ownerUrl });
    source = new DataSource({ type: 'postgres', url: database.appUrl, entities: [...entities] });
    await source.initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await owner.end();
    await database.drop();
  });

  const columns = async (): Promise<Column[]> => {
    const { rows } = await owner.query<Column>(
      `SELECT c.relname AS table, a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type,
              NOT a.attnotnull AS nullable
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0
          AND NOT a.attisdropped AND a.attgenerated = ''`,
    );
    return rows;
  };

  it('agrees with the entities: same columns, types and nullability', async () => {
    const tables = new Set(source.entityMetadatas.map((entity) => entity.tableName));
    const actual = (await columns())
      .filter(({ table }) => tables.has(table))
      .map((c) => `${c.table}.${c.column} ${c.type}${c.nullable ? ' null' : ''}`);
    const declared = source.entityMetadatas.flatMap((entity) =>
      entity.columns.map((column) => {
        const type = source.driver.normalizeType(column);
        const name = column.isArray
          ? `${type}[]`
          : type === 'character'
            ? `character(${column.length || 1})`
            : type;
        const size =
          type === 'numeric' && column.precision
            ? `(${column.precision},${column.scale ?? 0})`
            : '';
        return `${entity.tableName}.${column.databaseName} ${name}${size}${column.isNullable ? ' null' : ''}`;
      }),
    );
    expect(declared.sort()).toEqual(actual.sort());
  });

  it('binds every table by row-level security for the application role', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity
          AND c.relname <> $1
          AND has_table_privilege('amparo_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`,
      [LEDGER],
    );
    expect(rows).toEqual([]);
  });

  it('shows nothing to a connection that does not say who acts', async () => {
    const app = new Pool({ connectionString: database.appUrl });
    const { rows } = await owner.query<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
          AND c.relname <> $1 AND has_table_privilege('amparo_app', c.oid, 'SELECT')`,
      [LEDGER],
    );
    const seen: string[] = [];
    for (const { name } of rows) {
      const found = await app.query(`SELECT 1 FROM ${name} LIMIT 1`);
      if (found.rowCount) seen.push(name);
    }
    await app.end();
    expect(seen).toEqual([]);
  });

  it('names every constraint', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype = 'c' AND conname ~ '_check[0-9]*$'`,
    );
    expect(rows).toEqual([]);
  });

  it('never lets the application role delete or rewrite what must stay', async () => {
    for (const table of ['audit_entries', 'audit_links', 'timeline_entries', 'case_actions']) {
      const { rows } = await owner.query<{ may: boolean }>(
        `SELECT has_table_privilege('amparo_app', $1, 'UPDATE, DELETE, TRUNCATE') AS may`,
        [table],
      );
      expect([table, rows[0]!.may]).toEqual([table, false]);
    }
  });
});
