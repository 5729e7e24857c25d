import { refuseAs } from '../../platform/database/refusals';

/** Two may apply the same distribution at the same instant. */
refuseAs({ distributions_applied_stand: { code: 'DISTRIBUTION_APPLIED', status: 409 } });
