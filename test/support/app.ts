import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Pool } from 'pg';
import { createApi } from '../../src/api.module';
import { AppConfig } from '../../src/config';
import { createLogger } from '../../src/platform/http/logger';
import { createStaff, type Staff } from '../factories/staff';
import { Client } from './client';
import { createTestDatabase, type TestDatabase } from './database';
import { CLUSTER_VARIABLE } from './global-postgres';
import { FakeClock } from './fake-clock';

/** The real API on a real port over a database of its own; time stands still until told. */
export interface TestApp {
  app: NestFastifyApplication;
  url: string;
  database: TestDatabase;
  /** The owner's connection: sees everything, for arranging and asserting. */
  owner: Pool;
  clock: FakeClock;
  staff: Staff;
  /** A signed-in client of one of the demonstration usernames, e.g. `oficial.mad`. */
  as(username: string): Promise<Client>;
  anonymous(): Client;
  close(): Promise<void>;
}

/** The configuration of a process of the product over `database`. */
export function testConfig(database: TestDatabase, more: Record<string, string> = {}): AppConfig {
  // inside the cluster's own folder, which goes when the run ends
  const folder = mkdtempSync(join(process.env[CLUSTER_VARIABLE] ?? tmpdir(), 'process-'));
  const keys = join(folder, 'keys.json');
  const key = Buffer.alloc(32, 7).toString('base64');
  writeFileSync(keys, JSON.stringify([{ reference: 'test-1', key }]), { mode: 0o600 });
  return AppConfig.parse({
    NODE_ENV: 'test',
    PORT: '0',
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    SESSION_SECRET: 'only-for-tests-'.repeat(4),
    KEYS_URL: `file:${keys}`,
    LOG_LEVEL: process.env['TEST_LOG'] ?? 'silent',
    RATE_LIMIT: 'off',
    DATA_DIR: folder,
    ...more,
  });
}

export async function createTestApp(
  options: { env?: Record<string, string>; webRoot?: string; clock?: FakeClock } = {},
): Promise<TestApp> {
  const database = await createTestDatabase();
  const owner = new Pool({ connectionString: database.ownerUrl, max: 4 });
  const clock = options.clock ?? new FakeClock();
  const staff = await createStaff(owner);
  const config = testConfig(database, options.env);
  const app = await createApi(config, {
    logger: createLogger(config.log.level),
    clock,
    ...(options.webRoot ? { webRoot: options.webRoot } : {}),
  });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  return {
    app,
    url,
    database,
    owner,
    clock,
    staff,
    as: async (username) => new Client(url, await staff.openSession(username)),
    anonymous: () => new Client(url),
    close: async () => {
      await app.close();
      await owner.end();
      await database.drop();
    },
  };
}
