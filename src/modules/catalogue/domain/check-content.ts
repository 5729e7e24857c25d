import {
  dutyKind,
  type CatalogueContent,
  type Condition,
  type Field,
  type FamilyContent,
} from './content';
import { FAMILIES, isFamily } from './families';

/** What is wrong with a content, by its path. */
export interface ContentFault {
  path: string;
  /** Code with a label `validation.<code>`. */
  code: string;
}

/** What the content must agree with. */
export interface Registered {
  /** Types that the code of a family's module knows, by family. */
  moduleTypes: Readonly<Record<string, readonly string[]>>;
  /** Outcomes of the case file. */
  outcomes: readonly string[];
  /** Duty kinds that the code plans. */
  dutyKinds: readonly string[];
}

/** Every fault of a content that its schema cannot see; none: it may be published. */
export function contentFaults(content: CatalogueContent, registered: Registered): ContentFault[] {
  const codes = content.families.map(({ code }) => code);
  return [
    ...repeated(codes, 'families'),
    ...repeated(
      content.actions.map(({ code }) => code),
      'actions',
    ),
    ...codes.flatMap((code, i) =>
      isFamily(code) ? [] : [{ path: `families.${i}.code`, code: 'UNKNOWN_FAMILY' }],
    ),
    ...Object.keys(FAMILIES)
      .filter((family) => !codes.includes(family))
      .map((family) => ({ path: `families.${family}`, code: 'FAMILY_MISSING' })),
    ...content.families.flatMap((family, i) =>
      new FamilyCheck(family, `families.${i}`, content, registered).faults(),
    ),
  ];
}

const repeated = (codes: readonly string[], path: string): ContentFault[] =>
  codes.flatMap((code, i) =>
    codes.indexOf(code) < i ? [{ path: `${path}.${i}.code`, code: 'CODE_TWICE' }] : [],
  );

class FamilyCheck {
  private readonly fields: Map<string, Field>;
  private readonly types: Set<string>;
  private readonly actions: Set<string>;
  private readonly items: Set<string>;

  constructor(
    private readonly family: FamilyContent,
    private readonly path: string,
    content: CatalogueContent,
    private readonly registered: Registered,
  ) {
    this.fields = new Map(family.fields.map((field) => [field.code, field]));
    this.types = new Set(family.types.map(({ code }) => code));
    this.actions = new Set(content.actions.map(({ code }) => code));
    this.items = new Set(family.checklist.map(({ code }) => code));
  }

  faults(): ContentFault[] {
    const { family } = this;
    return [
      ...this.lists(),
      ...this.ofModule(),
      ...this.known(family.outcomes ?? [], new Set(this.registered.outcomes), 'outcomes'),
      ...family.fields.flatMap((field, i) => this.field(field, i)),
      ...family.checklist.flatMap((item, i) => [
        ...this.conditions(item.when, `checklist.${i}.when`),
        ...this.reference(item.metBy, `checklist.${i}.metBy`),
        ...this.known(item.types ?? [], this.types, `checklist.${i}.types`),
      ]),
      ...family.duties.flatMap((_, i) => this.duty(i)),
    ];
  }

  private at(path: string, code: string): ContentFault {
    return { path: `${this.path}.${path}`, code };
  }

  private lists(): ContentFault[] {
    return (['types', 'fields', 'checklist', 'duties'] as const).flatMap((list) =>
      repeated(
        this.family[list].map(({ code }) => code),
        `${this.path}.${list}`,
      ),
    );
  }

  /** A family of the catalogue has no sealed type; one with a module has its types and duties there. */
  private ofModule(): ContentFault[] {
    const { family } = this;
    if (isFamily(family.code) && FAMILIES[family.code] === 'catalogue') {
      return family.types.flatMap(({ tier }, i) =>
        tier === 'sealed' ? [this.at(`types.${i}.tier`, 'SEALED_NEEDS_A_MODULE')] : [],
      );
    }
    const duties = family.duties.map((_, i) => this.at(`duties.${i}`, 'DUTIES_OF_A_MODULE'));
    const needed = this.registered.moduleTypes[family.code];
    if (!needed) return duties;
    return [
      ...duties,
      ...needed
        .filter((type) => !this.types.has(type))
        .map((type) => this.at(`types.${type}`, 'TYPE_OF_A_MODULE_MISSING')),
      ...family.types.flatMap(({ code }, i) =>
        needed.includes(code) ? [] : [this.at(`types.${i}.code`, 'TYPE_UNKNOWN_TO_ITS_MODULE')],
      ),
    ];
  }

