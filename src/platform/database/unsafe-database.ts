import { Client } from 'pg';

/** Why a database connection must not be used in service; empty when it may. */
export type Unsafe = 'superuser' | 'bypasses_policies' | 'owns_tables' | 'demonstration_accounts';

/**
 * Looks at what a connection could do behind the policies' back, and at accounts whose password the
 * world knows.
 */
export async function unsafeForService(url: string): Promise<Unsafe[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ super: boolean; bypass: boolean; owns: boolean }>(`
      SELECT rolsuper AS super, rolbypassrls AS bypass,
             EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                      WHERE n.nspname = 'public' AND c.relkind = 'r'
                        AND pg_has_role(r.oid, c.relowner, 'usage')) AS owns
        FROM pg_roles r WHERE rolname = current_user`);
    const [role] = rows;
    const found: Unsafe[] = [];
    if (role?.super) found.push('superuser');
    else if (role?.bypass) found.push('bypasses_policies');
    else if (role?.owns) found.push('owns_tables');
    if (await hasDemonstrationAccounts(client)) found.push('demonstration_accounts');
    return found;
  } finally {
    await client.end();
  }
}

async function hasDemonstrationAccounts(client: Client): Promise<boolean> {
  const { rows: tables } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public.accounts') IS NOT NULL AS there`,
  );
  if (!tables[0]?.there) return false;
  await client.query('BEGIN');
  await client.query('SELECT app.act_as_system()');
  const { rows } = await client.query<{ found: boolean }>(
    'SELECT EXISTS (SELECT 1 FROM accounts WHERE demonstration) AS found',
  );
  await client.query('ROLLBACK');
  return rows[0]?.found ?? false;
}
