import { refuseAs } from '../../platform/database/refusals';

/** A role that ends while somebody clicks: the database alone can tell. */
refuseAs({
  repatriation_debts_waived_by_headquarters: { code: 'ONLY_HEADQUARTERS_WAIVES', status: 403 },
});
