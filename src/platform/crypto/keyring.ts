import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
} from 'node:crypto';
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

  /** Reference of the key that seals now. */
  get current(): string {
    return this.keys.keys().next().value as string;
  }

  /**
   * A key of its own for one purpose and salt (HKDF-SHA-256), so that no two files share one.
   * @throws Error when this keyring has no key of that reference
   */
  derive(reference: string, salt: Buffer, purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.key(reference), salt, purpose, 32));
  }

  /** Signature of `text` for one purpose with the key in use, in URL-safe base 64. */
  sign(purpose: string, text: string): string {
    const key = this.derive(this.current, Buffer.alloc(0), `signature:${purpose}`);
    return createHmac('sha256', key).update(text).digest('base64url');
  }

  seal(text: string, context: string): ProtectedText {
    const reference = this.current;
    const key = this.key(reference);
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
    const key = this.key(stored.sealed.key);
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(stored.sealed.iv, 'base64'));
    decipher.setAAD(Buffer.from(context));
    decipher.setAuthTag(Buffer.from(stored.sealed.tag, 'base64'));
    return Buffer.concat([
      decipher.update(Buffer.from(stored.sealed.data, 'base64')),
      decipher.final(),
    ]).toString('utf8');
  }

  private key(reference: string): Buffer {
    const key = this.keys.get(reference);
    if (!key) throw new Error(`no key ${reference}`);
    return key;
  }
}
