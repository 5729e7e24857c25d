/** Vocabularies of the case file on which code branches. Source: the Ministry's taxonomy. */

export const TIERS = ['standard', 'restricted', 'sealed'] as const;
/** Who sees a case: its post; its circle and head; only its circle. */
export type Tier = (typeof TIERS)[number];

export const CASE_STATUSES = ['registered', 'active', 'on_hold', 'closed', 'dismissed'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const INTAKE_CHANNELS = [
  'person',
  'relative',
  'authority',
  'ngo',
  'host_notification',
  'other_post',
  'ode',
  'headquarters',
  'press',
  'other',
] as const;
/** How the post learned of the case. */
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

export const PERSON_ROLES = [
  'beneficiary',
  'requester',
  'relative',
  'emergency_contact',
  'alleged_aggressor',
  'lawyer',
  'interpreter',
  'witness',
  'dependant',
  'guardian',
  'official',
  'companion',
] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const OUTCOMES = [
  'resolved',
  'released',
  'repatriated',
  'deported',
  'referred_and_followed',
  'aid_granted',
  'orientation_given',
  'located_contact_authorised',
  'located_contact_refused',
  'not_located',
  'died',
  'withdrawn_by_person',
  'contact_lost',
  'outside_competence',
] as const;
/** What became of the case, asked on closing. */
export type Outcome = (typeof OUTCOMES)[number];

export const DISMISSAL_REASONS = ['duplicate', 'outside_competence', 'entered_by_mistake'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

export const PRIORITIES = ['normal', 'high', 'urgent'] as const;
/** How soon a case wants attention, beside its clocks. */
export type Priority = (typeof PRIORITIES)[number];

/** How a case may end for the file in which a person was cared for through something done to them. */
export const OUTCOMES_OF_CARE = [
  'resolved',
  'repatriated',
  'referred_and_followed',
  'aid_granted',
  'orientation_given',
  'died',
  'withdrawn_by_person',
  'contact_lost',
  'outside_competence',
] as const satisfies readonly Outcome[];
