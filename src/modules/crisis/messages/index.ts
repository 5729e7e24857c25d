import { FARE_PAYER_LABELS } from '../../../platform/money/payers';
import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { CRISIS_DUTIES } from '../domain/plan-crisis';
import {
  CRISIS_TYPE_LABELS,
  INCIDENT_STATE_LABELS,
  LIST_FORMAT_LABELS,
  MANIFEST_KIND_LABELS,
  MANIFEST_STATE_LABELS,
  NEED_LABELS,
  NEED_STATE_LABELS,
  REPLY_LABELS,
  PERSON_STATE_LABELS,
  SEAT_STATE_LABELS,
  SOURCE_LABELS,
} from '../domain/vocabulary';
import type { crisisTimelineKinds } from '../timeline-kinds';
import { errorMessages } from './errors';

const VOCABULARIES: Record<string, Readonly<Record<string, Bilingual>>> = {
  type: CRISIS_TYPE_LABELS,
  incident_state: INCIDENT_STATE_LABELS,
  person_state: PERSON_STATE_LABELS,
  need: NEED_LABELS,
  need_state: NEED_STATE_LABELS,
  source: SOURCE_LABELS,
  list_format: LIST_FORMAT_LABELS,
  manifest_kind: MANIFEST_KIND_LABELS,
  manifest_state: MANIFEST_STATE_LABELS,
  payer: FARE_PAYER_LABELS,
  reply: REPLY_LABELS,
  seat_state: SEAT_STATE_LABELS,
};

const ENTRIES: Record<keyof typeof crisisTimelineKinds, Bilingual> = {
  'crisis.opened': { es: 'Caso abierto desde una emergencia', en: 'Case opened from an incident' },
};

const DUTIES: Record<(typeof CRISIS_DUTIES)[number], Bilingual> = {
  crisis_contact: { es: 'Contactar a la persona', en: 'Contact the person' },
};

const CHECKLIST: Record<string, Bilingual> = {
  crisis_contacted: { es: 'Saber cómo está la persona', en: 'Know how the person is' },
  crisis_needs_met: { es: 'Atender sus necesidades', en: 'Meet their needs' },
};

/** A message says nothing of what it is about until it is opened. */
const MAIL: Record<string, Bilingual> = {
  subject: { es: 'Un mensaje para usted', en: 'A message for you' },
  confirm: {
    es: 'Díganos cómo está. El enlace sirve una sola vez:\n{{link}}',
    en: 'Tell us how you are. The link works once:\n{{link}}',
  },
  footer: {
    es: 'No responda a este correo. Si necesita ayuda, llame al consulado.',
    en: 'Do not answer this mail. If you need help, call the consulate.',
  },
};

/** The texts of crises in both languages. */
export const crisisMessages = joined(
  ...Object.entries(VOCABULARIES).map(([vocabulary, words]) =>
    labelled(`crisis.${vocabulary}.`, words),
  ),
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
  labelled('crisis.mail.', MAIL),
  errorMessages,
);
