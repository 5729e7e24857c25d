import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { CasePanel } from '../cases';

const READ = statement(
  'crisis.panel',
  `SELECT i.id AS "incidentId", i.name_es AS "nameEs", i.name_en AS "nameEn", i.state AS "incidentState",
          p.id AS "incidentPersonId", p.state, p.priority,
          ARRAY(SELECT n.need FROM incident_needs n WHERE n.person_id = p.id AND n.state = 'open' ORDER BY n.need) AS "openNeeds"
     FROM incident_persons p JOIN incidents i ON i.id = p.incident_id WHERE p.case_id = $1 AND p.stands_for = p.id`,
);

/** The family's part of the case page: which incident, and how the person is. */
@Injectable()
export class CrisisPanel implements CasePanel {
  readonly name = 'crisis';
  readonly family = 'crisis';

  constructor(private readonly database: Database) {}

  /** Null for whoever does not reach the incident. */
  async load({ id }: { id: string }): Promise<object | null> {
    const [row] = await this.database.query(READ, [id]);
    return row ?? null;
  }
}
