import { statement } from '../../platform/database/statement';

export const INSERT = statement(
  'assessment.insert',
  `INSERT INTO vulnerability_assessments (id, case_id, person_id, version, supersedes, occurred_at, conclusion,
     circumstances, conditions, factors, monthly_income, income_currency, dependants, housing, support, health,
     legal_capacity, note, signed_by, signed_at, content_hash)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, app.account(), $19, $20)`,
);

/** Whose assessment it would be, and the newest one; $1 case, $2 person or null for the main one. */
export const SUBJECT = statement(
  'assessment.subject',
  `SELECT cp.person_id AS "personId", a.id AS "newestId", coalesce(a.version, 0) AS "newestVersion"
     FROM case_people cp JOIN cases c ON c.id = cp.case_id
     LEFT JOIN LATERAL (SELECT id, version FROM vulnerability_assessments v
                         WHERE v.case_id = cp.case_id AND v.person_id = cp.person_id
                         ORDER BY version DESC LIMIT 1) a ON true
    WHERE cp.case_id = $1 AND cp.person_id = coalesce($2::uuid, c.subject_person_id) LIMIT 1`,
);

export const UNKNOWN_FACTORS = statement(
  'assessment.unknown-factors',
  `SELECT f AS code FROM unnest($1::text[]) f
    WHERE NOT EXISTS (SELECT 1 FROM vulnerability_factors v WHERE v.code = f)`,
);

/** Signed ones and, without an id of their own, those of before that only the timeline holds. */
export const HISTORY = statement(
  'assessment.history',
  `SELECT a.id, a.person_id AS "personId",
          concat_ws(' ', p.given_names, p.first_surname, p.second_surname) AS "personName",
          a.version, a.supersedes, a.occurred_at AS "occurredAt", a.conclusion, a.circumstances, a.conditions,
          a.factors, a.monthly_income::text AS "monthlyIncome", a.income_currency AS "incomeCurrency",
          a.dependants, a.housing, a.support, a.health, a.legal_capacity AS "legalCapacity", a.note,
          n.display_name AS "signedBy", a.signed_at AS "signedAt", a.content_hash AS "contentHash"
     FROM vulnerability_assessments a JOIN persons p ON p.id = a.person_id
     LEFT JOIN staff_names n ON n.id = a.signed_by WHERE a.case_id = $1
   UNION ALL
   SELECT t.id, c.subject_person_id, nullif(concat_ws(' ', p.given_names, p.first_surname, p.second_surname), ''),
          0, NULL, t.occurred_at, t.data ->> 'conclusion', '{}', '{}',
          array(SELECT jsonb_array_elements_text(t.data -> 'factors')), NULL, NULL, NULL, NULL, NULL, NULL, NULL,
          nullif(t.data -> 'note', 'null'), n.display_name, t.recorded_at, NULL
     FROM timeline_entries t JOIN cases c ON c.id = t.case_id
     LEFT JOIN persons p ON p.id = c.subject_person_id LEFT JOIN staff_names n ON n.id = t.actor_id
    WHERE t.case_id = $1 AND t.kind = 'vulnerability.assessed' AND NOT t.data ? 'assessmentId'
    ORDER BY "occurredAt" DESC, version DESC, id DESC`,
);

/** The newest of a person in a case, old ones included; $1 case, $2 person, $3 until when. */
export const NEWEST = statement(
  'assessment.newest',
  `SELECT id, occurred_at AS "occurredAt", conclusion FROM (
     SELECT a.id, a.occurred_at, a.conclusion FROM vulnerability_assessments a
      WHERE a.case_id = $1 AND a.person_id = $2 AND a.occurred_at <= $3
     UNION ALL
     SELECT t.id, t.occurred_at, t.data ->> 'conclusion' FROM timeline_entries t JOIN cases c ON c.id = t.case_id
      WHERE t.case_id = $1 AND c.subject_person_id = $2 AND t.kind = 'vulnerability.assessed'
        AND NOT t.data ? 'assessmentId' AND t.occurred_at <= $3) every
    ORDER BY occurred_at DESC, id DESC LIMIT 1`,
);

/** What raises cases above others: the main person's age and factors, the newest assessment. */
export const PRIORITY_FACTS = statement(
  'assessment.priority-facts',
  `SELECT c.id, c.priority, p.birth_date::text AS "birthDate",
          coalesce(p.vulnerability, '{}') AS "ownFactors", e.data AS newest
     FROM cases c LEFT JOIN persons p ON p.id = c.subject_person_id
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

export const POLICY = statement(
  'assessment.policy',
  `SELECT version, content FROM assessment_policies WHERE effective_from <= $1
    ORDER BY effective_from DESC, version DESC LIMIT 1`,
);
export const POLICIES = statement(
  'assessment.policies',
  `SELECT p.version, p.effective_from AS "effectiveFrom", p.content, p.reason, n.display_name AS "createdBy"
     FROM assessment_policies p LEFT JOIN staff_names n ON n.id = p.created_by ORDER BY p.version DESC`,
);
export const INSERT_POLICY = statement(
  'assessment.insert-policy',
  `INSERT INTO assessment_policies (version, effective_from, content, reason, created_by)
   SELECT coalesce(max(version), 0) + 1, $1, $2, $3, app.account() FROM assessment_policies
   RETURNING version`,
);
export const OPEN_CASES = statement(
  'assessment.open-cases',
  `SELECT id FROM cases WHERE closed_at IS NULL AND id > $1 ORDER BY id LIMIT 500`,
);
export const CASE_VISIBLE = statement('assessment.case', 'SELECT id FROM cases WHERE id = $1');
