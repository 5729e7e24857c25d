import type { CatalogueContent, Field, Label } from './content';

/** A field whose answers can be counted, with the newest names of all that it ever offered. */
export interface CountableField {
  code: string;
  label: Label;
  kind: CountableKind;
  /** Of a choice, by code. */
  options: ReadonlyMap<string, Label>;
}

const KINDS = ['choice', 'choices', 'boolean', 'country'] as const;
export type CountableKind = (typeof KINDS)[number];

const isCountable = (field: Field): field is Extract<Field, { kind: CountableKind }> =>
  KINDS.some((kind) => kind === field.kind);

/**
 * Fields of a family, or of one of its types, that a report may count over the cases of all
 * `versions` (oldest first): of few possible answers, and never restricted, since a number by
 * restricted answers tells them.
 */
export function countableFields(
  versions: readonly CatalogueContent[],
  family: string,
  type: string | null,
): CountableField[] {
  const fields = versions
    .flatMap(({ families }) => families.filter(({ code }) => code === family))
    .flatMap((found) => found.fields);
  const restricted = new Set(fields.filter(({ tier }) => tier === 'restricted').map((f) => f.code));
  const countable = new Map<string, CountableField>();
  for (const field of fields) {
    if (!isCountable(field) || restricted.has(field.code)) continue;
    if (type !== null && field.types && !field.types.includes(type)) continue;
    const { code, label, kind } = field;
    const offered = 'options' in field ? field.options : [];
    const options = new Map([
      ...(countable.get(code)?.options ?? []),
      ...offered.map((option) => [option.code, option.label] as const),
    ]);
    countable.set(code, { code, label, kind, options });
  }
  return [...countable.values()];
}
