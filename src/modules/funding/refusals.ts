import { refuseAs } from '../../platform/database/refusals';

/** The database alone can refuse these without a race: a hundred may decide at the same instant. */
refuseAs({
  ledger_balances_never_negative: { code: 'FUNDS_NOT_AVAILABLE', status: 409 },
  ledger_quarter_open: { code: 'QUARTER_NOT_OPEN', status: 409 },
  ledger_transactions_reverses_key: { code: 'ALREADY_REVERSED', status: 409 },
  exchange_rates_locked: { code: 'RATE_IS_LOCKED', status: 409 },
});
