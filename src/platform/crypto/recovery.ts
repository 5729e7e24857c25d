import {
  constants,
  createPrivateKey,
  generateKeyPairSync,
  hkdfSync,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { Keyring } from './keyring';
import { ProtectedText, type StoredText } from './protected-text';

/**
 * Recovery for the day the key service is lost. A key pair is made once; its private half rests
 * encrypted under what two custodians hold, each of whom alone knows nothing (the shares are a random
 * value and its exclusive or with the secret). Every data key is also wrapped with the public half.
 */
const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;
const PURPOSE = 'amparo recovery key';

export interface RecoveryKey {
  publicKey: string;
  /** Encrypted; rests with the public key. */
  privateKey: string;
  /** One for each custodian, base 64: shown once, never stored. */
  shares: [string, string];
}

export function createRecoveryKey(): RecoveryKey {
  const secret = randomBytes(32);
  const first = randomBytes(32);
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 3072,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    publicKey: pair.publicKey,
    privateKey: JSON.stringify(ringOf(secret).seal(pair.privateKey, PURPOSE).toStored()),
    shares: [first.toString('base64'), xor(first, secret).toString('base64')],
  };
}

/** A data key for the custodians; `context` says whose it is and is needed to open it. */
export const wrapForRecovery = (publicKey: string, key: Buffer, context: string): string =>
  publicEncrypt({ key: publicKey, ...OAEP, oaepLabel: Buffer.from(context) }, key).toString(
    'base64',
  );

/**
 * What opens recovery-wrapped data keys, from both custodians' shares.
 * @throws Error when a share is wrong
 */
export function openRecovery(
  privateKey: string,
  shares: readonly [string, string],
): (recovery: string, context: string) => Buffer {
  const [first, second] = shares.map((share) => Buffer.from(share.trim(), 'base64'));
  if (first!.length !== 32 || second!.length !== 32) throw new Error('a share has 32 bytes');
  const sealed = ProtectedText.fromStored(JSON.parse(privateKey) as StoredText);
  const key = createPrivateKey(ringOf(xor(first!, second!)).open(sealed, PURPOSE));
  return (recovery, context) =>
    privateDecrypt(
      { key, ...OAEP, oaepLabel: Buffer.from(context) },
      Buffer.from(recovery, 'base64'),
    );
}

const xor = (a: Buffer, b: Buffer): Buffer => Buffer.from(a.map((byte, i) => byte ^ b[i]!));

const ringOf = (secret: Buffer): Keyring =>
  new Keyring(
    new Map([['recovery', Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), PURPOSE, 32))]]),
  );
