import { z } from 'zod';
import { FILE_TYPE_NAMES } from './file-types';

const MEBIBYTE = 1_048_576;

/**
 * What may be taken in, how far an archive may unfold, and what happens to files that nothing has
 * scanned. Headquarters' own data, versioned; every value is default.
 */
export const documentPolicySchema = z.strictObject({
  /** Largest file, in bytes of content. */
  maxBytes: z
    .int()
    .min(1_024)
    .max(100 * MEBIBYTE),
  types: z.array(z.enum(FILE_TYPE_NAMES)).min(1),
  /** Of DOCX, XLSX and ODT, which are archives: entries, bytes they unfold to, times they grow. */
  archive: z.strictObject({
    maxEntries: z.int().min(10).max(100_000),
    maxInflatedBytes: z
      .int()
      .min(MEBIBYTE)
      .max(4_096 * MEBIBYTE),
    maxRatio: z.int().min(2).max(1_000),
  }),
  /** Of an image. */
  maxPixels: z.int().min(1_000_000).max(1_000_000_000),
  /** Whether a file that nothing has scanned may be opened. */
  unscannedDownload: z.boolean(),
  /** How long the address of a file works. */
  linkMinutes: z.int().min(1).max(60),
});
export type DocumentPolicyContent = z.infer<typeof documentPolicySchema>;
