import type { Keyring } from './keyring';
import { ProtectedText } from './protected-text';

/**
 * Wraps the data keys of sealed cases and persons, and is the only thing that unwraps them. `context`
 * says whose key it is and is authenticated with it: a wrapped key moved to another case is refused.
 */
export interface KeyService {
  /** How wrapped keys name this service and its key now, e.g. `keyring:2026-1`. */
  readonly reference: string;
  /** @param key 32 bytes; @throws KeyServiceDown when the service cannot be reached */
  wrap(key: Buffer, context: string): Promise<string>;
  /** @throws KeyServiceDown; Error when the wrapped key was changed or is another's */
  unwrap(wrapped: string, context: string): Promise<Buffer>;
}

/** The key service did not answer, or refused for reasons of its own: nothing sealed can be read now. */
export class KeyServiceDown extends Error {
  override readonly name = 'KeyServiceDown';
}

/** The installation's own keyring as key service. */
export class KeyringService implements KeyService {
  constructor(private readonly keyring: Keyring) {}

  get reference(): string {
    return `keyring:${this.keyring.current}`;
  }

  wrap(key: Buffer, context: string): Promise<string> {
    const { key: by, iv, tag, data } = this.keyring.sealed(key.toString('base64'), context);
    return Promise.resolve([by, iv, tag, data].join('.'));
  }

  unwrap(wrapped: string, context: string): Promise<Buffer> {
    const [key, iv, tag, data] = wrapped.split('.') as [string, string, string, string];
    const text = ProtectedText.fromStored({ sealed: { key, iv, tag, data } });
    return Promise.resolve(Buffer.from(this.keyring.open(text, context), 'base64'));
  }
}

/** A data key as it rests: what was made of it, and by which service under which of its keys. */
export interface WrappedKey {
  text: string;
  by: string;
}

/**
 * The service that is used when it answers, and the one that takes a new emergency's key when it does
 * not: a person in danger is not sent away because a server is down. Whoever wrapped a key unwraps it.
 */
export class KeyServices {
  private readonly all: readonly KeyService[];

  constructor(
    private readonly first: KeyService,
    private readonly fallback: KeyService = first,
  ) {
    this.all = [first, fallback];
  }

  async wrap(key: Buffer, context: string): Promise<WrappedKey> {
    try {
      return { text: await this.first.wrap(key, context), by: this.first.reference };
    } catch (error) {
      if (!(error instanceof KeyServiceDown) || this.fallback === this.first) throw error;
      return { text: await this.fallback.wrap(key, context), by: this.fallback.reference };
    }
  }

  /** @throws KeyServiceDown when the service that wrapped it does not answer, or is configured no more */
  unwrap({ text, by }: WrappedKey, context: string): Promise<Buffer> {
    const service = this.all.find(({ reference }) => kindOf(reference) === kindOf(by));
    if (!service) throw new KeyServiceDown(`no key service for ${kindOf(by)} is configured`);
    return service.unwrap(text, context);
  }

  /** Whether a key should be wrapped again: by another service, or an older key of it. */
  isStale({ by }: WrappedKey): boolean {
    return by !== this.first.reference;
  }
}

const kindOf = (reference: string): string => reference.split(':', 1)[0]!;
