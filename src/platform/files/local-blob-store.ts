import { createReadStream } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { BlobStore, KeptBlob } from './blob-store';
import { missingFile, storageFault } from './storage-faults';

const SHELF = /^[0-9a-f]{2}$/;

const isAbsent = (error: unknown): boolean => (error as { code?: string }).code === 'ENOENT';

/** Files in a folder, on 256 shelves by the end of their ids. */
export class LocalBlobStore implements BlobStore {
  constructor(private readonly root: string) {}

  async put(id: string, path: string): Promise<void> {
    const shelf = this.shelf(id);
    await mkdir(shelf, { recursive: true, mode: 0o700 });
    await rename(path, join(shelf, id));
    await this.settle(shelf);
  }

  async get(id: string): Promise<Readable> {
    const stream = createReadStream(this.path(id));
    await new Promise<void>((resolve, reject) => {
      stream.once('open', () => resolve());
      stream.once('error', (error) =>
        reject(isAbsent(error) ? missingFile() : storageFault(error)),
      );
    });
    return stream;
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true });
  }

  async *list(): AsyncIterable<KeptBlob> {
    for (const shelf of await readdir(this.root).catch(() => [])) {
      if (!SHELF.test(shelf)) continue;
      for (const id of await readdir(join(this.root, shelf))) {
        const found = await stat(join(this.root, shelf, id)).catch(() => null);
        if (found) yield { id, at: found.mtime };
      }
    }
  }

  async check(): Promise<void> {
    await mkdir(this.root, { recursive: true, mode: 0o700 });
    await access(this.root, constants.W_OK);
  }

  private shelf(id: string): string {
    return join(this.root, id.slice(-2));
  }

  private path(id: string): string {
    return join(this.shelf(id), id);
  }

  /** A name outlives a power cut only once its folder is written too. */
  private async settle(folder: string): Promise<void> {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  }
}
