import type { ValueTransformer } from 'typeorm';
import { sealedHere, type SealedText } from './ambient-seal';

/** How a protected text rests in a `jsonb` column. */
export type StoredText = { clear: string } | { sealed: SealedText };

/**
 * The one type for every narrative, address, contact and file: readable (`clear`) or encrypted
 * (`sealed`, with the reference of its key). Sealing a case later re-encrypts rows; the schema
 * stays. It never prints itself: logging it shows `[protected]`.
 */
export class ProtectedText {
  private constructor(private readonly stored: StoredText) {}

  /** Text at rest as given (NFC), protected by row-level security alone. */
  static clear(text: string): ProtectedText {
    return new ProtectedText({ clear: text.normalize('NFC') });
  }

  static fromStored(stored: StoredText): ProtectedText {
    return new ProtectedText(stored);
  }

  get isSealed(): boolean {
    return 'sealed' in this.stored;
  }

  /** The text. Sealed text must be opened with its key first: see `Keyring.open`. */
  reveal(): string {
    if ('sealed' in this.stored) throw new Error('sealed text must be opened with its key');
    return this.stored.clear;
  }

  /** As it must rest where it is being written: sealed inside a sealed case, otherwise as it is. */
  toStored(): StoredText {
    if ('sealed' in this.stored) return this.stored;
    const sealed = sealedHere(this.stored.clear);
    return sealed ? { sealed } : this.stored;
  }

  /** What leaves in an answer is the text itself, and only when it is readable. */
  toJSON(): string {
    return this.reveal();
  }

  toString(): string {
    return '[protected]';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[protected]';
  }
}

/** Optional text to the value type: empty and absent become null. */
export const protect = (text: string | null | undefined): ProtectedText | null =>
  text ? ProtectedText.clear(text) : null;

/** For a column: `@Column({ type: 'jsonb', transformer: protectedText })`. */
export const protectedText: ValueTransformer = {
  to: (value: ProtectedText | null | undefined) => value?.toStored() ?? null,
  from: (value: StoredText | null) => (value ? ProtectedText.fromStored(value) : null),
};
