import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { StartupError, type Environment } from '../config';

const MAIN = join(__dirname, '..', 'main.worker.js');
const PAUSE_BEFORE_RESTART = 1_000;

export interface WorkerProcess {
  /** Resolves when it works; StartupError when it does not come up (it has printed why). */
  ready: Promise<void>;
  stop(): Promise<void>;
}

/** The worker as a process of its own, as in production; it is started again should it die. */
export function startWorkerProcess(environment: Environment): WorkerProcess {
  let stopping = false;
  let worker = launch(environment);
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('exit', () => reject(new StartupError('The worker could not be started.')));
  });
  const keep = (): void => {
    worker.once('exit', (code) => {
      if (stopping) return;
      process.stderr.write(`The worker ended (${code ?? 'killed'}); starting it again.\n`);
      setTimeout(() => {
        if (stopping) return;
        worker = launch(environment);
        keep();
      }, PAUSE_BEFORE_RESTART);
    });
  };
  void ready.then(keep, () => undefined);
  return {
    ready,
    stop: () => {
      stopping = true;
      return end(worker);
    },
  };
}

/** Its health port is of no use here: any free one. */
const launch = (environment: Environment): ChildProcess =>
  fork(MAIN, { env: { ...environment, PORT: '0' }, execArgv: [] });

function end(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return resolve();
    worker.once('exit', () => resolve());
    worker.kill('SIGTERM');
  });
}
