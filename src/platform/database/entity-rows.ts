import type { DataSource, EntityMetadata } from 'typeorm';
import { statement, type Statement } from './statement';

type Entity<Row> = new () => Row;
type Column = EntityMetadata['columns'][number];

const statements = new Map<string, Statement>();

/** A named statement for each shape of row, so that its plan is kept. */
function kept(name: string, text: () => string): Statement {
  const known = statements.get(name) ?? statement(name, text());
  statements.set(name, known);
  return known;
}

/** The statement that inserts `row` with the columns it gives; the others keep their defaults. */
export function insertOf<Row extends object>(
  source: DataSource,
  entity: Entity<Row>,
  row: Partial<Row>,
): { sql: Statement; values: unknown[] } {
  const { tableName, columns } = source.getMetadata(entity);
  const given = columns.filter((column) => column.getEntityValue(row) !== undefined);
  const shape = given.reduce((bits, column) => bits | (1n << BigInt(columns.indexOf(column))), 0n);
  const sql = kept(
    `insert.${tableName}.${shape.toString(36)}`,
    () =>
      `INSERT INTO ${tableName} (${given.map((column) => column.databaseName).join(', ')})
       VALUES (${given.map((_, i) => `$${i + 1}`).join(', ')})`,
  );
  const values = given.map((column) =>
    source.driver.preparePersistentValue(column.getEntityValue(row), column),
  );
  return { sql, values };
}

/** The statement that locks one row by its id for the rest of the transaction and reads it. */
export function lockOf<Row extends object>(source: DataSource, entity: Entity<Row>): Statement {
  const { tableName, columns, primaryColumns } = source.getMetadata(entity);
  return kept(
    `lock.${tableName}`,
    () =>
      `SELECT ${columns.map((column) => column.databaseName).join(', ')} FROM ${tableName}
        WHERE ${primaryColumns[0]!.databaseName} = $1 FOR UPDATE`,
  );
}

/** A row as read becomes the entity it is. */
export function hydrated<Row extends object>(
  source: DataSource,
  entity: Entity<Row>,
  row: Record<string, unknown>,
): Row {
  const file = source.manager.create(entity);
  const read = (column: Column) =>
    column.setEntityValue(
      file,
      source.driver.prepareHydratedValue(row[column.databaseName], column),
    );
  source.getMetadata(entity).columns.forEach(read);
  return file;
}
