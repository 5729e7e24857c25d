import { statement } from '../../platform/database/statement';

/** Whoever withdraws locks the case; whoever shares holds that off until they are done. */
export const HOLD_CASE = statement('consents.hold', 'SELECT app.hold_case($1)');

const COLUMNS = `
  c.id, c.person_id AS "personId", c.decision, c.purpose, c.recipient_kind AS "recipientKind",
  c.recipient_person_id AS "recipientPersonId", c.institution_id AS "institutionId",
  c.recipient_name AS "recipientName", c.categories, c.given_by AS "givenBy",
  c.given_at AS "givenAt", c.valid_until AS "validUntil", c.form, w.withdrawn_at AS "withdrawnAt"`;

/** $1 case, $2 person. */
export const CONSENTS_OF_PERSON = statement(
  'consents.of-person',
  `SELECT ${COLUMNS} FROM consents c LEFT JOIN consent_withdrawals w ON w.consent_id = c.id
    WHERE c.case_id = $1 AND c.person_id = $2`,
);

/** Whose age decides who may consent; `minor` when only a factor of the person says so. */
export const PERSON_AGE = statement(
  'consents.person',
  `SELECT p.birth_date::text AS "birthDate", 'child_or_adolescent' = ANY (p.vulnerability) AS minor
     FROM persons p WHERE p.id = $2
      AND EXISTS (SELECT 1 FROM case_people cp WHERE cp.case_id = $1 AND cp.person_id = p.id)`,
);

const NAME = (alias: string) =>
  `concat_ws(' ', ${alias}.given_names, ${alias}.first_surname, ${alias}.second_surname)`;

export const LIST_CONSENTS = statement(
  'consents.list',
  `SELECT ${COLUMNS}, ${NAME('s')} AS "personName", nullif(${NAME('r')}, '') AS "recipientPersonName",
     nullif(${NAME('g')}, '') AS "giverName", c.note, n.display_name AS "recordedByName",
     c.recorded_at AS "recordedAt", w.asked_by AS "withdrawalAskedBy", w.form AS "withdrawalForm",
     w.note AS "withdrawalNote", m.display_name AS "withdrawnByName"
     FROM consents c JOIN persons s ON s.id = c.person_id
     LEFT JOIN persons r ON r.id = c.recipient_person_id
     LEFT JOIN persons g ON g.id = c.giver_person_id
     LEFT JOIN consent_withdrawals w ON w.consent_id = c.id
     LEFT JOIN staff_names n ON n.id = c.recorded_by
     LEFT JOIN staff_names m ON m.id = w.recorded_by
    WHERE c.case_id = $1 ORDER BY c.given_at DESC, c.id DESC LIMIT 500`,
);

export const LIST_DISCLOSURES = statement(
  'disclosures.list',
  `SELECT d.id, d.person_id AS "personId", ${NAME('s')} AS "personName", d.occurred_at AS "occurredAt",
     d.purpose, d.recipient_kind AS "recipientKind", nullif(${NAME('r')}, '') AS "recipientPersonName",
     d.institution_id AS "institutionId", d.recipient_name AS "recipientName", d.categories,
     d.field_names AS "fieldNames", d.ground, d.consent_id AS "consentId", d.legal_basis AS "legalBasis",
     d.channel, d.cross_border AS "crossBorder", d.country, d.safeguards, d.subject_type AS "subjectType",
     d.subject_id AS "subjectId", n.display_name AS "recordedByName", d.recorded_at AS "recordedAt"
     FROM disclosures d JOIN persons s ON s.id = d.person_id
     LEFT JOIN persons r ON r.id = d.recipient_person_id
     LEFT JOIN staff_names n ON n.id = d.recorded_by
    WHERE d.case_id = $1 ORDER BY d.occurred_at DESC, d.id DESC LIMIT 500`,
);

/** A file within the reader's reach. */
export const CASE_VISIBLE = statement('consents.case', 'SELECT id FROM cases WHERE id = $1');
