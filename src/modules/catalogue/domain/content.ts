import { z } from 'zod';

const code = z.string().regex(/^[a-z][a-z0-9_]{1,39}$/);
const words = (most: number) => z.string().trim().min(1).max(most);
const label = z.strictObject({ es: words(120), en: words(120) });
const text = z.strictObject({ es: words(600), en: words(600) });
const types = z.array(code).min(1).max(40).optional();
const retired = z.boolean().default(false);

/** How something reads to a person, Spanish first. */
export type Label = z.infer<typeof label>;

/**
 * One condition of skip logic on an earlier field: its answer is one of `is` (codes of a choice, or
 * `true` and `false`), or it is known, or not. All conditions of a list must hold.
 */
const condition = z.union([
  z.strictObject({ field: code, is: z.array(z.string().min(1).max(60)).min(1).max(40) }),
  z.strictObject({ field: code, known: z.boolean() }),
]);
export type Condition = z.infer<typeof condition>;
const conditions = z.array(condition).min(1).max(5).optional();

const common = {
  code,
  label,
  help: text.optional(),
  /** Types of the family that have it; absent: all. */
  types,
  showIf: conditions,
  /** `opening`: needed to save the case; `closing`: needed to close it. */
  required: z.enum(['no', 'opening', 'closing']).default('no'),
  /** Who reads the answer: with the case, or only readers of restricted parts. */
  tier: z.enum(['standard', 'restricted']).default('standard'),
};
const option = z.strictObject({ code, label, retired });
const options = z.array(option).min(1).max(80);

const field = z.discriminatedUnion('kind', [
  z.strictObject({ ...common, kind: z.literal('text'), maxLength: z.int().min(1).max(500) }),
  z.strictObject({ ...common, kind: z.literal('long_text') }),
  z.strictObject({
    ...common,
    kind: z.literal('integer'),
    min: z.int().optional(),
    max: z.int().optional(),
  }),
  z.strictObject({ ...common, kind: z.literal('boolean') }),
  z.strictObject({
    ...common,
    kind: z.literal('date'),
    notFuture: z.boolean().default(false),
    /** An earlier date field that this one may not precede. */
    notBefore: code.optional(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('instant'),
    notFuture: z.boolean().default(false),
  }),
  z.strictObject({ ...common, kind: z.literal('choice'), options }),
  z.strictObject({ ...common, kind: z.literal('choices'), options }),
  z.strictObject({ ...common, kind: z.literal('country') }),
]);
export type Field = z.infer<typeof field>;
export type FieldKind = Field['kind'];

/** The longest answer to a `long_text`. */
export const LONGEST_TEXT = 20_000;

const actionsTaken = z.strictObject({
  by: z.literal('action'),
  actions: z.array(code).min(1).max(40),
});
const fieldFilled = z.strictObject({ by: z.literal('field'), field: code });

const item = z.strictObject({
  code,
  label,
  types,
  when: conditions,
  /** Unmet, it refuses the closing of the case. */
  requiredToClose: z.boolean().default(false),
  /** What shows that it is done: the officer's mark, a field, or an action of assistance. */
  metBy: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('mark') }),
    fieldFilled,
    actionsTaken,
  ]),
});
export type Item = z.infer<typeof item>;

const duty = z.strictObject({
  code,
  label,
  types,
  when: conditions,
  /** From the opening of the case, or from the day or instant in a field. */
  starts: z.discriminatedUnion('on', [
    z.strictObject({ on: z.literal('opening') }),
    z.strictObject({ on: z.literal('field'), field: code }),
  ]),
  within: z.strictObject({
    unit: z.enum(['hours', 'days', 'business_days']),
    value: z.int().min(1).max(8784),
  }),
  metBy: z.discriminatedUnion('by', [
    z.strictObject({ by: z.literal('item'), item: code }),
    fieldFilled,
    actionsTaken,
  ]),
  /** Starts again each time it is met, until the case closes. Only with actions. */
  repeats: z.boolean().default(false),
  /** Norm and article, foreign practice, or who decided it. */
  source: words(300),
});
export type DutyRule = z.infer<typeof duty>;

const type = z.strictObject({
  code,
  label,
  tier: z.enum(['standard', 'restricted', 'sealed']),
  /** False for a mere orientation, which needs no vulnerability assessment (rules §3). */
  attention: z.boolean().default(true),
  /** Kept for its old cases; no new one opens. */
  retired,
});
export type CaseType = z.infer<typeof type>;

const family = z.strictObject({
  code,
  label,
  types: z.array(type).min(1).max(40),
  /** Outcomes with which its cases may close; absent: all. */
  outcomes: z.array(code).min(1).max(40).optional(),
  fields: z.array(field).max(80).default([]),
  checklist: z.array(item).max(60).default([]),
  duties: z.array(duty).max(40).default([]),
});
export type FamilyContent = z.infer<typeof family>;

/** The content of one version of the catalogue. */
export const catalogueSchema = z.strictObject({
  families: z.array(family).min(1).max(40),
  /** Actions of assistance: what is done for people, counted apart from cases and persons. */
  actions: z.array(option).min(1).max(120),
});
export type CatalogueContent = z.infer<typeof catalogueSchema>;

/** A family as one type of case sees it. */
export interface TypeContent {
  family: FamilyContent;
  type: CaseType;
  fields: readonly Field[];
  checklist: readonly Item[];
  duties: readonly DutyRule[];
}

/** What `content` says of one type; null when it does not know it. */
export function contentOf(
  content: CatalogueContent,
  familyCode: string,
  typeCode: string,
): TypeContent | null {
  const family = content.families.find((f) => f.code === familyCode);
  const type = family?.types.find((t) => t.code === typeCode);
  if (!family || !type) return null;
  const its = (part: { types?: string[] | undefined }) =>
    !part.types || part.types.includes(typeCode);
  return {
    family,
    type,
    fields: family.fields.filter(its),
    checklist: family.checklist.filter(its),
    duties: family.duties.filter(its),
  };
}

/** The kind under which the ledger keeps a duty of a family: one name over all families. */
export const dutyKind = (familyCode: string, dutyCode: string): string =>
  `${familyCode}_${dutyCode}`;
