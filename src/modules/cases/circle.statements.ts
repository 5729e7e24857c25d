import { statement } from '../../platform/database/statement';

const ACTIVE = `m.since <= now() AND (m.until IS NULL OR m.until > now())`;

export const CIRCLE = statement(
  'circle.members',
  `SELECT m.id, m.account_id AS "accountId", n.display_name AS "displayName", m.kind, m.since, m.until,
     m.reason, a.display_name AS "addedBy", e.display_name AS "endedBy", m.end_reason AS "endReason",
     ${ACTIVE} AS active, m.since > now() AND (m.until IS NULL OR m.until > m.since) AS upcoming
     FROM case_members m LEFT JOIN staff_names n ON n.id = m.account_id
     LEFT JOIN staff_names a ON a.id = m.added_by LEFT JOIN staff_names e ON e.id = m.ended_by
    WHERE m.case_id = $1 ORDER BY ${ACTIVE} DESC, m.since, m.id LIMIT 500`,
);

export const FORMER_REFERENCES = statement(
  'circle.references',
  `SELECT reference, recorded_at AS "until" FROM case_references WHERE case_id = $1
    ORDER BY recorded_at DESC, id`,
);

/** Offices that an account holds now; none: disabled, or not serving. */
export const OFFICES = statement(
  'circle.offices',
  `SELECT DISTINCT role FROM staff_members WHERE account_id = $1
      AND valid_from <= now() AND (valid_until IS NULL OR valid_until > now())`,
);

/**
 * Who could be admitted: staff of the case's post, of honorary consulates under it, and the desks of
 * headquarters; without those already in the circle.
 */
export const CANDIDATES = statement(
  'circle.candidates',
  `SELECT s.account_id AS "accountId", min(s.display_name) AS "displayName",
          array_agg(DISTINCT s.role) AS roles
     FROM staff_members s
    WHERE s.valid_from <= now() AND (s.valid_until IS NULL OR s.valid_until > now())
      AND (s.post_id = $2 OR s.post_id IN (SELECT id FROM posts WHERE parent_id = $2)
           OR (s.post_id IS NULL AND s.role IN ('hq_analyst', 'protection_desk')))
      AND NOT EXISTS (SELECT 1 FROM case_members m WHERE m.case_id = $1 AND m.account_id = s.account_id
                         AND ${ACTIVE})
    GROUP BY s.account_id ORDER BY 2, 1 LIMIT 300`,
);

export const ADMIT = statement(
  'circle.admit',
  `INSERT INTO case_members (id, case_id, account_id, kind, reason, added_by, since, until)
   VALUES ($1, $2, $3, $4, $5, app.account(), coalesce($6::timestamptz, transaction_timestamp()), $7)`,
);

export const END = statement(
  'circle.end',
  `UPDATE case_members SET until = coalesce($2::timestamptz, now()), ended_by = app.account(), end_reason = $3
    WHERE id = $1`,
);

/** Whether the one who acts is in the circle now. */
export const IS_MEMBER = statement('circle.is-member', 'SELECT app.is_member($1) AS member');
