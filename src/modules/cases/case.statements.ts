import { statement } from '../../platform/database/statement';
import { joinPerson, recordsOf } from '../people';

/** Columns of a row in any list of cases. */
const ROW = `
  c.id, c.reference, c.post_id AS "postId", p.code AS "postCode", p.time_zone AS "timeZone",
  c.family, c.type, c.tier, c.priority, c.status, c.stage,
  coalesce(s.id, c.subject_person_id) AS "personId",
  concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName",
  c.assignee_id AS "assigneeId", a.display_name AS "assigneeName",
  c.next_duty AS "nextDuty", c.next_due_at AS "nextDueAt", c.last_visit_at AS "lastVisitAt",
  c.next_visit_at AS "nextVisitAt", c.recorded_at AS "openedAt", c.closed_at AS "closedAt", c.wake_on::text AS "wakeOn",
  c.tag_ids AS "tagIds"`;
const FROM = `
  FROM cases c JOIN posts p ON p.id = c.post_id
  ${joinPerson('c.subject_person_id', 's')}
  LEFT JOIN staff_names a ON a.id = c.assignee_id`;

/** A statement over rows of cases, for lists of other modules: `caseRows('name', 'WHERE …')`. */
export const caseRows = (name: string, rest: string) =>
  statement(name, `SELECT ${ROW} ${FROM} ${rest}`);

/** A case whose duties are not planned yet sorts last; the index holds the same expression. */
const DUE = `coalesce(c.next_due_at, 'infinity')`;
/** Work that comes before all other, then the next due; the indexes hold the same three. */
const ORDER = ['c.queue_rank', DUE, 'c.id'] as const;

/** Where a list looks: at a post, at a post for the cases with a tag ($1: both), in the world or a region. */
const REACH = {
  post: 'c.post_id = $1::uuid',
  tagged: 'c.post_id = ($1::uuid[])[1] AND ($1::uuid[])[2] = ANY (c.tag_ids)',
  world: `($1::text IS NULL OR c.post_id IN (SELECT m.id FROM posts m
            JOIN current_region_countries r ON r.country = m.country WHERE r.region = $1))`,
} as const;
type Scope = keyof typeof REACH;

/**
 * Statements of one list: its first page, the pages after a cursor, its count, and its ids. Parameters:
 * $1 where (see REACH), $2 family or null, $3 now, $4 the reader's account, $5 whether sealed cases stay
 * out, $6 limit, $7 and further the cursor.
 */
const list = (scope: Scope, name: string, where: string) => {
  const closed = name === 'recently_done';
  const key = closed ? ['c.closed_at', 'c.id'] : ORDER;
  const casts = closed ? ['timestamptz', 'uuid'] : ['smallint', 'timestamptz', 'uuid'];
  const place = casts.map((cast, i) => `$${i + 7}::${cast}`).join(', ');
  const [after, direction] = closed ? ['<', 'DESC'] : ['>', 'ASC'];
  const order = key.map((column) => `${column} ${direction}`).join(', ');
  const post = REACH[scope];
  const filter = `${post} AND ($2::text IS NULL OR c.family = $2)
    AND $3::timestamptz IS NOT NULL AND ($4::uuid IS NULL OR true)
    AND (NOT $5::boolean OR c.tier <> 'sealed') AND ${where}`;
  const page = (cursor: string) =>
    `SELECT ${ROW}, ARRAY[${key.map((column) => `(${column})::text`).join(', ')}] AS "cursorKey" ${FROM}
      WHERE ${filter} ${cursor} ORDER BY ${order} LIMIT $6`;
  return {
    first: statement(`cases.list.${scope}.${name}`, page('')),
    next: statement(
      `cases.list-after.${scope}.${name}`,
      page(`AND (${key.join(', ')}) ${after} (${place})`),
    ),
    count: statement(
      `cases.count.${scope}.${name}`,
      `SELECT count(*)::int AS total FROM cases c WHERE ${filter}`,
    ),
    ids: statement(
      `cases.ids.${scope}.${name}`,
      `SELECT c.id FROM cases c WHERE ${filter} ORDER BY c.id LIMIT $6`,
    ),
  };
};

