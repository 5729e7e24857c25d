import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { StartupError } from '../config/startup-error';

const schema = z.object({
  /** Password of the cluster's superuser `postgres`. */
  superuser: z.string().min(20),
  /** Password of `amparo_owner`, which owns the database and runs migrations. */
  owner: z.string().min(20),
  /** Password of `amparo_runtime`, the role the application connects as. */
  runtime: z.string().min(20),
  /** Signs and seals what SESSION_SECRET and KEYS_URL would, elsewhere. */
  session: z.string().min(20),
  keys: z.string().min(20),
  /** Password of the demonstration accounts. */
  demonstration: z.string().min(12),
});

/** What a standalone installation drew at random when its data folder was made. */
export type StandaloneSecrets = z.infer<typeof schema>;

/** Reads the secrets of a data folder, drawing them on first use (file mode 600). */
export function standaloneSecrets(dataDir: string): StandaloneSecrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) {
    try {
      return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      throw new StartupError(
        `The data folder ${dataDir} is damaged: ${file} cannot be read. ` +
          'Restore it from a backup, or move the folder away to begin with an empty one.',
      );
    }
  }
  if (existsSync(join(dataDir, 'postgres', 'PG_VERSION'))) {
    throw new StartupError(
      `The data folder ${dataDir} is damaged: it has a database but no ${file}. ` +
        'Restore it from a backup, or move the folder away to begin with an empty one.',
    );
  }
  const drawn: StandaloneSecrets = {
    superuser: random(),
    owner: random(),
    runtime: random(),
    session: random(),
    keys: random(),
    demonstration: randomBytes(12).toString('base64url'),
  };
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  writeFileSync(`${file}.new`, JSON.stringify(drawn, null, 2), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return drawn;
}

const random = (): string => randomBytes(24).toString('base64url');
