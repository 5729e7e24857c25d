import { z } from 'zod';

/** Limits that keep any template, however written, quick to fill and to print (defaults). */
export const LIMITS = {
  /** Characters of a template's text. */
  body: 40_000,
  /** Sections within sections. */
  depth: 5,
  /** Rows of one list. */
  rows: 500,
  /** Steps of filling, over all lists within lists. */
  steps: 20_000,
  /** Characters of the finished text. */
  text: 200_000,
  /** Characters of one field that an officer completes. */
  value: 20_000,
} as const;

export const FIELD_CODE = /^[a-z][a-z0-9_]{0,39}$/;

const line = (most: number) => z.string().trim().min(1).max(most);

/** What the officer completes; `from` names the fact that is proposed. */
export const fieldSchema = z.strictObject({
  code: z.string().regex(FIELD_CODE),
  label: line(120),
  hint: z.string().trim().max(300).optional(),
  long: z.boolean().default(false),
  required: z.boolean().default(false),
  from: z.string().max(80).optional(),
});

/** A template: its text (see `parseTemplate` and `toBlocks` for the language) and its fields. */
export const templateSchema = z.strictObject({
  title: line(160),
  body: z.string().min(1).max(LIMITS.body),
  fields: z.array(fieldSchema).max(40),
});

export type TemplateField = z.infer<typeof fieldSchema>;
export type TemplateContent = z.infer<typeof templateSchema>;
