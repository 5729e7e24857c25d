/** Words for a code, Spanish first. */
export interface Label {
  es: string;
  en: string;
}
type Labels<Code extends string | number> = Readonly<Record<Code, Label>>;

/** Sex as recorded, ISO/IEC 5218. */
export const SEXES = [0, 1, 2, 9] as const;
export type Sex = (typeof SEXES)[number];
export const SEX_LABELS: Labels<Sex> = {
  0: { es: 'No se sabe', en: 'Not known' },
  1: { es: 'Hombre', en: 'Male' },
  2: { es: 'Mujer', en: 'Female' },
  9: { es: 'No aplicable', en: 'Not applicable' },
};

export const DOCUMENT_KINDS = [
  'dni',
  'passport',
  'salvoconducto',
  'birth_certificate',
  'foreign_document',
  'consular_registration',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];
export const DOCUMENT_KIND_LABELS: Labels<DocumentKind> = {
  dni: { es: 'DNI', en: 'National identity document (DNI)' },
  passport: { es: 'Pasaporte', en: 'Passport' },
  salvoconducto: { es: 'Salvoconducto', en: 'Safe-conduct' },
  birth_certificate: { es: 'Partida de nacimiento', en: 'Birth certificate' },
  foreign_document: { es: 'Documento extranjero', en: 'Foreign document' },
  consular_registration: { es: 'Matrícula consular', en: 'Consular registration' },
};

/** Why a document no longer counts. */
export const DOCUMENT_WITHDRAWALS = [
  'entered_by_mistake',
  'replaced',
  'lost_or_stolen',
  'cancelled_by_issuer',
] as const;
export type DocumentWithdrawal = (typeof DOCUMENT_WITHDRAWALS)[number];
export const DOCUMENT_WITHDRAWAL_LABELS: Labels<DocumentWithdrawal> = {
  entered_by_mistake: { es: 'Registrado por error', en: 'Entered by mistake' },
  replaced: { es: 'Reemplazado', en: 'Replaced' },
  lost_or_stolen: { es: 'Perdido o robado', en: 'Lost or stolen' },
  cancelled_by_issuer: { es: 'Anulado por quien lo emitió', en: 'Cancelled by its issuer' },
};

export const CONTACT_KINDS = ['phone', 'email', 'address', 'other'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
export const CONTACT_KIND_LABELS: Labels<ContactKind> = {
  phone: { es: 'Teléfono', en: 'Telephone' },
  email: { es: 'Correo electrónico', en: 'E-mail' },
  address: { es: 'Dirección', en: 'Address' },
  other: { es: 'Otro', en: 'Other' },
};

/** Why a contact is no longer used. */
export const CONTACT_WITHDRAWALS = [
  'entered_by_mistake',
  'no_longer_valid',
  'at_their_request',
] as const;
export type ContactWithdrawal = (typeof CONTACT_WITHDRAWALS)[number];
export const CONTACT_WITHDRAWAL_LABELS: Labels<ContactWithdrawal> = {
  entered_by_mistake: { es: 'Registrado por error', en: 'Entered by mistake' },
  no_longer_valid: { es: 'Ya no sirve', en: 'No longer valid' },
  at_their_request: { es: 'A pedido de la persona', en: 'At their request' },
};
