import { z } from 'zod';

const messageKey = z.string().regex(/^[a-zA-Z][a-zA-Z0-9_.]{1,119}$/);
const parameter = z.union([z.string().max(120), z.number()]);

/**
 * What a notice says, apart from its words: they are chosen when somebody reads it, in that person's
 * language. Holds no name of a person, no charge, nothing about health: mails repeat it.
 */
export const noticeDataSchema = z.strictObject({
  /** Values for the text as they are, e.g. `{ reference: 'MAD-2026-000123' }`. */
  params: z.record(z.string(), parameter).default({}),
  /** Values that are texts themselves, by message key, e.g. `{ duty: 'duties.first_visit' }`. */
  labels: z.record(z.string(), messageKey).default({}),
  /** Values that are texts of versioned data, in each language. */
  texts: z
    .record(z.string(), z.strictObject({ es: z.string().max(200), en: z.string().max(200) }))
    .default({}),
  /** Values that are instants (ISO 8601, UTC), written out in `timeZone`. */
  instants: z.record(z.string(), z.iso.datetime()).default({}),
  /** IANA zone of the post. */
  timeZone: z.string().max(60).default('UTC'),
  /** The one link: a path of the web application, e.g. `/cases/<id>`. */
  path: z
    .string()
    .regex(/^\/[a-zA-Z0-9/_-]{0,200}$/)
    .default('/'),
});
export type NoticeData = z.infer<typeof noticeDataSchema>;

/** Kinds whose texts this part brings; `notices.<kind>.title` and `.text` in a catalogue add more. */
export const NOTICE_KINDS = [
  'duty_started',
  'duty_due',
  'duty_breached',
  'case_assigned',
  'case_woken',
  'proof_failed',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];
