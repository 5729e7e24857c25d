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

/** Where a role is held. */
const PLACES = {
  officer: 'post',
  head_of_post: 'post',
  local_staff: 'post',
  honorary_consul: 'post',
  ode_officer: 'post',
  hq_analyst: 'headquarters',
  protection_desk: 'headquarters',
  guardian: 'headquarters',
  hq_director: 'headquarters',
  finance_officer: 'headquarters',
  finance_accountant: 'headquarters',
  auditor: 'headquarters',
  administrator: 'headquarters',
  data_protection_officer: 'headquarters',
} as const satisfies Record<StaffRole, 'post' | 'headquarters'>;

export const isHeldAtPost = (role: StaffRole): boolean => PLACES[role] === 'post';

/**
 * Whoever manages accounts sees no case; whoever sees cases manages no accounts (conventions).
 * Of the roles, these manage accounts and those work on cases; the others do neither.
 */
const DUTIES = {
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
} as const satisfies Record<StaffRole, 'cases' | 'accounts' | null>;

/** Whether one account may not hold both at the same time. */
export function areIncompatible(a: StaffRole, b: StaffRole): boolean {
  return DUTIES[a] !== null && DUTIES[b] !== null && DUTIES[a] !== DUTIES[b];
}

export const ROLES_OF_CASES = STAFF_ROLES.filter((role) => DUTIES[role] === 'cases');
export const ROLES_OF_ACCOUNTS = STAFF_ROLES.filter((role) => DUTIES[role] === 'accounts');
