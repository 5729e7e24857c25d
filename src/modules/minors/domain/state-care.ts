import type { Labels } from '../../../platform/i18n/bilingual';

export const PLACEMENTS = [
  'institution',
  'foster_family',
  'relative',
  'hospital',
  'detention_centre',
  'other',
] as const;
/** Where an authority put the child. */
export type Placement = (typeof PLACEMENTS)[number];
export const PLACEMENT_LABELS: Labels<Placement> = {
  institution: { es: 'Centro de acogida', en: 'Children’s institution' },
  foster_family: { es: 'Familia de acogida', en: 'Foster family' },
  relative: { es: 'Familiar', en: 'Relative' },
  hospital: { es: 'Hospital', en: 'Hospital' },
  detention_centre: { es: 'Centro de detención', en: 'Detention centre' },
  other: { es: 'Otro', en: 'Other' },
};

export const CARE_OUTCOMES = [
  'returned_to_family',
  'placed_with_relative',
  'guardianship_to_state',
  'adoption',
  'transferred_to_peru',
  'came_of_age',
  'other',
] as const;
/** How the care of the State ended. */
export type CareOutcome = (typeof CARE_OUTCOMES)[number];
export const CARE_OUTCOME_LABELS: Labels<CareOutcome> = {
  returned_to_family: { es: 'Volvió con su familia', en: 'Back with the family' },
  placed_with_relative: { es: 'Entregado a un familiar', en: 'Placed with a relative' },
  guardianship_to_state: { es: 'Tutela definitiva del Estado', en: 'Lasting care of the State' },
  adoption: { es: 'Adopción', en: 'Adoption' },
  transferred_to_peru: { es: 'Trasladado al Perú', en: 'Transferred to Peru' },
  came_of_age: { es: 'Cumplió la mayoría de edad', en: 'Came of age' },
  other: { es: 'Otro', en: 'Other' },
};

export const CARE_HEARING_OUTCOMES = ['held', 'postponed', 'cancelled'] as const;
/** What became of a hearing. */
export type CareHearingOutcome = (typeof CARE_HEARING_OUTCOMES)[number];
export const CARE_HEARING_OUTCOME_LABELS: Labels<CareHearingOutcome> = {
  held: { es: 'Se realizó', en: 'Held' },
  postponed: { es: 'Se postergó', en: 'Postponed' },
  cancelled: { es: 'Se canceló', en: 'Cancelled' },
};

export const CARE_STEPS = [
  'consular_notification',
  'request_to_be_heard',
  'position_of_the_post',
  'request_for_transfer',
] as const;
/**
 * What passes between the post and the authority: its notice of the proceedings (VCCR 37.b), that
 * the post asks to be heard, what it says, and that the matter go to Peru.
 */
export type CareStep = (typeof CARE_STEPS)[number];
export const CARE_STEP_LABELS: Labels<CareStep> = {
  consular_notification: { es: 'Notificación consular recibida', en: 'Consular notification' },
  request_to_be_heard: { es: 'Pedido de ser oído', en: 'Request to be heard' },
  position_of_the_post: { es: 'Posición del consulado', en: 'Position of the post' },
  request_for_transfer: { es: 'Pedido de traslado al Perú', en: 'Request for transfer to Peru' },
};
