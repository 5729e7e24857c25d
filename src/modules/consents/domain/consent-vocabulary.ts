/** Vocabularies of consents and disclosures on which code branches (Ley 29733, D.S. 016-2024-JUS). */

/** What data may be shared for: a consent names one, never "anything". */
export const PURPOSES = [
  'inform_family',
  'legal_defence',
  'medical_care',
  'shelter_or_protection',
  'social_support',
  'repatriation',
  'reception_in_peru',
  'document_procedure',
  'investigation',
  'search_for_person',
  'publication',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Who receives data outside the Ministry. */
export const RECIPIENT_KINDS = [
  'family',
  'peruvian_authority',
  'foreign_authority',
  'international_organisation',
  'ngo',
  'lawyer',
  'health_provider',
  'shelter',
  'press',
  'other',
] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

/** What is shared, by kind of data; the register of disclosures never holds the data themselves. */
export const DATA_CATEGORIES = [
  'identity',
  'contact',
  'location',
  'image',
  'migration_status',
  'legal_situation',
  'case_progress',
  'documents',
  'economic_situation',
  'family_life',
  'health',
  'sexual_life',
  'ethnic_origin',
  'biometric',
  'violence_suffered',
] as const;
export type DataCategory = (typeof DATA_CATEGORIES)[number];

/** Sensitive data need a written consent that names them (Ley 29733 arts. 2.5 and 13.6). */
export const SENSITIVE_CATEGORIES: readonly DataCategory[] = [
  'economic_situation',
  'family_life',
  'health',
  'sexual_life',
  'ethnic_origin',
  'biometric',
  'violence_suffered',
];

export const CONSENT_DECISIONS = ['granted', 'refused'] as const;
export type ConsentDecision = (typeof CONSENT_DECISIONS)[number];

/** `legal_support`: the support or curator of an adult without full capacity. */
export const CONSENT_GIVERS = ['person', 'parent_or_guardian', 'legal_support'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

export const CONSENT_FORMS = ['signed', 'verbal', 'recorded'] as const;
/** How the consent was given: on paper, by word of mouth, or recorded. */
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** What whoever writes a disclosure down may say that it rests on (Ley 29733 arts. 13 and 14). */
export const STATED_GROUNDS = [
  'consent',
  'public_function',
  'legal_obligation',
  'court_order',
  'vital_interest',
] as const;
export type StatedGround = (typeof STATED_GROUNDS)[number];

/**
 * What a disclosure rests on. `recorded_wish`: the person in custody asked that their family be told
 * (VCCR 36.1.b), or a located person authorised what whoever seeks them is told; only the act that reads
 * that wish may say so.
 */
export const DISCLOSURE_GROUNDS = [...STATED_GROUNDS, 'recorded_wish'] as const;
export type DisclosureGround = (typeof DISCLOSURE_GROUNDS)[number];

export const DISCLOSURE_CHANNELS = [
  'referral',
  'paper',
  'export',
  'email',
  'telephone',
  'in_person',
  'letter',
  'note_verbale',
  'other',
] as const;
export type DisclosureChannel = (typeof DISCLOSURE_CHANNELS)[number];

/** What protects data that leave for another country (Ley 29733 art. 15). */
export const SAFEGUARDS = [
  'adequate_protection',
  'treaty_or_judicial_cooperation',
  'contractual_clauses',
  'express_consent',
  'vital_interest',
  'none_known',
] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];