const OPEN = 'c.closed_at IS NULL';

/** What each view of a queue holds; what a number on a dashboard counts is one of them. */
const VIEWS = {
  all: OPEN,
  unassigned: `${OPEN} AND c.assignee_id IS NULL`,
  mine: `${OPEN} AND c.assignee_id = $4::uuid`,
  due: `${OPEN} AND ${DUE} >= $3 AND ${DUE} < $3 + interval '7 days'`,
  overdue: `${OPEN} AND ${DUE} < $3`,
  raised: `${OPEN} AND c.priority <> 'normal'`,
  on_hold: `c.status = 'on_hold'`,
  never_visited: `${OPEN} AND c.family = 'detention' AND c.last_visit_at IS NULL`,
  sealed: `${OPEN} AND c.tier = 'sealed'`,
  recently_done: `c.closed_at >= $3 - interval '30 days'`,
} as const;

export type QueueView = keyof typeof VIEWS;
export const QUEUE_VIEWS = Object.keys(VIEWS) as QueueView[];

const listsOf = (scope: Scope) =>
  Object.fromEntries(
    Object.entries(VIEWS).map(([name, where]) => [name, list(scope, name, where)]),
  ) as Record<QueueView, ReturnType<typeof list>>;

export const QUEUES = {
  post: listsOf('post'),
  tagged: listsOf('tagged'),
  world: listsOf('world'),
};

export const CASES_OF_PERSON = statement(
  'cases.of-person',
  `SELECT ${ROW} ${FROM}
    WHERE c.id IN (SELECT case_id FROM case_people WHERE person_id IN ${recordsOf('$1')})
    ORDER BY c.recorded_at DESC LIMIT 200`,
);

const ENTRY = `
  t.id, t.kind, t.occurred_at AS "occurredAt", t.recorded_at AS "recordedAt", t.tier, t.data,
  t.supersedes, t.actor_id AS "actorId", n.display_name AS "actorName"`;

export const CASE_OPEN = statement(
  'cases.open-page',
  `SELECT ${ROW}, c.version, c.country, c.subdivision, c.place, c.summary, c.outcome,
     app.sees_restricted(c.post_id, c.id) AS "seesRestricted", c.intake_channel AS "intakeChannel", c.intake_reference AS "intakeReference",
     c.occurred_at AS "occurredAt", c.first_contact_at AS "firstContactAt",
     c.dismissal_reason AS "dismissalReason" ${FROM} WHERE c.id = $1`,
);

export const CASE_PEOPLE = statement(
  'cases.people',
  `SELECT cp.id, s.id AS "personId", cp.role, cp.since, cp.until, cp.note,
     concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "fullName",
     s.birth_date::text AS "birthDate", s.sex, s.identity,
     coalesce((SELECT json_agg(json_build_object('kind', d.kind, 'number', d.number, 'issuingState', d.issuing_state))
        FROM person_documents d WHERE d.withdrawn_at IS NULL AND d.person_id IN ${recordsOf('s.id')}), '[]') AS documents
    FROM case_people cp ${joinPerson('cp.person_id', 's')}
   WHERE cp.case_id = $1 AND s.id IS NOT NULL ORDER BY cp.role = 'beneficiary' DESC, cp.since`,
);

export const CASE_TIMELINE = statement(
  'cases.timeline',
  `SELECT ${ENTRY}, t.occurred_at::text AS "cursorKey"
     FROM timeline_entries t LEFT JOIN staff_names n ON n.id = t.actor_id
    WHERE t.case_id = $1 AND ($3::timestamptz IS NULL OR (t.occurred_at, t.id) < ($3, $4::uuid))
    ORDER BY t.occurred_at DESC, t.id DESC LIMIT $2`,
);
