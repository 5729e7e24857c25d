import { statement } from '../../platform/database/statement';

/** Where a case's person is held at $2: the newest stay that has begun. */
const HELD_AT = `LEFT JOIN LATERAL (
    SELECT s.facility_id FROM facility_stays s WHERE s.case_id = c.id AND s.since <= $2
     ORDER BY s.since DESC, s.id DESC LIMIT 1) stay ON true
  LEFT JOIN facilities f ON f.id = stay.facility_id`;

/** Whether the person has said that they want no visits (VCCR 36). */
const OPPOSES = `coalesce((SELECT w.wish FROM detention_wishes w
    WHERE w.case_id = c.id AND w.subject = 'visit' ORDER BY w.occurred_at DESC, w.id DESC LIMIT 1), '') = 'no'`;

const OPEN_DETENTION = `c.closed_at IS NULL AND c.family = 'detention'`;
const NAME = `concat_ws(' ', s.given_names, s.first_surname, s.second_surname)`;
const SAME_CITY = (parameter: string): string =>
  `lower(unaccent(f.city)) = lower(unaccent(${parameter}))`;

const ROUND = `
  r.id, r.post_id AS "postId", p.code AS "postCode", p.time_zone AS "timeZone",
  r.planned_on::text AS "plannedOn", r.occasion, r.facility_id AS "facilityId", f.name AS "facilityName",
  coalesce(r.city, f.city) AS city, f.visiting_hours AS "visitingHours", r.leader_id AS "leaderId",
  l.display_name AS "leaderName", r.note, r.status, r.end_reason AS "endReason", r.ended_at AS "endedAt",
  r.version, progress.planned, progress.recorded, progress.not_visited AS "notVisited"`;
/** What a reader counts is what their list shows: the people's rows follow their cases. */
const FROM_ROUND = `
  FROM visit_rounds r JOIN posts p ON p.id = r.post_id JOIN staff_names l ON l.id = r.leader_id
  LEFT JOIN facilities f ON f.id = r.facility_id
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'planned')::int AS planned,
           count(*) FILTER (WHERE state = 'recorded')::int AS recorded,
           count(*) FILTER (WHERE state = 'not_visited')::int AS not_visited
      FROM visit_round_people x WHERE x.round_id = r.id) progress`;

export const READ_ROUND = statement('rounds.read', `SELECT ${ROUND} ${FROM_ROUND} WHERE r.id = $1`);

const IN_LIST = `($1::uuid IS NULL OR r.post_id = $1) AND ($2::text IS NULL OR r.status = $2)`;

/** Planned rounds are read from the next on; ended ones from the last back. */
export const LIST_ROUNDS = {
  ahead: statement(
    'rounds.list-ahead',
    `SELECT ${ROUND} ${FROM_ROUND} WHERE ${IN_LIST}
        AND ($4::date IS NULL OR (r.planned_on, r.id) > ($4, $5::uuid))
      ORDER BY r.planned_on, r.id LIMIT $3`,
  ),
  back: statement(
    'rounds.list-back',
    `SELECT ${ROUND} ${FROM_ROUND} WHERE ${IN_LIST}
        AND ($4::date IS NULL OR (r.planned_on, r.id) < ($4, $5::uuid))
      ORDER BY r.planned_on DESC, r.id DESC LIMIT $3`,
  ),
};

/** Rounds that the reader's posts still plan, up to a day; those whose day has passed first. */
export const COMING_ROUNDS = statement(
  'rounds.coming',
  `SELECT ${ROUND} ${FROM_ROUND}
    WHERE r.status = 'planned' AND r.post_id = ANY ($1::uuid[]) AND r.planned_on <= $2::date
    ORDER BY r.planned_on, r.id LIMIT 20`,
);

export const LOCK_ROUND = statement(
  'rounds.lock',
  `SELECT id, post_id AS "postId", planned_on::text AS "plannedOn", status, version, city,
          facility_id AS "facilityId"
     FROM visit_rounds WHERE id = $1 FOR UPDATE`,
);
export const ZONE_OF_POST = statement(
  'rounds.zone',
  'SELECT time_zone AS zone FROM posts WHERE id = $1',
);
export const FACILITY_KNOWN = statement(
  'rounds.facility',
  'SELECT 1 AS known FROM facilities WHERE id = $1',
);

/**
 * The people of a round with what a visitor should know: when they were last seen, what gave concern
 * then, what they need. Health and mistreatment stay in the case, for whoever may see them there.
 */
