import type { Readable } from 'node:stream';

/** Something that is kept, as a store lists it. */
export interface KeptBlob {
  id: string;
  /** When it was put there, by the store's own clock. */
  at: Date;
}

/** Where sealed files rest: a folder or an object store. It never sees a readable byte. */
export interface BlobStore {
  /** Takes the whole file at `path`: afterwards it is there entirely, or not at all. */
  put(id: string, path: string, size: number): Promise<void>;
  /** @throws DomainError STORED_FILE_MISSING */
  get(id: string): Promise<Readable>;
  /** Quiet when there is nothing of that name. */
  remove(id: string): Promise<void>;
  list(): AsyncIterable<KeptBlob>;
  /** Rejects when the store cannot be used now. */
  check(): Promise<void>;
}
