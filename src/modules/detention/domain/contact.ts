import type { Labels } from '../../../platform/i18n/bilingual';

export const CONTACT_KINDS = ['in_person', 'video', 'telephone', 'letter'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

export const CONTACT_KIND_LABELS: Labels<ContactKind> = {
  in_person: { es: 'En persona', en: 'In person' },
  video: { es: 'Videollamada', en: 'Video call' },
  telephone: { es: 'Teléfono', en: 'Telephone' },
  letter: { es: 'Carta', en: 'Letter' },
};

export const CONTACT_PARTIES = ['detainee', 'family', 'lawyer', 'authority', 'other'] as const;
export type ContactParty = (typeof CONTACT_PARTIES)[number];

export const CONTACT_PARTY_LABELS: Labels<ContactParty> = {
  detainee: { es: 'La persona detenida', en: 'The detainee' },
  family: { es: 'Familia', en: 'Family' },
  lawyer: { es: 'Abogado', en: 'Lawyer' },
  authority: { es: 'Autoridad', en: 'Authority' },
  other: { es: 'Otra persona', en: 'Someone else' },
};

export const CONTACT_OUTCOMES = [
  'done',
  'refused_by_person',
  'refused_by_authority',
  'person_moved',
  'released',
] as const;
export type ContactOutcome = (typeof CONTACT_OUTCOMES)[number];

export const CONTACT_OUTCOME_LABELS: Labels<ContactOutcome> = {
  done: { es: 'Realizado', en: 'Done' },
  refused_by_person: { es: 'La persona no quiso', en: 'Refused by the person' },
  refused_by_authority: { es: 'La autoridad lo impidió', en: 'Refused by the authority' },
  person_moved: { es: 'La persona fue trasladada', en: 'The person had been moved' },
  released: { es: 'La persona ya estaba en libertad', en: 'The person had been released' },
};

/** The parts of a contact on which duties depend. */
export interface ContactFact {
  id: string;
  kind: ContactKind;
  withWhom: ContactParty;
  outcome: ContactOutcome;
  /** What proves it: a register page, a receipt, a recording reference. */
  evidence: string | null;
}

/**
 * Whether the person and the post really met: with the detainee, done, and proven. A live contact
 * is proven by the officer's own signed record; a letter only by evidence that it was answered or
 * delivered (rules §3, *Only qualifying contacts meet a duty*).
 */
export const isDirect = (contact: ContactFact): boolean =>
  contact.withWhom === 'detainee' &&
  contact.outcome === 'done' &&
  (contact.kind !== 'letter' || contact.evidence !== null);

/** A recorded refusal by the person; meets the first contact (rules §3, *Clocks*). */
export const isRefusalByPerson = (contact: ContactFact): boolean =>
  contact.withWhom === 'detainee' && contact.outcome === 'refused_by_person';

/** The authority kept the officer from the person: no duty is met, a note verbale is due. */
export const isAccessDenied = (contact: ContactFact): boolean =>
  contact.withWhom === 'detainee' &&
  contact.kind === 'in_person' &&
  contact.outcome === 'refused_by_authority';
