import { statement } from '../../platform/database/statement';
import { caseRows } from '../cases';

/**
 * Cases within the reader's reach; sealed ones enter no count that has a list behind it. Parameters:
 * $1 from, $2 to, $3 post, $4 family, $5 type; the last three may be null.
 */
const SCOPE = `c.tier <> 'sealed' AND ($3::uuid IS NULL OR c.post_id = $3)
  AND ($4::text IS NULL OR c.family = $4) AND ($5::text IS NULL OR c.type = $5)`;
const within = (instant: string): string =>
  `${instant} >= $1::timestamptz AND ${instant} < $2::timestamptz`;
const OPENED = `${SCOPE} AND ${within('c.recorded_at')}`;
const ENDED = `${SCOPE} AND ${within('c.closed_at')}`;
/** A dismissed case has no outcome; being dismissed is how it ended. */
const OUTCOME = `coalesce(c.outcome, 'dismissed')`;
const answerTo = (field: string): string =>
  `(SELECT a.value FROM case_answers a WHERE a.case_id = c.id AND a.field = ${field} AND a.tier = 'standard'
     ORDER BY a.recorded_at DESC, a.id DESC LIMIT 1)`;

export const COUNT_OPENED = statement(
  'catalogue.figures-opened',
  `SELECT c.family, c.type, count(*)::int AS cases FROM cases c WHERE ${OPENED}
    GROUP BY 1, 2 ORDER BY 1, 2`,
);
export const COUNT_ENDED = statement(
  'catalogue.figures-ended',
  `SELECT c.family, c.type, ${OUTCOME} AS outcome, count(*)::int AS cases FROM cases c WHERE ${ENDED}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
);
export const COUNT_ACTIONS = statement(
  'catalogue.figures-actions',
  `SELECT c.family, a.action, count(*)::int AS actions, count(DISTINCT a.case_id)::int AS cases
     FROM case_actions a JOIN cases c ON c.id = a.case_id
    WHERE ${SCOPE} AND ${within('a.occurred_at')}
    GROUP BY 1, 2 ORDER BY 1, 2`,
);
/** Of the cases opened, those with each answer to the fields $6; null: not stated. */
export const COUNT_ANSWERS = statement(
  'catalogue.figures-answers',
  `SELECT n.field, e.answer, count(*)::int AS cases
     FROM (SELECT f.field, ${answerTo('f.field')} AS value
             FROM cases c CROSS JOIN unnest($6::text[]) AS f (field) WHERE ${OPENED}) n
     LEFT JOIN LATERAL jsonb_array_elements_text(
       CASE jsonb_typeof(n.value) WHEN 'array' THEN n.value ELSE jsonb_build_array(n.value) END)
       AS e (answer) ON n.value IS NOT NULL
    GROUP BY 1, 2`,
);

/** What a number counted, with $6 and $7 narrowing it to one row of its table. */
const COUNTED = {
  opened: `${OPENED} AND ($6::text IS NULL OR CASE WHEN $7::text IS NULL THEN ${answerTo('$6')} IS NULL
    ELSE ${answerTo('$6')} #>> '{}' = $7 OR ${answerTo('$6')} ? $7 END)`,
  ended: `${ENDED} AND ($6::text IS NULL OR ${OUTCOME} = $6) AND $7::text IS NULL`,
  assisted: `${SCOPE} AND $7::text IS NULL AND EXISTS (SELECT FROM case_actions a
    WHERE a.case_id = c.id AND ${within('a.occurred_at')} AND ($6::text IS NULL OR a.action = $6))`,
} as const;
export type Counted = keyof typeof COUNTED;
export const COUNTED_BY = Object.keys(COUNTED) as Counted[];

const listOf = (name: Counted) => ({
  page: caseRows(
    `catalogue.figured-${name}`,
    `WHERE ${COUNTED[name]} AND ($8::uuid IS NULL OR c.id < $8) ORDER BY c.id DESC LIMIT $9`,
  ),
  count: statement(
    `catalogue.figured-count-${name}`,
    `SELECT count(*)::int AS total FROM cases c WHERE ${COUNTED[name]}`,
  ),
});

/** The list behind a number: by the same condition as the number. */
export const FIGURED = {
  opened: listOf('opened'),
  ended: listOf('ended'),
  assisted: listOf('assisted'),
};
