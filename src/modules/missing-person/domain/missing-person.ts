import type { Labels } from '../../../platform/i18n/bilingual';

export const MISSING_CASE_TYPES = ['whereabouts', 'missing_in_transit', 'disappearance'] as const;
export type MissingCaseType = (typeof MISSING_CASE_TYPES)[number];
export const MISSING_CASE_TYPE_LABELS: Labels<MissingCaseType> = {
  whereabouts: { es: 'Paradero', en: 'Whereabouts' },
  missing_in_transit: { es: 'Desaparición en tránsito', en: 'Missing in transit' },
  disappearance: { es: 'Desaparición', en: 'Disappearance' },
};

export const REQUESTER_RELATIONS = [
  'spouse_or_partner',
  'parent',
  'child',
  'sibling',
  'other_relative',
  'legal_representative',
  'authority',
  'friend',
  'other',
] as const;
/** What whoever asks is to the person sought. */
export type RequesterRelation = (typeof REQUESTER_RELATIONS)[number];
export const REQUESTER_RELATION_LABELS: Labels<RequesterRelation> = {
  spouse_or_partner: { es: 'Cónyuge o pareja', en: 'Spouse or partner' },
  parent: { es: 'Madre o padre', en: 'Parent' },
  child: { es: 'Hija o hijo', en: 'Child' },
  sibling: { es: 'Hermana o hermano', en: 'Sibling' },
  other_relative: { es: 'Otro familiar', en: 'Other relative' },
  legal_representative: { es: 'Representante legal', en: 'Legal representative' },
  authority: { es: 'Autoridad', en: 'Authority' },
  friend: { es: 'Amistad', en: 'Friend' },
  other: { es: 'Otra persona', en: 'Other' },
};

export const INTEREST_DECISIONS = ['verified', 'refused'] as const;
/** What headquarters found of the interest of whoever asks. */
export type InterestDecision = (typeof INTEREST_DECISIONS)[number];
export const INTEREST_DECISION_LABELS: Labels<InterestDecision> = {
  verified: { es: 'Interés legítimo comprobado', en: 'Legitimate interest verified' },
  refused: { es: 'Interés legítimo no acreditado', en: 'Legitimate interest not shown' },
};

export const INQUIRY_KINDS = [
  'police',
  'hospital',
  'prison',
  'migration',
  'morgue',
  'other',
] as const;
/** Whom the service asks. */
export type InquiryKind = (typeof INQUIRY_KINDS)[number];
export const INQUIRY_KIND_LABELS: Labels<InquiryKind> = {
  police: { es: 'Policía', en: 'Police' },
  hospital: { es: 'Hospital', en: 'Hospital' },
  prison: { es: 'Centro penitenciario', en: 'Prison' },
  migration: { es: 'Migraciones', en: 'Migration authority' },
  morgue: { es: 'Morgue', en: 'Morgue' },
  other: { es: 'Otra', en: 'Other' },
};

export const SEARCH_RESULTS = ['found_alive', 'found_dead', 'found_detained', 'not_found'] as const;
export type SearchResult = (typeof SEARCH_RESULTS)[number];
export const SEARCH_RESULT_LABELS: Labels<SearchResult> = {
  found_alive: { es: 'Ubicada con vida', en: 'Found alive' },
  found_dead: { es: 'Ubicada fallecida', en: 'Found dead' },
  found_detained: { es: 'Ubicada detenida', en: 'Found detained' },
  not_found: { es: 'No ubicada', en: 'Not found' },
};
/** Somebody was found who can say whether they want to be. */
export const canSpeak = (result: SearchResult): boolean =>
  result === 'found_alive' || result === 'found_detained';
