import { Temporal } from '@js-temporal/polyfill';
import { z } from 'zod';

const month = z.int().min(1).max(12);

/** A fixed date, or the nth weekday (1 = Monday … 7 = Sunday) of a month. */
const ruleSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({ kind: z.literal('date'), month, day: z.int().min(1).max(31) })
    // 29 February would come once in four years
    .refine(
      ({ month: m, day }) =>
        day <= Temporal.PlainYearMonth.from({ year: 2025, month: m }).daysInMonth,
      {
        path: ['day'],
      },
    ),
  z.strictObject({
    kind: z.literal('weekday'),
    month,
    weekday: z.int().min(1).max(7),
    nth: z.int().min(1).max(4),
  }),
]);

const name = z.string().trim().min(1).max(120);

/**
 * When posts visit by tradition (rules §3, practice: Mother's Day, Father's Day, 28 July,
 * Christmas), how long before an occasion a round is proposed, and how soon a visit must be due for
 * its person to be on a round by itself (both default). Headquarters edits it, version by version.
 */
export const occasionPolicySchema = z
  .strictObject({
    proposeDaysAhead: z.int().min(1).max(366),
    dueWithinDays: z.int().min(0).max(366),
    occasions: z
      .array(
        z.strictObject({
          code: z.string().regex(/^[a-z][a-z0-9_]{1,59}$/),
          names: z.strictObject({ es: name, en: name }),
          rule: ruleSchema,
        }),
      )
      .max(24),
  })
  .refine(({ occasions }) => new Set(occasions.map(({ code }) => code)).size === occasions.length, {
    path: ['occasions'],
  });

export type OccasionPolicy = z.infer<typeof occasionPolicySchema>;
export type OccasionRule = z.infer<typeof ruleSchema>;

/** An occasion on its day of a year (civil date). */
export interface DatedOccasion {
  code: string;
  names: { es: string; en: string };
  on: string;
}

/** The civil date on which a rule falls in `year`. */
export function dateOf(rule: OccasionRule, year: number): Temporal.PlainDate {
  if (rule.kind === 'date')
    return Temporal.PlainDate.from({ year, month: rule.month, day: rule.day });
  const first = Temporal.PlainDate.from({ year, month: rule.month, day: 1 });
  const toWeekday = (rule.weekday - first.dayOfWeek + 7) % 7;
  return first.add({ days: toWeekday + 7 * (rule.nth - 1) });
}

/** Every occasion from `first` to `last`, both included, in order of date. */
export function occasionsBetween(
  policy: OccasionPolicy,
  first: Temporal.PlainDate,
  last: Temporal.PlainDate,
): DatedOccasion[] {
  const found: DatedOccasion[] = [];
  for (let year = first.year; year <= last.year; year += 1) {
    for (const { code, names, rule } of policy.occasions) {
      const on = dateOf(rule, year);
      const within =
        Temporal.PlainDate.compare(on, first) >= 0 && Temporal.PlainDate.compare(on, last) <= 0;
      if (within) found.push({ code, names, on: on.toString() });
    }
  }
  return found.sort((a, b) => a.on.localeCompare(b.on) || a.code.localeCompare(b.code));
}
