import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { revived } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import type { CrisisFacts } from './domain/plan-crisis';

const FACTS = `SELECT c.id AS "caseId",
     coalesce((SELECT min(t.occurred_at) FROM timeline_entries t
                WHERE t.case_id = c.id AND t.kind = 'case.opened'), c.recorded_at) AS "openedAt",
     (SELECT json_build_object('id', e.id, 'occurredAt', e.occurred_at)
        FROM incident_persons p JOIN incident_persons d ON d.stands_for = p.stands_for
        JOIN incident_events e ON e.person_id = d.id
       WHERE p.case_id = c.id AND e.state <> 'registered' ORDER BY e.occurred_at, e.id LIMIT 1) AS "firstKnown",
     (SELECT count(*)::int FROM incident_persons p JOIN incident_needs n ON n.person_id = p.stands_for
       WHERE p.case_id = c.id AND n.state = 'open') AS "openNeeds"
   FROM cases c WHERE c.family = 'crisis' AND `;
const LOAD_ONE = statement('crisis.facts-of-one', `${FACTS} c.id = $1`);
const LOAD_MANY = statement('crisis.facts', `${FACTS} c.id = ANY ($1::uuid[])`);

/** Loads the facts of cases of crises in the ambient transaction. */
@Injectable()
export class CrisisFactsSource implements FactsSource<CrisisFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, CrisisFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(rows.map((row) => [row.caseId, revived(row) as CrisisFacts]));
  }

  async of(caseId: string): Promise<CrisisFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }
}
