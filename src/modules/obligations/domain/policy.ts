import { z } from 'zod';
import { DURATION_UNITS, type DurationRule } from './duration-rule';

const code = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);
const source = z.string().trim().min(1).max(300);
const days = z.int().min(1).max(365);

/** The longest duty a policy may state, in any unit: a leap year of hours. */
export const LONGEST_DUTY = 8784;
const longest = z.int().min(0).max(LONGEST_DUTY);

const duration = z.strictObject({
  unit: z.enum(DURATION_UNITS),
  value: z.int().min(1).max(LONGEST_DUTY),
  /** Norm and article, foreign practice, or who decided it. */
  source,
});

/** A row applies when everything that it names is so; what it leaves out does not matter. */
const intervalRow = z.strictObject({
  stage: code.optional(),
  /** A circumstance of the stay, e.g. `hospitalised`. */
  condition: code.optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  harshness: code.optional(),
  facilityId: z.uuid().optional(),
  days,
  source,
});

/** No visit may be further apart than `days` when the person is so. */
const cap = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('factor'), factor: code, days, source }),
  z.strictObject({
    when: z.literal('younger_than'),
    years: z.int().min(1).max(120),
    days,
    source,
  }),
  z.strictObject({ when: z.literal('older_than'), years: z.int().min(1).max(120), days, source }),
]);

const visits = z.strictObject({
  /** The shortest row that applies is the interval, in days. */
  intervals: z
    .array(intervalRow)
    .min(1)
    .max(1000)
    .refine((rows) => rows.some((row) => Object.keys(row).length === 2), {
      message: 'one row must apply to everybody (only days and source)',
    }),
  /** A harsh prison divides the interval, rounded down, but never under `minimumDays`. */
  harshness: z
    .array(
      z.strictObject({ harshness: code, divisor: z.number().gt(1), minimumDays: days, source }),
    )
    .max(20),
  caps: z.array(cap).max(50),
});

export const RUNG_RECIPIENTS = ['officer', 'head_of_post', 'headquarters'] as const;
export type RungRecipient = (typeof RUNG_RECIPIENTS)[number];

const rung = z.strictObject({
  /** Names the step for ever: a reminder is unique per obligation, rung and due instant. */
  code,
  recipient: z.enum(RUNG_RECIPIENTS),
  /** What the offset counts from; `half` of the way from start to due. */
  from: z.enum(['start', 'half', 'due']),
  offset: z.strictObject({
    unit: z.enum(['hours', 'days', 'business_days']),
    value: z.int().min(-366).max(366),
  }),
});

const ladder = z.strictObject({
  /** The longest duty it serves in each unit, 0 for none; the first ladder that fits is taken. */
  upTo: z.strictObject({ hours: longest, days: longest, business_days: longest }),
  rungs: z
    .array(rung)
    .min(1)
    .max(20)
    .refine((rungs) => new Set(rungs.map((r) => r.code)).size === rungs.length, {
      message: 'each rung needs a code of its own',
    }),
});

/** Everything that rules §3 marks *default*: data of a version, edited by headquarters. */
export const policySchema = z.strictObject({
  durations: z.record(code, duration),
  visits,
  escalation: z.strictObject({
    /** Local hour at which rungs in days go out. */
    localHour: z.int().min(0).max(23),
    ladders: z
      .array(ladder)
      .min(1)
      .max(20)
      .refine((all) => Object.values(all.at(-1)!.upTo).every((most) => most === LONGEST_DUTY), {
        message: 'the last ladder must serve duties of every length',
      }),
    source,
  }),
  digest: z.strictObject({
    /** So many reminders to one officer … */
    reminders: z.int().min(2).max(1000),
    /** … within so many minutes become one digest. */
    withinMinutes: z.int().min(1).max(1440),
    source,
  }),
});

/** The content of one policy version. */
export type PolicyContent = z.infer<typeof policySchema>;
export type VisitIntervals = PolicyContent['visits'];
export type Ladder = PolicyContent['escalation']['ladders'][number];
export type Rung = Ladder['rungs'][number];

/** A version as the planner gets it. */
export interface Policy extends PolicyContent {
  version: number;
}

/** The length of a duty kind; a kind without one is a fault of registration, found at boot. */
export function durationOf(policy: PolicyContent, kind: string): DurationRule {
  const found = policy.durations[kind];
  if (!found) throw new RangeError(`the policy has no duration for ${kind}`);
  return found;
}
