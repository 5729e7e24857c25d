import type { Temporal } from '@js-temporal/polyfill';
import { durationOf, openDuty, type CommonDutyPlanner } from '../../obligations';

/** Where a request to enter a sealed case stands. */
export const BREAK_GLASS_STATES = ['requested', 'admitted', 'refused'] as const;
export type BreakGlassState = (typeof BREAK_GLASS_STATES)[number];

export const BREAK_GLASS_VERDICTS = ['justified', 'not_justified'] as const;
export type BreakGlassVerdict = (typeof BREAK_GLASS_VERDICTS)[number];

/** Hours for which somebody is let in at most (law of the house; the database holds the same). */
export const MOST_HOURS = 3;

const REFERENCE = /^S-?([0-9A-HJKMNP-TV-Z]{8})$/;

/** A reference as people say it, in its one spelling; null when it cannot be one. */
export function sealedReference(typed: string): string | null {
  const told = typed.toUpperCase().replace(/[\s·.]/g, '');
  const plain = told.replace(/O/g, '0').replace(/[IL]/g, '1');
  const [, characters] = REFERENCE.exec(plain) ?? [];
  return characters ? `S-${characters}` : null;
}

export interface BreakGlassFact {
  id: string;
  since: Temporal.Instant;
  reviewedAt: Temporal.Instant | null;
}

/** Whoever was let in is looked at afterwards, by an obligation like any other (default: 7 days). */
export const breakGlassPlanner: CommonDutyPlanner<readonly BreakGlassFact[]> = {
  name: 'break-glass',
  kinds: ['break_glass_review'],
  plan: (facts, policy, calendar, zone) =>
    facts.map(({ id, since, reviewedAt }) => {
      const rule = durationOf(policy, 'break_glass_review');
      const duty = openDuty('break_glass_review', id, since, rule, calendar, zone);
      return reviewedAt ? { ...duty, state: 'met' as const, metAt: reviewedAt, metBy: id } : duty;
    }),
};
