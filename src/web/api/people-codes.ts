/** Codes of what ties a person to names, to others and to restraint. */
export const ALIAS_KINDS = [
  'known_as',
  'birth_name',
  'married_name',
  'nickname',
  'name_on_document',
  'chosen_name',
] as const;
export const ALIAS_WITHDRAWALS = ['entered_by_mistake', 'no_longer_used'] as const;
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
export const RELATION_SOURCES = [
  'the_person',
  'relative',
  'document',
  'authority',
  'officer',
] as const;
export const GUARDIAN_GROUNDS = [
  'parental_authority',
  'guardianship',
  'curatorship',
  'support_and_safeguards',
  'foster_care',
  'court_order',
  'foreign_authority',
] as const;
export const CONTACT_CHANNELS = [
  'telephone',
  'message',
  'email',
  'letter',
  'in_person',
  'video',
] as const;
export const RESTRICTION_GROUNDS = ['at_their_request', 'safety', 'court_order', 'other'] as const;
export const ATTEMPT_OUTCOMES = [
  'reached',
  'no_answer',
  'left_message',
  'wrong_details',
  'not_delivered',
  'refused',
] as const;
export const DETAIL_KINDS = ['phone', 'email', 'address', 'other'] as const;
export const DOCUMENT_WITHDRAWALS = [
  'entered_by_mistake',
  'replaced',
  'lost_or_stolen',
  'cancelled_by_issuer',
] as const;
export const CONTACT_WITHDRAWALS = [
  'entered_by_mistake',
  'no_longer_valid',
  'at_their_request',
] as const;
