import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { decrypt, encrypt } from './aes';
import type { SealedText } from './ambient-seal';
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

  /**
   * What stands for `text` in an index that must not tell it, under each key, the one in use first: a
   * value made under an earlier key is still found.
   */
  blind(purpose: string, text: string): string[] {
    return [...this.keys.keys()].map((reference) => {
      const key = this.derive(reference, Buffer.alloc(0), `blind:${purpose}`);
      return createHmac('sha256', key).update(text).digest('hex').slice(0, 40);
    });
  }

  seal(text: string, context: string): ProtectedText {
    return ProtectedText.fromStored({ sealed: this.sealed(text, context) });
  }

  /** What `seal` gives, as it rests. */
  sealed(text: string, context: string): SealedText {
    return encrypt(this.current, this.key(this.current), text, context);
  }

  /** The clear text; throws when the key is unknown or the context is another. */
  open(text: ProtectedText, context: string): string {
    const stored = text.toStored();
    if ('clear' in stored) return stored.clear;
    return decrypt(this.key(stored.sealed.key), stored.sealed, context);
  }

  private key(reference: string): Buffer {
    const key = this.keys.get(reference);
    if (!key) throw new Error(`no key ${reference}`);
    return key;
  }
}
