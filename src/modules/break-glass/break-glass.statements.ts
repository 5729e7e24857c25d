import { statement } from '../../platform/database/statement';

const ROW = `r.id, r.reference, r.state, r.requested_at AS "requestedAt", r.account_id AS "accountId",
  a.display_name AS "askedBy", r.reason, r.decided_at AS "decidedAt", d.display_name AS "decidedBy",
  r.until, r.until > $1::timestamptz AND app.is_inside(r.id) AS active, r.reviewed_at AS "reviewedAt",
  v.display_name AS "reviewedBy", r.verdict, r.review_note AS "reviewNote",
  CASE WHEN r.state = 'admitted' THEN r.case_id END AS "caseId"
   FROM break_glass_requests r JOIN staff_names a ON a.id = r.account_id
   LEFT JOIN staff_names d ON d.id = r.decided_by LEFT JOIN staff_names v ON v.id = r.reviewed_by`;

export const LIST = statement(
  'glass.list',
  `SELECT ${ROW} ORDER BY r.state = 'requested' DESC, r.reviewed_at IS NOT NULL, r.requested_at DESC, r.id LIMIT 200`,
);
export const ONE = statement('glass.one', `SELECT ${ROW} WHERE r.id = $2`);
export const ADMIT = statement(
  'glass.admit',
  'SELECT app.admit_break_glass($1, $2, $3, $4) AS outcome',
);
export const REFUSE = statement(
  'glass.refuse',
  `UPDATE break_glass_requests SET state = 'refused', decided_by = app.account(), decided_at = $2
    WHERE id = $1 AND state = 'requested' RETURNING id`,
);
export const END = statement('glass.end', 'SELECT app.end_break_glass($1) AS done');
export const REVIEW = statement(
  'glass.review',
  `UPDATE break_glass_requests SET reviewed_by = app.account(), reviewed_at = $2, verdict = $3, review_note = $4
    WHERE id = $1 AND state = 'admitted' AND reviewed_at IS NULL RETURNING id`,
);
export const READS = statement(
  'glass.reads',
  'SELECT at, action, subject_type AS "subjectType" FROM app.break_glass_reads($1)',
);
export const FACTS = statement(
  'glass.facts',
  `SELECT case_id AS "caseId", id, decided_at AS since, reviewed_at AS "reviewedAt"
     FROM break_glass_requests WHERE case_id = ANY ($1) AND state = 'admitted'`,
);
