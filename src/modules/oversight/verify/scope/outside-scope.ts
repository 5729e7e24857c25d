import { Pool, type PoolClient } from 'pg';
import type { Invariant, Witness } from '../invariant';
import { Reaches, type Reach } from './reach';

/** $1 world, $2 posts, $3 restricted world, $4 restricted posts, $5 files by name, $6 staff. */
const MAY_READ = `(
  (c.tier = 'standard' AND ($1::boolean OR c.post_id = ANY ($2::uuid[])))
  OR (c.tier = 'restricted' AND ($3::boolean OR c.post_id = ANY ($4::uuid[])))
  OR c.id = ANY ($5::uuid[]))`;
const MAY_READ_RESTRICTED_PARTS = `(
  $3::boolean OR c.post_id = ANY ($4::uuid[]) OR ($6::boolean AND c.id = ANY ($5::uuid[])))`;

/** Parts of a file that are restricted as a whole (taxonomy, *Confidentiality tier*). */
const RESTRICTED_PARTS = [
  'contact_health_findings',
  'mistreatment_allegations',
  'vulnerability_assessments',
];
/** Rows of a case or of a person, never of both. */
const OF_CASE_OR_PERSON = ['documents'];
/** Money of aid, which whoever answers for money reads without the case (rules §7). */
const MONEY_OF_AID = ['aid_requests', 'aid_receipts', 'aid_decisions'];
const READS_MONEY = ['hq_director', 'finance_officer', 'finance_accountant', 'auditor'];
/** What is addressed to one account, whatever it may read; or admits accounts to a file. */
const PERSONAL = ['notices', 'case_members'];

/**
 * Every table that the application reads and whose rows belong to a case, and whether they carry a
 * tier of their own. What it may not read at all (keys behind a search function) shows nothing.
 */
const PARTS_OF_CASES = `
  SELECT t.relname AS name, EXISTS (
           SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'tier' AND NOT a.attisdropped) AS tiered
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace AND n.nspname = 'public'
    JOIN pg_attribute c ON c.attrelid = t.oid AND c.attname = 'case_id' AND NOT c.attisdropped
   WHERE t.relkind = 'r' AND has_table_privilege('amparo_app', t.oid, 'SELECT') ORDER BY t.relname`;
const PARTS_OF_PERSONS = PARTS_OF_CASES.replace(`'case_id'`, `'person_id'`);

interface Part {
  name: string;
  tiered: boolean;
}

/** A count of rows that the reader of a transaction sees and should not, with its parameters. */
interface Check {
  sql: string;
  values: (reach: Reach) => unknown[];
}

const ofCases = ({ world, posts, restrictedWorld, restrictedPosts, cases, staff }: Reach) => [
  ...[world, posts, restrictedWorld, restrictedPosts],
  ...[cases, staff],
];

const CASES: Check = {
  sql: `SELECT count(*) AS n FROM cases c WHERE $6::boolean IS NOT NULL AND NOT ${MAY_READ}`,
  values: ofCases,
};

/** A row whose file the reader cannot see has no business being seen either. */
function partOfCase({ name, tiered }: Part): Check {
  const restricted = RESTRICTED_PARTS.includes(name)
    ? 'true'
    : tiered
      ? `t.tier = 'restricted'`
      : 'false';
  const money = MONEY_OF_AID.includes(name);
  const sealed = tiered ? `t.tier = 'sealed'` : 'false';
  return {
    sql: `SELECT count(*) AS n FROM ${name} t LEFT JOIN cases c ON c.id = t.case_id
           WHERE t.case_id IS NOT NULL AND NOT $7::boolean AND (c.id IS NULL OR NOT ${MAY_READ}
              OR (${restricted} AND NOT ${MAY_READ_RESTRICTED_PARTS})
              OR (${sealed} AND NOT c.id = ANY ($5::uuid[])))`,
    values: (reach) => [
      ...ofCases(reach),
      money && reach.roles.some((role) => READS_MONEY.includes(role)),
    ],
  };
}

