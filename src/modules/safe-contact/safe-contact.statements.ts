import { statement } from '../../platform/database/statement';
import { joinPerson, recordsOf } from '../people';

const SHOWN = '(SELECT coalesce(p.merged_into, p.id) FROM persons p WHERE p.id = $2)';
const WAYS = `(SELECT coalesce(json_agg(json_build_object('channel', w.channel, 'address', w.address,
     'mayLeaveMessage', w.may_leave_message) ORDER BY w.position), '[]')
   FROM safe_contact_ways w WHERE w.safe_contact_id = s.id)`;
const FIELDS = `s.id, s.person_id AS "personId", s.version, s.time_zone AS "timeZone", s.hours, s.language,
   s.code_word AS "codeWord", s.seen_by AS "seenBy", s.neutral_text AS "neutralText", s.note,
   s.recorded_at AS "recordedAt", ${WAYS} AS ways`;

/** What holds for a person of a case now. With the system's sight: nobody may miss it. */
export const CURRENT = statement(
  'safe-contact.current',
  `SELECT ${FIELDS} FROM safe_contacts s
    WHERE s.case_id = $1 AND s.person_id IN ${recordsOf(SHOWN)}
    ORDER BY s.version DESC LIMIT 1`,
);
/** What decides whether an arrangement is needed before somebody is contacted. */
export const GROUND = statement(
  'safe-contact.ground',
  `SELECT c.tier,
     EXISTS (SELECT 1 FROM safe_contacts s WHERE s.case_id = c.id) AS "anyArranged",
     EXISTS (SELECT 1 FROM case_people cp WHERE cp.case_id = c.id AND cp.until IS NULL
       AND cp.role IN ('beneficiary', 'dependant') AND cp.person_id IN ${recordsOf(SHOWN)}) AS "inDanger"
   FROM cases c WHERE c.id = $1`,
);
export const TAKES_PART = statement(
  'safe-contact.takes-part',
  `SELECT cp.person_id AS id FROM case_people cp
    WHERE cp.case_id = $1 AND cp.until IS NULL AND cp.person_id IN ${recordsOf(SHOWN)} LIMIT 1`,
);
/** Every version, newest first, in the reader's scope. */
export const OF_CASE = statement(
  'safe-contact.of-case',
  `SELECT ${FIELDS}, concat_ws(' ', o.given_names, o.first_surname, o.second_surname) AS "fullName",
     o.id AS "shownId", n.display_name AS "recordedBy"
   FROM cases c JOIN safe_contacts s ON s.case_id = c.id ${joinPerson('s.person_id', 'o')}
     LEFT JOIN staff_names n ON n.id = s.recorded_by
  WHERE c.id = $1 ORDER BY s.recorded_at DESC, s.version DESC LIMIT 200`,
);
/** Whether the reader sees restricted parts of the case. */
export const SEES = statement(
  'safe-contact.sees',
  'SELECT app.sees_restricted(c.post_id, c.id) AS sees FROM cases c WHERE c.id = $1',
);
