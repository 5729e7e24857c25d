import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { ProtectedText } from './protected-text';

/**
 * Seals and opens protected texts with AES-256-GCM. `context` (for instance `account:<id>`) is
 * authenticated with the text: a sealed value copied to another row does not open there.
 */
export class Keyring {
  private readonly keys: ReadonlyMap<string, Buffer>;

  /** @param keys 32-byte keys by reference; the first one seals, all of them open. */
  constructor(keys: ReadonlyMap<string, Buffer>) {
    if (keys.size === 0) throw new Error('a keyring needs at least one key');
    for (const [reference, key] of keys) {
      if (key.length !== 32) throw new Error(`key ${reference} must have 32 bytes`);
    }
    this.keys = keys;
  }

  /** A keyring of one key derived from a secret of any length. */
  static fromSecret(secret: string): Keyring {
    return new Keyring(new Map([['secret-1', createHash('sha256').update(secret).digest()]]));
  }

  seal(text: string, context: string): ProtectedText {
    const [reference, key] = this.keys.entries().next().value as [string, Buffer];
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, iv);
    cipher.setAAD(Buffer.from(context));
    const data = Buffer.concat([cipher.update(text.normalize('NFC'), 'utf8'), cipher.final()]);
    return ProtectedText.fromStored({
      sealed: {
        key: reference,
        iv: iv.toString('base64'),
        tag: cipher.getAuthTag().toString('base64'),
        data: data.toString('base64'),
      },
    });
  }

  /** The clear text; throws when the key is unknown or the context is another. */
  open(text: ProtectedText, context: string): string {
    const stored = text.toStored();
    if ('clear' in stored) return stored.clear;
    const key = this.keys.get(stored.sealed.key);
    if (!key) throw new Error(`no key ${stored.sealed.key}`);
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(stored.sealed.iv, 'base64'));
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(Buffer.from(stored.sealed.tag, 'base64'));
    return Buffer.concat([
      decipher.update(Buffer.from(stored.sealed.data, 'base64')),
      decipher.final(),
    ]).toString('utf8');
  }
}
