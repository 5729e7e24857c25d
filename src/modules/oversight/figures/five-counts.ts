import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';

/** $1 from, $2 until (not part of it), $3 as of, $4 post or null. */
const COUNTS = statement(
  'oversight.five-counts',
  `WITH attended AS (
     SELECT c.id FROM cases c WHERE ($4::uuid IS NULL OR c.post_id = $4)
        AND EXISTS (SELECT 1 FROM case_actions a WHERE a.case_id = c.id AND a.occurred_at >= $1 AND a.occurred_at < $2 AND a.recorded_at <= $3)
   ), attentions AS (
     SELECT a.case_id FROM aid_requests a WHERE a.kind = 'attention' AND a.programme = 'palh' AND a.recorded_at <= $3
        AND (a.paid_on)::timestamp AT TIME ZONE 'America/Lima' >= $1 AND (a.paid_on)::timestamp AT TIME ZONE 'America/Lima' < $2
        AND ($4::uuid IS NULL OR a.post_id = $4)
   ), subventions AS (
     SELECT a.id FROM aid_requests a WHERE a.programme = 'pah' AND ($4::uuid IS NULL OR a.post_id = $4)
        AND EXISTS (SELECT 1 FROM aid_decisions d WHERE d.aid_id = a.id AND d.act IN ('resolve', 'regularise')
                      AND d.occurred_at >= $1 AND d.occurred_at < $2 AND d.recorded_at <= $3)
        AND NOT EXISTS (SELECT 1 FROM aid_decisions d WHERE d.aid_id = a.id AND d.act = 'cancel' AND d.recorded_at <= $3)
   )
   SELECT (SELECT count(*) FROM cases c WHERE c.recorded_at >= $1 AND c.recorded_at < $2 AND c.recorded_at <= $3
             AND ($4::uuid IS NULL OR c.post_id = $4))::int AS "casesOpened",
          (SELECT count(*) FROM attended)::int AS "casesAttended",
          (SELECT count(DISTINCT coalesce(s.survivor_id, cp.person_id)) FROM attended t
             JOIN case_people cp ON cp.case_id = t.id AND cp.role = 'beneficiary' AND cp.since <= $3
             LEFT JOIN app.survivors_as_of($3) s ON s.person_id = cp.person_id)::int AS "personsAssisted",
          (SELECT count(DISTINCT case_id) FROM attentions)::int AS "palhCases",
          (SELECT count(*) FROM subventions)::int AS subventions,
          (SELECT count(DISTINCT coalesce(s.survivor_id, b.person_id)) FROM subventions v JOIN aid_beneficiaries b ON b.aid_id = v.id
             LEFT JOIN app.survivors_as_of($3) s ON s.person_id = b.person_id)::int AS beneficiaries`,
);

export interface CountedRange {
  /** ISO instants; `until` is not part of the range. */
  from: string;
  until: string;
  asOf: string;
  post?: string | undefined;
}

export interface FiveCountsFigures {
  casesOpened: number;
  /** Cases with an action in the range. */
  casesAttended: number;
  /** Distinct persons with an action in the range, once over all posts. */
  personsAssisted: number;
  /** Cases with a PALH attention in the range. */
  palhCases: number;
  /** PAH approved in the range and not cancelled. */
  subventions: number;
  /** Distinct persons on them. */
  beneficiaries: number;
}

/** Persons, cases, actions, subventions and beneficiaries: different counts, each defined (rules §10). */
@Injectable()
export class FiveCounts {
  constructor(private readonly database: Database) {}

  /** Within the ambient transaction and the reader's scope; sealed cases stand apart. */
  async count({ from, until, asOf, post }: CountedRange): Promise<FiveCountsFigures> {
    const values = [from, until, asOf, post ?? null];
    const [figures] = await this.database.query<FiveCountsFigures>(COUNTS, values);
    return figures!;
  }
}
