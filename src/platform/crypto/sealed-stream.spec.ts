import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import * as fc from 'fast-check';
import { Keyring } from './keyring';
import { CHUNK, OpeningStream, openSealed, SealBroken, SealingStream } from './sealed-stream';

const keyring = new Keyring(new Map([['k1', Buffer.alloc(32, 1)]]));

async function seal(content: Buffer, context = 'f1', ring = keyring): Promise<Buffer> {
  const sealing = new SealingStream(ring, context);
  const [sealed] = await Promise.all([
    buffer(sealing),
    pipeline(Readable.from([content]), sealing),
  ]);
  return sealed;
}

async function open(sealed: Buffer, context = 'f1', ring = keyring): Promise<Buffer> {
  const opening = new OpeningStream(ring, context);
  const [content] = await Promise.all([
    buffer(opening),
    pipeline(Readable.from(pieces(sealed)), opening),
  ]);
  return content;
}

/** As a disk or a socket would give it: in pieces that know nothing of chunks. */
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += 50_021) yield bytes.subarray(at, at + 50_021);
}

const sized = (size: number): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, i) => (i * 31 + (i >> 8)) & 255));

describe('files at rest', () => {
  it.each([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 200_000])(
    'open as they were sealed, %i bytes',
    async (size) => {
      const content = sized(size);
      const sealed = await seal(content);
      expect((await open(sealed)).equals(content)).toBe(true);
    },
  );

  it('hold nothing readable', async () => {
    const sealed = await seal(Buffer.from('Rosa Quispe, DNI 12345678'));
    expect(sealed.includes('Quispe')).toBe(false);
    expect(sealed.includes('k1')).toBe(true);
  });

  it('can be read from any place without the rest', async () => {
    const content = sized(3 * CHUNK + 17);
    const sealed = await seal(content);
    const source = {
      size: sealed.length,
      read: async (at: number, n: number) => sealed.subarray(at, at + n),
    };
    const opened = await openSealed(source, keyring, 'f1');
    expect(opened.size).toBe(content.length);
    await fc.assert(
      fc.asyncProperty(fc.nat(4 * CHUNK), fc.nat(2 * CHUNK), async (at, n) => {
        expect((await opened.read(at, n)).equals(content.subarray(at, at + n))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('do not open when changed, cut off, swapped, or in the place of another', async () => {
    const sealed = await seal(sized(3 * CHUNK));
    const header = sealed.length - 3 * (CHUNK + 16);
    const chunk = (n: number) =>
      sealed.subarray(header + n * (CHUNK + 16), header + (n + 1) * (CHUNK + 16));
    const changed = Buffer.from(sealed);
    changed[header + 5]! ^= 1;
    const broken = {
      changed,
      'cut at a chunk': sealed.subarray(0, header + 2 * (CHUNK + 16)),
      'cut within a chunk': sealed.subarray(0, sealed.length - 9),
      'cut in the header': sealed.subarray(0, 20),
      swapped: Buffer.concat([sealed.subarray(0, header), chunk(1), chunk(0), chunk(2)]),
      clear: Buffer.from('%PDF-1.7 in the clear'),
    };
    for (const [how, bytes] of Object.entries(broken)) {
      await expect(open(bytes).catch((e: Error) => `${how}: ${e.name}`)).resolves.toBe(
        `${how}: SealBroken`,
      );
    }
    await expect(open(sealed, 'f2')).rejects.toThrow(SealBroken);
  });

  it('open after a new key is put in front, and not without their own', async () => {
    const sealed = await seal(Buffer.from('texto'));
    const rotated = new Keyring(
      new Map([
        ['k2', Buffer.alloc(32, 2)],
        ['k1', Buffer.alloc(32, 1)],
      ]),
    );
    expect((await open(sealed, 'f1', rotated)).toString()).toBe('texto');
    const other = new Keyring(new Map([['k2', Buffer.alloc(32, 2)]]));
    await expect(open(sealed, 'f1', other)).rejects.toThrow(/no key k1/);
  });
});
