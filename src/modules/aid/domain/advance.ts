import type { Temporal } from '@js-temporal/polyfill';
import type { AidState } from './aid';

/** Money handed over before the expense is known; days are days of the post. */
export interface AdvanceFact {
  paidOn: Temporal.PlainDate;
  /** The last day on which it is accounted for. */
  dueOn: Temporal.PlainDate;
}

export const ADVANCE_HOLDERS = ['officer', 'person'] as const;
/** Who holds the money of an advance: an officer of the post, or whoever the aid is for. */
export type AdvanceHolder = (typeof ADVANCE_HOLDERS)[number];

export const ADVANCE_BARS = ['holder', 'post'] as const;
/** Whose overdue rendition forbids to hand over another advance. */
export type AdvanceBar = (typeof ADVANCE_BARS)[number];

/** States in which an advance is out and waits for its rendition. */
export const UNACCOUNTED: readonly AidState[] = ['paid', 'paid_urgent', 'regularised'];

/** States in which headquarters may still let another advance be handed over. */
export const BEFORE_PAYMENT: readonly AidState[] = [
  'draft',
  'returned',
  'assessed',
  'endorsed',
  'reviewed',
  'committed',
];
