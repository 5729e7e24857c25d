import { z } from 'zod';
import { ASSESSMENT_CONCLUSIONS } from '../../obligations';

const code = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const source = z.string().trim().min(1).max(300);
const points = z.int().min(0).max(1000);

/** Everything about assessments that no norm quantifies: data of a version, edited by headquarters. */
export const assessmentPolicySchema = z
  .strictObject({
    validity: z.strictObject({ days: z.int().min(1).max(3650), source }),
    priority: z.strictObject({
      conclusions: z.record(z.enum(ASSESSMENT_CONCLUSIONS), points),
      /** Points for each factor of the person or the assessment; what is not named counts nothing. */
      factors: z.record(code, points),
      youngerThan: z.strictObject({ years: z.int().min(1).max(120), points }),
      olderThan: z.strictObject({ years: z.int().min(1).max(120), points }),
      /** From so many points on. */
      high: z.int().min(1).max(100_000),
      urgent: z.int().min(1).max(100_000),
      source,
    }),
  })
  .refine(({ priority }) => priority.high < priority.urgent, {
    message: 'urgent must take more points than high',
    path: ['priority', 'urgent'],
  });

export type AssessmentPolicyContent = z.infer<typeof assessmentPolicySchema>;

export interface AssessmentPolicy extends AssessmentPolicyContent {
  version: number;
}
