import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Environment } from '../config';

const MAIN = join(__dirname, '..', 'main.worker.js');
const PAUSE_BEFORE_RESTART = 1_000;

/** The worker as a process of its own, as in production; it is started again should it die. */
export function startWorkerProcess(environment: Environment): { stop(): Promise<void> } {
  let stopping = false;
  let worker: ChildProcess;
  const start = (): void => {
    // its health port is of no use here: any free one
    worker = fork(MAIN, { env: { ...environment, PORT: '0' }, execArgv: [] });
    worker.once('exit', (code) => {
      if (stopping) return;
      process.stderr.write(`The worker ended (${code}); starting it again.\n`);
      setTimeout(() => (stopping ? undefined : start()), PAUSE_BEFORE_RESTART);
    });
  };
  start();
  return {
    stop: () => {
      stopping = true;
      return new Promise((resolve) => {
        if (worker.exitCode !== null || worker.signalCode !== null) return resolve();
        worker.once('exit', () => resolve());
        worker.kill('SIGTERM');
      });
    },
  };
}
