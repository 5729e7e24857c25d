import { joined, labelled, type Bilingual } from '../../../platform/i18n/bilingual';
import { CONDITION_LABELS } from '../domain/eligibility';
import type { repatriationTimelineKinds } from '../timeline-kinds';

/** How each kind of entry reads on the timeline; total by type. */
const ENTRIES: Record<keyof typeof repatriationTimelineKinds, Bilingual> = {
  'repatriation.opened': { es: 'Repatriación solicitada', en: 'Repatriation requested' },
  'repatriation.conditions_told': { es: 'Condiciones del retorno', en: 'Conditions of the return' },
  'repatriation.given_up': { es: 'No habrá retorno', en: 'There will be no return' },
  'repatriation_step.changed': { es: 'Paso del plan', en: 'Step of the plan' },
  'repatriation_step.moved': { es: 'Paso aplazado', en: 'Step moved' },
  'repatriation_step.assigned': { es: 'Paso encargado', en: 'Step assigned' },
  'undertaking.recorded': { es: 'Compromiso de reembolso', en: 'Undertaking to repay' },
  'consultation.asked': { es: 'Consulta previa a la sede', en: 'Prior consultation' },
  'consultation.answered': { es: 'Respuesta de la sede', en: 'Answer of headquarters' },
  'return.reported': { es: 'Retorno sin costo informado', en: 'Return at no cost reported' },
  'journey_paper.recorded': { es: 'Documento para el viaje', en: 'Paper for the journey' },
  'itinerary_segment.recorded': { es: 'Tramo del viaje', en: 'Leg of the journey' },
  'itinerary_segment.cancelled': { es: 'Tramo anulado', en: 'Leg cancelled' },
  'return_reception.recorded': { es: 'Recepción en el Perú', en: 'Reception in Peru' },
  'return.handed_over': { es: 'Entrega a una institución', en: 'Hand-over to an institution' },
  'return.boarded': { es: 'Embarque', en: 'Boarding' },
  'return.arrived': { es: 'Llegada al Perú', en: 'Arrival in Peru' },
  'benefits.told': { es: 'Información de la Ley 30001', en: 'Benefits of Ley 30001 told' },
  'repatriation.followed_up': { es: 'Seguimiento del retorno', en: 'Follow-up of the return' },
  'repatriation_debt.settled': { es: 'Reembolso del costo', en: 'Repayment of the cost' },
};

/** The duties of the family alone; first contact and the follow-up of a return have their words. */
const DUTIES: Record<string, Bilingual> = {
  repatriation_step: { es: 'Avanzar el paso de la repatriación', en: 'Take the repatriation step' },
  consultation_answer: {
    es: 'Responder la consulta previa',
    en: 'Answer the prior consultation',
  },
  travel_document: { es: 'Tener el documento de viaje', en: 'Have the travel document' },
  arrival_confirmation: { es: 'Confirmar la llegada', en: 'Confirm the arrival' },
};

const CHECKLIST: Record<string, Bilingual> = Object.fromEntries(
  Object.entries(CONDITION_LABELS).map(([code, words]) => [`condition_${code}`, words]),
);

export const timelineMessages = joined(
  labelled('timeline.', ENTRIES),
  labelled('duties.', DUTIES),
  labelled('checklist.', CHECKLIST),
  labelled('validation.', CHECKLIST),
);
