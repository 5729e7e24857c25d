import { counted, type Invariant, type Witness } from './invariant';

/**
 * A disclosure that names a consent of somebody else, for something or someone else, refused, or not
 * in force at the instant of sharing (Ley 29733 art. 13).
 */
const WITHOUT_GROUND = `
  SELECT count(*) AS n
    FROM disclosures d
    JOIN consents c ON c.id = d.consent_id
    LEFT JOIN consent_withdrawals w ON w.consent_id = c.id
   WHERE c.case_id <> d.case_id OR c.person_id <> d.person_id
      OR c.decision <> 'granted' OR c.purpose <> d.purpose OR c.recipient_kind <> d.recipient_kind
      OR NOT c.categories @> d.categories
      OR c.given_at > d.occurred_at OR c.valid_until <= d.occurred_at
      OR w.withdrawn_at <= d.occurred_at`;

/** What was shared because somebody consented. */
export const consentInvariants = ({ owner }: Witness): Invariant[] => [
  counted('disclosures_without_standing_consent', owner, WITHOUT_GROUND),
];
