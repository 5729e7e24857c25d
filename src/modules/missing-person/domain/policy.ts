import { z } from 'zod';

const words = z.string().trim().min(1).max(2000);

/** What is said when nothing may be told: versioned data of headquarters. */
export const missingPolicySchema = z.strictObject({
  neutralAnswer: z.strictObject({ es: words, en: words }),
  source: z.string().trim().min(1).max(300),
});
export type MissingPolicyContent = z.infer<typeof missingPolicySchema>;
