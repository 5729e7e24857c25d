import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import type { DEATH_DUTIES } from '../domain/plan-death';
import type { deathTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof deathTimelineKinds, Bilingual> = {
  'death.opened': { es: 'Fallecimiento comunicado', en: 'Death reported' },
  'death.updated': { es: 'Datos del fallecimiento actualizados', en: 'Facts of the death updated' },
  'kin.informed': { es: 'Familia avisada por una persona', en: 'Family told by a person' },
  'kin.unreachable': { es: 'No se puede avisar a la familia', en: 'The family cannot be told' },
  'remains_document.recorded': { es: 'Documento de los restos', en: 'Document of the remains' },
  'remains.decided': { es: 'Decisión sobre los restos', en: 'Decision about the remains' },
  'funeral_quote.recorded': { es: 'Cotización de funeraria', en: 'Quote of a funeral home' },
  'funeral_home.chosen': { es: 'Funeraria elegida', en: 'Funeral home chosen' },
  'remains_leg.recorded': { es: 'Tramo de transporte', en: 'Leg of the transport' },
  'remains_leg.cancelled': {
    es: 'Tramo de transporte anulado',
    en: 'Leg of the transport cancelled',
  },
  'transit_permit.recorded': { es: 'Permiso de tránsito', en: 'Transit permit' },
  'remains.received': { es: 'Recepción en el Perú', en: 'Reception in Peru' },
  'remains.rested': { es: 'Descanso de los restos', en: 'The remains at rest' },
  'death.registered': { es: 'Defunción inscrita', en: 'Death registered' },
  'death_inquiry.opened': { es: 'Investigación de la muerte', en: 'Investigation of the death' },
  'death_inquiry.followed': { es: 'Seguimiento de la investigación', en: 'Investigation followed' },
  'death_inquiry.concluded': { es: 'Investigación concluida', en: 'Investigation concluded' },
  'necropsy.recorded': { es: 'Necropsia', en: 'Necropsy' },
  'necropsy_result.recorded': { es: 'Resultado de la necropsia', en: 'Result of the necropsy' },
  'headquarters.reported': { es: 'Sede central informada', en: 'Headquarters informed' },
  'estate_effect.taken': { es: 'Efecto en custodia', en: 'Item taken into custody' },
  'estate_effect.handed_over': { es: 'Efecto entregado', en: 'Item handed over' },
};

const DUTIES: Record<(typeof DEATH_DUTIES)[number], Bilingual> = {
  kin_informed: { es: 'Avisar a la familia', en: 'Tell the family' },
  custody_headquarters_informed: {
    es: 'Informar a la sede central (muerte bajo custodia)',
    en: 'Inform headquarters (death in custody)',
  },
  remains_decision: { es: 'Decisión sobre los restos', en: 'Decision about the remains' },
  remains_documents: { es: 'Documentos de los restos', en: 'Documents of the remains' },
  remains_at_rest: { es: 'Llevar los restos a su descanso', en: 'Bring the remains to rest' },
  death_registration: { es: 'Inscribir la defunción', en: 'Register the death' },
  inquiry_follow_up: { es: 'Seguir la investigación', en: 'Follow the investigation' },
  estate_headquarters_informed: {
    es: 'Informar a la sede central (sin herederos)',
    en: 'Inform headquarters (no heirs)',
  },
  estate_hand_over: { es: 'Entregar los efectos', en: 'Hand over the effects' },
};

/** What is to be done, as the checklist of the case shows it. */
const CHECKLIST: Record<string, Bilingual> = {
  kin_informed: { es: 'Avisar a la familia', en: 'Tell the family' },
  custody_reported: { es: 'Informar a la sede central', en: 'Inform headquarters' },
  remains_identified: { es: 'Comprobar la identidad', en: 'Verify the identity' },
  remains_decided: {
    es: 'Registrar la decisión de la familia',
    en: 'Record the family’s decision',
  },
  remains_documented: { es: 'Reunir los documentos', en: 'Gather the documents' },
  remains_at_rest: { es: 'Llevar los restos a su descanso', en: 'Bring the remains to rest' },
  death_registered: { es: 'Inscribir la defunción', en: 'Register the death' },
  necropsy_recorded: { es: 'Registrar la necropsia', en: 'Record the necropsy' },
  inquiry_concluded: {
    es: 'Seguir la investigación hasta que concluya',
    en: 'Follow the investigation to its end',
  },
  heirs_asked: { es: 'Averiguar si hay herederos', en: 'Find out whether there are heirs' },
  estate_reported: {
    es: 'Informar a la sede central de la sucesión',
    en: 'Inform headquarters of the estate',
  },
  effects_handed_over: { es: 'Entregar los efectos', en: 'Hand over the effects' },
};

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
