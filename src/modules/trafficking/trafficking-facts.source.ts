import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { revived } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import type { GuideContext } from './domain/checklist';
import type { TraffickingFacts } from './domain/trafficking-facts';

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
     ${list(
       'identity_checks',
       `'nationalityFinding', x.nationality_finding, 'ageFinding', x.age_finding, 'occurredAt', x.checked_at`,
     )} AS checks,
     ${list(
       'trafficking_referrals',
       `'recipient', x.recipient, 'state', x.state, 'occurredAt', x.occurred_at, 'answeredAt', x.answered_at`,
     )} AS referrals,
     ${list(
       'reflection_periods',
       `'state', x.state, 'fromOn', x.from_day, 'untilOn', x.until_day, 'recordedAt', x.recorded_at`,
     )} AS reflections,
     ${list(
       'safe_returns',
       `'arrivedAt', x.arrived_at, 'followUps', (SELECT coalesce(json_agg(json_build_object('id', f.id,
          'occurredAt', f.occurred_at, 'finding', f.finding)), '[]') FROM safe_return_follow_ups f
          WHERE f.case_id = c.id AND f.return_id = x.id)`,
     )} AS returns
   FROM cases c WHERE c.family = 'trafficking' AND `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('trafficking.facts-of-one', `${FACTS} c.id = $1`);
const LOAD_MANY = statement('trafficking.facts', `${FACTS} c.id = ANY ($1::uuid[])`);

const CONTEXT = statement(
  'trafficking.guide',
  `SELECT EXISTS (SELECT 1 FROM safe_contacts x WHERE x.case_id = c.id) AS "safeContact",
     (SELECT count(*)::int FROM trafficking_findings x WHERE x.case_id = c.id) AS findings,
     (SELECT count(*)::int FROM exploitations x WHERE x.case_id = c.id) AS exploitations,
     (SELECT count(*)::int FROM perpetrators x WHERE x.case_id = c.id) AS perpetrators
   FROM cases c WHERE c.id = $1`,
);

/** Loads the facts of cases of trafficking in the ambient transaction. */
@Injectable()
export class TraffickingFactsSource implements FactsSource<TraffickingFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, TraffickingFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(rows.map((row) => [row.caseId, revived(row) as TraffickingFacts]));
  }

  /** The facts of one case; null when it is of another family, or out of the actor's reach. */
  async of(caseId: string): Promise<TraffickingFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }

  /** What the guided steps look at beside the facts. */
  async guideContext(caseId: string): Promise<GuideContext | null> {
    const [row] = await this.database.query<GuideContext>(CONTEXT, [caseId]);
    return row ?? null;
  }
}
