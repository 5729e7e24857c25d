import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { revived } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import type { GuideContext } from './domain/checklist';
import type { ViolenceFacts } from './domain/violence-facts';

const list = (table: string, fields: string, more = ''): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', x.id, ${fields})), '[]')
      FROM ${table} x WHERE x.case_id = c.id ${more})`;

/** One round trip for all facts; instants leave as text, since JSON knows no timestamps. */
const FACTS = `SELECT c.id AS "caseId", coalesce((SELECT min(t.occurred_at)
       FROM timeline_entries t WHERE t.case_id = c.id AND t.kind = 'case.opened'), c.recorded_at) AS "openedAt",
     c.intake_channel = 'person' AS "cameInPerson",
     ${list(
       'contact_attempts',
       `'channel', x.channel, 'outcome', x.outcome, 'codeWordGiven', x.code_word_given, 'occurredAt', x.occurred_at`,
       'AND x.person_id = c.subject_person_id',
     )} AS contacts,
     ${list('risk_assessments', `'level', x.level, 'occurredAt', x.occurred_at`)} AS assessments,
     ${list(
       'protection_measures',
       `'state', x.state, 'grantedOn', x.granted_on, 'expiresOn', x.expires_on, 'renewsId', x.renews_id,
        'endedAt', x.ended_at, 'askedOn', coalesce(x.requested_on, x.granted_on, x.recorded_at::date)`,
     )} AS measures,
     ${list(
       'returns_to_peru',
       `'returnedAt', x.returned_at, 'followUps', (SELECT coalesce(json_agg(json_build_object('id', f.id,
          'occurredAt', f.occurred_at, 'finding', f.finding)), '[]') FROM return_follow_ups f
          WHERE f.case_id = c.id AND f.return_id = x.id)`,
     )} AS returns
   FROM cases c WHERE c.family = 'gender_violence' AND `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('gender-violence.facts-of-one', `${FACTS} c.id = $1`);
const LOAD_MANY = statement('gender-violence.facts', `${FACTS} c.id = ANY ($1::uuid[])`);

const CONTEXT = statement(
  'gender-violence.guide',
  `SELECT EXISTS (SELECT 1 FROM safe_contacts x WHERE x.case_id = c.id) AS "safeContact",
     (SELECT count(*)::int FROM violence_incidents x WHERE x.case_id = c.id) AS incidents,
     EXISTS (SELECT 1 FROM safety_plans x WHERE x.case_id = c.id) AS "safetyPlan",
     ARRAY(SELECT DISTINCT x.service FROM support_services x WHERE x.case_id = c.id) AS services,
     (SELECT count(*)::int FROM assistance_outcomes x WHERE x.case_id = c.id) AS outcomes,
     ARRAY(SELECT x.assessment_id FROM risk_acceptances x WHERE x.case_id = c.id) AS "acceptedAssessments"
   FROM cases c WHERE c.id = $1`,
);

/** Loads the facts of cases of gender violence in the ambient transaction. */
@Injectable()
export class ViolenceFactsSource implements FactsSource<ViolenceFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, ViolenceFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(rows.map((row) => [row.caseId, revived(row) as ViolenceFacts]));
  }

  /** The facts of one case; null when it is of another family, or out of the actor's reach. */
  async of(caseId: string): Promise<ViolenceFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }

  /** What the guided steps look at beside the facts. */
  async guideContext(caseId: string): Promise<GuideContext | null> {
    const [row] = await this.database.query<GuideContext>(CONTEXT, [caseId]);
    return row ?? null;
  }
}
