import { fileURLToPath } from 'node:url';
import { Injectable } from '@nestjs/common';
import type { BlobStore } from './blob-store';
import { FilesSettings } from './files-settings';
import { LocalBlobStore } from './local-blob-store';
import { S3BlobStore } from './s3-blob-store';

/** The store that the configuration names. */
@Injectable()
export class BlobStores {
  readonly store: BlobStore;

  constructor({ url }: FilesSettings) {
    this.store = url.startsWith('s3:') ? new S3BlobStore(url) : new LocalBlobStore(folderOf(url));
  }
}

/** `file:` followed by an absolute or a relative path. */
export const folderOf = (url: string): string =>
  url.startsWith('file:///') ? fileURLToPath(url) : url.slice('file:'.length);
