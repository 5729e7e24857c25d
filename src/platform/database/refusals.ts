import { DomainError } from '../errors/domain-error';

interface Refusal {
  code: string;
  /** Absent: 422. */
  status?: number;
}

const refusals = new Map<string, Refusal>();

/**
 * What a constraint means when it is the one to refuse: a rule that only the database can keep without
 * a race (overlapping periods, a balance below zero). A constraint has one meaning.
 */
export function refuseAs(constraints: Readonly<Record<string, Refusal>>): void {
  for (const [constraint, refusal] of Object.entries(constraints)) {
    refusals.set(constraint, refusal);
  }
}

/** The refusal behind an error of PostgreSQL, as whoever asked is told; any other error as it is. */
export function toldRefusal(error: unknown): unknown {
  const { constraint, driverError } = (error ?? {}) as {
    constraint?: string;
    driverError?: { constraint?: string };
  };
  const refusal = refusals.get(constraint ?? driverError?.constraint ?? '');
  return refusal
    ? new DomainError(refusal.code, refusal.status ? { status: refusal.status } : {})
    : error;
}
