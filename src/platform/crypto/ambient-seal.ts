import { AsyncLocalStorage } from 'node:async_hooks';

/** Text encrypted with AES-256-GCM; `key` names the key that opens it. All parts base 64. */
export interface SealedText {
  key: string;
  iv: string;
  tag: string;
  data: string;
}

/** What seals the texts that a transaction writes, while it works on a sealed subject. */
export interface Seal {
  /** The sealed form, or null where texts rest in the clear. */
  seal(text: string): SealedText | null;
}

const ambient = new AsyncLocalStorage<Seal>();

/** Runs `work` so that every protected text it stores passes through `seal`. */
export const sealingThrough = <T>(seal: Seal, work: () => T): T => ambient.run(seal, work);

/** The sealed form of a text for where it is being written, or null where it rests in the clear. */
export const sealedHere = (text: string): SealedText | null =>
  ambient.getStore()?.seal(text) ?? null;
