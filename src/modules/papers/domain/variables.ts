import type { Label } from './paper-kinds';

/** One fact that a template may name, e.g. `person.full_name`. */
export interface TextVariable {
  kind: 'text';
  label: Label;
  sample: string;
  /** Health, mistreatment: only where the writer may see the case's restricted parts. */
  restricted?: true;
}

/** Rows that a template may walk through with a section, e.g. `visit.checks`. */
export interface ListVariable {
  kind: 'list';
  label: Label;
  items: Readonly<Record<string, Label>>;
  sample: readonly Readonly<Record<string, string>>[];
  restricted?: true;
}

export type Variable = TextVariable | ListVariable;

/** The facts of one subject under one name; a family of cases declares its own. */
export interface VariableGroup {
  name: string;
  label: Label;
  variables: Readonly<Record<string, Variable>>;
}

export type PaperRow = Record<string, string>;
/** Values of one group; an empty text or an absent name is a fact that the register does not have. */
export type GroupData = Record<string, string | PaperRow[]>;
/** group → name → value. What a paper was made from is kept in this shape, for ever. */
export type PaperData = Record<string, GroupData>;

/** The declared variables by full name. */
export type Schema = ReadonlyMap<string, Variable>;

export function schemaOf(groups: readonly VariableGroup[]): Schema {
  const schema = new Map<string, Variable>();
  for (const group of groups) {
    for (const [name, variable] of Object.entries(group.variables)) {
      schema.set(`${group.name}.${name}`, variable);
    }
  }
  return schema;
}

/** Data to try a template on: the sample of every variable. */
export const sampleData = (groups: readonly VariableGroup[]): PaperData =>
  Object.fromEntries(
    groups.map((group) => [
      group.name,
      Object.fromEntries(
        Object.entries(group.variables).map(([name, variable]) => [
          name,
          variable.kind === 'text'
            ? variable.sample
            : variable.sample.map((row): PaperRow => ({ ...row })),
        ]),
      ),
    ]),
  );

/** `data` without what is restricted: for a paper that leaves those parts out. */
export const withoutRestricted = (data: PaperData, schema: Schema): PaperData =>
  Object.fromEntries(
    Object.entries(data).map(([group, values]) => [
      group,
      Object.fromEntries(
        Object.entries(values).filter(([name]) => !schema.get(`${group}.${name}`)?.restricted),
      ),
    ]),
  );
