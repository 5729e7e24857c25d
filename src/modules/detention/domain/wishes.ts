import { Temporal } from '@js-temporal/polyfill';
import type { WishFact } from './detention-facts';
import type { Wish, WishSubject } from './notice';
import { byTime } from './stage-history';

/** The newest record of what the person wants; null when never asked. */
export const currentWish = (wishes: readonly WishFact[], subject: WishSubject): WishFact | null =>
  byTime(wishes.filter((w) => w.subject === subject)).at(-1) ?? null;

/** What the person wanted at `instant`. */
export const wishAt = (
  wishes: readonly WishFact[],
  subject: WishSubject,
  instant: Temporal.Instant,
): Wish =>
  currentWish(
    wishes.filter((w) => Temporal.Instant.compare(w.occurredAt, instant) <= 0),
    subject,
  )?.wish ?? 'not_asked';
