import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { Keyring } from '../crypto/keyring';
import { OpeningStream, openSealed, SealingStream, type ByteSource } from '../crypto/sealed-stream';
import { DomainError } from '../errors/domain-error';
import { newId } from '../ids';
import { BlobStores } from './blob-stores';
import type { KeptBlob } from './blob-store';
import { FilesSettings } from './files-settings';
import { storageFault } from './storage-faults';

/** Content that has arrived whole and waits, sealed, for somebody to accept it. */
export interface ReceivedFile {
  readonly id: string;
  /** Of the content, hexadecimal. */
  readonly sha256: string;
  /** Bytes of content. */
  readonly size: number;
  /** The key that seals it. */
  readonly keyReference: string;
  /** Looks into it, anywhere, without reading all of it. */
  inspect<T>(look: (content: ByteSource) => Promise<T>): Promise<T>;
  /** Makes it one of the kept files. Afterwards a row must name it, or the sweep removes it. */
  keep(): Promise<void>;
  /** Forgets it, whether it was kept or not. */
  discard(): Promise<void>;
}

/**
 * Content at rest, behind one door: sealed while it arrives, kept in a folder or an object store,
 * opened while it leaves. No readable byte touches a disk.
 */
@Injectable()
export class Files {
  constructor(
    private readonly keyring: Keyring,
    private readonly settings: FilesSettings,
    private readonly stores: BlobStores,
  ) {}

  /**
   * Takes content in, up to `maxBytes`, sealed with `keyring`: the installation's own, or the key of
   * one file of a sealed case.
   * @throws DomainError FILE_TOO_LARGE (413), FILE_EMPTY (422), STORAGE_FULL (507); whatever ended the
   * content early, as it came. Nothing is left behind in any of these cases.
   */
  async receive(
    content: Readable | Buffer,
    maxBytes: number,
    keyring = this.keyring,
  ): Promise<ReceivedFile> {
    const id = newId();
    const path = join(this.settings.incoming, id);
    const source = Buffer.isBuffer(content) ? Readable.from([content]) : content;
    // one that breaks before anyone listens must not end the process; the pipeline reports it
    source.on('error', () => undefined);
    const sealing = new SealingStream(keyring, id);
    const meter = new Meter(maxBytes);
    try {
      await mkdir(this.settings.incoming, { recursive: true, mode: 0o700 });
      // created before anything flows: a stream that broke first would create it after its removal
      const target = await open(path, 'wx', 0o600);
      await pipeline(source, meter, sealing, target.createWriteStream({ flush: true }));
      if (meter.size === 0) throw new DomainError('FILE_EMPTY');
      const { size: sealedSize } = await stat(path);
      return this.received({ id, path, sealedSize, keyring }, meter, sealing.keyReference);
    } catch (error) {
      await rm(path, { force: true });
      throw isOfDisk(error) ? storageFault(error) : error;
    }
  }

  /**
   * The content, as a stream that fails when it is not what was sealed.
   * @throws DomainError STORED_FILE_MISSING (500), STORAGE_UNAVAILABLE (503)
   */
  async open(id: string, keyring = this.keyring): Promise<Readable> {
    const sealed = await this.stores.store.get(id);
    const opening = new OpeningStream(keyring, id);
    sealed.once('error', (error) => opening.destroy(storageFault(error)));
    opening.once('close', () => sealed.destroy());
    return sealed.pipe(opening);
  }

  /** SHA-256 of the content as it rests now, hexadecimal. */
  async hash(id: string): Promise<string> {
    const hash = createHash('sha256');
    for await (const chunk of await this.open(id)) hash.update(chunk as Buffer);
    return hash.digest('hex');
  }

  async remove(id: string): Promise<void> {
    await this.stores.store.remove(id);
  }

  /** Rejects when files cannot be kept now. */
  check(): Promise<void> {
    return this.stores.store.check();
  }

  /** Every kept file. */
  list(): AsyncIterable<KeptBlob> {
    return this.stores.store.list();
  }

  /** Names of what is arriving now, or never finished to. */
  arriving(): Promise<string[]> {
    return readdir(this.settings.incoming).catch(() => []);
  }

  /** Removes what began to arrive before `before` and was neither kept nor discarded; how many. */
  async sweepIncoming(before: Date): Promise<number> {
    let removed = 0;
    for (const name of await this.arriving()) {
      const path = join(this.settings.incoming, name);
      const found = await stat(path).catch(() => null);
      if (!found || found.mtime >= before) continue;
      await rm(path, { force: true });
      removed += 1;
    }
    return removed;
  }

  private received(
    at: { id: string; path: string; sealedSize: number; keyring: Keyring },
    { size, sha256 }: Meter,
    keyReference: string,
  ): ReceivedFile {
    const { id, path, sealedSize, keyring } = at;
    const { store } = this.stores;
    return {
      ...{ id, size, sha256, keyReference },
      inspect: async (look) => {
        const handle = await open(path, 'r');
        try {
          return await look(await openSealed(sourceOf(handle, sealedSize), keyring, id));
        } finally {
          await handle.close();
        }
      },
      keep: async () => {
        try {
          await store.put(id, path, sealedSize);
        } catch (error) {
          throw storageFault(error);
        } finally {
          await rm(path, { force: true });
        }
      },
      discard: async () => {
        await rm(path, { force: true });
        await store.remove(id);
      },
    };
  }
}

/** Counts and hashes what passes, and stops it at the limit. */
class Meter extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');
  private digest = '';

  constructor(private readonly limit: number) {
    super();
  }

  get sha256(): string {
    return this.digest;
  }

  override _transform(data: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.size += data.length;
    if (this.size > this.limit) return done(tooLarge(this.limit));
    this.hash.update(data);
    this.push(data);
    done();
  }

  override _flush(done: () => void): void {
    this.digest = this.hash.digest('hex');
    done();
  }
}

const MEBIBYTE = 1_048_576;

export const tooLarge = (limit: number): DomainError =>
  new DomainError('FILE_TOO_LARGE', {
    status: 413,
    params: { megabytes: Math.round((limit / MEBIBYTE) * 10) / 10 },
  });

/** A fault of the disk names a system call; one of the sender does not. */
const isOfDisk = (error: unknown): boolean => {
  const { syscall, code } = error as { syscall?: unknown; code?: unknown };
  return typeof syscall === 'string' && code !== 'ECONNRESET' && code !== 'EPIPE';
};

const sourceOf = (handle: FileHandle, size: number): ByteSource => ({
  size,
  async read(offset, length) {
    const wanted = Math.max(0, Math.min(length, size - offset));
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(wanted), 0, wanted, offset);
    return buffer.subarray(0, bytesRead);
  },
});
