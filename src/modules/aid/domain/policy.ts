import { z } from 'zod';
import { AID_LINES } from './aid';

const soles = z.string().regex(/^\d{1,12}(\.\d{1,2})?$/);

/**
 * What headquarters decides of aid (all default: nothing of it was found published), in soles. A null
 * ceiling is none.
 */
export const aidPolicySchema = z.strictObject({
  /** An everyday attention at most. */
  pettyCeiling: soles,
  /** What the head of post approves of PALH; above it headquarters resolves. */
  postAuthority: soles,
  /** An urgent payment before any approval. */
  urgentCeiling: soles,
  /** A request at most, by line. */
  lineCeilings: z.partialRecord(z.enum(AID_LINES), soles),
  /** To one person in a fiscal year. */
  personCeiling: soles.nullable(),
  /** In one case. */
  caseCeiling: soles.nullable(),
  /** From this amount on, so many quotes. */
  quotes: z.strictObject({ from: soles, least: z.int().min(1).max(5) }),
  /** Of what was paid, what a sworn declaration may stand for. */
  undocumented: soles,
  source: z.string().min(1).max(500),
});
export type AidPolicy = z.infer<typeof aidPolicySchema>;
