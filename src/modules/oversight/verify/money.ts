import { counted, type Invariant, type Witness } from './invariant';

const UNBALANCED = `
  SELECT count(*) AS n FROM ledger_transactions t
   WHERE (SELECT count(*) < 2 OR sum(e.pen) <> 0 OR sum(e.usd) <> 0 FROM ledger_entries e WHERE e.transaction_id = t.id)
      OR EXISTS (SELECT 1 FROM ledger_entries e WHERE e.transaction_id = t.id GROUP BY e.currency HAVING sum(e.amount) <> 0)`;

/** Balances that are not the fold of their entries, and entries without a balance. */
const UNFOLDED = `
  WITH folded AS (
    SELECT year, post_id, programme, part, account, sum(pen) AS pen FROM ledger_entries
     GROUP BY year, post_id, programme, part, account)
  SELECT count(*) AS n FROM folded f FULL JOIN ledger_balances b USING (year, post_id, programme, part, account)
   WHERE f.pen IS DISTINCT FROM b.pen`;

/** Accounts that at some moment held less than nothing: more was decided than had been allotted. */
const OVERSPENT = `
  SELECT count(*) AS n FROM ledger_entries WHERE account <> 'appropriation' AND balance < 0`;

/** Public money (rules §7): it balances, it is where the entries say, and no sol was spent twice. */
export const moneyInvariants = ({ owner }: Witness): Invariant[] => [
  counted('ledger_transactions_unbalanced', owner, UNBALANCED),
  counted('balances_differing_from_entries', owner, UNFOLDED),
  counted('balances_below_zero', owner, OVERSPENT),
];
