import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Keyring } from '../../../src/platform/crypto/keyring';
import { BlobStores } from '../../../src/platform/files/blob-stores';
import { Files } from '../../../src/platform/files/files';
import { startObjectStore, type ObjectStore } from '../../support/object-store';

const LIMIT = 1_000_000;

describe.each(['a folder', 'an object store'])('files kept in %s', (kind) => {
  let folder: string;
  let objects: ObjectStore | null;
  let files: Files;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'amparo-files-'));
    objects = kind === 'an object store' ? await startObjectStore() : null;
    const settings = { url: objects?.url ?? `file:${folder}`, incoming: join(folder, 'incoming') };
    const keyring = new Keyring(new Map([['test-1', Buffer.alloc(32, 7)]]));
    files = new Files(keyring, settings, new BlobStores(settings));
  });
  afterAll(async () => {
    await objects?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const content = Buffer.alloc(300_000, 'Rosa Quispe declara. ');
  const kept = async () => {
    const ids: string[] = [];
    for await (const { id } of files.list()) ids.push(id);
    return ids;
  };
  const arriving = () => readdirSync(join(folder, 'incoming'));

  it('come back as they went in, with their size and hash, and rest sealed', async () => {
    const received = await files.receive(Readable.from([content]), LIMIT);
    expect(await kept()).toEqual([]);
    expect(received).toMatchObject({
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      keyReference: 'test-1',
    });
    const waiting = readFileSync(join(folder, 'incoming', received.id));
    expect(waiting.includes('Quispe')).toBe(false);
    expect(await received.inspect((bytes) => bytes.read(70_000, 11))).toEqual(
      content.subarray(70_000, 70_011),
    );
    await received.keep();
    expect(arriving()).toEqual([]);
    expect(await kept()).toEqual([received.id]);
    expect((await buffer(await files.open(received.id))).equals(content)).toBe(true);
    expect(await files.hash(received.id)).toBe(received.sha256);
    await files.remove(received.id);
    await files.remove(received.id);
    expect(await kept()).toEqual([]);
    await expect(files.open(received.id)).rejects.toMatchObject({ code: 'STORED_FILE_MISSING' });
  });

  it('leave nothing behind when they are too large, empty, cut off or refused', async () => {
    await expect(files.receive(Buffer.alloc(LIMIT + 1), LIMIT)).rejects.toMatchObject({
      code: 'FILE_TOO_LARGE',
      status: 413,
    });
    await expect(files.receive(Buffer.alloc(0), LIMIT)).rejects.toMatchObject({
      code: 'FILE_EMPTY',
    });
    // many at once, so that some break before their file exists
    await Promise.all(
      Array.from({ length: 30 }, async () => {
        const half = new PassThrough();
        half.write(content);
        const receiving = files.receive(half, LIMIT);
        half.destroy(new Error('the line broke'));
        await expect(receiving).rejects.toThrow('the line broke');
      }),
    );
    await (await files.receive(content, LIMIT)).discard();
    const late = await files.receive(content, LIMIT);
    await late.keep();
    await late.discard();
    expect([arriving(), await kept()]).toEqual([[], []]);
  });

  it('are swept when they never finished arriving', async () => {
    const old = join(folder, 'incoming', 'left-by-a-crash');
    writeFileSync(old, 'x');
    utimesSync(old, new Date('2026-01-01'), new Date('2026-01-01'));
    const received = await files.receive(content, LIMIT);
    expect(await files.sweepIncoming(new Date('2026-01-02'))).toBe(1);
    expect(arriving()).toEqual([received.id]);
    await received.discard();
  });
});

describe('an object store that is away', () => {
  it('refuses with 503 and keeps nothing', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'amparo-files-'));
    const objects = await startObjectStore();
    const settings = { url: objects.url, incoming: join(folder, 'incoming') };
    await objects.stop();
    const keyring = new Keyring(new Map([['test-1', Buffer.alloc(32, 7)]]));
    const files = new Files(keyring, settings, new BlobStores(settings));
    const received = await files.receive(Buffer.from('x'), LIMIT);
    await expect(received.keep()).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      status: 503,
    });
    expect(readdirSync(settings.incoming)).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  });
});
