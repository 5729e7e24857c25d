import type { Temporal } from '@js-temporal/polyfill';
import { DomainError } from '../../../platform/errors/domain-error';
import type { PostKind } from '../../network';
import { openDuty, durationOf, type CommonDutyPlanner } from '../../obligations';

export const TRANSFER_STATES = ['pending', 'accepted', 'rejected', 'revoked'] as const;
/** Not a status of the case: until it is accepted, the clocks stay with the sender. */
export type TransferState = (typeof TRANSFER_STATES)[number];

/** Posts of career officers, who alone work cases (RC art. 55 excludes honorary ones). */
const RECEIVES: readonly PostKind[] = [
  'consulate_general',
  'consulate',
  'consular_section',
  'consular_agency',
];

export interface Destination {
  id: string;
  kind: PostKind;
  state: 'open' | 'closed';
  /** Whether somebody holds the head's powers there now. */
  hasHead: boolean;
  /** Code of the career post that supervises it, when there is one. */
  supervisor: string | null;
}

/**
 * Refuses a destination that could not work the case, saying what to do instead: 422
 * TRANSFER_TO_SAME_POST, TRANSFER_TO_CLOSED_POST, TRANSFER_TO_HONORARY, TRANSFER_TO_NO_CAREER_POST,
 * TRANSFER_WITHOUT_HEAD.
 */
export function assertReceives(fromPostId: string, to: Destination): void {
  const refuse = (code: string, params: Record<string, string> = {}): never => {
    throw new DomainError(code, { params, errors: [{ path: 'toPostId', code }] });
  };
  if (to.id === fromPostId) refuse('TRANSFER_TO_SAME_POST');
  if (to.state !== 'open') refuse('TRANSFER_TO_CLOSED_POST');
  if (to.kind === 'honorary_consulate') {
    refuse('TRANSFER_TO_HONORARY', { supervisor: to.supervisor ?? 'LIM' });
  }
  if (!RECEIVES.includes(to.kind)) refuse('TRANSFER_TO_NO_CAREER_POST');
  if (!to.hasHead) refuse('TRANSFER_WITHOUT_HEAD', { supervisor: to.supervisor ?? 'LIM' });
}

/** 409 TRANSFER_ALREADY_DECIDED, with the state it is in. */
export function assertPending(state: TransferState): void {
  if (state !== 'pending') {
    throw new DomainError('TRANSFER_ALREADY_DECIDED', {
      status: 409,
      params: { state },
      allowed: [],
    });
  }
}

export interface TransferFact {
  id: string;
  requestedAt: Temporal.Instant;
  decidedAt: Temporal.Instant | null;
}

/** The sender follows what it has sent: a transfer nobody decides leaves a person between two posts. */
export const transferPlanner: CommonDutyPlanner<readonly TransferFact[]> = {
  name: 'transfers',
  kinds: ['transfer_decision'],
  plan: (transfers, policy, calendar, zone) =>
    transfers.map(({ id, requestedAt, decidedAt }) => {
      const rule = durationOf(policy, 'transfer_decision');
      const duty = openDuty('transfer_decision', id, requestedAt, rule, calendar, zone);
      return decidedAt ? { ...duty, state: 'met' as const, metAt: decidedAt, metBy: id } : duty;
    }),
};
