import type { CatalogueContent, FamilyContent } from './content';
import type { ContentFault } from './check-content';

export const CHANGE_KINDS = ['added', 'removed', 'changed', 'retired'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference between two contents. */
export interface CatalogueChange {
  change: ChangeKind;
  part: 'family' | 'type' | 'field' | 'item' | 'duty' | 'action';
  /** The family; null for an action. */
  family: string | null;
  code: string;
}

type Coded = { code: string; retired?: boolean };

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Text of a value in which the order of members does not matter. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

function differences(
  part: CatalogueChange['part'],
  family: string | null,
  before: readonly Coded[],
  after: readonly Coded[],
): CatalogueChange[] {
  const old = new Map(before.map((item) => [item.code, item]));
  const now = new Set(after.map(({ code }) => code));
  return [
    ...after.flatMap((item) => {
      const was = old.get(item.code);
      if (was && same(was, item)) return [];
      const change: ChangeKind = !was
        ? 'added'
        : item.retired && !was.retired
          ? 'retired'
          : 'changed';
      return [{ change, part, family, code: item.code }];
    }),
    ...before
      .filter(({ code }) => !now.has(code))
      .map(({ code }) => ({ change: 'removed' as const, part, family, code })),
  ];
}

const EMPTY = { types: [], fields: [], checklist: [], duties: [] };

/** Everything that `next` changes, in the order of the catalogue. */
export function changesBetween(
  current: CatalogueContent,
  next: CatalogueContent,
): CatalogueChange[] {
  const before = new Map(current.families.map((family) => [family.code, family]));
  return [
    ...next.families.flatMap((family) => changesOf(before.get(family.code), family)),
    ...differences('action', null, current.actions, next.actions),
  ];
}

function changesOf(before: FamilyContent | undefined, after: FamilyContent): CatalogueChange[] {
  const { code, types, fields, checklist, duties } = after;
  const old = before ?? EMPTY;
  const itself = !before || !same(ownOf(before, after), ownOf(after, before));
  return [
    ...(itself
      ? [{ change: before ? 'changed' : 'added', part: 'family', family: code, code } as const]
      : []),
    ...differences('type', code, old.types, types),
    ...differences('field', code, old.fields, fields),
    ...differences('item', code, old.checklist, checklist),
    ...differences('duty', code, old.duties, duties),
  ];
}

const LISTS = ['types', 'fields', 'checklist', 'duties'] as const;

/** What of a family is in none of its parts: its name, how it closes, and the order of what stays. */
const ownOf = (family: FamilyContent, other: FamilyContent) => ({
  label: family.label,
  outcomes: family.outcomes,
  order: LISTS.map((list) => {
    const stays = new Set(other[list].map(({ code }) => code));
    return family[list].map(({ code }) => code).filter((code) => stays.has(code));
  }),
});

/**
 * What `next` would take away from under cases that exist, whatever their version: lists, counts and
 * timelines name types and actions for ever, and a field's code means one kind of answer for ever. A
 * type or an action is retired instead of removed; another kind of answer is another field.
 */
export function breaches(
  earlier: readonly CatalogueContent[],
  next: CatalogueContent,
): ContentFault[] {
  const faults = new Map<string, ContentFault>();
  const tell = (path: string, code: string) => faults.set(`${path} ${code}`, { path, code });
  const actions = new Set(next.actions.map(({ code }) => code));
  const families = new Map(next.families.map((family, i) => [family.code, { family, i }]));
  for (const content of earlier) {
    for (const { code } of content.actions) {
      if (!actions.has(code)) tell(`actions.${code}`, 'RETIRE_INSTEAD');
    }
    for (const old of content.families) {
      const found = families.get(old.code);
      if (found) broken(old, found.family, `families.${found.i}`, tell);
    }
  }
  return [...faults.values()];
}

function broken(
  old: FamilyContent,
  next: FamilyContent,
  path: string,
  tell: (path: string, code: string) => void,
): void {
  const types = new Set(next.types.map(({ code }) => code));
  for (const { code } of old.types) {
    if (!types.has(code)) tell(`${path}.types.${code}`, 'RETIRE_INSTEAD');
  }
  const kinds = new Map(old.fields.map(({ code, kind }) => [code, kind]));
  next.fields.forEach(({ code, kind }, i) => {
    const was = kinds.get(code);
    if (was && was !== kind) tell(`${path}.fields.${i}.kind`, 'ANOTHER_KIND_IS_ANOTHER_FIELD');
  });
}
