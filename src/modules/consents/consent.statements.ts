import { statement } from '../../platform/database/statement';
import { joinFacts, joinPerson, sameAs } from '../people';

/** Whoever withdraws locks the case; whoever shares holds that off until they are done. */
export const HOLD_CASE = statement('consents.hold', 'SELECT app.hold_case($1)');

const COLUMNS = `
  c.id, c.decision, c.purpose, c.recipient_kind AS "recipientKind", c.institution_id AS "institutionId",
  c.recipient_name AS "recipientName", c.categories, c.given_by AS "givenBy",
  c.given_at AS "givenAt", c.valid_until AS "validUntil", c.form, w.withdrawn_at AS "withdrawnAt"`;

/**
 * What was said for any record of a person; $1 case, $2 person, $3 the person who is to receive or
 * null: any record of theirs stands under that id.
 */
export const CONSENTS_OF_PERSON = statement(
  'consents.of-person',
  `SELECT ${COLUMNS}, CASE WHEN c.recipient_person_id IN ${sameAs('$3::uuid')} THEN $3::uuid
          ELSE c.recipient_person_id END AS "recipientPersonId"
     FROM consents c LEFT JOIN consent_withdrawals w ON w.consent_id = c.id
    WHERE c.case_id = $1 AND c.person_id IN ${sameAs('$2')}`,
);

/**
 * The record by which a person is in a case, the one asked for before another of theirs, and the age
 * that decides who may consent; `minor` when only a factor of the person says so.
 */
export const SUBJECT = statement(
  'consents.subject',
  `SELECT cp.person_id AS "recordId", f.birth_date::text AS "birthDate",
          'child_or_adolescent' = ANY (f.vulnerability) AS minor
     FROM case_people cp ${joinFacts('cp.person_id', 'f')}
    WHERE cp.case_id = $1 AND cp.person_id IN ${sameAs('$2')}
    ORDER BY cp.person_id <> $2, cp.id LIMIT 1`,
);

const NAME = (alias: string) =>
  `concat_ws(' ', ${alias}.given_names, ${alias}.first_surname, ${alias}.second_surname)`;

const list = (where: string) => `
  SELECT ${COLUMNS}, c.case_id AS "caseId", k.reference AS "caseReference", s.id AS "personId", c.recipient_person_id AS "recipientPersonId",
     ${NAME('s')} AS "personName", nullif(${NAME('r')}, '') AS "recipientPersonName",
     nullif(${NAME('g')}, '') AS "giverName", c.note, n.display_name AS "recordedByName",
     c.recorded_at AS "recordedAt", w.asked_by AS "withdrawalAskedBy", w.form AS "withdrawalForm",
     w.note AS "withdrawalNote", m.display_name AS "withdrawnByName"
     FROM consents c JOIN cases k ON k.id = c.case_id ${joinPerson('c.person_id', 's')}
     ${joinPerson('c.recipient_person_id', 'r')} ${joinPerson('c.giver_person_id', 'g')}
     LEFT JOIN consent_withdrawals w ON w.consent_id = c.id
     LEFT JOIN staff_names n ON n.id = c.recorded_by
     LEFT JOIN staff_names m ON m.id = w.recorded_by
    WHERE ${where} ORDER BY c.given_at DESC, c.id DESC LIMIT 500`;

export const LIST_CONSENTS = statement('consents.list', list('c.case_id = $1'));
/** In all cases of any record of a person that the reader may see. */
export const LIST_OF_PERSON = statement(
  'consents.list-of-person',
  list(`c.person_id IN ${sameAs('$1')}`),
);

export const LIST_DISCLOSURES = statement(
  'disclosures.list',
  `SELECT d.id, s.id AS "personId", ${NAME('s')} AS "personName", d.occurred_at AS "occurredAt",
     d.purpose, d.recipient_kind AS "recipientKind", nullif(${NAME('r')}, '') AS "recipientPersonName",
     d.institution_id AS "institutionId", d.recipient_name AS "recipientName", d.categories,
     d.field_names AS "fieldNames", d.ground, d.consent_id AS "consentId", d.legal_basis AS "legalBasis",
     d.channel, d.cross_border AS "crossBorder", d.country, d.safeguards, d.subject_type AS "subjectType",
     d.subject_id AS "subjectId", n.display_name AS "recordedByName", d.recorded_at AS "recordedAt"
     FROM disclosures d ${joinPerson('d.person_id', 's')} ${joinPerson('d.recipient_person_id', 'r')}
     LEFT JOIN staff_names n ON n.id = d.recorded_by
    WHERE d.case_id = $1 ORDER BY d.occurred_at DESC, d.id DESC LIMIT 500`,
);

/** A person, and a file, within the reader's reach. */
export const PERSON_VISIBLE = statement(
  'consents.person-visible',
  'SELECT id FROM persons WHERE id = $1',
);
export const CASE_VISIBLE = statement('consents.case', 'SELECT id FROM cases WHERE id = $1');
