import { z } from 'zod';
import { telltalesIn } from './neutral-text';

const text = z.string().trim().min(1).max(500);

/** Everything about safe contact that is a default: data of a version that headquarters edits. */
export const safeContactPolicySchema = z
  .strictObject({
    /** What is written or left when nothing else was agreed. */
    neutralText: z.strictObject({ es: text, en: text }),
    /** Words that would tell a bystander who writes, or why. */
    telltales: z.array(z.string().trim().min(2).max(60)).max(200),
    source: z.string().trim().min(1).max(300),
  })
  .superRefine(({ neutralText, telltales }, issues) => {
    for (const language of ['es', 'en'] as const) {
      const [told] = telltalesIn(neutralText[language], telltales);
      if (told) {
        issues.addIssue({
          code: 'custom',
          path: ['neutralText', language],
          message: `tells: ${told}`,
        });
      }
    }
  });

export type SafeContactPolicyContent = z.infer<typeof safeContactPolicySchema>;

/** The policy's text in the person's language; Spanish where it has none. */
export const neutralTextIn = (
  { neutralText }: SafeContactPolicyContent,
  language: string,
): string => (language === 'en' ? neutralText.en : neutralText.es);
