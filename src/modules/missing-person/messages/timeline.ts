import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { MISSING_DUTIES } from '../domain/plan-missing';
import type { missingTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof missingTimelineKinds, Bilingual> = {
  'missing_person.opened': { es: 'Búsqueda solicitada', en: 'Search asked for' },
  'interest.decided': { es: 'Interés legítimo', en: 'Legitimate interest' },
  'search_inquiry.sent': { es: 'Consulta a una autoridad', en: 'Inquiry to an authority' },
  'search_inquiry.answered': { es: 'Respuesta de la autoridad', en: 'Answer of the authority' },
  'sighting.recorded': { es: 'Avistamiento', en: 'Sighting' },
  'search.concluded': { es: 'Resultado de la búsqueda', en: 'Result of the search' },
  'located_will.recorded': {
    es: 'Voluntad de la persona ubicada',
    en: 'Will of the located person',
  },
  'disclosure_order.recorded': { es: 'Orden judicial', en: 'Court order' },
  'requester.answered': { es: 'Respuesta a quien solicita', en: 'Answer to the requester' },
};

const DUTIES: Record<(typeof MISSING_DUTIES)[number], Bilingual> = {
  interest_verification: {
    es: 'Comprobar el interés legítimo (sede central)',
    en: 'Verify the legitimate interest (headquarters)',
  },
  search_begun: { es: 'Empezar la búsqueda', en: 'Begin the search' },
  search_inquiry_reply: { es: 'Respuesta a la consulta', en: 'Reply to the inquiry' },
  located_person_will: { es: 'Preguntar a la persona ubicada', en: 'Ask the located person' },
  requester_answer: { es: 'Responder a quien solicita', en: 'Answer the requester' },
};

/** What is to be done, as the checklist of the case shows it. */
const CHECKLIST: Record<string, Bilingual> = {
  interest_decided: {
    es: 'La sede central comprueba el interés legítimo',
    en: 'Headquarters verifies the legitimate interest',
  },
  search_begun: { es: 'Consultar a las autoridades', en: 'Ask the authorities' },
  search_concluded: { es: 'Registrar el resultado', en: 'Record the result' },
  located_person_asked: {
    es: 'Preguntar a la persona ubicada qué autoriza',
    en: 'Ask the located person what they authorise',
  },
  death_case_opened: { es: 'Abrir el caso de fallecimiento', en: 'Open the case of the death' },
  detention_linked: { es: 'Enlazar la detención', en: 'Link the detention' },
  requester_answered: { es: 'Responder a quien solicita', en: 'Answer the requester' },
};

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
