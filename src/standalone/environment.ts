import { resolve } from 'node:path';
import { AppConfig, StartupError, type Environment } from '../config';
import { migrate } from '../platform/database/migrate';
import type { Closers } from './closers';
import { startEmbeddedPostgres } from './embedded-postgres';
import { startMailCatcher } from './mail-catcher';
import { standaloneKeysUrl, standaloneSecrets } from './secrets';

/** The folder of an installation, absolute. */
export const dataDirOf = (environment: Environment): string =>
  resolve(environment['DATA_DIR'] || '.amparo');

/** Where the application and its migrations connect. */
export interface DatabaseUrls {
  appUrl: string;
  ownerUrl: string;
}

/**
 * The environment of an installation that draws its own secrets: whatever is given wins, the data
 * folder supplies the rest.
 */
export function standaloneEnvironment(
  environment: Environment,
  { appUrl, ownerUrl }: DatabaseUrls,
): Environment {
  const dataDir = dataDirOf(environment);
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value));
  return {
    ...(given['DATABASE_URL'] ? {} : { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }),
    SESSION_SECRET: standaloneSecrets(dataDir).session,
    KEYS_URL: standaloneKeysUrl(dataDir),
    FILES_URL: `file:${dataDir}/files`,
    LOG_LEVEL: 'warn',
    ...given,
    DATA_DIR: dataDir,
  };
}

/** Starts the parts that the environment does not name, and migrates the database. */
export async function startParts(
  environment: Environment,
  closers: Closers,
  report: (line: string) => void,
): Promise<{ environment: Environment; config: AppConfig; mailPage: string | null }> {
  const dataDir = dataDirOf(environment);
  const embedded = environment['DATABASE_URL'] ? null : await startEmbeddedPostgres({ dataDir });
  if (embedded) closers.add(() => embedded.stop(), 9_000);

  const port = Number(environment['PORT'] || 3000);
  const catcher = environment['SMTP_URL'] ? null : await startMailCatcher(port + 1);
  if (catcher) closers.add(() => catcher.stop(), 1_000);

  const complete = standaloneEnvironment(
    catcher ? { ...environment, SMTP_URL: catcher.smtpUrl } : environment,
    embedded ?? NOT_STARTED,
  );
  const config = AppConfig.parse(complete);
  const { ownerUrl } = config.database;
  if (ownerUrl === null) {
    throw new StartupError(
      'DATABASE_OWNER_URL is missing: with DATABASE_URL set, migrations need the owner of the database, e.g. postgres://amparo_owner:<password>@db.example:5432/amparo',
    );
  }
  await migrate(ownerUrl, (name) => report(`Migrated: ${name}`));
  return { environment: complete, config, mailPage: catcher?.webUrl ?? null };
}

/** Stands for the embedded database until it runs. */
export const NOT_STARTED: DatabaseUrls = {
  ownerUrl: 'postgres://127.0.0.1/',
  appUrl: 'postgres://127.0.0.1/',
};