  private known(
    codes: readonly string[],
    among: ReadonlySet<string>,
    path: string,
  ): ContentFault[] {
    return codes.flatMap((code, i) =>
      among.has(code) ? [] : [this.at(`${path}.${i}`, 'UNKNOWN_CODE')],
    );
  }

  private field(field: Field, i: number): ContentFault[] {
    const path = `fields.${i}`;
    const faults = [
      ...this.known(field.types ?? [], this.types, `${path}.types`),
      ...this.conditions(field.showIf, `${path}.showIf`, i),
    ];
    if ('options' in field) {
      faults.push(
        ...repeated(
          field.options.map(({ code }) => code),
          `${this.path}.${path}.options`,
        ),
      );
    }
    if (field.kind === 'integer' && (field.min ?? -Infinity) > (field.max ?? Infinity)) {
      faults.push(this.at(`${path}.max`, 'LIMITS_CROSSED'));
    }
    if (field.kind === 'date' && field.notBefore) {
      const earlier = this.fields.get(field.notBefore);
      if (earlier?.kind !== 'date' || this.family.fields.indexOf(earlier) >= i)
        faults.push(this.at(`${path}.notBefore`, 'NOT_AN_EARLIER_DATE'));
    }
    const dependsOnRestricted = (field.showIf ?? []).some(
      (condition) => this.fields.get(condition.field)?.tier === 'restricted',
    );
    if (field.tier === 'standard' && dependsOnRestricted) {
      faults.push(this.at(`${path}.showIf`, 'WOULD_BETRAY_A_RESTRICTED_FIELD'));
    }
    return faults;
  }

  /** Conditions on fields that exist, that stand earlier than `before`, with answers they can have. */
  private conditions(
    conditions: readonly Condition[] | undefined,
    path: string,
    before = Infinity,
  ): ContentFault[] {
    return (conditions ?? []).flatMap((condition, i) => {
      const field = this.fields.get(condition.field);
      if (!field || this.family.fields.indexOf(field) >= before)
        return [this.at(`${path}.${i}.field`, 'NOT_AN_EARLIER_FIELD')];
      if (!('is' in condition)) return [];
      const answers =
        'options' in field
          ? field.options.map(({ code }) => code)
          : field.kind === 'boolean'
            ? ['true', 'false']
            : [];
      return this.known(condition.is, new Set(answers), `${path}.${i}.is`);
    });
  }

  private reference(
    metBy: { by: string; field?: string; item?: string; actions?: string[] },
    path: string,
  ): ContentFault[] {
    if (metBy.field !== undefined)
      return this.fields.has(metBy.field) ? [] : [this.at(`${path}.field`, 'UNKNOWN_CODE')];
    if (metBy.item !== undefined)
      return this.items.has(metBy.item) ? [] : [this.at(`${path}.item`, 'UNKNOWN_CODE')];
    return this.known(metBy.actions ?? [], this.actions, `${path}.actions`);
  }

  private duty(i: number): ContentFault[] {
    const duty = this.family.duties[i]!;
    const path = `duties.${i}`;
    const faults = [
      ...this.known(duty.types ?? [], this.types, `${path}.types`),
      ...this.conditions(duty.when, `${path}.when`),
      ...this.reference(duty.metBy, `${path}.metBy`),
    ];
    if (duty.starts.on === 'field') {
      const kind = this.fields.get(duty.starts.field)?.kind;
      if (kind !== 'date' && kind !== 'instant')
        faults.push(this.at(`${path}.starts.field`, 'NOT_A_DATE'));
    }
    if (duty.repeats && duty.metBy.by !== 'action')
      faults.push(this.at(`${path}.repeats`, 'ONLY_ACTIONS_REPEAT'));
    if (this.registered.dutyKinds.includes(dutyKind(this.family.code, duty.code)))
      faults.push(this.at(`${path}.code`, 'CODE_TWICE'));
    return faults;
  }
}
