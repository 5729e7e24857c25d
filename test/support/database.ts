import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
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

/**
 * Gives a case a tier by hand, as in a register from before sealed cases were encrypted: its texts stay
 * as they are, its people are sealed in name only, and no guard looks.
 */
export async function setTier(owner: Pool, caseId: string, tier: string): Promise<void> {
  const client = await owner.connect();
  const guards = async (how: 'DISABLE' | 'ENABLE') => {
    await client.query(`ALTER TABLE persons ${how} TRIGGER persons_sealed_whole`);
    await client.query(`ALTER TABLE cases ${how} TRIGGER cases_sealed`);
  };
  try {
    await client.query('BEGIN');
    await guards('DISABLE');
    await client.query('UPDATE cases SET tier = $2 WHERE id = $1', [caseId, tier]);
    await guards('ENABLE');
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
