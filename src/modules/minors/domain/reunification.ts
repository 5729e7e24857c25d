import type { Labels } from '../../../platform/i18n/bilingual';
import type { Temporal } from '@js-temporal/polyfill';
import { answersFor } from './guardianship';
import type { InterestCourse, InterestStage } from './interests';
import { mayTravel, type TravelFacts, type TravelGap } from './travel';

export const TRACING_SOURCES = [
  'the_child',
  'civil_registry',
  'consular_records',
  'migration_authority',
  'host_authority',
  'red_cross',
  'community',
  'social_networks',
  'other',
] as const;
/** Who was asked where the family is. */
export type TracingSource = (typeof TRACING_SOURCES)[number];
export const TRACING_SOURCE_LABELS: Labels<TracingSource> = {
  the_child: { es: 'La propia niña, niño o adolescente', en: 'The child' },
  civil_registry: { es: 'Registro civil (RENIEC)', en: 'Civil registry (RENIEC)' },
  consular_records: { es: 'Registros consulares', en: 'Consular records' },
  migration_authority: { es: 'Autoridad migratoria', en: 'Migration authority' },
  host_authority: { es: 'Autoridad local', en: 'Local authority' },
  red_cross: { es: 'Cruz Roja', en: 'Red Cross' },
  community: { es: 'Comunidad peruana', en: 'Peruvian community' },
  social_networks: { es: 'Redes sociales', en: 'Social networks' },
  other: { es: 'Otra fuente', en: 'Another source' },
};

export const TRACING_RESULTS = ['pending', 'found', 'not_found'] as const;
export type TracingResult = (typeof TRACING_RESULTS)[number];
export const TRACING_RESULT_LABELS: Labels<TracingResult> = {
  pending: { es: 'En espera', en: 'Waiting' },
  found: { es: 'Dio resultado', en: 'Found' },
  not_found: { es: 'Sin resultado', en: 'Not found' },
};

export const CHILD_RELATIONS = [
  'mother',
  'father',
  'sibling',
  'grandparent',
  'uncle_aunt',
  'other_relative',
] as const;
/** What the located person is to the child. */
export type ChildRelation = (typeof CHILD_RELATIONS)[number];
export const CHILD_RELATION_LABELS: Labels<ChildRelation> = {
  mother: { es: 'Madre', en: 'Mother' },
  father: { es: 'Padre', en: 'Father' },
  sibling: { es: 'Hermana o hermano', en: 'Sibling' },
  grandparent: { es: 'Abuela o abuelo', en: 'Grandparent' },
  uncle_aunt: { es: 'Tía o tío', en: 'Aunt or uncle' },
  other_relative: { es: 'Otro familiar', en: 'Another relative' },
};

export const RELATIONSHIP_STATES = ['claimed', 'verified', 'rejected'] as const;
export type RelationshipState = (typeof RELATIONSHIP_STATES)[number];
export const RELATIONSHIP_STATE_LABELS: Labels<RelationshipState> = {
  claimed: { es: 'Parentesco por verificar', en: 'Relationship to be verified' },
  verified: { es: 'Parentesco verificado', en: 'Relationship verified' },
  rejected: { es: 'No es familiar', en: 'No relative' },
};
export const RELATIONSHIP_TRANSITIONS = {
  claimed: ['verified', 'rejected'],
  verified: ['rejected'],
  rejected: [],
} as const satisfies Record<RelationshipState, readonly RelationshipState[]>;

export const SUITABILITIES = ['suitable', 'suitable_with_support', 'not_suitable'] as const;
/** Whether the family can receive the child. */
export type Suitability = (typeof SUITABILITIES)[number];
export const SUITABILITY_LABELS: Labels<Suitability> = {
  suitable: { es: 'Puede recibirlo', en: 'Can receive the child' },
  suitable_with_support: { es: 'Puede recibirlo con apoyo', en: 'Can, with support' },
  not_suitable: { es: 'No puede recibirlo', en: 'Cannot receive the child' },
};

export const REUNIFICATION_FINDINGS = ['safe', 'needs_help', 'not_reached'] as const;
/** How the child is some time after. */
export type ReunificationFinding = (typeof REUNIFICATION_FINDINGS)[number];
export const REUNIFICATION_FINDING_LABELS: Labels<ReunificationFinding> = {
  safe: { es: 'Está a salvo y bien cuidado', en: 'Safe and well cared for' },
  needs_help: { es: 'Necesita más ayuda', en: 'Needs more help' },
  not_reached: { es: 'No se logró contacto', en: 'Not reached' },
};

export interface AssessedInterests {
  id: string;
  stage: InterestStage;
  course: InterestCourse;
  occurredAt: Temporal.Instant;
}

export interface RelativeFact {
  id: string;
  personId: string;
  state: RelationshipState;
  /** What the newest assessment of this family found; null: none yet. */
  suitability: Suitability | null;
}

export interface ReunificationFacts extends TravelFacts {
  /** In order of time. */
  interests: readonly AssessedInterests[];
  relatives: readonly RelativeFact[];
}

export interface Reunion {
  relativeId: string;
  day: Temporal.PlainDate;
  /** ISO 3166-1 alpha-2: where the child is, and where they go. */
  from: string;
  to: string;
}

export const REUNION_GAPS = [
  'INTERESTS_SAY_OTHERWISE',
  'RELATIONSHIP_NOT_VERIFIED',
  'FAMILY_NOT_SUITABLE',
  'GUARDIANSHIP_NOT_VERIFIED',
] as const;
export type ReunionGap = (typeof REUNION_GAPS)[number] | TravelGap;

/** Courses that give the child to the family; a way to Peru is one when Peru is where it is. */
const TO_FAMILY: readonly InterestCourse[] = ['reunification', 'stay_with_family'];

/**
 * What is missing before the child is handed to a family (default; CRC arts. 3, 9 and 10, general
 * comment 6 paras. 81–83): the last full assessment says so, the relationship is verified and the
 * family assessed, whoever receives the child has a verified guardianship, and a border is crossed
 * with an authorisation.
 */
export function missingForReunion(facts: ReunificationFacts, reunion: Reunion): ReunionGap[] {
  const { relativeId, day, from, to } = reunion;
  const relative = facts.relatives.find(({ id }) => id === relativeId);
  const course = facts.interests.filter(({ stage }) => stage === 'full').at(-1)?.course;
  const agrees =
    course !== undefined &&
    (TO_FAMILY.includes(course) || (course === 'return_to_peru' && to === 'PE'));
  const missing: ReunionGap[] = [];
  if (!agrees) missing.push('INTERESTS_SAY_OTHERWISE');
  if (relative?.state !== 'verified') missing.push('RELATIONSHIP_NOT_VERIFIED');
  if (!relative?.suitability || relative.suitability === 'not_suitable') {
    missing.push('FAMILY_NOT_SUITABLE');
  }
  if (!relative || !answersFor(facts.guardianships, relative.personId, day)) {
    missing.push('GUARDIANSHIP_NOT_VERIFIED');
  }
  return from === to
    ? missing
    : [...missing, ...mayTravel(facts, { day, destination: to }).missing];
}
