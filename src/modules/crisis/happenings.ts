import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { newId } from '../../platform/ids';
import { Obligations } from '../obligations';
import type { PersonState, Source } from './domain/vocabulary';

const RECORD = statement(
  'crisis.record-events',
  `INSERT INTO incident_events (id, incident_id, person_id, state, source, occurred_at, recorded_by)
   SELECT e.id, $1, e.person_id, $4, $5, $6, app.account()
     FROM unnest($2::uuid[], $3::uuid[]) AS e (id, person_id) ORDER BY e.person_id`,
);
const CASES = statement(
  'crisis.cases-of-persons',
  `SELECT DISTINCT m.case_id AS id FROM incident_persons p JOIN incident_persons m ON m.stands_for = p.stands_for
    WHERE p.id = ANY ($1) AND m.case_id IS NOT NULL`,
);

export interface Happening {
  incidentId: string;
  personIds: readonly string[];
  state: PersonState;
  source: Source | 'confirmation';
  occurredAt: Temporal.Instant;
}

/** Adds to what is known of how persons are; the duties of their cases follow. */
@Injectable()
export class Happenings {
  constructor(
    private readonly database: Database,
    private readonly obligations: Obligations,
  ) {}

  /** In the ambient transaction. */
  async record({ incidentId, personIds, state, source, occurredAt }: Happening): Promise<void> {
    if (personIds.length === 0) return;
    const ids = personIds.map(() => newId());
    const values = [incidentId, ids, personIds, state, source, occurredAt.toString()];
    this.database.post(RECORD, values);
    await this.replan(personIds);
  }

  /** Plans the duties of the cases of these persons again. */
  async replan(personIds: readonly string[]): Promise<void> {
    const cases = await this.database.query<{ id: string }>(CASES, [personIds]);
    if (cases.length === 0) return;
    await this.obligations.replanAll(
      cases.map(({ id }) => id),
      'crisis_state',
    );
  }
}
