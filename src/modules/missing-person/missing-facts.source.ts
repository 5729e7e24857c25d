import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { FactsSource } from '../obligations';
import type { MissingFacts } from './domain/missing-facts';

const list = (table: string, fields: string): string =>
  `(SELECT coalesce(json_agg(json_build_object('id', x.id, ${fields})), '[]')
      FROM ${table} x WHERE x.case_id = c.id)`;

/** One round trip for all facts; instants leave as text, since JSON knows no timestamps. */
const FACTS = `SELECT c.id AS "caseId", m.requester_person_id AS "requesterPersonId",
     coalesce((SELECT min(t.occurred_at) FROM timeline_entries t
                WHERE t.case_id = c.id AND t.kind = 'case.opened'), c.recorded_at) AS "openedAt",
     ${list('interest_decisions', `'decision', x.decision, 'occurredAt', x.occurred_at`)} AS decisions,
     ${list('search_inquiries', `'sentAt', x.sent_at, 'answeredAt', x.answered_at, 'followsId', x.follows_id`)} AS inquiries,
     ${list('search_results', `'result', x.result, 'occurredAt', x.occurred_at`)} AS results,
     ${list('located_wills', `'will', x.will, 'occurredAt', x.occurred_at`)} AS wills,
     ${list('requester_answers', `'occurredAt', x.occurred_at`)} AS answers,
     array(SELECT DISTINCT o.family FROM case_links l
             JOIN cases o ON o.id = CASE WHEN l.case_id = c.id THEN l.other_case_id ELSE l.case_id END
            WHERE c.id IN (l.case_id, l.other_case_id) AND l.ended_at IS NULL) AS linked
   FROM missing_persons m JOIN cases c ON c.id = m.case_id WHERE `;
/** Apart, since a plan for any number of cases is never thought as good as one made anew each time. */
const LOAD_ONE = statement('missing-person.facts-of-one', `${FACTS} m.case_id = $1`);
const LOAD_MANY = statement('missing-person.facts', `${FACTS} m.case_id = ANY ($1::uuid[])`);

const INSTANT_FIELD = /At$/;

function revive(key: string, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime());
  if (typeof value === 'string') {
    return INSTANT_FIELD.test(key) ? Temporal.Instant.from(value) : value;
  }
  if (Array.isArray(value)) return value.map((item) => revive('', item));
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, revive(k, v)]));
  }
  return value;
}

/**
 * Loads the facts of searches in the ambient transaction. What was found is there only for those who may
 * see it; duties are planned with the system's sight.
 */
@Injectable()
export class MissingFactsSource implements FactsSource<MissingFacts> {
  constructor(private readonly database: Database) {}

  async load(caseIds: readonly string[]): Promise<Map<string, MissingFacts>> {
    const rows =
      caseIds.length === 1
        ? await this.database.query<{ caseId: string }>(LOAD_ONE, [caseIds[0]])
        : await this.database.query<{ caseId: string }>(LOAD_MANY, [caseIds]);
    return new Map(rows.map((row) => [row.caseId, revive('', row) as MissingFacts]));
  }

  /** The facts of one case; null when it is of another family, or out of the actor's reach. */
  async of(caseId: string): Promise<MissingFacts | null> {
    return (await this.load([caseId])).get(caseId) ?? null;
  }
}
