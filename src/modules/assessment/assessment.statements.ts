import { statement } from '../../platform/database/statement';
import { joinFacts, joinPerson, sameAs } from '../people';

export const INSERT = statement(
  'assessment.insert',
  `INSERT INTO vulnerability_assessments (id, case_id, person_id, version, supersedes, occurred_at, conclusion,
     circumstances, conditions, factors, monthly_income, income_currency, dependants, housing, support, health,
     legal_capacity, note, signed_by, signed_at, content_hash)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, app.account(), $19, $20)`,
);

/**
 * The record whose assessment it would be, the one asked for before another of the same person, and its
 * newest one: records keep chains of their own, so that an undone merge parts them. $1 case, $2 person
 * or null for the main one.
 */
export const SUBJECT = statement(
  'assessment.subject',
  `SELECT cp.person_id AS "personId", a.id AS "newestId", coalesce(a.version, 0) AS "newestVersion"
     FROM case_people cp JOIN cases c ON c.id = cp.case_id
     LEFT JOIN LATERAL (SELECT id, version FROM vulnerability_assessments v
                         WHERE v.case_id = cp.case_id AND v.person_id = cp.person_id
                         ORDER BY version DESC LIMIT 1) a ON true
    WHERE cp.case_id = $1 AND cp.person_id IN ${sameAs('coalesce($2::uuid, c.subject_person_id)')}
    ORDER BY cp.person_id <> coalesce($2::uuid, c.subject_person_id), cp.id LIMIT 1`,
);

export const UNKNOWN_FACTORS = statement(
  'assessment.unknown-factors',
  `SELECT f AS code FROM unnest($1::text[]) f
    WHERE NOT EXISTS (SELECT 1 FROM vulnerability_factors v WHERE v.code = f)`,
);

/** Signed ones and, without an id of their own, those of before that only the timeline holds. */
const history = (signed: string, before: string) => `
  SELECT a.id, a.case_id AS "caseId", k.reference AS "caseReference", p.id AS "personId",
          concat_ws(' ', p.given_names, p.first_surname, p.second_surname) AS "personName",
          a.version, a.supersedes, a.occurred_at AS "occurredAt", a.conclusion, a.circumstances, a.conditions,
          a.factors, a.monthly_income::text AS "monthlyIncome", a.income_currency AS "incomeCurrency",
          a.dependants, a.housing, a.support, a.health, a.legal_capacity AS "legalCapacity", a.note,
          n.display_name AS "signedBy", a.signed_at AS "signedAt", a.content_hash AS "contentHash"
     FROM vulnerability_assessments a JOIN cases k ON k.id = a.case_id ${joinPerson('a.person_id', 'p')}
     LEFT JOIN staff_names n ON n.id = a.signed_by WHERE ${signed}
   UNION ALL
   SELECT t.id, c.id, c.reference, p.id, nullif(concat_ws(' ', p.given_names, p.first_surname, p.second_surname), ''),
          0, NULL, t.occurred_at, t.data ->> 'conclusion', '{}', '{}',
          array(SELECT jsonb_array_elements_text(t.data -> 'factors')), NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          nullif(t.data -> 'note', 'null'), n.display_name, t.recorded_at, NULL
     FROM timeline_entries t JOIN cases c ON c.id = t.case_id
     ${joinPerson('c.subject_person_id', 'p')} LEFT JOIN staff_names n ON n.id = t.actor_id
    WHERE ${before} AND t.kind = 'vulnerability.assessed' AND NOT t.data ? 'assessmentId'
    ORDER BY "occurredAt" DESC, version DESC, id DESC`;
export const HISTORY = statement('assessment.history', history('a.case_id = $1', 't.case_id = $1'));
/** In all cases of any record of a person that the reader may see. */
export const HISTORY_OF_PERSON = statement(
  'assessment.history-of-person',
  history(`a.person_id IN ${sameAs('$1')}`, `c.subject_person_id IN ${sameAs('$1')}`),
);

/** The newest of any record of a person in a case, old ones included; $1 case, $2 person, $3 until when. */
export const NEWEST = statement(
  'assessment.newest',
  `SELECT id, occurred_at AS "occurredAt", conclusion FROM (
     SELECT a.id, a.occurred_at, a.conclusion FROM vulnerability_assessments a
      WHERE a.case_id = $1 AND a.person_id IN ${sameAs('$2')} AND a.occurred_at <= $3
     UNION ALL
     SELECT t.id, t.occurred_at, t.data ->> 'conclusion' FROM timeline_entries t JOIN cases c ON c.id = t.case_id
      WHERE t.case_id = $1 AND c.subject_person_id IN ${sameAs('$2')} AND t.kind = 'vulnerability.assessed'
        AND NOT t.data ? 'assessmentId' AND t.occurred_at <= $3) every
    ORDER BY occurred_at DESC, id DESC LIMIT 1`,
);

/** What raises cases above others: the main person's age and factors, the newest assessment. */
export const PRIORITY_FACTS = statement(
  'assessment.priority-facts',
  `SELECT c.id, c.priority, c.queue_rank = 0 AS "comesFirst", p.birth_date::text AS "birthDate",
          coalesce(p.vulnerability, '{}') AS "ownFactors", e.data AS newest
     FROM cases c ${joinFacts('c.subject_person_id', 'p')}
     LEFT JOIN LATERAL (SELECT t.data FROM timeline_entries t
                         WHERE t.case_id = c.id AND t.kind = 'vulnerability.assessed'
                         ORDER BY t.occurred_at DESC, t.id DESC LIMIT 1) e ON true
    WHERE c.id = ANY ($1::uuid[])`,
);
export const SET_PRIORITY = statement(
  'assessment.set-priority',
  `UPDATE cases c SET priority = x.priority
     FROM unnest($1::uuid[], $2::text[]) AS x(id, priority) WHERE c.id = x.id`,
);

export const OPEN_CASES = statement(
  'assessment.open-cases',
  `SELECT id FROM cases WHERE closed_at IS NULL AND id > $1 ORDER BY id LIMIT 500`,
);
export const PERSON_VISIBLE = statement(
  'assessment.person',
  'SELECT id FROM persons WHERE id = $1',
);
export const CASE_VISIBLE = statement('assessment.case', 'SELECT id FROM cases WHERE id = $1');
