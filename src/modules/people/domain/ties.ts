import type { Label } from './vocabularies';

type Labels<Code extends string> = Readonly<Record<Code, Label>>;

/** What else a person is called (7 FAM first-visit record: "names and aliases"). */
export const ALIAS_KINDS = [
  'known_as',
  'birth_name',
  'married_name',
  'nickname',
  'name_on_document',
  'chosen_name',
] as const;
export type AliasKind = (typeof ALIAS_KINDS)[number];
export const ALIAS_KIND_LABELS: Labels<AliasKind> = {
  known_as: { es: 'Conocida como', en: 'Known as' },
  birth_name: { es: 'Nombre de nacimiento', en: 'Birth name' },
  married_name: { es: 'Nombre de casada o casado', en: 'Married name' },
  nickname: { es: 'Apodo', en: 'Nickname' },
  name_on_document: { es: 'Nombre en un documento', en: 'Name on a document' },
  chosen_name: { es: 'Nombre elegido', en: 'Chosen name' },
};

export const ALIAS_WITHDRAWALS = ['entered_by_mistake', 'no_longer_used'] as const;
export type AliasWithdrawal = (typeof ALIAS_WITHDRAWALS)[number];

/** What the other person is to this one: `parent` says that the other is this one's parent. */
export const RELATION_KINDS = [
  'spouse',
  'partner',
  'former_partner',
  'parent',
  'child',
  'sibling',
  'grandparent',
  'grandchild',
  'uncle_aunt',
  'nephew_niece',
  'cousin',
  'step_parent',
  'step_child',
  'in_law',
  'guardian',
  'ward',
  'carer',
  'cared_for',
  'friend',
  'other_relative',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** The same tie seen from the other end. */
export const INVERSE_RELATION = {
  spouse: 'spouse',
  partner: 'partner',
  former_partner: 'former_partner',
  parent: 'child',
  child: 'parent',
  sibling: 'sibling',
  grandparent: 'grandchild',
  grandchild: 'grandparent',
  uncle_aunt: 'nephew_niece',
  nephew_niece: 'uncle_aunt',
  cousin: 'cousin',
  step_parent: 'step_child',
  step_child: 'step_parent',
  in_law: 'in_law',
  guardian: 'ward',
  ward: 'guardian',
  carer: 'cared_for',
  cared_for: 'carer',
  friend: 'friend',
  other_relative: 'other_relative',
} as const satisfies Readonly<Record<RelationKind, RelationKind>>;

export const RELATION_LABELS: Labels<RelationKind> = {
  spouse: { es: 'Cónyuge', en: 'Spouse' },
  partner: { es: 'Pareja', en: 'Partner' },
  former_partner: { es: 'Ex pareja', en: 'Former partner' },
  parent: { es: 'Madre o padre', en: 'Parent' },
  child: { es: 'Hija o hijo', en: 'Child' },
  sibling: { es: 'Hermana o hermano', en: 'Sibling' },
  grandparent: { es: 'Abuela o abuelo', en: 'Grandparent' },
  grandchild: { es: 'Nieta o nieto', en: 'Grandchild' },
  uncle_aunt: { es: 'Tía o tío', en: 'Aunt or uncle' },
  nephew_niece: { es: 'Sobrina o sobrino', en: 'Niece or nephew' },
  cousin: { es: 'Prima o primo', en: 'Cousin' },
  step_parent: { es: 'Madrastra o padrastro', en: 'Step-parent' },
  step_child: { es: 'Hijastra o hijastro', en: 'Step-child' },
  in_law: { es: 'Pariente por matrimonio', en: 'Relative by marriage' },
  guardian: { es: 'Quien responde por la persona', en: 'Guardian' },
  ward: { es: 'Persona a su cargo', en: 'Ward' },
  carer: { es: 'Cuidadora o cuidador', en: 'Carer' },
  cared_for: { es: 'Persona a quien cuida', en: 'Person cared for' },
  friend: { es: 'Amistad', en: 'Friend' },
  other_relative: { es: 'Otro pariente', en: 'Other relative' },
};

/** Who says so. */
export const RELATION_SOURCES = [
  'the_person',
  'relative',
  'document',
  'authority',
  'officer',
] as const;
export type RelationSource = (typeof RELATION_SOURCES)[number];
export const RELATION_SOURCE_LABELS: Labels<RelationSource> = {
  the_person: { es: 'Lo dijo la persona', en: 'Told by the person' },
  relative: { es: 'Lo dijo un familiar', en: 'Told by a relative' },
  document: { es: 'Consta en un documento', en: 'Shown by a document' },
  authority: { es: 'Lo informó una autoridad', en: 'Told by an authority' },
  officer: { es: 'Lo comprobó la oficina', en: 'Checked by the post' },
};

/** Whether a parent would be no older than the child; unknown dates contradict nothing. */
export function ageContradicts(
  kind: RelationKind,
  person: string | null,
  other: string | null,
): boolean {
  if (!person || !other) return false;
  if (kind === 'parent' || kind === 'grandparent') return other >= person;
  if (kind === 'child' || kind === 'grandchild') return person >= other;
  return false;
}

/**
 * On what somebody's authority over another rests. Sources: Código Civil arts. 418 (patria potestad),
 * 502 (tutela), 564 (curatela), 659-A ff. as added by D.Leg. 1384 (apoyos y salvaguardias); D.Leg. 1297
 * (acogimiento); a court's or a foreign authority's decision.
 */
export const GUARDIAN_GROUNDS = [
  'parental_authority',
  'guardianship',
  'curatorship',
  'support_and_safeguards',
  'foster_care',
  'court_order',
  'foreign_authority',
] as const;
export type GuardianGround = (typeof GUARDIAN_GROUNDS)[number];
export const GUARDIAN_GROUND_LABELS: Labels<GuardianGround> = {
  parental_authority: { es: 'Patria potestad', en: 'Parental authority' },
  guardianship: { es: 'Tutela', en: 'Guardianship' },
  curatorship: { es: 'Curatela', en: 'Curatorship' },
  support_and_safeguards: { es: 'Apoyos y salvaguardias', en: 'Support and safeguards' },
  foster_care: { es: 'Acogimiento familiar', en: 'Foster care' },
  court_order: { es: 'Resolución judicial', en: 'Court order' },
  foreign_authority: {
    es: 'Decisión de autoridad extranjera',
    en: 'Decision of a foreign authority',
  },
};

/** Parents hold theirs by law; every other ground is proven by a document. */
export const needsDocument = (ground: GuardianGround): boolean => ground !== 'parental_authority';

/** Full capacity comes at eighteen (Código Civil art. 42). */
export const ADULT_AT = 18;

export type GuardianNeed = 'minor' | 'lacking_capacity';

/** Whether somebody must act for the person on `today` (`YYYY-MM-DD`), and why; null: nobody must. */
export function guardianNeed(
  person: { birthDate: string | null; vulnerability: readonly string[] },
  today: string,
): GuardianNeed | null {
  if (isMinor(person.birthDate, today)) return 'minor';
  if (!person.birthDate && person.vulnerability.includes('child_or_adolescent')) return 'minor';
  return person.vulnerability.includes('lacking_legal_capacity') ? 'lacking_capacity' : null;
}

/** Born less than eighteen years before `today`; a date that is not known is no minor's. */
export function isMinor(birthDate: string | null, today: string): boolean {
  if (!birthDate) return false;
  const year = Number(birthDate.slice(0, 4)) + ADULT_AT;
  return today < `${String(year).padStart(4, '0')}${birthDate.slice(4)}`;
}

/** Whether a dated tie stands on `day`; both ends count. */
export const standsOn = (
  tie: { since: string | null; until: string | null },
  day: string,
): boolean => (tie.since === null || tie.since <= day) && (tie.until === null || tie.until >= day);
