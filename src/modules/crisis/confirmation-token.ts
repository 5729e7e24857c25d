import { createHash } from 'node:crypto';
import type { Keyring } from '../../platform/crypto/keyring';

/** What the link of a message carries: the same for each attempt to send it, and nobody can guess it. */
export const confirmationToken = (keyring: Keyring, recipientId: string): string =>
  keyring.sign('crisis_confirmation', recipientId);

/** What rests of it. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
