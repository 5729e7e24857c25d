import { Client } from 'pg';
import { newestMigration } from '../../../src/platform/database/migrate';
import { createTestDatabase, type TestDatabase } from '../../support/database';

describe('database roles', () => {
  let database: TestDatabase;
  const clients: Client[] = [];

  const connect = async (url: string): Promise<Client> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    clients.push(client);
    return client;
  };

  beforeAll(async () => {
    database = await createTestDatabase();
  });

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await database.drop();
  });

  it('runs every migration as an owner that is no superuser', async () => {
    const owner = await connect(database.ownerUrl);
    const { rows: role } = await owner.query(
      'SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = current_user',
    );
    const { rows: last } = await owner.query(
      'SELECT name FROM migrations ORDER BY id DESC LIMIT 1',
    );

    expect(role).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    expect(last).toEqual([{ name: newestMigration() }]);
  });

  it('gives the application a role that owns nothing and cannot pass row-level security', async () => {
    const app = await connect(database.appUrl);
    const { rows } = await app.query(`
      SELECT r.rolsuper, r.rolbypassrls,
             (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned,
             pg_has_role('amparo_app', 'member') AS in_group
        FROM pg_roles r WHERE r.rolname = current_user`);

    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, owned: 0, in_group: true }]);
    await expect(app.query('CREATE TABLE intruder (id int)')).rejects.toThrow('permission denied');
  });

  it('protects every table the application may reach by row-level security', async () => {
    const owner = await connect(database.ownerUrl);
    const { rows } = await owner.query(`
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p') AND n.nspname = 'public' AND NOT c.relrowsecurity AND c.relname <> 'migrations'
         AND has_table_privilege('amparo_app', c.oid, 'SELECT, INSERT, UPDATE, DELETE')`);

    expect(rows).toEqual([]);
  });

  it('keeps databases of different test files apart', async () => {
    const other = await createTestDatabase();
    expect(other.name).not.toBe(database.name);
    await other.drop();
  });
});
