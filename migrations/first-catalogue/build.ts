/** Words of the first catalogue: a code with its Spanish and English names. */
export type Named = readonly [code: string, es: string, en: string];

const named = ([code, es, en]: Named) => ({ code, label: { es, en } });

export const options = (...all: Named[]) => all.map(named);

type Tier = 'standard' | 'restricted' | 'sealed';

/** Types of one tier; `mere` marks orientations, which need no vulnerability assessment. */
export const types = (tier: Tier, ...all: Named[]) => all.map((type) => ({ ...named(type), tier }));
export const orientations = (...all: Named[]) =>
  all.map((type) => ({ ...named(type), tier: 'standard', attention: false }));

type More = Record<string, unknown>;

export const text = (name: Named, more: More = {}) => ({
  ...named(name),
  kind: 'text',
  maxLength: 200,
  ...more,
});
export const longText = (name: Named, more: More = {}) => ({
  ...named(name),
  kind: 'long_text',
  ...more,
});
export const integer = (name: Named, min: number, max: number, more: More = {}) => ({
  ...named(name),
  kind: 'integer',
  min,
  max,
  ...more,
});
export const boolean = (name: Named, more: More = {}) => ({
  ...named(name),
  kind: 'boolean',
  ...more,
});
export const date = (name: Named, more: More = {}) => ({ ...named(name), kind: 'date', ...more });
export const pastDate = (name: Named, more: More = {}) => date(name, { notFuture: true, ...more });
export const country = (name: Named, more: More = {}) => ({
  ...named(name),
  kind: 'country',
  ...more,
});
export const choice = (name: Named, all: readonly Named[], more: More = {}) => ({
  ...named(name),
  kind: 'choice',
  options: options(...all),
  ...more,
});
export const choices = (name: Named, all: readonly Named[], more: More = {}) => ({
  ...choice(name, all, more),
  kind: 'choices',
});

/** Skip logic: the answer to `field` is one of `is`; or it is known, or not. */
export const when = (field: string, ...is: string[]) => ({ field, is });
export const known = (field: string, yes = true) => ({ field, known: yes });

export const marked = (name: Named, more: More = {}) => ({
  ...named(name),
  metBy: { by: 'mark' },
  ...more,
});
export const filled = (name: Named, field: string, more: More = {}) => ({
  ...named(name),
  metBy: { by: 'field', field },
  ...more,
});
export const acted = (name: Named, actions: readonly string[], more: More = {}) => ({
  ...named(name),
  metBy: { by: 'action', actions },
  ...more,
});

type Unit = 'hours' | 'days' | 'business_days';

/** A duty met by one of `actions`. `source` says where its length comes from. */
export const dutyByAction = (
  name: Named,
  [value, unit]: readonly [number, Unit],
  actions: readonly string[],
  source: string,
  more: More = {},
) => ({
  ...named(name),
  starts: { on: 'opening' },
  within: { unit, value },
  metBy: { by: 'action', actions },
  source,
  ...more,
});
/** A duty met when `item` of the checklist is done. */
export const dutyByItem = (
  name: Named,
  within: readonly [number, Unit],
  item: string,
  source: string,
  more: More = {},
) => ({ ...dutyByAction(name, within, [], source, more), metBy: { by: 'item', item } });

export const from = (field: string) => ({ starts: { on: 'field', field } });

export const YES_NO_UNKNOWN: readonly Named[] = [
  ['yes', 'Sí', 'Yes'],
  ['no', 'No', 'No'],
  ['unknown', 'No se sabe', 'Not known'],
];

/** Direct contact with the person. */
export const CONTACT = ['visit_in_person', 'visit_video', 'call'] as const;

/** Why the first contact is due within a day. */
export const A_DAY =
  'Por defecto: 24 h, como el primer contacto en una detención (Reino Unido, Canadá)';

/** How most cases may end for the file. */
export const COMMON_OUTCOMES = [
  'resolved',
  'referred_and_followed',
  'aid_granted',
  'orientation_given',
  'withdrawn_by_person',
  'contact_lost',
  'outside_competence',
] as const;
