import { statement } from '../../platform/database/statement';
import { caseRows } from '../cases';

export const BY_REFERENCE = statement(
  'search.by-reference',
  'SELECT id FROM cases WHERE reference = ANY ($1)',
);
/** Candidates by words of notes, places and summaries, or by a number of an act ($1 text, $2 filter). */
export const BY_WORDS = statement(
  'search.by-words',
  `SELECT words, ids, restricted_ids AS "restrictedIds", cut FROM app.find_cases($1, $2, $3, $4)`,
);
export const BY_NUMBER = statement(
  'search.by-number',
  'SELECT id FROM app.cases_numbered($1, $2) AS id',
);
export const BY_PERSON = statement(
  'search.by-person',
  `SELECT case_id AS "caseId", person_id AS "personId", role FROM case_people
    WHERE person_id = ANY ($1) ORDER BY case_id DESC LIMIT 2000`,
);
/** Which of the candidates are the reader's to see, and pass the filter: what the count counts. */
export const VISIBLE = statement(
  'search.visible',
  `SELECT c.id FROM cases c
    WHERE c.id = ANY ($1::uuid[]) AND ($3::jsonb = '{}' OR app.case_fits(c, $3))
      AND (NOT c.id = ANY ($2::uuid[]) OR app.sees_restricted(c.post_id, c.id))`,
);
export const ROWS = caseRows('search.rows', 'WHERE c.id = ANY ($1)');
export const TEXTS = statement(
  'search.texts',
  `SELECT id AS "caseId", place, summary, intake_reference AS "intakeReference" FROM cases WHERE id = ANY ($1)`,
);
export const ENTRIES = statement(
  'search.entries',
  `SELECT t.case_id AS "caseId", t.id, t.kind, t.occurred_at AS "occurredAt", t.data
     FROM timeline_entries t
    WHERE t.case_id = ANY ($1) AND t.data::text LIKE '%"clear"%'
    ORDER BY t.occurred_at DESC LIMIT 1000`,
);
