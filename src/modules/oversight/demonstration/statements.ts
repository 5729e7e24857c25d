import { statement } from '../../../platform/database/statement';

export const POSTS = statement(
  'demonstration.posts',
  `SELECT p.id, p.code, p.kind, p.country, p.subdivision, p.city,
          coalesce((SELECT array_agg(m.account_id ORDER BY m.account_id) FROM staff_members m
                     WHERE m.post_id = p.id AND m.role IN ('officer', 'head_of_post') AND NOT m.acting
                       AND m.valid_from <= now() AND (m.valid_until IS NULL OR m.valid_until > now())), '{}') AS officers
     FROM posts p WHERE p.state = 'open' ORDER BY p.code`,
);
export const NUMBER_CASES = statement(
  'demonstration.number-cases',
  `SELECT app.take_case_number(n.id, n.year)
     FROM (SELECT id, extract(year FROM c.recorded_at)::int AS year FROM cases c
            WHERE id = ANY ($1) ORDER BY recorded_at, id) n`,
);
/** What was due before the demonstration began counts as told; nobody is mailed about the past. */
export const TELL_PAST = statement(
  'demonstration.past-reminders',
  `UPDATE reminders SET state = 'sent', sent_at = send_at
    WHERE obligation_id IN (SELECT id FROM obligations WHERE case_id = ANY ($1))
      AND state = 'planned' AND send_at <= $2`,
);
export const NUMBER_ACTS = statement(
  'demonstration.number-acts',
  `SELECT n.place, app.take_number(n.post, n.year, n.kind) AS number
     FROM jsonb_to_recordset($1) AS n (place int, post uuid, year int, kind text)`,
);
