import { QueryFailedError } from 'typeorm';
import { DomainError } from '../../../platform/errors/domain-error';

const REFUSALS: Readonly<Record<string, { code: string; status: number }>> = {
  staff_roles_not_twice: { code: 'ROLE_ALREADY_HELD', status: 409 },
  staff_roles_accounts_apart_from_cases: { code: 'ROLES_INCOMPATIBLE', status: 422 },
  subrogations_one_acting_head: { code: 'POST_ALREADY_SUBROGATED', status: 409 },
};

/** The database alone can refuse overlapping periods without a race; its refusal gets its reason. */
export async function withStaffRefusals<T>(write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    const constraint =
      error instanceof QueryFailedError
        ? (error.driverError as { constraint?: string }).constraint
        : undefined;
    const refusal = constraint === undefined ? undefined : REFUSALS[constraint];
    if (refusal) throw new DomainError(refusal.code, { status: refusal.status });
    throw error;
  }
}
