import { AppConfig, type Environment } from '../config';
import { migrate } from '../platform/database/migrate';
import type { Closers } from '../standalone/closers';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from '../standalone/embedded-postgres';
import { dataDirOf, NOT_STARTED, standaloneEnvironment } from '../standalone/environment';

/**
 * The configuration of a command: that of the environment when it names a database, otherwise the
 * embedded one of DATA_DIR, joined when it runs and started for the command when it does not.
 * @param upToDate migrate an embedded database that is started
 */
export async function configFor(
  environment: Environment,
  closers: Closers,
  upToDate: boolean,
): Promise<AppConfig> {
  if (environment['NODE_ENV'] === 'production') return AppConfig.parse(environment);
  if (environment['DATABASE_URL']) {
    return AppConfig.parse(standaloneEnvironment(environment, NOT_STARTED));
  }
  const dataDir = dataDirOf(environment);
  const running = joinEmbeddedPostgres(dataDir);
  if (running) return AppConfig.parse(standaloneEnvironment(environment, running));
  const started = await startEmbeddedPostgres({ dataDir });
  closers.add(() => started.stop(), 9_000);
  if (upToDate) await migrate(started.ownerUrl);
  return AppConfig.parse(standaloneEnvironment(environment, started));
}
