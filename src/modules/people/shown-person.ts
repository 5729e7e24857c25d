/**
 * SQL of other modules' statements: joins, as `alias`, the person whom the record in `column` stands
 * for. A merge rewrites no row of a case; whoever reads one names the survivor through this. A reader
 * who may not see the survivor (an honorary consul, whose reach a merge must not change) gets the
 * record itself.
 */
export const joinPerson = (column: string, alias: string): string => `
  LEFT JOIN LATERAL (
    SELECT shown.* FROM persons record
      JOIN persons shown ON shown.id = ANY (ARRAY[record.merged_into, record.id])
     WHERE record.id = ${column} ORDER BY shown.id = record.id LIMIT 1) ${alias} ON true`;

/**
 * SQL: as `facts`, what duty rules need of all records of the person in `column` together:
 * `birth_date` (the person's own, else one that a duplicate tells) and `vulnerability`: a factor seen
 * once is never lost by a merge. The same for every reader of the record, so that a plan does not
 * depend on who makes it.
 */
export const joinFacts = (column: string, facts: string): string =>
  `LEFT JOIN LATERAL app.person_facts(${column}) ${facts} ON true`;

/** SQL: the ids of the records that stand for the person `parameter`, themselves included. */
export const recordsOf = (parameter: string): string =>
  `(SELECT records.id FROM persons records WHERE records.id = ${parameter}
    UNION ALL SELECT records.id FROM persons records WHERE records.merged_into = ${parameter})`;

/** SQL: the ids of all records of the person of whom `parameter` is one, the survivor's or a duplicate's. */
export const sameAs = (parameter: string): string =>
  recordsOf(
    `(SELECT coalesce(own.merged_into, own.id) FROM persons own WHERE own.id = ${parameter})`,
  );
