import { inflateRawSync } from 'node:zlib';
import type { ByteSource } from '../../../platform/crypto/sealed-stream';
import { refuse } from './refusals';

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 65_535;
const LARGEST_DIRECTORY = 8_388_608;
/** Small entries may grow a lot without harm: a page of XML is mostly repetition. */
const RATIO_MATTERS_FROM = 1_048_576;
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  name: string;
  method: number;
  compressed: number;
  inflated: number;
  offset: number;
}

export interface ArchiveLimits {
  maxEntries: number;
  maxInflatedBytes: number;
  maxRatio: number;
}

interface End {
  at: number;
  entries: number;
  directory: number;
  directorySize: number;
}

/** The last bytes of a file, where the end of an archive's directory must lie. */
async function tailOf(bytes: ByteSource): Promise<{ tail: Buffer; start: number }> {
  const start = Math.max(0, bytes.size - END_SIZE - LONGEST_COMMENT);
  return { tail: await bytes.read(start, bytes.size - start), start };
}

/** Ends of directories in the tail, the last first. */
function* endsIn(tail: Buffer, start: number): Generator<End & { whole: boolean }> {
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== END) continue;
    yield {
      at: start + at,
      entries: tail.readUInt16LE(at + 10),
      directorySize: tail.readUInt32LE(at + 12),
      directory: tail.readUInt32LE(at + 16),
      whole: at + END_SIZE + tail.readUInt16LE(at + 20) === tail.length,
    };
  }
}

/** Whether a file that is something else can be opened as an archive too, wherever that begins. */
export async function endsAsArchive(bytes: ByteSource): Promise<boolean> {
  const { tail, start } = await tailOf(bytes);
  for (const { at, directorySize } of endsIn(tail, start)) {
    if (directorySize === 0 || directorySize > at) continue;
    const first = await bytes.read(at - directorySize, 4);
    if (first.length === 4 && first.readUInt32LE(0) === CENTRAL) return true;
  }
  return false;
}

/**
 * The directory of an archive, checked without unfolding anything: it accounts for every byte from
 * the first to the last, its entries do not overlap, none is encrypted, and what they say they
 * unfold to keeps within the limits.
 * @throws DomainError FILE_IS_POLYGLOT, FILE_IS_ENCRYPTED, FILE_IS_ARCHIVE_BOMB, FILE_IS_DAMAGED
 */
export async function readArchive(bytes: ByteSource, limits: ArchiveLimits): Promise<ZipEntry[]> {
  const end = await findEnd(bytes);
  if (end.entries > limits.maxEntries || end.directorySize > LARGEST_DIRECTORY) {
    throw refuse('FILE_IS_ARCHIVE_BOMB');
  }
  const directory = await bytes.read(end.directory, end.directorySize);
  const entries = parse(directory, end.entries);
  assertModest(entries, limits);
  await assertContiguous(bytes, entries, end.directory);
  return entries;
}

async function findEnd(bytes: ByteSource): Promise<End> {
  const { tail, start } = await tailOf(bytes);
  const [end] = endsIn(tail, start);
  if (!end) throw refuse('FILE_IS_DAMAGED');
  // nothing after the archive, and nothing between its directory and its end
  if (!end.whole || end.directory + end.directorySize !== end.at) throw refuse('FILE_IS_POLYGLOT');
  return end;
}

function parse(directory: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    if (at + CENTRAL_SIZE > directory.length || directory.readUInt32LE(at) !== CENTRAL) {
      throw refuse('FILE_IS_DAMAGED');
    }
    const flags = directory.readUInt16LE(at + 8);
    const method = directory.readUInt16LE(at + 10);
    if ((flags & 1) !== 0 || method === 99) throw refuse('FILE_IS_ENCRYPTED');
    if (method !== STORED && method !== DEFLATED) throw refuse('FILE_IS_DAMAGED');
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameLength),
      method,
      compressed: directory.readUInt32LE(at + 20),
      inflated: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at +=
      CENTRAL_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  if (at !== directory.length) throw refuse('FILE_IS_DAMAGED');
  return entries;
}

function assertModest(entries: readonly ZipEntry[], limits: ArchiveLimits): void {
  let total = 0;
  for (const { name, method, compressed, inflated } of entries) {
    total += inflated;
    const grows = inflated > RATIO_MATTERS_FROM && inflated > compressed * limits.maxRatio;
    if (grows || total > limits.maxInflatedBytes) throw refuse('FILE_IS_ARCHIVE_BOMB');
    if (method === STORED && compressed !== inflated) throw refuse('FILE_IS_DAMAGED');
    if (name.includes('..') || name.startsWith('/') || name.includes('\\')) {
      throw refuse('FILE_IS_DAMAGED');
    }
  }
}

/** Entries that share bytes are how a small file unfolds to a monstrous one. */
async function assertContiguous(
  bytes: ByteSource,
  entries: readonly ZipEntry[],
  directory: number,
): Promise<void> {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  if (inOrder[0]?.offset !== 0) throw refuse('FILE_IS_POLYGLOT');
  for (const [n, entry] of inOrder.entries()) {
    const next = inOrder[n + 1]?.offset ?? directory;
    const { dataAt, name } = await localHeader(bytes, entry);
    if (name !== entry.name) throw refuse('FILE_IS_DAMAGED');
    if (dataAt + entry.compressed > next) throw refuse('FILE_IS_ARCHIVE_BOMB');
  }
}

async function localHeader(
  bytes: ByteSource,
  { offset, name }: ZipEntry,
): Promise<{ dataAt: number; name: string }> {
  const longest = LOCAL_SIZE + Buffer.byteLength(name);
  const header = await bytes.read(offset, longest);
  if (header.length < LOCAL_SIZE || header.readUInt32LE(0) !== LOCAL) {
    throw refuse('FILE_IS_DAMAGED');
  }
  const nameLength = header.readUInt16LE(26);
  return {
    name: header.toString('utf8', LOCAL_SIZE, LOCAL_SIZE + nameLength),
    dataAt: offset + LOCAL_SIZE + nameLength + header.readUInt16LE(28),
  };
}

/** The text of one small entry; refused as a bomb when it is not small. */
export async function readEntry(
  bytes: ByteSource,
  entry: ZipEntry,
  limit = 1_048_576,
): Promise<string> {
  if (entry.inflated > limit || entry.compressed > limit) throw refuse('FILE_IS_ARCHIVE_BOMB');
  const { dataAt } = await localHeader(bytes, entry);
  const data = await bytes.read(dataAt, entry.compressed);
  if (entry.method === STORED) return data.toString('utf8');
  try {
    return inflateRawSync(data, { maxOutputLength: limit }).toString('utf8');
  } catch (error) {
    const grew = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    throw refuse(grew ? 'FILE_IS_ARCHIVE_BOMB' : 'FILE_IS_DAMAGED');
  }
}
