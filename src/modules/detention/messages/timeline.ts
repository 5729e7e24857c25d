import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { detentionTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof detentionTimelineKinds, Bilingual> = {
  'detention.logged': { es: 'Detención registrada', en: 'Detention logged' },
  'detention.edited': { es: 'Datos de la detención corregidos', en: 'Detention data corrected' },
  'sentence.recorded': { es: 'Sentencia registrada', en: 'Sentence recorded' },
  'stage.changed': { es: 'Cambio de etapa', en: 'Stage changed' },
  'person.released': { es: 'Fin de la detención', en: 'End of the detention' },
  'visit.recorded': { es: 'Visita consular', en: 'Consular visit' },
  'contact.recorded': { es: 'Contacto', en: 'Contact' },
  'message.delivered': { es: 'Mensaje entregado', en: 'Message delivered' },
  'message.received': { es: 'Mensaje recibido', en: 'Message received' },
  'assistance.given': { es: 'Asistencia', en: 'Assistance' },
  'wish.recorded': { es: 'Voluntad de la persona', en: 'The person’s wish' },
  'family.notified': { es: 'Familia avisada', en: 'Family told' },
  'facility.changed': { es: 'Traslado de centro', en: 'Moved to another facility' },
  'hearing.scheduled': { es: 'Audiencia programada', en: 'Hearing scheduled' },
  'hearing.noted': { es: 'Nota de audiencia', en: 'Hearing noted' },
  'note_verbale.sent': { es: 'Nota verbal enviada', en: 'Note verbale sent' },
  'note_verbale.replied': { es: 'Respuesta a nota verbal', en: 'Reply to a note verbale' },
  'note_verbale.explained': {
    es: 'Nota verbal sin respuesta, explicada',
    en: 'Note verbale without reply, explained',
  },
  'representative.added': { es: 'Defensa o intérprete', en: 'Lawyer or interpreter' },
  'representative.ended': { es: 'Fin de la representación', en: 'End of representation' },
  'benefit.recorded': { es: 'Beneficio penitenciario', en: 'Prison benefit' },
  'benefit.changed': { es: 'Beneficio penitenciario actualizado', en: 'Prison benefit updated' },
  'expulsion.notified': { es: 'Expulsión notificada', en: 'Expulsion notified' },
  'expulsion.reviewed': { es: 'Expulsión revisada', en: 'Expulsion reviewed' },
  'mistreatment.alleged': { es: 'Denuncia de maltrato', en: 'Mistreatment alleged' },
  'mistreatment.acknowledged': {
    es: 'Denuncia de maltrato conocida',
    en: 'Allegation of mistreatment noted',
  },
  'mistreatment.assessed': { es: 'Maltrato evaluado', en: 'Mistreatment assessed' },
};

/** What is to be done, as the checklist of the case shows it. */
const CHECKLIST: Record<string, Bilingual> = {
  first_contact: { es: 'Hacer el primer contacto', en: 'Make the first contact' },
  visit_wish: { es: 'Preguntar si desea visitas', en: 'Ask whether visits are wished' },
  family_wish: {
    es: 'Preguntar si desea que se avise a su familia',
    en: 'Ask whether the family should be told',
  },
  family_notified: { es: 'Avisar a la familia', en: 'Tell the family' },
  first_visit: { es: 'Hacer la primera visita', en: 'Make the first visit' },
  identity_verified: { es: 'Verificar la identidad', en: 'Verify the identity' },
  facility_known: { es: 'Conocer el centro de detención', en: 'Know the place of detention' },
  charges_known: { es: 'Conocer los cargos', en: 'Know the charges' },
  lawyer: { es: 'Asegurar defensa', en: 'Secure a lawyer' },
  expulsions_reviewed: { es: 'Revisar la expulsión', en: 'Review the expulsion' },
  notes_verbales_answered: {
    es: 'Registrar la respuesta a las notas verbales, o explicar su falta',
    en: 'Record the replies to notes verbales, or explain their absence',
  },
  mistreatment_assessed: {
    es: 'Evaluar las denuncias de maltrato',
    en: 'Assess the allegations of mistreatment',
  },
  closing_stage: {
    es: 'Registrar cómo terminó la detención',
    en: 'Record how the detention ended',
  },
};

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
