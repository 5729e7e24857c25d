/** Vocabularies of documents on which code branches. Source: default. */

export const DOCUMENT_KINDS = [
  'identity',
  'court',
  'medical',
  'receipt',
  'photo',
  'correspondence',
  'other',
] as const;
/** What a document is about. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_TIERS = ['standard', 'restricted'] as const;
/** A restricted document goes where the restricted parts of its case go. */
export type DocumentTier = (typeof DOCUMENT_TIERS)[number];

export const DOCUMENT_ORIGINS = ['uploaded', 'generated'] as const;
export type DocumentOrigin = (typeof DOCUMENT_ORIGINS)[number];

export const WITHDRAWAL_REASONS = [
  'wrong_file',
  'duplicate',
  'illegible',
  'entered_by_mistake',
] as const;
/** Why a document no longer counts. It stays, as everything does. */
export type WithdrawalReason = (typeof WITHDRAWAL_REASONS)[number];
