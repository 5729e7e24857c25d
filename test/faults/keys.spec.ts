import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareRecovery, recover, rotate } from '../../src/cli/keys';
import { createApi } from '../../src/api.module';
import { type AppConfig } from '../../src/config';
import { createLogger } from '../../src/platform/http/logger';
import { logDetention } from '../factories/detentions';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import { Client } from '../support/client';

/** The key of the installation is changed, and lost: what a sealed case holds must survive the first, and the second with two people. */
describe('keys of sealed cases', () => {
  let t: TestApp;
  let config: AppConfig;
  let id: string;
  beforeAll(async () => {
    t = await createTestApp();
    config = testConfig(t.database);
    const officer = await t.as('oficial.mad');
    id = await logDetention(officer, t.staff.posts['MAD']!, { charges: 'Cargo secreto' });
    const { version } = (await officer.get(`/cases/${id}/circle`)).body;
    const body = { tier: 'sealed', reason: 'Riesgo' };
    await officer.post(`/cases/${id}/tier`, body, { 'if-match': `"${version}"` });
  });
  afterAll(() => t.close());

  const write = (keys: { reference: string; key: Buffer }[]): void =>
    writeFileSync(
      fileURLToPath(config.keys.url.replace('file:', 'file://')),
      JSON.stringify(
        keys.map(({ reference, key }) => ({ reference, key: key.toString('base64') })),
      ),
    );

  /** What a member reads through a process that starts with the keys of `config`. */
  async function charges(): Promise<{ status: number; charges?: string }> {
    const app = await createApi(config, { logger: createLogger('silent'), clock: t.clock });
    await app.listen(0, '127.0.0.1');
    try {
      const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
      const client = new Client(url, await t.staff.openSession('oficial.mad'));
      const { status, body } = await client.get(`/detentions/${id}`);
      return { status, charges: body.charges };
    } finally {
      await app.close();
    }
  }

  const old = { reference: 'test-1', key: Buffer.alloc(32, 7) };
  const next = { reference: 'test-2', key: randomBytes(32) };

  it('are wrapped again under a new key, after which the old one is needed no more', async () => {
    write([next, old]);
    const before = await rotate(config, false);
    expect(JSON.parse(before).wrappedAgain).toBeGreaterThan(0);
    expect(JSON.parse(await rotate(config, false)).wrappedAgain).toBe(0);
    write([next]);
    expect(await charges()).toEqual({ status: 200, charges: 'Cargo secreto' });
  });

  it('open again with both custodians when the key is lost, and not with one', async () => {
    const { shares, keys } = JSON.parse(await prepareRecovery(config)) as {
      shares: [string, string];
      keys: number;
    };
    expect(keys).toBeGreaterThan(0);
    write([{ reference: 'test-3', key: randomBytes(32) }]);
    expect((await charges()).status).toBe(500);
    await expect(recover(config, [shares[0], shares[0]])).rejects.toThrow(/shares/);
    expect(JSON.parse(await recover(config, shares))).toEqual({
      recovered: keys,
      withoutRecovery: 0,
    });
    expect(await charges()).toEqual({ status: 200, charges: 'Cargo secreto' });
  });
});
