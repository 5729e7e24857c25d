import { statement } from '../../platform/database/statement';

const ACTIVE = `m.since <= now() AND (m.until IS NULL OR m.until > now())`;

export const CIRCLE = statement(
  'circle.members',
  `SELECT m.id, m.account_id AS "accountId", n.display_name AS "displayName", m.kind, m.since, m.until,
     m.reason, a.display_name AS "addedBy", e.display_name AS "endedBy", m.end_reason AS "endReason",
     ${ACTIVE} AND app.may_sit(m.account_id, m.kind, m.case_id) AS active, m.since > now() AND (m.until IS NULL OR m.until > m.since) AS upcoming
     FROM case_members m LEFT JOIN staff_names n ON n.id = m.account_id
     LEFT JOIN staff_names a ON a.id = m.added_by LEFT JOIN staff_names e ON e.id = m.ended_by
    WHERE m.case_id = $1 ORDER BY ${ACTIVE} DESC, m.since, m.id LIMIT 500`,
);

/** Who has read the file, the latest first; empty for a reader outside the circle. */
export const READERS = statement(
  'circle.readers',
  `SELECT account_id AS "accountId", display_name AS "displayName", first_at AS "firstAt", last_at AS "lastAt", times
     FROM app.case_readers($1)`,
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
      AND NOT EXISTS (SELECT 1 FROM case_bars b WHERE b.case_id = $1 AND b.account_id = s.account_id
                         AND b.lifted_at IS NULL)
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

export const BARS = statement(
  'circle.bars',
  `SELECT b.id, b.account_id AS "accountId", coalesce(n.display_name, '') AS "displayName", b.ground, b.reason,
          b.since, a.display_name AS "addedBy", b.lifted_at AS "liftedAt", l.display_name AS "liftedBy",
          b.lifted_reason AS "liftedReason"
     FROM case_bars b LEFT JOIN staff_names n ON n.id = b.account_id LEFT JOIN staff_names a ON a.id = b.added_by
     LEFT JOIN staff_names l ON l.id = b.lifted_by WHERE b.case_id = $1 ORDER BY b.since, b.id LIMIT 200`,
);

export const BAR = statement(
  'circle.bar',
  `INSERT INTO case_bars (id, case_id, account_id, ground, reason, added_by)
   VALUES ($1, $2, $3, $4, $5, app.account())`,
);

/** Whoever is barred falls out of the circle in the same moment. */
export const END_OF_BARRED = statement(
  'circle.end-of-barred',
  `UPDATE case_members SET until = now(), ended_by = app.account() WHERE case_id = $1 AND account_id = $2
      AND since <= now() AND (until IS NULL OR until > now())`,
);

export const IS_BARRED = statement(
  'circle.is-barred',
  `SELECT EXISTS (SELECT 1 FROM case_bars WHERE case_id = $1 AND account_id = $2 AND lifted_at IS NULL) AS barred`,
);

export const LIFT_BAR = statement(
  'circle.lift-bar',
  `UPDATE case_bars SET lifted_at = now(), lifted_by = app.account(), lifted_reason = $3
    WHERE id = $2 AND case_id = $1 AND lifted_at IS NULL RETURNING account_id AS "accountId"`,
);

/** Beside its creator: the head of the post, unless barred, and the protection desk. */
export const DEFAULT_CIRCLE = statement('circle.default', 'SELECT app.default_circle($1, $2)');

export const HEADS = statement('circle.heads', 'SELECT app.heads_of($1) AS "accountId"');
