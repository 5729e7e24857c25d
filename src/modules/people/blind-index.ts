import { Injectable } from '@nestjs/common';
import { Keyring } from '../../platform/crypto/keyring';

/**
 * What finds a sealed person by a number or a name that is given exactly, and tells neither: keyed
 * hashes in the columns where an ordinary person's keys are clear.
 */
@Injectable()
export class BlindIndex {
  constructor(private readonly keyring: Keyring) {}

  /** What rests for the number of a document (`documentNumberKey`). */
  document(numberKey: string): string {
    return this.keyring.blind('document', numberKey)[0]!;
  }

  /** Numbers as they rest for ordinary and for sealed persons. */
  documents(numberKeys: readonly string[]): string[] {
    return numberKeys.flatMap((key) => [key, ...this.keyring.blind('document', key)]);
  }

  /** What rests for a key of a name. */
  name(key: string): string {
    return this.keyring.blind('name', key)[0]!;
  }

  /** Keys of names as they rest for sealed persons. */
  names(keys: readonly string[]): string[] {
    return keys.flatMap((key) => this.keyring.blind('name', key));
  }
}
