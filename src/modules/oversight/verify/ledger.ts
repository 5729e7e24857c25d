import { counted, type Invariant, type Witness } from './invariant';

/** Minutes a due reminder may take through a queue before it counts as unsent (default). */
const PATIENCE = 15;

const SILENT = `
  SELECT count(*) AS n FROM cases c
   WHERE c.closed_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM obligations o WHERE o.case_id = c.id AND o.status = 'open')`;

const UNSENT = `
  SELECT count(*) AS n
    FROM reminders r JOIN obligations o ON o.id = r.obligation_id JOIN cases c ON c.id = r.case_id
   WHERE r.state IN ('planned', 'queued') AND r.send_at < $1::timestamptz - make_interval(mins => ${PATIENCE})
     AND o.status = 'open' AND o.due_at = r.due_at AND o.acknowledged_at IS NULL
     AND c.closed_at IS NULL`;

/** Of one reminder to one person, everything after the first notice. */
const SENT_TWICE = `
  SELECT coalesce(sum(told - 1), 0) AS n
    FROM (SELECT count(*) AS told FROM notices WHERE reminder_id IS NOT NULL
           GROUP BY reminder_id, account_id HAVING count(*) > 1) repeated`;

/** The duty ledger: nobody forgotten, everybody reminded, once (rules §3). */
export const ledgerInvariants = ({ owner, clock }: Witness): Invariant[] => [
  counted('open_cases_without_open_obligation', owner, SILENT),
  counted('due_reminders_unsent', owner, UNSENT, () => [clock.now().toString()]),
  counted('reminders_sent_twice', owner, SENT_TWICE),
];
