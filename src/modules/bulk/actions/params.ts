import { z } from 'zod';
import { ProtectedText, type StoredText } from '../../../platform/crypto/protected-text';

/** A free text as it rests in the parameters of an operation. */
export const storedText = z.custom<StoredText>(
  (value) => typeof value === 'object' && value !== null && ('clear' in value || 'sealed' in value),
);

export const store = (text: string | undefined): StoredText | null =>
  text ? ProtectedText.clear(text).toStored() : null;

export const reveal = (stored: StoredText | null): string | undefined =>
  stored ? ProtectedText.fromStored(stored).reveal() : undefined;
