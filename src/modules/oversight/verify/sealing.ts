import type { Pool } from 'pg';
import { counted, type Invariant, type Witness } from './invariant';

const MARK = '\u27e6';

interface SealedColumns {
  table: string;
  subject: 'case' | 'person';
  texts: string[];
  strings: string[];
  bytes: string[];
  /** Predicate on the row `t`, with $1 the subject. */
  belongs: string;
}

const COLUMNS = `
  SELECT table_name AS table, subject, texts, strings, bytes, belongs FROM sealed_columns ORDER BY table_name`;

/** A sealed case or person has one key that seals; an ordinary one has none. */
const WITHOUT_KEY = `
  SELECT (SELECT count(*) FROM cases c WHERE (c.tier = 'sealed') <> EXISTS (
            SELECT 1 FROM data_keys k WHERE k.case_id = c.id AND k.retired_at IS NULL))
       + (SELECT count(*) FROM persons p WHERE p.sealed <> EXISTS (
            SELECT 1 FROM data_keys k WHERE k.person_id = p.id AND k.retired_at IS NULL)) AS n`;

/** Somebody let in for an emergency and not reviewed has a duty that says so. */
const UNWATCHED = `
  SELECT count(*) AS n FROM break_glass_requests r JOIN cases c ON c.id = r.case_id
   WHERE r.state = 'admitted' AND r.reviewed_at IS NULL AND c.closed_at IS NULL
     AND r.decided_at < $1::timestamptz - interval '1 hour'
     AND NOT EXISTS (SELECT 1 FROM obligations o WHERE o.case_id = r.case_id
                        AND o.kind = 'break_glass_review' AND o.anchor = r.id::text)`;

/** Whoever is barred has no seat in the circle. */
const BARRED_INSIDE = `
  SELECT count(*) AS n FROM case_bars b JOIN case_members m ON m.case_id = b.case_id AND m.account_id = b.account_id
   WHERE b.lifted_at IS NULL AND m.since <= now() AND (m.until IS NULL OR m.until > now())`;

const anyOf = (parts: string[]): string => (parts.length > 0 ? parts.join(' OR ') : 'false');

const isClear = ({ texts, strings, bytes }: SealedColumns): string =>
  anyOf([
    ...texts.map((c) => `t.${c}::text LIKE '%"clear"%'`),
    ...strings.map((c) => `t.${c} NOT LIKE '${MARK}%'`),
    ...bytes.map((c) => `substr(t.${c}, 1, 3) <> '\\xe29fa6'::bytea`),
  ]);
const isSealed = ({ texts, strings, bytes }: SealedColumns): string =>
  anyOf([
    ...texts.map((c) => `t.${c}::text LIKE '%"sealed"%'`),
    ...strings.map((c) => `t.${c} LIKE '${MARK}%'`),
    ...bytes.map((c) => `substr(t.${c}, 1, 3) = '\\xe29fa6'::bytea`),
  ]);

const SUBJECTS = {
  case: { table: 'cases', sealed: `s.tier = 'sealed'` },
  person: { table: 'persons', sealed: 's.sealed' },
} as const;
const ofSubject = ({ belongs }: SealedColumns): string => belongs.replaceAll('$1', 's.id');

/** Readable rows of sealed cases or persons. */
const CLEAR_IN_SEALED = (columns: SealedColumns): string => {
  const { table, sealed } = SUBJECTS[columns.subject];
  return `SELECT count(*) AS n FROM ${table} s JOIN ${columns.table} t ON ${ofSubject(columns)}
           WHERE ${sealed} AND (${isClear(columns)})`;
};

/** Sealed rows of a table that are of no sealed case or person; `all`: its entries in the register. */
const SEALED_IN_CLEAR = (all: SealedColumns[]): string => {
  const owned = all.map((columns) => {
    const { table, sealed } = SUBJECTS[columns.subject];
    return `EXISTS (SELECT 1 FROM ${table} s WHERE ${sealed} AND (${ofSubject(columns)}))`;
  });
  return `SELECT count(*) AS n FROM ${all[0]!.table} t
           WHERE (${isSealed(all[0]!)}) AND NOT (${owned.join(' OR ')})`;
};

async function misplaced(
  owner: Pool,
  statementsFor: (registered: SealedColumns[]) => string[],
): Promise<number> {
  const { rows } = await owner.query<SealedColumns>(COLUMNS);
  let count = 0;
  for (const sql of statementsFor(rows)) {
    const found = await owner.query<{ n: string }>(sql);
    count += Number(found.rows[0]!.n);
  }
  return count;
}

const byTable = (rows: SealedColumns[]): SealedColumns[][] => [
  ...rows
    .reduce(
      (tables, row) => tables.set(row.table, [...(tables.get(row.table) ?? []), row]),
      new Map<string, SealedColumns[]>(),
    )
    .values(),
];

/** Sealed cases and persons rest sealed, whole, and nothing else does. */
export const sealingInvariants = ({ owner, clock }: Witness): Invariant[] => [
  counted('sealed_without_their_key', owner, WITHOUT_KEY),
  {
    name: 'clear_text_in_sealed_files',
    count: () => misplaced(owner, (rows) => rows.map(CLEAR_IN_SEALED)),
  },
  {
    name: 'sealed_text_in_ordinary_files',
    count: () => misplaced(owner, (rows) => byTable(rows).map(SEALED_IN_CLEAR)),
  },
  counted('emergency_entries_unwatched', owner, UNWATCHED, () => [clock.now().toString()]),
  counted('barred_staff_in_circles', owner, BARRED_INSIDE),
];
