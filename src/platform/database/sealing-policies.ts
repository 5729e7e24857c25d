/** Building blocks for migrations whose tables hold texts of cases that may be sealed. */

const MARK = '\u27e6';

export interface SealableColumns {
  /** `jsonb` columns with protected texts, at the top or anywhere inside. */
  texts?: readonly string[];
  /** Plain text columns that a person writes freely. */
  strings?: readonly string[];
  /** `bytea` columns with content of the case. */
  bytes?: readonly string[];
  /** Table that names the case, and the column that leads to it, when the table itself does not. */
  through?: { table: string; column: string };
  /** Columns that name the case; a row between two cases is sealed when either is. */
  caseColumns?: readonly string[];
}

/**
 * Enters the columns of a table in the register of what is sealed with its case, and has the database
 * refuse any of them in the clear in a sealed case: what a module forgot to seal is never saved.
 */
export function sealedWithCase(table: string, columns: SealableColumns): string {
  const { texts = [], strings = [], bytes = [], through, caseColumns = ['case_id'] } = columns;
  const clear = [
    ...texts.map((column) => `NEW.${column}::text LIKE '%"clear"%'`),
    ...strings.map((column) => `NEW.${column} NOT LIKE '${MARK}%'`),
    ...bytes.map((column) => `substr(NEW.${column}, 1, 3) <> '\\xe29fa6'::bytea`),
  ].join(' OR ');
  const ofCase = through
    ? `(SELECT p.case_id FROM ${through.table} p WHERE p.id = t.${through.column})`
    : null;
  const belongs = ofCase
    ? `${ofCase} = $1`
    : caseColumns.map((column) => `t.${column} = $1`).join(' OR ');
  const guard = through
    ? `app.refuse_clear_text_of('${through.table}', '${through.column}')`
    : `app.refuse_clear_text(${caseColumns.map((column) => `'${column}'`).join(', ')})`;
  const list = (names: readonly string[]) =>
    `ARRAY[${names.map((n) => `'${n}'`).join(', ')}]::text[]`;
  return `
    INSERT INTO sealed_columns (table_name, subject, texts, strings, bytes, belongs)
    VALUES ('${table}', 'case', ${list(texts)}, ${list(strings)}, ${list(bytes)}, $belongs$${belongs}$belongs$);
    CREATE TRIGGER ${table}_sealed AFTER INSERT OR UPDATE ON ${table} FOR EACH ROW
      WHEN (${clear}) EXECUTE FUNCTION ${guard};
  `;
}
