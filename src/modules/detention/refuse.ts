import { DomainError } from '../../platform/errors/domain-error';
import type { Violation } from './domain/first-instants';

/** Throws VALIDATION_FAILED (422) that names every refused field; does nothing when there is none. */
export function refuse(violations: readonly Violation[]): void {
  if (violations.length > 0) {
    throw new DomainError('VALIDATION_FAILED', { status: 422, errors: [...violations] });
  }
}
