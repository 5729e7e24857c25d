import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../config/startup-error';

const schema = z.object({
  /** Password of the cluster's superuser `postgres`. */
  superuser: z.string().min(20),
  /** Password of `amparo_owner`, which owns the database and runs migrations. */
  owner: z.string().min(20),
  /** Password of `amparo_runtime`, the role the application connects as. */
  runtime: z.string().min(20),
  /** SESSION_SECRET. */
  session: z.string().min(32),
  /** Password of the demonstration accounts. */
  demonstration: z.string().min(12),
});

/** What a standalone installation drew at random when its data folder was made. */
export type StandaloneSecrets = z.infer<typeof schema>;

/** Reads the secrets of a data folder, drawing them on first use (files of mode 600). */
export function standaloneSecrets(dataDir: string): StandaloneSecrets {
  const file = join(dataDir, 'secrets.json');
  if (!existsSync(file)) {
    if (existsSync(join(dataDir, 'postgres'))) throw damaged(dataDir, `${file} is missing`);
    draw(dataDir, file);
  }
  if (!existsSync(keyFile(dataDir))) throw damaged(dataDir, `${keyFile(dataDir)} is missing`);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw damaged(dataDir, `${file} cannot be read`);
  }
}

/** The KEYS_URL of a data folder. */
export const standaloneKeysUrl = (dataDir: string): string => `file:${keyFile(dataDir)}`;

const keyFile = (dataDir: string): string => resolve(dataDir, 'keys.json');

function draw(dataDir: string, file: string): void {
  const random = (): string => randomBytes(24).toString('base64url');
  const secrets: StandaloneSecrets = {
    superuser: random(),
    owner: random(),
    runtime: random(),
    session: random(),
    demonstration: randomBytes(12).toString('base64url'),
  };
  const keys = [{ reference: 'standalone-1', key: randomBytes(32).toString('base64') }];
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  writeWhole(keyFile(dataDir), keys);
  writeWhole(file, secrets);
}

function writeWhole(file: string, content: object): void {
  writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function damaged(dataDir: string, what: string): StartupError {
  return new StartupError(
    `The data folder ${dataDir} is damaged: ${what}. ` +
      'Restore it from a backup, or move the folder away to begin with an empty one.',
  );
}
