import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { revived } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import { sameAs } from '../people';
import type { RepatriationFacts } from './domain/repatriation-facts';
import { stepsByFacts } from './domain/steps-of-facts';

const list = (table: string, fields: string, order = 'x.recorded_at', more = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', x.id, ${fields}) ORDER BY ${order}, x.id), '[]')
      FROM ${table} x WHERE x.case_id = c.id ${more})`;
/** The person whom a record stands for. */
const PERSON = `coalesce((SELECT coalesce(p.merged_into, p.id) FROM persons p WHERE p.id = x.person_id), x.person_id)`;

/** One round trip for all facts; instants leave as text, since JSON knows no timestamps. */
const FACTS = `SELECT c.id AS "caseId", c.type, z.time_zone AS zone,
     coalesce((SELECT min(t.occurred_at) FROM timeline_entries t
       WHERE t.case_id = c.id AND t.kind = 'case.opened'), c.recorded_at) AS "openedAt",
     c.intake_channel = 'person' AS "cameInPerson",
     (SELECT coalesce(json_agg(json_build_object('id', x.id, 'channel', x.channel, 'outcome', x.outcome,
         'occurredAt', x.occurred_at)), '[]')
        FROM contact_attempts x WHERE x.case_id = c.id AND x.person_id = c.subject_person_id) AS contacts,
     ${list(
       'repatriation_steps',
       `'code', x.code, 'label', x.label, 'days', x.days, 'after', x.after, 'mandatory', x.mandatory,
        'state', x.state, 'notBeforeOn', x.not_before_on, 'startedOn', x.started_on, 'endedAt', x.ended_at,
        'endedOn', (x.ended_at AT TIME ZONE z.time_zone)::date`,
       'x.position',
     )} AS steps,
     (SELECT CASE WHEN s.identity <> 'verified' OR s.nationality IS NULL THEN NULL ELSE s.nationality = 'PE' END
        FROM persons p JOIN persons s ON s.id = coalesce(p.merged_into, p.id)
       WHERE p.id = c.subject_person_id) AS peruvian,
     (SELECT a.conclusion IN ('indigence', 'extreme_need') FROM vulnerability_assessments a
       WHERE a.case_id = c.id AND a.person_id IN ${sameAs('c.subject_person_id')}
       ORDER BY a.occurred_at DESC, a.id DESC LIMIT 1) AS "inNeed",
     app.earlier_repatriation_debts(c.id) AS earlier,
     r.agreed, r.children_born_abroad AS "childrenBornAbroad", r.children_registered AS "childrenRegistered",
     r.removal_ordered_on IS NOT NULL AS "removalKnown",
     ${list('repatriation_undertakings', `'outcome', x.outcome, 'waivedPercent', x.waived_percent, 'occurredAt', x.occurred_at`)} AS undertakings,
     ${list(
       'repatriation_consultations',
       `'kind', x.kind, 'state', x.state, 'costs', x.costs, 'askedAt', x.asked_at, 'answeredAt', x.answered_at`,
     )} AS consultations,
     ${list('journey_papers', `'kind', x.kind, 'issuedOn', x.issued_on, 'expiresOn', x.expires_on, 'obtainedAt', x.obtained_at`)} AS papers,
     ${list(
       'itinerary_segments',
       `'fromCountry', x.from_country, 'toCountry', x.to_country, 'departsAt', x.departs_at, 'arrivesAt', x.arrives_at,
        'fare', x.fare::text, 'currency', x.currency, 'shares', x.shares, 'bookedAt', x.booked_at`,
       'x.departs_at',
       'AND x.cancelled_at IS NULL',
     )} AS segments,
     ${list(
       'return_receptions',
       `'stage', x.stage, 'accepted', x.accepted, 'occurredAt', x.occurred_at, 'handedOverAt', x.handed_over_at`,
     )} AS receptions,
     ${list('boardings', `'personId', ${PERSON}, 'occurredAt', x.occurred_at`)} AS boardings,
     ${list('return_arrivals', `'personId', ${PERSON}, 'occurredAt', x.occurred_at`)} AS arrivals,
     ${list('benefit_notices', `'occurredAt', x.occurred_at`)} AS "benefitNotices",
     ${list('repatriation_follow_ups', `'finding', x.finding, 'occurredAt', x.occurred_at`)} AS "followUps",
     (SELECT x.state FROM repatriation_debts x WHERE x.case_id = c.id ORDER BY x.position DESC LIMIT 1) AS debt
   FROM repatriations r JOIN cases c ON c.id = r.case_id JOIN posts z ON z.id = c.post_id WHERE `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('repatriation.facts-of-one', `${FACTS} r.case_id = $1`);
const LOAD_MANY = statement('repatriation.facts', `${FACTS} r.case_id = ANY ($1::uuid[])`);

/** Loads the facts of repatriations in the ambient transaction; steps stand as the facts have them. */
@Injectable()
export class RepatriationFactsSource implements FactsSource<RepatriationFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, RepatriationFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(
      rows.map((row) => {
        const facts = revived(row) as RepatriationFacts;
        return [row.caseId, { ...facts, steps: stepsByFacts(facts) }];
      }),
    );
  }

  /** The facts of one case; null when it is of another family, or out of the actor's reach. */
  async of(caseId: string): Promise<RepatriationFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }
}
