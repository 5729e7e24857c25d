import { DomainError } from '../../../platform/errors/domain-error';
import type { CaseStatus } from './case-vocabulary';

/** Where each status may lead. `dismissed` is the end: whatever was dismissed is opened anew. */
export const CASE_TRANSITIONS = {
  registered: ['active', 'dismissed'],
  active: ['on_hold', 'closed'],
  on_hold: ['active', 'closed'],
  closed: ['active'],
  dismissed: [],
} as const satisfies Record<CaseStatus, readonly CaseStatus[]>;

/**
 * The new status, or 409 CASE_STATUS_FORBIDS with what the present one allows. `starts` narrows the
 * table for a step that means less than its target says (reopening is not activating).
 * @throws DomainError
 */
export function transition(
  from: CaseStatus,
  to: CaseStatus,
  starts: readonly CaseStatus[] = [from],
): CaseStatus {
  const allowed: readonly CaseStatus[] = CASE_TRANSITIONS[from];
  if (!allowed.includes(to) || !starts.includes(from)) {
    throw new DomainError('CASE_STATUS_FORBIDS', { status: 409, params: { from, to }, allowed });
  }
  return to;
}

export const isOpen = (status: CaseStatus): boolean =>
  status !== 'closed' && status !== 'dismissed';

/** An open case takes entries; a finished one must be reopened first. 409 CASE_IS_FINISHED. */
export function assertOpen(status: CaseStatus): void {
  if (!isOpen(status)) {
    throw new DomainError('CASE_IS_FINISHED', {
      status: 409,
      allowed: status === 'closed' ? ['active'] : [],
    });
  }
}
