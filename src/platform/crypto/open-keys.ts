import type { Seal, SealedText } from './ambient-seal';
import { decrypt, encrypt } from './aes';
import { areSealed, keysIn, MARK, openString } from './sealed-string';

/** Data keys are named by UUID; keys of the keyring are not. */
const DATA_KEY = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A text was to be written in a sealed subject whose key the actor may not have. */
export class SealOutOfReach extends Error {
  override readonly name = 'SealOutOfReach';
}

/** JSON values that hold something sealed, noticed as they were parsed. */
const holdingSealed = new WeakSet<object>();

/** Parses a json column; notices what is sealed in it, so that nobody has to search all rows. */
export function parseJson(raw: string): unknown {
  const value: unknown = JSON.parse(raw);
  if (typeof value === 'object' && value !== null && mayHoldSealed(raw)) holdingSealed.add(value);
  return value;
}

const mayHoldSealed = (raw: string): boolean => raw.includes('"sealed"') || raw.includes(MARK);

const isSealed = (value: object): value is { sealed: SealedText } => {
  const { sealed } = value as { sealed?: unknown };
  return typeof sealed === 'object' && sealed !== null && DATA_KEY.test((sealed as SealedText).key);
};

type Row = Record<string, unknown>;

/**
 * The data keys of one transaction. Rows that are read in it are opened as far as its actor may have
 * the keys, so that no part of the application can forget to; what stays out of reach stays sealed.
 * Texts that are written while it works on a sealed subject are sealed with that subject's key.
 */
export class OpenKeys implements Seal {
  /** null: out of the actor's reach. */
  private readonly keys = new Map<string, Buffer | null>();
  private sealing: string | null = null;
  private readonly waiting: (() => void)[] = [];

  /** @param unwrap gives the keys that the actor may have, of those asked for, within the transaction */
  constructor(
    private readonly unwrap: (ids: readonly string[]) => Promise<ReadonlyMap<string, Buffer>>,
  ) {}

  /**
   * From now on texts are sealed with this key; null: they rest in the clear. Returns what they were
   * sealed with before, to go back to.
   */
  sealWith(id: string | null, key?: Buffer): string | null {
    const before = this.sealing;
    if (id && key) this.keys.set(id, key);
    this.sealing = id;
    return before;
  }

  /** Lines up the saving of a new key until its subject exists. */
  keepLater(keep: () => void): void {
    this.waiting.push(keep);
  }

  /** Saves the keys whose subjects exist by now. */
  keepWaiting(): void {
    for (const keep of this.waiting.splice(0)) keep();
  }

  /** Whether anything sealed was met in this transaction, within reach or not. */
  get areUsed(): boolean {
    return this.keys.size > 0;
  }

  get isSealing(): boolean {
    return this.sealing !== null;
  }

  /** Whether texts are to be sealed with a key that this actor may not have, or that there is not. */
  get isOutOfReach(): boolean {
    return this.sealing !== null && !this.keys.get(this.sealing);
  }

  /** The key that seals now, for files: its name and its bytes. */
  get current(): { id: string; key: Buffer } | null {
    if (this.sealing === null) return null;
    return { id: this.sealing, key: this.keyNow() };
  }

  seal(text: string): SealedText | null {
    if (this.sealing === null) return null;
    return encrypt(this.sealing, this.keyNow(), text, this.sealing);
  }

  /** The key of that name, where the actor may have it. */
  async find(id: string): Promise<Buffer | null> {
    await this.fetch([id]);
    return this.keys.get(id) ?? null;
  }

  /** Whether anything in the rows is sealed: cheap, and asked of every answer. */
  concerns(rows: readonly unknown[]): boolean {
    return rows.some((row) => Object.values(row as Row).some(holdsSealed));
  }

  /** Opens what can be opened, in place. */
  async openRows(rows: readonly unknown[]): Promise<void> {
    const sealed = (rows as Row[]).filter((row) => Object.values(row).some(holdsSealed));
    const wanted = new Set<string>();
    for (const row of sealed) collect(row, wanted);
    await this.fetch([...wanted]);
    for (const row of sealed) {
      for (const [name, value] of Object.entries(row)) {
        if (holdsSealed(value)) row[name] = this.opened(value);
      }
    }
  }

  /** Bytes as `sealableBytes` left them, opened when they are sealed and within reach. */
  async openBytes(bytes: Buffer): Promise<Buffer> {
    if (!areSealed(bytes)) return bytes;
    await this.fetch(keysIn(bytes.toString()));
    return this.openedBytes(bytes);
  }

  private async fetch(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.keys.has(id));
    if (missing.length === 0) return;
    const found = await this.unwrap(missing);
    for (const id of missing) this.keys.set(id, found.get(id) ?? null);
  }

  private opened(value: unknown): unknown {
    if (typeof value === 'string') return openString(value, (sealed) => this.decrypted(sealed));
    if (Buffer.isBuffer(value)) return this.openedBytes(value);
    if (Array.isArray(value)) return value.map((item) => this.opened(item));
    if (!isPlain(value)) return value;
    if (isSealed(value)) {
      const clear = this.decrypted(value.sealed);
      return clear === null ? value : { clear };
    }
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [name, this.opened(item)]),
    );
  }

  private openedBytes(bytes: Buffer): Buffer {
    const text = bytes.toString();
    const clear = openString(text, (sealed) => this.decrypted(sealed));
    return clear === text ? bytes : Buffer.from(clear, 'base64');
  }

  private decrypted(sealed: SealedText): string | null {
    const key = this.keys.get(sealed.key);
    return key ? decrypt(key, sealed, sealed.key) : null;
  }

  private keyNow(): Buffer {
    const key = this.sealing && this.keys.get(this.sealing);
    if (!key) throw new SealOutOfReach('the key of this sealed subject is out of reach');
    return key;
  }
}

const isPlain = (value: unknown): value is Row =>
  typeof value === 'object' &&
  value !== null &&
  !(value instanceof Date) &&
  !Buffer.isBuffer(value);

function holdsSealed(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(MARK);
  if (typeof value !== 'object' || value === null) return false;
  if (Buffer.isBuffer(value)) return areSealed(value);
  return Array.isArray(value) && !holdingSealed.has(value)
    ? value.some(holdsSealed)
    : holdingSealed.has(value);
}

function collect(value: unknown, into: Set<string>): void {
  if (typeof value === 'string') for (const key of keysIn(value)) into.add(key);
  else if (Buffer.isBuffer(value)) collect(areSealed(value) ? value.toString() : '', into);
  else if (Array.isArray(value)) for (const item of value) collect(item, into);
  else if (isPlain(value)) {
    if (isSealed(value)) into.add(value.sealed.key);
    else for (const item of Object.values(value)) collect(item, into);
  }
}
