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

/** Purses that hold other than what the aid in them says it reserved, committed and paid. */
const AID_UNLIKE_LEDGER = `
  WITH said AS (
    SELECT year, post_id, programme, line AS part, CASE
             WHEN state IN ('assessed', 'endorsed', 'reviewed') AND kind = 'request' THEN 'reserved'
             WHEN state = 'committed' THEN 'committed'
             WHEN state IN ('paid', 'paid_urgent', 'regularised', 'recorded') OR (kind = 'attention' AND state = 'endorsed') THEN 'paid'
           END AS account, coalesce(paid_pen, pen) AS pen FROM aid_requests
  ), sums AS (SELECT year, post_id, programme, part, account, sum(pen) AS pen FROM said
               WHERE account IS NOT NULL AND pen > 0 GROUP BY year, post_id, programme, part, account)
  SELECT count(*) AS n FROM sums s FULL JOIN (SELECT * FROM ledger_balances
      WHERE account IN ('reserved', 'committed', 'paid') AND pen <> 0) b USING (year, post_id, programme, part, account)
   WHERE s.pen IS DISTINCT FROM b.pen`;

const SIGNED_TWICE = `
  SELECT count(*) AS n FROM aid_requests
   WHERE proposed_by IN (endorsed_by, approved_by, accounted_by, settled_by) OR approved_by = accounted_by`;

/**
 * Advances handed over while an earlier one, of the same holder or post, was overdue, and headquarters
 * had not allowed it. A person is who they were known to be then: a later merge accuses nobody.
 */
const ADVANCED_OVER_OVERDUE = `
  WITH advances AS (
    SELECT a.id, a.post_id, a.due_on, a.holder_account_id AS account, b.person_id AS person, t.time_zone AS zone,
           (SELECT min(d.occurred_at) FROM aid_decisions d WHERE d.aid_id = a.id AND d.act IN ('pay', 'pay_urgent')) AS handed_at,
           (SELECT min(d.occurred_at) FROM aid_decisions d WHERE d.aid_id = a.id AND d.act = 'account') AS accounted_at
      FROM aid_requests a JOIN posts t ON t.id = a.post_id
      LEFT JOIN aid_beneficiaries b ON b.id = a.holder_beneficiary_id
     WHERE a.due_on IS NOT NULL)
  SELECT count(*) AS n FROM advances a
   WHERE EXISTS (SELECT 1 FROM advances o
            WHERE o.id <> a.id AND (o.post_id = a.post_id OR o.account = a.account OR o.person = a.person)
              AND o.handed_at < a.handed_at AND o.due_on < (a.handed_at AT TIME ZONE a.zone)::date
              AND (o.accounted_at IS NULL OR o.accounted_at > a.handed_at))
     AND NOT EXISTS (SELECT 1 FROM aid_decisions d
            WHERE d.aid_id = a.id AND d.act = 'allow_advance' AND d.occurred_at <= a.handed_at)`;

/**
 * Debts of repatriations of which more was settled than was owed, or that stand elsewhere than their
 * instalments and waivers led.
 */
const DEBTS_UNLIKE_ENTRIES = `
  WITH last AS (
    SELECT DISTINCT ON (case_id) case_id, kind, state, costs FROM repatriation_debts ORDER BY case_id, position DESC
  ), sums AS (
    SELECT l.case_id, coalesce(sum(r.outstanding), 0) AS outstanding, coalesce(sum(r.paid), 0) AS paid,
           coalesce(min(r.outstanding), 0) AS least,
           (SELECT coalesce(sum(d.amount), 0) FROM repatriation_debts d WHERE d.case_id = l.case_id)
             - coalesce(sum(r.paid + r.waived), 0) AS elsewhere
      FROM last l LEFT JOIN LATERAL app.repatriation_receivable(l.case_id) r ON true GROUP BY l.case_id)
  SELECT count(*) AS n FROM last l JOIN sums s USING (case_id)
   WHERE s.least < 0 OR s.elsewhere <> 0 OR l.state <> CASE
     WHEN jsonb_array_length(l.costs) = 0 THEN 'not_due'
     WHEN s.outstanding = 0 THEN CASE l.kind WHEN 'waiver' THEN 'waived' ELSE 'paid' END
     WHEN s.paid > 0 THEN 'partly_paid' ELSE 'due' END`;

/** Public money (rules §7): it balances, it is where the entries say, and no sol was spent twice. */
export const moneyInvariants = ({ owner }: Witness): Invariant[] => [
  counted('ledger_transactions_unbalanced', owner, UNBALANCED),
  counted('balances_differing_from_entries', owner, UNFOLDED),
  counted('balances_below_zero', owner, OVERSPENT),
  counted('purses_unlike_their_aid', owner, AID_UNLIKE_LEDGER),
  counted('aid_signed_twice', owner, SIGNED_TWICE),
  counted('advances_over_an_overdue_one', owner, ADVANCED_OVER_OVERDUE),
  counted('debts_unlike_their_entries', owner, DEBTS_UNLIKE_ENTRIES),
];
