import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { BlobStore, KeptBlob } from './blob-store';
import { missingFile, storageFault } from './storage-faults';

const quiet = (): void => undefined;
/** Faults are ours to tell, by the answer and the log of the request. */
const QUIET = { trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet };

/** Everything of this product in a bucket that it may share. */
const PREFIX = 'amparo/files/';

/**
 * Files in an S3-compatible object store, addressed by path. An object appears when its last byte
 * has arrived, so nothing half-written is ever seen there.
 */
export class S3BlobStore implements BlobStore {
  private readonly client: S3Client;
  private readonly bucket: string;

  /** @param url `s3://<key>:<secret>@<host>/<bucket>?region=<region>&tls=off` */
  constructor(url: string) {
    const { username, password, host, pathname, searchParams } = new URL(url);
    this.bucket = pathname.slice(1);
    this.client = new S3Client({
      endpoint: `${searchParams.get('tls') === 'off' ? 'http' : 'https'}://${host}`,
      region: searchParams.get('region') ?? 'us-east-1',
      forcePathStyle: true,
      logger: QUIET,
      // an older compatible server does not know the newer checksums; ours is in the database
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      ...(username
        ? {
            credentials: {
              accessKeyId: decodeURIComponent(username),
              secretAccessKey: decodeURIComponent(password),
            },
          }
        : {}),
    });
  }

  async put(id: string, path: string, size: number): Promise<void> {
    await this.client.send(
      new PutObjectCommand({
        ...this.named(id),
        Body: createReadStream(path),
        ContentLength: size,
        ContentType: 'application/octet-stream',
      }),
    );
  }

  async get(id: string): Promise<Readable> {
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.named(id)));
      return Body as Readable;
    } catch (error) {
      throw (error as Error).name === 'NoSuchKey' ? missingFile() : storageFault(error);
    }
  }

  async remove(id: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.named(id)));
  }

  async *list(): AsyncIterable<KeptBlob> {
    let token: string | undefined;
    do {
      const page = await this.client.send(
        new ListObjectsV2Command({
          Bucket: this.bucket,
          Prefix: PREFIX,
          ...(token ? { ContinuationToken: token } : {}),
        }),
      );
      for (const { Key, LastModified } of page.Contents ?? []) {
        if (Key && LastModified) yield { id: Key.slice(PREFIX.length), at: LastModified };
      }
      token = page.NextContinuationToken;
    } while (token);
  }

  async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.bucket }));
  }

  private named(id: string): { Bucket: string; Key: string } {
    return { Bucket: this.bucket, Key: `${PREFIX}${id}` };
  }
}