export const ROUND_PEOPLE = statement(
  'rounds.people',
  `SELECT x.case_id AS "caseId", c.reference, c.tier, ${NAME} AS "personName", c.stage,
          c.last_visit_at AS "lastVisitAt", c.next_visit_at AS "nextVisitAt", f.name AS "facilityName",
          ${OPPOSES} AS "opposesVisits", x.state, x.reason, x.contact_id AS "contactId",
          k.outcome, k.act_number AS "actNumber", k.occurred_at AS "visitedAt",
          coalesce(seen.findings, '{}') AS findings, coalesce(seen.needs, '{}') AS needs, seen.report
     FROM visit_round_people x JOIN cases c ON c.id = x.case_id
     LEFT JOIN persons s ON s.id = c.subject_person_id
     ${HELD_AT}
     LEFT JOIN detention_contacts k ON k.id = x.contact_id AND k.case_id = x.case_id
     LEFT JOIN LATERAL (
       SELECT d.findings, d.needs, d.report FROM detention_contacts d
        WHERE d.case_id = c.id AND d.with_whom = 'detainee' AND d.outcome = 'done'
          AND d.id IS DISTINCT FROM x.contact_id
        ORDER BY d.occurred_at DESC, d.id DESC LIMIT 1) seen ON true
    WHERE x.round_id = $1 AND x.state <> 'removed'
    ORDER BY f.name NULLS LAST, ${NAME}, x.id`,
);

export const LOCK_PERSON = statement(
  'rounds.lock-person',
  `SELECT id, state FROM visit_round_people WHERE round_id = $1 AND case_id = $2 FOR UPDATE`,
);
/** Takes back whoever had been taken off; leaves everyone else as they are. */
export const ADD_PERSON = statement(
  'rounds.add-person',
  `INSERT INTO visit_round_people AS x (id, round_id, case_id, added_by)
   VALUES ($1, $2, $3, app.account())
   ON CONFLICT (round_id, case_id) DO UPDATE SET state = 'planned' WHERE x.state = 'removed'
   RETURNING id`,
);
export const SET_STATE = statement(
  'rounds.set-state',
  'UPDATE visit_round_people SET state = $2, reason = $3, contact_id = $4 WHERE id = $1',
);
export const LEAVE_REST = statement(
  'rounds.leave-rest',
  `UPDATE visit_round_people SET state = 'not_visited', reason = $2
    WHERE round_id = $1 AND state = 'planned' RETURNING case_id AS "caseId"`,
);

/**
 * Who may go on a round: open detentions of the post that are not on it yet. $1 round, $2 now,
 * $3 the whole post or only the round's place, $4 due before.
 */
export const CANDIDATES = statement(
  'rounds.candidates',
  `SELECT c.id AS "caseId", c.reference, ${NAME} AS "personName", c.stage,
          c.last_visit_at AS "lastVisitAt", c.next_visit_at AS "nextVisitAt",
          f.name AS "facilityName", f.city, ${OPPOSES} AS "opposesVisits",
          coalesce(c.next_visit_at < $4, false) AS due
     FROM visit_rounds r JOIN cases c ON c.post_id = r.post_id AND ${OPEN_DETENTION}
     LEFT JOIN persons s ON s.id = c.subject_person_id
     ${HELD_AT}
    WHERE r.id = $1
      AND ($3 OR f.id = r.facility_id OR (r.city IS NOT NULL AND ${SAME_CITY('r.city')}))
      AND NOT EXISTS (SELECT 1 FROM visit_round_people x
                       WHERE x.round_id = r.id AND x.case_id = c.id AND x.state <> 'removed')
    ORDER BY c.next_visit_at NULLS LAST, c.id LIMIT 200`,
);

/**
 * Who goes on a new round by itself. A sealed case never does: a member of its circle adds it by
 * hand, knowing that the list is printed. Nor does whoever opposes visits (VCCR 36).
 */
export const TO_INCLUDE = statement(
  'rounds.to-include',
  `SELECT c.id FROM cases c ${HELD_AT}
    WHERE c.post_id = $1 AND ${OPEN_DETENTION} AND c.tier <> 'sealed'
      AND (f.id = $3::uuid OR ($4::text IS NOT NULL AND ${SAME_CITY('$4')}))
      AND ($5::timestamptz IS NULL OR c.next_visit_at < $5) AND NOT ${OPPOSES}
    ORDER BY c.id LIMIT 500`,
);

/** Places of the post's detainees with how many are due before $3: where a trip is worth most. */
export const SUGGESTIONS = statement(
  'rounds.suggestions',
  `SELECT f.id AS "facilityId", f.name AS "facilityName", f.city, f.visiting_hours AS "visitingHours",
          count(*)::int AS people,
          count(*) FILTER (WHERE c.next_visit_at < $3)::int AS due,
          count(*) FILTER (WHERE c.next_visit_at < $2)::int AS overdue,
          count(*) FILTER (WHERE c.last_visit_at IS NULL)::int AS "neverVisited",
          min(c.next_visit_at) AS "soonestDueAt"
     FROM cases c ${HELD_AT}
    WHERE c.post_id = $1 AND ${OPEN_DETENTION} AND c.tier <> 'sealed'
    GROUP BY f.id, f.name, f.city, f.visiting_hours
    ORDER BY 6 DESC, 9 NULLS LAST, f.name LIMIT 100`,
);
