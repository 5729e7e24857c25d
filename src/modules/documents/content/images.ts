import type { ByteSource } from '../../../platform/crypto/sealed-stream';
import { refuse } from './refusals';

const PNG_SIGNATURE = 8;
const CHUNK_FRAME = 12;

/**
 * A PNG is its chunks from the first to the last byte; what follows its end is something else.
 * @throws DomainError FILE_IMAGE_TOO_LARGE, FILE_IS_POLYGLOT, FILE_IS_DAMAGED
 */
export async function inspectPng(bytes: ByteSource, maxPixels: number): Promise<void> {
  for (let at = PNG_SIGNATURE; ;) {
    const head = await bytes.read(at, 16);
    if (head.length < CHUNK_FRAME) throw refuse('FILE_IS_DAMAGED');
    const name = head.toString('latin1', 4, 8);
    if (at === PNG_SIGNATURE) {
      if (name !== 'IHDR' || head.length < 16) throw refuse('FILE_IS_DAMAGED');
      const height = (await bytes.read(at + 12, 4)).readUInt32BE(0);
      if (head.readUInt32BE(8) * height > maxPixels) throw refuse('FILE_IMAGE_TOO_LARGE');
    }
    at += CHUNK_FRAME + head.readUInt32BE(0);
    if (name !== 'IEND') continue;
    if (at !== bytes.size) throw refuse('FILE_IS_POLYGLOT');
    return;
  }
}

/** A WebP says its own length. */
export async function inspectWebp(bytes: ByteSource): Promise<void> {
  const length = (await bytes.read(4, 4)).readUInt32LE(0) + 8;
  if (length > bytes.size) throw refuse('FILE_IS_DAMAGED');
  if (length + (length % 2) < bytes.size) throw refuse('FILE_IS_POLYGLOT');
}

const STANDALONE = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7]);
const NOT_FRAMES = new Set([0xc4, 0xc8, 0xcc]);
const MOST_SEGMENTS = 2_000;

/**
 * Walks a JPEG's segments to its frame, for its size. Cameras append films and maps behind the
 * picture, so what follows it says nothing by itself.
 * @throws DomainError FILE_IMAGE_TOO_LARGE, FILE_IS_DAMAGED
 */
export async function inspectJpeg(bytes: ByteSource, maxPixels: number): Promise<void> {
  let at = 2;
  for (let n = 0; n < MOST_SEGMENTS; n += 1) {
    const head = await bytes.read(at, 9);
    if (head.length < 4 || head[0] !== 0xff) break;
    const marker = head[1]!;
    if (marker === 0xff) {
      at += 1;
    } else if (STANDALONE.has(marker)) {
      at += 2;
    } else if (marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.has(marker)) {
      if (head.length < 9) break;
      const pixels = head.readUInt16BE(5) * head.readUInt16BE(7);
      if (pixels > maxPixels) throw refuse('FILE_IMAGE_TOO_LARGE');
      return;
    } else {
      at += 2 + head.readUInt16BE(2);
    }
  }
  throw refuse('FILE_IS_DAMAGED');
}
