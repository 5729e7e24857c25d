import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { StartupError } from './startup-error';

const schema = z
  .array(
    z.object({
      reference: z.string().regex(/^[a-z0-9-]{1,40}$/),
      /** 32 bytes, base64. */
      key: z.base64().refine((text) => Buffer.from(text, 'base64').length === 32),
    }),
  )
  .min(1);

/** `file:` followed by an absolute or a relative path, as KEYS_URL and FILES_URL have it. */
export const pathOf = (url: string): string =>
  url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length);

/**
 * The keys that seal protected texts, the first being the one in use: a JSON list of
 * `{ "reference", "key" }` in a file that only the service reads.
 * @throws StartupError when it is absent, malformed or readable by others
 */
export function readKeys(url: string): ReadonlyMap<string, Buffer> {
  const file = pathOf(url);
  const help = `KEYS_URL: ${file} must be a list like [{"reference":"2026-1","key":"<openssl rand -base64 32>"}]`;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new StartupError(`${help}; it cannot be read (${(error as Error).message})`);
  }
  if ((statSync(file).mode & 0o007) !== 0) {
    throw new StartupError(`KEYS_URL: everyone can read ${file}; run chmod 600 on it`);
  }
  try {
    const keys = schema.parse(JSON.parse(text));
    return new Map(keys.map(({ reference, key }) => [reference, Buffer.from(key, 'base64')]));
  } catch {
    throw new StartupError(help);
  }
}
