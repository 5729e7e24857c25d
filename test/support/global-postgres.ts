import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../../src/platform/database/migrate';
import {
  startEmbeddedPostgres,
  stopEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/standalone/embedded-postgres';

/** What global set-up leaves for its teardown. */
export interface TestCluster {
  postgres: EmbeddedPostgres;
  dataDir: string;
}

export const CLUSTER_VARIABLE = 'AMPARO_TEST_CLUSTER';
const PREFIX = 'amparo-test-';

/** Nothing in a test cluster outlives the run, so it need not survive a power cut. */
const THROW_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '300',
};

/** One cluster for the whole run; its migrated database is the template every test file copies. */
export default async function setUp(): Promise<void> {
  await sweep();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  chmodSync(dataDir, 0o711);
  const postgres = await startEmbeddedPostgres({ dataDir, settings: THROW_AWAY });
  (globalThis as { testCluster?: TestCluster }).testCluster = { postgres, dataDir };
  try {
    await migrate(postgres.ownerUrl);
  } catch (error) {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  }
  process.env[CLUSTER_VARIABLE] = dataDir;
}

/** Stops and removes clusters whose test run was killed. */
async function sweep(): Promise<void> {
  for (const folder of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(folder)?.[1]);
    if (!pid || isAlive(pid)) continue;
    const dataDir = join(tmpdir(), folder);
    await stopEmbeddedPostgres(dataDir).catch(() => undefined);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
