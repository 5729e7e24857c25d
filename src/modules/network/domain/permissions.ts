import type { PermissionTable } from '../../../platform/access/actor';

/** Working a case at a post: what officers and their heads have in common. */
const CASE_WORK = [
  'case.register',
  'case.read',
  'case.edit',
  'case.assign',
  'case.close',
  'visit.record',
  'round.plan',
  'contact.record',
  'person.read',
  'person.edit',
  'facility.edit',
  'obligation.acknowledge',
  'report.run',
  'consent.record',
  'disclosure.record',
  'circle.manage',
] as const;

/**
 * Who may do what, by role; the reach of each (own posts, region, world, circle) is row-level
 * security's. Whoever manages accounts sees no case, and the reverse. Source: the Ministry's
 * starting matrix (default).
 */
export const ROLE_PERMISSIONS = {
  officer: CASE_WORK,
  head_of_post: [...CASE_WORK, 'case.transfer', 'breach.accept', 'post.report'],
  local_staff: [
    'case.register',
    'case.read',
    'case.edit',
    'visit.record',
    'round.plan',
    'contact.record',
    'person.read',
    'person.edit',
    'consent.record',
  ],
  honorary_consul: ['case.read', 'visit.record', 'contact.record'],
  ode_officer: ['case.register', 'case.read', 'person.read', 'person.edit'],
  hq_analyst: [
    'case.register',
    'case.read',
    'case.edit',
    'case.assign',
    'case.transfer',
    'person.read',
    'person.edit',
    'facility.edit',
    'obligation.acknowledge',
    'breach.accept',
    'policy.read',
    'report.run',
    'world.read',
    'consent.record',
    'disclosure.record',
  ],
  protection_desk: [
    'case.register',
    'case.read',
    'case.edit',
    'case.assign',
    'case.close',
    'person.read',
    'person.edit',
    'obligation.acknowledge',
    'breach.accept',
    'policy.read',
    'report.run',
    'world.read',
    'consent.record',
    'disclosure.record',
    'circle.manage',
  ],
  hq_director: [
    'case.read',
    'person.read',
    'policy.read',
    'policy.edit',
    'catalogue.edit',
    'breach.accept',
    'report.run',
    'world.read',
    'figure.sign',
  ],
  guardian: [],
  finance_officer: [],
  finance_accountant: [],
  auditor: ['audit.read'],
  data_protection_officer: ['audit.read', 'report.aggregate'],
  administrator: ['account.manage', 'post.manage', 'job.retry', 'policy.read'],
} as const satisfies PermissionTable;

export type Permission = (typeof ROLE_PERMISSIONS)[keyof typeof ROLE_PERMISSIONS][number];
