import { sealedHere, type SealedText } from './ambient-seal';

/**
 * How a sealed text rests in a column of plain text (a name, a number): `⟦key.iv.tag.data⟧`. It may
 * stand inside a longer text, as when PostgreSQL joins given names and surnames.
 */
export const MARK = '\u27e6';
const SEALED = /\u27e6([0-9a-f-]{36})\.([\w+/=]+)\.([\w+/=]+)\.([\w+/=]*)\u27e7/g;

export const toSealedString = ({ key, iv, tag, data }: SealedText): string =>
  `${MARK}${key}.${iv}.${tag}.${data}\u27e7`;

/** The text as it must rest where it is being written: sealed inside a sealed subject. */
export function sealable<T extends string | null | undefined>(text: T): T {
  const sealed = text ? sealedHere(text) : null;
  return (sealed ? toSealedString(sealed) : text) as T;
}

/** For a column of plain text: `@Column({ type: 'text', transformer: sealableText })`. */
export const sealableText = {
  to: sealable,
  from: (text: string | null): string | null => text,
};

/** Bytes as they must rest where they are being written: sealed inside a sealed subject. */
export function sealableBytes(bytes: Buffer): Buffer {
  const sealed = sealedHere(bytes.toString('base64'));
  return sealed ? Buffer.from(toSealedString(sealed)) : bytes;
}

/** For a column of bytes: `@Column('bytea', { transformer: sealableContent })`. */
export const sealableContent = {
  to: (bytes: Buffer): Buffer => sealableBytes(bytes),
  from: (bytes: Buffer): Buffer => bytes,
};

const MARK_BYTES = Buffer.from(MARK);

/** Whether bytes from a column are what `sealableBytes` made. */
export const areSealed = (bytes: Buffer): boolean =>
  bytes.subarray(0, MARK_BYTES.length).equals(MARK_BYTES);

/** The keys of the sealed parts of a text. */
export const keysIn = (text: string): string[] => [...text.matchAll(SEALED)].map(([, key]) => key!);

/** A text with its sealed parts opened; a part that `open` gives up (null) stays as it is. */
export const openString = (text: string, open: (sealed: SealedText) => string | null): string =>
  text.replace(
    SEALED,
    (whole, key: string, iv: string, tag: string, data: string) =>
      open({ key, iv, tag, data }) ?? whole,
  );
