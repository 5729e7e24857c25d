import { DomainError } from '../../../platform/errors/domain-error';

export const PAPER_STATES = ['draft', 'issued', 'annulled', 'discarded'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Issued is for ever; a mistake is annulled with its reason, and a new paper takes its place. */
export const PAPER_TRANSITIONS = {
  draft: ['issued', 'discarded'],
  issued: ['annulled'],
  annulled: [],
  discarded: [],
} as const satisfies Record<PaperState, readonly PaperState[]>;

/** @throws DomainError 409 PAPER_STATE_FORBIDS with what the state still allows */
export function assertPaperMay(from: PaperState, to: PaperState): void {
  const allowed: readonly PaperState[] = PAPER_TRANSITIONS[from];
  if (!allowed.includes(to)) {
    throw new DomainError('PAPER_STATE_FORBIDS', { status: 409, allowed });
  }
}
