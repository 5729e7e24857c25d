import { rmSync } from 'node:fs';
import type { TestCluster } from './global-postgres';

export default async function tearDown(): Promise<void> {
  const cluster = (globalThis as { testCluster?: TestCluster }).testCluster;
  await cluster?.postgres.stop();
  if (cluster) rmSync(cluster.dataDir, { recursive: true, force: true });
}
