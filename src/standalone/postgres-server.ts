import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error';
import { privateFolder, type PostgresInstallation } from './postgres-binaries';

/** Makes a cluster beside its place and moves it there whole: a half-made one is never used. */
export async function makeCluster(
  installation: PostgresInstallation,
  superuserPassword: string,
): Promise<void> {
  const { initdb, clusterDir, runAs } = installation;
  const draft = `${clusterDir}.new`;
  const passwordFile = `${clusterDir}.password`;
  rmSync(draft, { recursive: true, force: true });
  privateFolder(draft, runAs);
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  if (runAs) chownSync(passwordFile, runAs.uid, runAs.gid);
  try {
    await run(installation, initdb, [
      ...['--pgdata', draft, '--username=postgres', `--pwfile=${passwordFile}`],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--auth=scram-sha-256', '--no-instructions'],
    ]);
    renameSync(draft, clusterDir);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw explain(error, clusterDir, 'The database could not be created');
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** @throws StartupError when the folder holds no cluster of the right version */
export function assertWhole(clusterDir: string): void {
  const version = join(clusterDir, 'PG_VERSION');
  const found = existsSync(version) ? readFileSync(version, 'utf8').trim() : 'none';
  if (found !== '18' || !existsSync(join(clusterDir, 'global', 'pg_control'))) {
    throw new StartupError(
      `The data folder ${clusterDir} is damaged: no whole PostgreSQL 18 cluster (version ${found}). ` +
        'Restore it from a backup, or move the folder away to begin with an empty one.',
    );
  }
}

/** Starts the server detached from our process group: Ctrl-C must not reach it before we are done. */
export async function startServer(
  installation: PostgresInstallation,
  port: number,
  settings: Record<string, string>,
): Promise<void> {
  const { clusterDir, pgCtl } = installation;
  const log = join(clusterDir, 'server.log');
  const flags = {
    ...settings,
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
  };
  const serverOptions = Object.entries(flags).map(([name, value]) => `-c ${name}='${value}'`);
  // The log of this run only: a reason found in it is the reason of this start.
  rmSync(log, { force: true });
  try {
    await run(installation, pgCtl, [
      ...['start', '--wait', '--timeout=60', '--silent', '--pgdata', clusterDir, '--log', log],
      ...['--options', serverOptions.join(' ')],
    ]);
  } catch (error) {
    const report = existsSync(log) ? readFileSync(log, 'utf8') : String(error);
    throw explain(new Error(report), clusterDir, 'PostgreSQL did not start');
  }
}

/** Stops the server, ending its connections; returns when its process is gone. */
export async function stopServer(installation: PostgresInstallation): Promise<void> {
  const { clusterDir, pgCtl } = installation;
  const stop = (mode: string, seconds: number) =>
    run(installation, pgCtl, [
      ...['stop', '--wait', '--silent', '--pgdata', clusterDir],
      ...['--mode', mode, `--timeout=${seconds}`],
    ]);
  // An immediate stop loses nothing (the log is replayed at the next start); it is only less polite.
  await stop('fast', 6).catch(() => (isRunning(clusterDir) ? stop('immediate', 5) : undefined));
}

/** Lines of postmaster.pid: process, folder, start, port, … */
function postmasterFile(clusterDir: string): string[] {
  try {
    return readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** The port a running server listens on. */
export function runningPort(clusterDir: string): number {
  return Number(postmasterFile(clusterDir)[3]);
}

/** Whether a server of this cluster is alive, started by us or left over from a crash. */
export function isRunning(clusterDir: string): boolean {
  const pid = Number(postmasterFile(clusterDir)[0]);
  if (!pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  // After a reboot the number may belong to another program.
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync('/proc/self') || readFileSync(commandLine, 'utf8').includes('postgres');
}

/** Runs one of PostgreSQL's programs as the server's user; rejects with what it printed. */
function run(installation: PostgresInstallation, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      ...installation.runAs,
      cwd: '/',
      env: { LC_ALL: 'C.UTF-8', TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    const keep = (chunk: Buffer) => (printed += chunk.toString());
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(printed.trim()))));
  });
}

function explain(error: unknown, dataDir: string, what: string): StartupError {
  const report = error instanceof Error ? error.message : String(error);
  if (/No space left|ENOSPC/.test(report)) {
    return new StartupError(
      `The disk that holds ${dataDir} is full. Free some space and start again.`,
    );
  }
  const reason =
    /(?:FATAL|PANIC|error): +(.+)/i.exec(report)?.[1] ?? report.split('\n').at(-1) ?? '';
  return new StartupError(
    `${what} in ${dataDir}: ${reason.trim()}. ` +
      'If the folder is damaged, restore it from a backup or move it away to begin with an empty one.',
  );
}
