// The database of the bench: a real cluster with durable settings, loaded once and kept between runs
// in the temporary folder of the system.
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { addNotes } from './notes.mjs';
import { product } from './product.mjs';

/** As in service: every commit reaches the disk. */
const DURABLE = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: '1GB',
  max_connections: '1200',
};
export const PASSWORD = 'demostracion-del-banco';

/** Starts the cluster for a size, loading it on first use. `close` stops it. */
export async function openData({ cases, persons, entries }, report) {
  const folder = join(tmpdir(), `amparo-bench-${cases}-${persons}-${entries}`);
  const whole = join(folder, 'loaded');
  if (existsSync(folder) && !existsSync(whole)) rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
  const { startEmbeddedPostgres } = product('standalone/embedded-postgres');
  const postgres = await startEmbeddedPostgres({ dataDir: folder, settings: DURABLE });
  try {
    await product('platform/database/migrate').migrate(postgres.ownerUrl);
    if (!existsSync(whole)) {
      await load(environmentOf(folder, postgres), { cases, persons, entries }, report);
      writeFileSync(whole, '');
    }
    const owner = new pg.Pool({ connectionString: postgres.ownerUrl, max: 4 });
    return {
      postgres,
      owner,
      environment: environmentOf(folder, postgres),
      close: async () => {
        await owner.end();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

/** What the processes under measurement are told. */
function environmentOf(folder, urls) {
  const { standaloneEnvironment } = product('standalone/environment');
  return standaloneEnvironment(
    {
      NODE_ENV: 'development',
      RATE_LIMIT: 'off',
      LOG_LEVEL: 'error',
      DATA_DIR: folder,
      SMTP_URL: 'smtp://127.0.0.1:1',
    },
    urls,
  );
}

async function load(environment, { cases, persons, entries }, report) {
  const { AppConfig } = product('config');
  const config = AppConfig.parse(environment);
  const app = await NestFactory.createApplicationContext(
    product('api.module').ApiModule.of(config),
    {
      logger: false,
      abortOnError: false,
    },
  );
  try {
    await product('standalone/load-demonstration').loadDemonstration(app, PASSWORD, report);
    const there = await countOf(environment, 'cases');
    const { loadDemonstrationCases } = product('modules/oversight');
    const more = { cases: cases - there, persons: persons - there, seed: 2 };
    await loadDemonstrationCases(app, more, report);
  } finally {
    await app.close();
  }
  await asOwner(environment, (owner) => addNotes(owner, entries, report));
  await asOwner(environment, (owner) => owner.query('VACUUM ANALYZE'));
}

async function asOwner(environment, work) {
  const owner = new pg.Client({ connectionString: environment.DATABASE_OWNER_URL });
  await owner.connect();
  return work(owner).finally(() => owner.end());
}

const countOf = (environment, table) =>
  asOwner(environment, async (owner) => {
    const { rows } = await owner.query(`SELECT count(*)::int AS n FROM ${table}`);
    return rows[0].n;
  });

/** Rows that say how much data the figures were measured on. */
export async function sizeOf(owner) {
  const { rows } = await owner.query(`
    SELECT (SELECT count(*) FROM cases)::int AS cases,
           (SELECT count(*) FROM cases WHERE closed_at IS NULL)::int AS "openCases",
           (SELECT count(*) FROM timeline_entries)::int AS "timelineEntries",
           (SELECT count(*) FROM persons)::int AS persons,
           (SELECT count(*) FROM obligations)::int AS obligations,
           pg_size_pretty(pg_database_size(current_database())) AS "onDisk"`);
  return rows[0];
}
