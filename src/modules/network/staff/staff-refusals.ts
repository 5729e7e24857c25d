import { refuseAs } from '../../../platform/database/refusals';

/** The database alone can refuse overlapping periods without a race. */
refuseAs({
  staff_roles_not_twice: { code: 'ROLE_ALREADY_HELD', status: 409 },
  staff_roles_accounts_apart_from_cases: { code: 'ROLES_INCOMPATIBLE' },
  subrogations_one_acting_head: { code: 'POST_ALREADY_SUBROGATED', status: 409 },
});
