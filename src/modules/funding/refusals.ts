import { DomainError } from '../../platform/errors/domain-error';

/** What the database alone can refuse without a race, and how it is told. */
const REFUSALS: Readonly<Record<string, { code: string; status: number }>> = {
  ledger_balances_never_negative: { code: 'FUNDS_NOT_AVAILABLE', status: 409 },
  ledger_quarter_open: { code: 'QUARTER_NOT_OPEN', status: 409 },
  ledger_transactions_reverses_key: { code: 'ALREADY_REVERSED', status: 409 },
  exchange_rates_locked: { code: 'RATE_IS_LOCKED', status: 409 },
};

/** Runs a use case of money; a refusal of the database gets its reason. */
export async function withMoneyRefusals<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const { constraint, driverError } = error as {
      constraint?: string;
      driverError?: { constraint?: string };
    };
    const refusal = REFUSALS[constraint ?? driverError?.constraint ?? ''];
    if (refusal) throw new DomainError(refusal.code, { status: refusal.status });
    throw error;
  }
}