const MEMBERS: Check = {
  sql: `SELECT count(*) AS n FROM case_members m LEFT JOIN cases c ON c.id = m.case_id
         WHERE m.account_id <> $7 AND $6::boolean IS NOT NULL AND (c.id IS NULL OR NOT ${MAY_READ})`,
  values: (reach) => [...ofCases(reach), reach.accountId],
};

/** Somebody with no case, or with one that is not sealed. */
const ORDINARY = (person: string): string => `(
  NOT EXISTS (SELECT 1 FROM case_people o WHERE o.person_id = ${person})
  OR EXISTS (SELECT 1 FROM case_people o JOIN cases oc ON oc.id = o.case_id
              WHERE o.person_id = ${person} AND oc.tier <> 'sealed'))`;

/** Persons are shared by all who work cases; anyone else sees those in the files that admit them. */
const personal = (table: string, column: string): Check => ({
  sql: `SELECT count(*) AS n FROM ${table} t WHERE NOT (
          ($1::boolean AND ${ORDINARY(`t.${column}`)})
          OR t.${column} IN (SELECT person_id FROM case_people WHERE case_id = ANY ($2::uuid[])))`,
  values: ({ staff, cases }) => [staff, cases],
});

/** Rows that belong to an account (none: `NULL`), and the roles that see those of others. */
const own = (table: string, column: string, keepers: string[]): Check => ({
  sql: `SELECT count(*) AS n FROM ${table}
         WHERE NOT $2::boolean AND ${column} IS DISTINCT FROM $1::uuid`,
  values: ({ accountId, roles }) => [accountId, roles.some((role) => keepers.includes(role))],
});

const OF_ACCOUNTS: Check[] = [
  own('accounts', 'id', ['administrator']),
  own('sessions', 'account_id', []),
  own('api_tokens', 'account_id', ['administrator']),
  own('idempotency_keys', 'account_id', []),
  own('notices', 'account_id', []),
  own('mails', 'NULL', []),
  own('outbox', 'NULL', ['administrator']),
  own('audit_entries', 'NULL', ['auditor', 'data_protection_officer']),
];

/**
 * For a sample of accounts of each role, compares what row-level security shows them with what their
 * dated roles give them, worked out by the owner without the policies' own functions.
 */
export const scopeInvariant = ({ owner, appUrl }: Witness): Invariant => ({
  name: 'rows_visible_outside_scope',
  async count() {
    const checks = await checksOf(owner);
    const application = new Pool({ connectionString: appUrl, max: 1 });
    try {
      let outside = 0;
      for (const reach of await new Reaches(owner).sample()) {
        outside += await countAs(application, reach, checks);
      }
      return outside;
    } finally {
      await application.end();
    }
  },
});

async function checksOf(owner: Pool): Promise<Check[]> {
  const ofCase = await owner.query<Part>(PARTS_OF_CASES);
  const ofPerson = await owner.query<Part>(PARTS_OF_PERSONS);
  const isPartOfCase = new Set(ofCase.rows.map(({ name }) => name));
  return [
    CASES,
    MEMBERS,
    ...ofCase.rows.filter(({ name }) => !PERSONAL.includes(name)).map(partOfCase),
    personal('persons', 'id'),
    ...ofPerson.rows
      .filter(({ name }) => !isPartOfCase.has(name) || OF_CASE_OR_PERSON.includes(name))
      .map(({ name }) => personal(name, 'person_id')),
    ...OF_ACCOUNTS,
  ];
}

/** One transaction as the account; nothing is written. */
async function countAs(pool: Pool, reach: Reach, checks: Check[]): Promise<number> {
  const client: PoolClient = await pool.connect();
  try {
    await client.query('BEGIN READ ONLY');
    await client.query('SELECT app.act_as($1, NULL)', [reach.accountId]);
    let outside = 0;
    for (const { sql, values } of checks) {
      const { rows } = await client.query<{ n: string }>(sql, values(reach));
      outside += Number(rows[0]!.n);
    }
    return outside;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}
