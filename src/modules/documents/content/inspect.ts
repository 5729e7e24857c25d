import { fileTypeFromBuffer } from 'file-type/core';
import type { ByteSource } from '../../../platform/crypto/sealed-stream';
import type { DocumentPolicyContent } from '../domain/document-policy';
import { extensionOf, nameFits, type FileType } from '../domain/file-types';
import { inspectJpeg, inspectPng, inspectWebp } from './images';
import { inspectOffice } from './office';
import { refuse, refuseName, refuseType } from './refusals';
import { endsAsArchive } from './zip';

const HEAD = 4_100;
/** How far browsers and PDF readers look for what a file might be. */
const SNIFFED = 1_445;
const PIECE = 65_536;

const BY_MIME: Record<string, FileType> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/heif': 'heic',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'video/mp4': 'mp4',
};

/** Archives that are found wherever in a file they begin. */
const BURIED_ARCHIVES = [
  Buffer.from('Rar!\x1a\x07', 'latin1'),
  Buffer.from("7z\xbc\xaf'\x1c", 'latin1'),
];

/**
 * What a file is, by its content alone, and whether it may be taken in. `name` is only held against
 * it: a promise that the content does not keep.
 * @returns the type that the content is, one of those that the policy allows
 * @throws DomainError FILE_TYPE_NOT_ALLOWED (415), FILE_EXTENSION_MISMATCH, or a `FileRefusal` (422)
 */
export async function inspectContent(
  bytes: ByteSource,
  name: string,
  policy: Pick<DocumentPolicyContent, 'types' | 'archive' | 'maxPixels'>,
): Promise<FileType> {
  const head = await bytes.read(0, HEAD);
  const type = fitting(await typeOf(bytes, head, policy), name);
  if (type !== 'docx' && type !== 'xlsx' && type !== 'odt') await assertNothingElse(bytes, head);
  if (type === 'pdf') await inspectPdf(bytes);
  if (type === 'png') await inspectPng(bytes, policy.maxPixels);
  if (type === 'jpeg') await inspectJpeg(bytes, policy.maxPixels);
  if (type === 'webp') await inspectWebp(bytes);
  if (!policy.types.includes(type)) throw refuseType();
  if (!nameFits(name, type)) throw refuseName(type);
  return type;
}

/** Sound alone is often wrapped as a film; its name then says which of the two it is. */
const fitting = (type: FileType, name: string): FileType =>
  type === 'mp4' && extensionOf(name) === 'm4a' ? 'm4a' : type;

async function typeOf(
  bytes: ByteSource,
  head: Buffer,
  policy: Pick<DocumentPolicyContent, 'archive'>,
): Promise<FileType> {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04'))) {
    return inspectOffice(bytes, policy.archive);
  }
  if (isMarkup(head)) throw refuse('FILE_IS_MARKUP');
  if (await isTaggedSound(bytes, head)) return 'mp3';
  const mime = (await fileTypeFromBuffer(head))?.mime;
  if (mime === 'application/x-cfb') {
    // a locked Word or Excel file is a container of one sealed package
    const locked = await contains(bytes, [Buffer.from('EncryptedPackage', 'utf16le')]);
    throw locked ? refuse('FILE_IS_ENCRYPTED') : refuseType();
  }
  if (mime) {
    const type = BY_MIME[mime];
    if (!type) throw refuseType();
    return type;
  }
  if (await isText(bytes)) return 'txt';
  throw refuseType();
}

/** HTML and SVG run scripts in whatever opens them. */
const MARKUP = /^(\uFEFF|\s)*<(\?xml|!doctype|!--|html|head|body|script|svg|math|iframe)\b/i;
const isMarkup = (head: Buffer): boolean => MARKUP.test(head.toString('utf8'));

/** MP3 with a leading tag, which may be longer than any head. */
async function isTaggedSound(bytes: ByteSource, head: Buffer): Promise<boolean> {
  if (head.length < 10 || head.toString('latin1', 0, 3) !== 'ID3') return false;
  const [a, b, c, d] = head.subarray(6, 10);
  const tag = 10 + ((a! & 127) << 21) + ((b! & 127) << 14) + ((c! & 127) << 7) + (d! & 127);
  const frame = await bytes.read(tag, 2);
  return frame.length === 2 && frame[0] === 0xff && (frame[1]! & 0xe0) === 0xe0;
}

/** UTF-8 from the first byte to the last, without what no text holds. */
async function isText(bytes: ByteSource): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.size; at += PIECE) {
      const text = decoder.decode(await bytes.read(at, PIECE), { stream: true });

      if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)) return false;
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** A file that is this and that: whoever opens it as the other meets what nobody checked. */
async function assertNothingElse(bytes: ByteSource, head: Buffer): Promise<void> {
  const sniffed = head.subarray(0, SNIFFED).toString('latin1');
  const alsoPdf = sniffed.indexOf('%PDF-', 1) > 0;
  const alsoPage = /<(script|html|svg|iframe|!doctype html)\b/i.test(sniffed);
  if (alsoPdf || alsoPage || (await endsAsArchive(bytes))) throw refuse('FILE_IS_POLYGLOT');
  if (await contains(bytes, BURIED_ARCHIVES)) throw refuse('FILE_IS_POLYGLOT');
}

/** A name of a PDF ends where its value begins. */
const named = (...names: string[]): Buffer[] =>
  names.flatMap((name) =>
    [' ', '\n', '\r', '<', '(', '/', '['].map((end) => Buffer.from(`/${name}${end}`)),
  );
const LOCKED_PDF = named('Encrypt');
/** What runs when a reader opens it. Inside compressed parts the virus scanner looks. */
const ACTIVE_PDF = named('JavaScript', 'JS', 'Launch');

async function inspectPdf(bytes: ByteSource): Promise<void> {
  const start = Math.max(0, bytes.size - 2_048);
  const tail = (await bytes.read(start, 2_048)).toString('latin1');
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) throw refuse('FILE_IS_DAMAGED');
  if (/[^\s\0]/.test(tail.slice(end + 5))) throw refuse('FILE_IS_POLYGLOT');
  if (await contains(bytes, LOCKED_PDF)) throw refuse('FILE_IS_ENCRYPTED');
  if (await contains(bytes, ACTIVE_PDF)) throw refuse('FILE_HAS_SCRIPTS');
}

async function contains(bytes: ByteSource, words: readonly Buffer[]): Promise<boolean> {
  const overlap = Math.max(...words.map((word) => word.length)) - 1;
  for (let at = 0; at < bytes.size; at += PIECE) {
    const piece = await bytes.read(at, PIECE + overlap);
    if (words.some((word) => piece.includes(word))) return true;
  }
  return false;
}
