import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SealedText } from './ambient-seal';

/** AES-256-GCM over a text; `context` is authenticated with it and must be given again to open it. */
export function encrypt(reference: string, key: Buffer, text: string, context: string): SealedText {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const data = Buffer.concat([cipher.update(text.normalize('NFC'), 'utf8'), cipher.final()]);
  return {
    key: reference,
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

/** The text; throws when it was changed, or sealed with another key or context. */
export function decrypt(key: Buffer, { iv, tag, data }: SealedText, context: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(iv, 'base64'));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64')), decipher.final()]).toString(
    'utf8',
  );
}
