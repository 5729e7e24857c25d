import { z } from 'zod';

/** When whoever owes is reminded: days after the boarding, each once (default). */
export const reimbursementPolicySchema = z.strictObject({
  remindAfterDays: z
    .array(z.int().min(1).max(3650))
    .max(24)
    .refine((days) => new Set(days).size === days.length, { message: 'each day once' }),
  source: z.string().trim().min(1).max(500),
});
export type ReimbursementPolicy = z.infer<typeof reimbursementPolicySchema>;

export const REMINDER_STATES = ['planned', 'sending', 'sent', 'not_sendable'] as const;
export type ReminderState = (typeof REMINDER_STATES)[number];
export const REMINDER_WHYS = ['sealed', 'no_safe_channel', 'not_allowed', 'mail_refused'] as const;
/** Why a reminder could not be sent: somebody who may speaks with the person instead. */
export type ReminderWhy = (typeof REMINDER_WHYS)[number];
