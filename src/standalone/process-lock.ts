import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartupError } from '../config/startup-error';

interface Holder {
  pid: number;
  /** When that process began, as the system tells it: a reused number has another beginning. */
  began: string;
}

const lockFile = (dataDir: string): string => join(dataDir, 'in-use.json');

/** The living process that uses `dataDir`, or null. */
export function folderUser(dataDir: string): number | null {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(lockFile(dataDir), 'utf8')) as Holder;
  } catch {
    return null;
  }
  return beginningOf(holder.pid) === holder.began ? holder.pid : null;
}

/**
 * Claims `dataDir` for this process; returns how to give it back.
 * @throws StartupError when a living process holds it
 */
export function claimFolder(dataDir: string): () => void {
  const file = lockFile(dataDir);
  const other = folderUser(dataDir);
  if (other !== null) throw inUse(dataDir, other);
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  rmSync(file, { force: true });
  const holder: Holder = { pid: process.pid, began: beginningOf(process.pid) ?? '' };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw inUse(dataDir, folderUser(dataDir));
  }
  return () => rmSync(file, { force: true });
}

function inUse(dataDir: string, pid: number | null): StartupError {
  return new StartupError(
    `Amparo already runs on ${dataDir} (process ${pid ?? 'unknown'}). ` +
      'Stop it first, or choose another folder with DATA_DIR.',
  );
}

/** When a process began, or null when there is none. */
function beginningOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // Field 22 of stat, counted after the name, which may itself hold spaces.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
