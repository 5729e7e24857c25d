import type { Temporal } from '@js-temporal/polyfill';
import { DomainError } from '../../../platform/errors/domain-error';
import { durationOf, openDuty, type CommonDutyPlanner } from '../../obligations';

export const REFERRAL_STATES = ['sent', 'answered', 'withdrawn'] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const REFERRAL_OUTCOMES = [
  'accepted',
  'attended',
  'declined',
  'referred_on',
  'no_answer',
] as const;
export type ReferralOutcome = (typeof REFERRAL_OUTCOMES)[number];

/** Nobody waits longer for an institution: the file would fall silent meanwhile (default). */
export const LONGEST_WAIT_DAYS = 90;

/** 422 CATEGORY_NOT_FOR_INSTITUTION: an institution receives only what its entry in the list says. */
export function assertMayReceive(asked: readonly string[], allowed: readonly string[]): void {
  const errors = asked.flatMap((category, i) =>
    allowed.includes(category)
      ? []
      : [{ path: `categories.${i}`, code: 'CATEGORY_NOT_FOR_INSTITUTION' }],
  );
  if (errors.length > 0) {
    throw new DomainError('CATEGORY_NOT_FOR_INSTITUTION', { errors, allowed });
  }
}

/** 409 REFERRAL_IS_ENDED. */
export function assertSent(state: ReferralState): void {
  if (state !== 'sent') {
    throw new DomainError('REFERRAL_IS_ENDED', { status: 409, params: { state }, allowed: [] });
  }
}

export interface ReferralFact {
  id: string;
  expiresAt: Temporal.Instant;
  endedAt: Temporal.Instant | null;
  state: ReferralState;
}

/** Without an answer by its expiry, a referral is followed up; the clock starts there. */
export const referralPlanner: CommonDutyPlanner<readonly ReferralFact[]> = {
  name: 'referrals',
  kinds: ['referral_follow_up'],
  plan: (referrals, policy, calendar, zone) =>
    referrals.map(({ id, expiresAt, endedAt: metAt, state }) => {
      const rule = durationOf(policy, 'referral_follow_up');
      const duty = openDuty('referral_follow_up', id, expiresAt, rule, calendar, zone);
      if (!metAt) return duty;
      return state === 'withdrawn'
        ? { ...duty, state: 'cancelled' as const, metAt, why: 'referral_withdrawn' }
        : { ...duty, state: 'met' as const, metAt, metBy: id };
    }),
};
