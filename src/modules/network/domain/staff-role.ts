import type { PostKind } from './post-kind';

/** Roles of staff; each is held at a post, or at headquarters, between two dates. */
export const STAFF_ROLES = [
  'officer',
  'head_of_post',
  'local_staff',
  'honorary_consul',
  'ode_officer',
  'hq_analyst',
  'protection_desk',
  'guardian',
  'hq_director',
  'finance_officer',
  'finance_accountant',
  'auditor',
  'administrator',
  'data_protection_officer',
] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_ROLE_LABELS = {
  officer: 'staffRole.officer',
  head_of_post: 'staffRole.head_of_post',
  local_staff: 'staffRole.local_staff',
  honorary_consul: 'staffRole.honorary_consul',
  ode_officer: 'staffRole.ode_officer',
  hq_analyst: 'staffRole.hq_analyst',
  protection_desk: 'staffRole.protection_desk',
  guardian: 'staffRole.guardian',
  hq_director: 'staffRole.hq_director',
  finance_officer: 'staffRole.finance_officer',
  finance_accountant: 'staffRole.finance_accountant',
  auditor: 'staffRole.auditor',
  administrator: 'staffRole.administrator',
  data_protection_officer: 'staffRole.data_protection_officer',
} as const satisfies Record<StaffRole, string>;

const CAREER = ['consulate_general', 'consulate', 'consular_section', 'consular_agency'] as const;

/** Where a role is held: at posts of these kinds, or at headquarters (for the world or a region). */
const PLACES: Readonly<Record<StaffRole, readonly PostKind[] | 'headquarters'>> = {
  officer: CAREER,
  head_of_post: CAREER,
  local_staff: CAREER,
  honorary_consul: ['honorary_consulate'],
  ode_officer: ['decentralised_office'],
  hq_analyst: 'headquarters',
  protection_desk: 'headquarters',
  guardian: 'headquarters',
  hq_director: 'headquarters',
  finance_officer: 'headquarters',
  finance_accountant: 'headquarters',
  auditor: 'headquarters',
  administrator: 'headquarters',
  data_protection_officer: 'headquarters',
};

/** @param kind of the post; null for headquarters */
export function isHeldAt(role: StaffRole, kind: PostKind | null): boolean {
  const places = PLACES[role];
  return places === 'headquarters' ? kind === null : kind !== null && places.includes(kind);
}

/**
 * Whoever manages accounts sees no case; whoever sees cases manages no accounts (conventions).
 * Of the roles, one manages accounts and these work on cases; the others do neither.
 */
const DUTIES: Readonly<Record<StaffRole, 'cases' | 'accounts' | null>> = {
  officer: 'cases',
  head_of_post: 'cases',
  local_staff: 'cases',
  honorary_consul: 'cases',
  ode_officer: 'cases',
  hq_analyst: 'cases',
  protection_desk: 'cases',
  guardian: null,
  hq_director: 'cases',
  finance_officer: null,
  finance_accountant: null,
  auditor: null,
  administrator: 'accounts',
  data_protection_officer: null,
};

/** The roles that one account may not hold beside `role`. */
export function incompatibleWith(role: StaffRole): StaffRole[] {
  const duty = DUTIES[role];
  return duty ? STAFF_ROLES.filter((other) => DUTIES[other] && DUTIES[other] !== duty) : [];
}
