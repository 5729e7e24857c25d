import { statement } from '../../platform/database/statement';

export const INSERT_CASE = statement(
  'cases.insert',
  `INSERT INTO cases (id, post_id, family, type, tier, status, stage, intake_channel, intake_reference,
     occurred_at, country, subdivision, place, summary, subject_person_id, assignee_id, catalogue_version, opened_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, app.account())`,
);
/** Who opens a case of a stricter tier takes part in it: else nobody could write its first facts. */
export const ADMIT_OPENER = statement('cases.admit-opener', 'SELECT app.admit_opener($1, $2, $3)');
export const INSERT_PERSON = statement(
  'cases.insert-person',
  'INSERT INTO case_people (id, case_id, person_id, role, note) VALUES ($1, $2, $3, $4, $5)',
);
export const INSERT_MEMBER = statement(
  'cases.insert-member',
  `INSERT INTO case_members (id, case_id, account_id, kind, reason, added_by)
   VALUES ($1, $2, $3, $4, $5, app.account())`,
);
export const RECORD_ACTION = statement(
  'cases.record-action',
  `INSERT INTO case_actions (id, case_id, action, occurred_at, actor_id, tier, note)
   VALUES ($1, $2, $3, $4, app.account(), $5, $6)`,
);
