import { counted, type Invariant, type Witness } from './invariant';

/**
 * A disclosure that names a consent of somebody else (whose record was never one with theirs), for something or someone else, refused, or not
 * in force at the instant of sharing (Ley 29733 art. 13).
 */
const WITHOUT_GROUND = `
  WITH RECURSIVE joined (one, other) AS (
    SELECT person_id, survivor_id FROM person_merges UNION SELECT survivor_id, person_id FROM person_merges
  ), ever_one (one, other) AS (
    SELECT one, other FROM joined
    UNION
    SELECT e.one, j.other FROM ever_one e JOIN joined j ON j.one = e.other
  )
  SELECT count(*) AS n
    FROM disclosures d
    JOIN consents c ON c.id = d.consent_id
    LEFT JOIN consent_withdrawals w ON w.consent_id = c.id
   WHERE c.case_id <> d.case_id
      OR (c.person_id <> d.person_id AND NOT EXISTS (
           SELECT 1 FROM ever_one e WHERE e.one = c.person_id AND e.other = d.person_id))
      OR c.decision <> 'granted' OR c.purpose <> d.purpose OR c.recipient_kind <> d.recipient_kind
      OR NOT c.categories @> d.categories
      OR c.given_at > d.occurred_at OR c.valid_until <= d.occurred_at
      OR w.withdrawn_at <= d.occurred_at`;

/**
 * A family told on the ground of a wish that, as it was known then, was not yes at the instant of
 * telling; or told by no notification of that case (VCCR 36.1.b, rules §3.2).
 */
const WITHOUT_WISH = `
  SELECT count(*) AS n
    FROM disclosures d
    LEFT JOIN family_notifications f ON f.id = d.subject_id AND f.case_id = d.case_id
    LEFT JOIN LATERAL (
      SELECT w.wish FROM detention_wishes w
       WHERE w.case_id = d.case_id AND w.subject = 'family'
         AND w.occurred_at <= d.occurred_at AND w.recorded_at <= d.recorded_at
       ORDER BY w.occurred_at DESC, w.recorded_at DESC LIMIT 1) said ON true
   WHERE d.ground = 'recorded_wish' AND (f.id IS NULL OR said.wish IS DISTINCT FROM 'yes')`;

/** What was shared because somebody consented, or wished it. */
export const consentInvariants = ({ owner }: Witness): Invariant[] => [
  counted('disclosures_without_standing_consent', owner, WITHOUT_GROUND),
  counted('families_told_without_wish', owner, WITHOUT_WISH),
];
