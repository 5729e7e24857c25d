import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import type { Keyring } from './keyring';

/**
 * How a file rests, whatever its size: a header that names its key, then chunks sealed one by one
 * with AES-256-GCM, so that it is written and read as a stream and any part of it can be read alone.
 *
 *   "AMPF" | 1 (format) | n | n bytes: reference of the key | 32 bytes: salt | chunks
 *
 * A chunk is 64 KiB of content (the last one: what is left, perhaps nothing) and its tag of 16
 * bytes. Its nonce is its ordinal and whether it is the last: chunks that are swapped, left out or
 * cut off at the end do not open. The key is derived for this file alone from the keyring's key,
 * the salt and `context`, so that a file copied over another does not open there.
 */
export const CHUNK = 65_536;
const TAG = 16;
const MAGIC = Buffer.from('AMPF\x01', 'latin1');
const SALT = 32;

/** Content at rest that is not what was sealed: changed, cut off, or another file's. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const purposeOf = (context: string): string => `file:${context}`;

function nonceOf(ordinal: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(ordinal, 4);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Seals what is written to it. */
export class SealingStream extends Transform {
  readonly keyReference: string;
  private readonly key: Buffer;
  private readonly header: Buffer;
  private pending: Buffer = Buffer.alloc(0);
  private ordinal = 0;

  constructor(keyring: Keyring, context: string) {
    super();
    this.keyReference = keyring.current;
    const reference = Buffer.from(this.keyReference);
    const salt = randomBytes(SALT);
    this.key = keyring.derive(this.keyReference, salt, purposeOf(context));
    this.header = Buffer.concat([MAGIC, Buffer.of(reference.length), reference, salt]);
    this.push(this.header);
  }

  override _transform(data: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.pending = this.pending.length > 0 ? Buffer.concat([this.pending, data]) : data;
    while (this.pending.length > CHUNK) {
      this.seal(this.pending.subarray(0, CHUNK), false);
      this.pending = this.pending.subarray(CHUNK);
    }
    done();
  }

  override _flush(done: TransformCallback): void {
    this.seal(this.pending, true);
    done();
  }

  private seal(content: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonceOf(this.ordinal++, last));
    this.push(Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]));
  }
}

/** What a header says, and how many bytes it takes; null while more bytes are needed. */
function readHeader(
  bytes: Buffer,
  keyring: Keyring,
  context: string,
): { key: Buffer; length: number } | null {
  const fixed = MAGIC.length + 1;
  if (bytes.length < fixed) return null;
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new SealBroken('not a sealed file');
  const length = fixed + bytes[MAGIC.length]! + SALT;
  if (bytes.length < length) return null;
  const reference = bytes.subarray(fixed, length - SALT).toString();
  const salt = bytes.subarray(length - SALT, length);
  return { key: keyring.derive(reference, salt, purposeOf(context)), length };
}

function open(key: Buffer, ordinal: number, sealed: Buffer, last: boolean): Buffer {
  if (sealed.length < TAG) throw new SealBroken('cut off');
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(ordinal, last));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  const content = decipher.update(sealed.subarray(0, sealed.length - TAG));
  try {
    decipher.final();
  } catch {
    throw new SealBroken('changed');
  }
  return content;
}

/** Opens what `SealingStream` sealed; ends in `SealBroken` when it is not whole and unchanged. */
export class OpeningStream extends Transform {
  private pending: Buffer = Buffer.alloc(0);
  private ordinal = 0;
  private key: Buffer | null = null;

  constructor(
    private readonly keyring: Keyring,
    private readonly context: string,
  ) {
    super();
  }

  override _transform(data: Buffer, _: BufferEncoding, done: TransformCallback): void {
    this.pending = this.pending.length > 0 ? Buffer.concat([this.pending, data]) : data;
    this.attempt(done, () => {
      if (!this.key) {
        const header = readHeader(this.pending, this.keyring, this.context);
        if (!header) return;
        this.key = header.key;
        this.pending = this.pending.subarray(header.length);
      }
      while (this.pending.length > CHUNK + TAG) {
        this.push(open(this.key, this.ordinal++, this.pending.subarray(0, CHUNK + TAG), false));
        this.pending = this.pending.subarray(CHUNK + TAG);
      }
    });
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => {
      if (!this.key) throw new SealBroken('cut off');
      this.push(open(this.key, this.ordinal, this.pending, true));
    });
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

/** Bytes of which any part can be read without the rest. */
export interface ByteSource {
  readonly size: number;
  /** `length` bytes from `offset`, fewer where the source ends. */
  read(offset: number, length: number): Promise<Buffer>;
}

/** The content of a sealed source, any part of it at will. */
export async function openSealed(
  sealed: ByteSource,
  keyring: Keyring,
  context: string,
): Promise<ByteSource> {
  const head = await sealed.read(0, MAGIC.length + 1 + 255 + SALT);
  const header = readHeader(head, keyring, context);
  if (!header) throw new SealBroken('cut off');
  const body = sealed.size - header.length;
  const chunks = Math.ceil(body / (CHUNK + TAG));
  const size = body - chunks * TAG;
  const chunk = async (ordinal: number): Promise<Buffer> => {
    const at = header.length + ordinal * (CHUNK + TAG);
    return open(
      header.key,
      ordinal,
      await sealed.read(at, Math.min(CHUNK + TAG, sealed.size - at)),
      ordinal === chunks - 1,
    );
  };
  return {
    size,
    async read(offset, length) {
      const end = Math.min(offset + length, size);
      const parts: Buffer[] = [];
      for (let at = offset; at < end;) {
        const ordinal = Math.floor(at / CHUNK);
        const from = at - ordinal * CHUNK;
        const part = (await chunk(ordinal)).subarray(from, from + end - at);
        parts.push(part);
        at += part.length;
      }
      return Buffer.concat(parts);
    },
  };
}
