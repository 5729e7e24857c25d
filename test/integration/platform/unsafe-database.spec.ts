import { Client } from 'pg';
import { unsafeForService } from '../../../src/platform/database/unsafe-database';
import { createTestDatabase, testCluster, type TestDatabase } from '../../support/database';

describe('a database that production refuses', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('accepts the application role on a database without demonstration accounts', async () => {
    expect(await unsafeForService(database.appUrl)).toEqual([]);
  });

  it('names a superuser and an owner', async () => {
    const superuser = testCluster().superuserUrl.replace(/\/postgres$/, `/${database.name}`);
    expect(await unsafeForService(superuser)).toEqual(['superuser']);
    expect(await unsafeForService(database.ownerUrl)).toEqual(['owns_tables']);
  });

  it('names demonstration accounts', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(
      `INSERT INTO accounts (id, username, display_name, email, demonstration)
       VALUES (gen_random_uuid(), 'demo', 'Demo', 'demo@example.test', true)`,
    );
    await owner.end();
    expect(await unsafeForService(database.appUrl)).toEqual(['demonstration_accounts']);
  });
});
