import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface } from 'typeorm';
import { APP_ROLE } from './policies';

const FOLDER = join(__dirname, '..', '..', '..', 'migrations');

/** One migration at a time for a database, whoever starts it: API, worker and CLI may all try. */
const LOCK = `hashtextextended('amparo.migrate', 0)`;

type MigrationClass = new () => MigrationInterface;

/** Every migration of this version, oldest first. */
export function migrationClasses(): MigrationClass[] {
  return readdirSync(FOLDER)
    .filter((file) => /^\d+-.+\.(js|ts)$/.test(file) && !file.endsWith('.d.ts'))
    .sort()
    .flatMap((file) => Object.values(load(join(FOLDER, file))).filter(isMigration));
}

/** Name of the newest migration, as the table `migrations` records it. */
export function newestMigration(): string {
  const newest = migrationClasses().at(-1);
  if (!newest) throw new Error(`no migrations in ${FOLDER}`);
  return newest.name;
}

/**
 * Brings the database up to this version and returns the names of the migrations that ran. Each is
 * its own transaction, so an interrupted run continues where it stopped.
 * @param ownerUrl connection of the role that owns the database (DATABASE_OWNER_URL)
 * @param report told the name of each migration that ran
 */
export async function migrate(
  ownerUrl: string,
  report: (migration: string) => void = () => undefined,
): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrationClasses(),
    migrationsTransactionMode: 'each',
    applicationName: 'amparo migrate',
    poolSize: 2,
  });
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(${LOCK})`);
    const done = await source.runMigrations();
    // the readiness check compares the newest entry with the version of the program
    await lock.query(`GRANT SELECT ON migrations TO ${APP_ROLE}`);
    for (const { name } of done) report(name);
    return done.map(({ name }) => name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(${LOCK})`);
    await lock.release();
    await source.destroy();
  }
}

/** Built and source files are both CommonJS here, so the same call serves the product and Jest. */
function load(file: string): Record<string, unknown> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require(file) as Record<string, unknown>;
}

const isMigration = (exported: unknown): exported is MigrationClass =>
  typeof exported === 'function' &&
  typeof (exported.prototype as MigrationInterface | undefined)?.up === 'function';
