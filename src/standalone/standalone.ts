import { join } from 'node:path';
import { createApi } from '../api.module';
import { AppConfig, StartupError, readEnvironment } from '../config';
import { createLogger } from '../platform/http/logger';
import { explainFailure } from '../serve';
import { Closers, Interrupted } from './closers';
import { dataDirOf, NOT_STARTED, standaloneEnvironment, startParts } from './environment';
import { loadDemonstration } from './load-demonstration';
import { assertPortIsFree } from './ports';
import { standaloneSecrets } from './secrets';
import { welcome } from './welcome';
import { startWorkerProcess } from './worker-process';

const WEB_ROOT = join(__dirname, '..', '..', 'web');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Starts everything on this machine; Ctrl-C stops it all, PostgreSQL last. */
export async function runStandalone(): Promise<void> {
  const closers = new Closers();
  const starting = start(closers);
  stopOnSignals(closers, starting);
  try {
    await starting;
  } catch (error) {
    const interrupted = closers.isClosing;
    await closers.close();
    if (!interrupted) process.stderr.write(`${explainFailure(error)}\n`);
    process.exit(interrupted ? 0 : 1);
  }
}

async function start(closers: Closers): Promise<void> {
  const environment = readEnvironment();
  if (environment['NODE_ENV'] === 'production') {
    throw new StartupError(
      'npm start loads demonstration accounts, which production refuses. Unset NODE_ENV, or run the api and the worker as docker/compose.yaml does.',
    );
  }
  const dataDir = dataDirOf(environment);
  // a wrong variable or a taken port is told before anything is started
  const { http } = AppConfig.parse(standaloneEnvironment(environment, NOT_STARTED));
  await assertPortIsFree(http.port, http.host);
  const parts = await startParts(environment, closers, say);

  const { config, mailPage } = parts;
  const logger = createLogger(config.log.level);
  const api = await createApi(config, { logger, webRoot: WEB_ROOT });
  closers.add(() => api.close(), 3_000);
  const password = standaloneSecrets(dataDir).demonstration;
  await loadDemonstration(api, password, say);
  const worker = startWorkerProcess(parts.environment);
  closers.add(() => worker.stop(), 6_000);
  await worker.ready;
  await api.listen(config.http.port, config.http.host);
  if (closers.isClosing) throw new Interrupted();
  say(welcome({ url: config.http.publicUrl, mailPage, password, dataDir }));
}

/** Whatever happens, the process ends within this many milliseconds of being told to. */
const LAST_RESORT = 9_500;

function stopOnSignals(closers: Closers, starting: Promise<void>): void {
  const stop = async (code: number): Promise<void> => {
    if (closers.isClosing) return;
    setTimeout(() => process.exit(code), LAST_RESORT).unref();
    const closed = closers.close();
    await starting.catch(() => undefined);
    await closed;
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (!closers.isClosing) say('Stopping…');
      void stop(0);
    });
  }
  const fail = (error: unknown): void => {
    if (!closers.isClosing) process.stderr.write(`${explainFailure(error)}\n`);
    void stop(1);
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
