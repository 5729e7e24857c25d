export const ITEM_KINDS = [
  'assigned',
  'second',
  'honorary',
  'circle',
  'transfer',
  'request',
  'hand_over',
  'subrogation',
] as const;
/** What an officer may hold: cases by each part in them, what waits for them, a head's powers. */
export type ItemKind = (typeof ITEM_KINDS)[number];

export const ITEM_STATES = ['waiting', 'moved', 'void', 'failed'] as const;
/** `void`: no longer the leaver's when its turn came. */
export type ItemState = (typeof ITEM_STATES)[number];

export const DEPARTURE_STATES = ['running', 'incomplete', 'done', 'failed'] as const;
/**
 * `incomplete`: something could not be moved and waits for another receiver. `failed`: the work gave
 * up, and goes on where it was once a person has it tried again.
 */
export type DepartureState = (typeof DEPARTURE_STATES)[number];
