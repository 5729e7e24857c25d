import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { MINOR_DUTIES } from '../domain/plan-minor';
import type { minorTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof minorTimelineKinds, Bilingual> = {
  'minor_case.opened': { es: 'Situación al abrir el caso', en: 'Situation at the opening' },
  'child_situation.recorded': { es: 'Con quién está', en: 'With whom the child is' },
  'interests.assessed': { es: 'Interés superior evaluado', en: 'Best interests assessed' },
  'guardianship.claimed': { es: 'Responsable declarado', en: 'Guardian claimed' },
  'guardianship.decided': { es: 'Responsable: decisión', en: 'Guardian: decision' },
  'guardianship.revoked': { es: 'Responsable revocado', en: 'Guardian revoked' },
  'travel_authorisation.recorded': { es: 'Autorización de viaje', en: 'Travel authorisation' },
  'travel_authorisation.revoked': {
    es: 'Autorización de viaje sin efecto',
    en: 'Travel authorisation taken back',
  },
  'state_care.recorded': { es: 'Tutela estatal', en: 'State care' },
  'state_care.ended': { es: 'Fin de la tutela estatal', en: 'End of State care' },
  'care_hearing.scheduled': { es: 'Audiencia señalada', en: 'Hearing scheduled' },
  'care_hearing.noted': { es: 'Nota de la audiencia', en: 'Note of the hearing' },
  'care_step.recorded': { es: 'Gestión ante la autoridad', en: 'Step with the authority' },
  'abduction.recorded': { es: 'Sustracción registrada', en: 'Abduction recorded' },
  'abduction_step.recorded': { es: 'Sustracción: paso', en: 'Abduction: step' },
  'tracing.asked': { es: 'Búsqueda de la familia', en: 'Family tracing' },
  'tracing.answered': { es: 'Respuesta a la búsqueda', en: 'Answer to the tracing' },
  'relative.located': { es: 'Familiar ubicado', en: 'Relative located' },
  'relationship.decided': { es: 'Parentesco: decisión', en: 'Relationship: decision' },
  'family.assessed': { es: 'Familia receptora evaluada', en: 'Receiving family assessed' },
  'reunification.recorded': { es: 'Reunificación o retorno', en: 'Reunification or return' },
  'reunification.followed_up': {
    es: 'Seguimiento de la reunificación',
    en: 'Follow-up of the reunification',
  },
  'coming_of_age.recorded': { es: 'Mayoría de edad', en: 'Coming of age' },
};

type Elsewhere = 'first_contact' | 'proceedings_follow_up' | 'note_verbale_reply';

const again = (es: string, en: string): Bilingual => ({
  es: `Volver a evaluar el interés superior (${es})`,
  en: `Assess the best interests again (${en})`,
});

/** Duties that the family alone plans; the others are every family's. */
const DUTIES: Record<Exclude<(typeof MINOR_DUTIES)[number], Elsewhere>, Bilingual> = {
  interests_preliminary: {
    es: 'Evaluación preliminar del interés superior',
    en: 'Preliminary assessment of the best interests',
  },
  interests_full: {
    es: 'Evaluación completa del interés superior',
    en: 'Full assessment of the best interests',
  },
  interests_review_stay_with_family: again('permanece con su familia', 'stays with the family'),
  interests_review_reunification: again('reunificación', 'reunification'),
  interests_review_alternative_care: again('cuidado alternativo', 'alternative care'),
  interests_review_return_to_peru: again('retorno al Perú', 'return to Peru'),
  interests_review_other: again('otra medida', 'another course'),
  guardianship_verification: {
    es: 'Verificar a quien dice responder por el menor',
    en: 'Verify who says they answer for the child',
  },
  guardianship_renewal: {
    es: 'Renovar el documento del responsable',
    en: 'Renew the guardian’s document',
  },
  care_contact: {
    es: 'Contacto con el menor bajo tutela estatal',
    en: 'Contact with the child in State care',
  },
  hague_decision: {
    es: 'Decisión sobre la restitución (seis semanas)',
    en: 'Decision on the return (six weeks)',
  },
  hague_one_year: {
    es: 'Iniciar el procedimiento antes del año',
    en: 'Begin proceedings before the year ends',
  },
  abduction_demarche: {
    es: 'Gestión diplomática por la sustracción',
    en: 'Diplomatic démarche on the abduction',
  },
  reunification_follow_up: {
    es: 'Seguimiento tras la reunificación o el retorno',
    en: 'Follow-up after the reunification or return',
  },
  coming_of_age: {
    es: 'Mayoría de edad: entregar o concluir el caso',
    en: 'Coming of age: hand over or close the case',
  },
};

/** What is to be done, as the checklist of the case shows it. */
const CHECKLIST: Record<string, Bilingual> = {
  interests_looked_at: {
    es: 'Evaluar de modo preliminar su interés superior',
    en: 'Look at the best interests first',
  },
  interests_assessed: {
    es: 'Evaluar por completo su interés superior',
    en: 'Assess the best interests in full',
  },
  guardian_verified: { es: 'Verificar quién responde por el menor', en: 'Verify a guardian' },
  tracing_begun: { es: 'Buscar a su familia', en: 'Trace the family' },
  state_care_recorded: { es: 'Registrar la tutela estatal', en: 'Record the State care' },
  asked_to_be_heard: { es: 'Pedir ser oído por la autoridad', en: 'Ask to be heard' },
  state_care_ended: {
    es: 'Registrar cómo terminó la tutela estatal',
    en: 'Record how the State care ended',
  },
  abduction_recorded: { es: 'Registrar la sustracción', en: 'Record the abduction' },
  abduction_decided: {
    es: 'Registrar la decisión sobre la sustracción',
    en: 'Record the decision on the abduction',
  },
  travel_authorised: { es: 'Reunir la autorización de viaje', en: 'Get the travel authorised' },
  reunification_followed_up: {
    es: 'Hacer el seguimiento de la reunificación',
    en: 'Follow up the reunification',
  },
  of_age_handed_over: {
    es: 'Registrar qué sigue tras la mayoría de edad',
    en: 'Record what follows the coming of age',
  },
};

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
