import { ForgetKeysLoop } from '../../../src/platform/http/forget-keys.loop';
import { Database } from '../../../src/platform/database/database';
import { FaultLog } from '../../../src/platform/jobs/fault-log';
import { createTestPlatform, type TestPlatform } from '../../support/platform';

describe('idempotency keys', () => {
  let t: TestPlatform;
  beforeAll(async () => {
    t = await createTestPlatform([]);
  });
  afterAll(() => t.close());

  it('are forgotten after a day, with the answers kept beside them', async () => {
    const account = t.staff.accounts['oficial.mad'];
    await t.owner.query(
      `INSERT INTO idempotency_keys (account_id, key, route, body_hash, created_at) VALUES
         ($1, 'old', 'POST /x', '', now() - interval '25 hours'), ($1, 'new', 'POST /x', '', now())`,
      [account],
    );
    await new ForgetKeysLoop(t.module.get(Database), new FaultLog()).forget();
    const { rows } = await t.owner.query('SELECT key FROM idempotency_keys');
    expect(rows).toEqual([{ key: 'new' }]);
  });
});
