import { randomBytes } from 'node:crypto';
import {
  joinEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/standalone/embedded-postgres';
import { CLUSTER_VARIABLE } from './global-postgres';

/** A database of one test file: migrated, empty of cases, its own. */
export interface TestDatabase {
  name: string;
  /** As the application connects: bound by row-level security. */
  appUrl: string;
  /** As migrations connect: owns the tables, no superuser. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/** The cluster of this test run. */
export function testCluster(): EmbeddedPostgres {
  const dataDir = process.env[CLUSTER_VARIABLE];
  const cluster = dataDir ? joinEmbeddedPostgres(dataDir) : null;
  if (!cluster) {
    throw new Error('no test cluster: run through Jest, in a project that sets up PostgreSQL');
  }
  return cluster;
}

/** Copies the migrated template; call in `beforeAll`, and `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = testCluster();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const urls = await cluster.createDatabase(name, 'amparo');
  return { name, ...urls, drop: () => cluster.dropDatabase(name) };
}
