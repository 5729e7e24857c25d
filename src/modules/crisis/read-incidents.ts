import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { inZulu } from '../../platform/database/json-rows';
import { statement } from '../../platform/database/statement';
import { IncidentWork } from './incident-work';
import type { CrisisIncidentResponse, IncidentRowResponse } from './http/dto/crisis.responses';

const LIST = statement(
  'crisis.incidents',
  `SELECT i.id, i.kind, i.slug, i.name_es AS "nameEs", i.name_en AS "nameEn", i.country, i.state, i.started_at AS "startedAt",
          ARRAY(SELECT p.code FROM incident_posts o JOIN posts p ON p.id = o.post_id WHERE o.incident_id = i.id ORDER BY p.code) AS posts,
          (SELECT count(*)::int FROM incident_persons p WHERE p.incident_id = i.id AND p.stands_for = p.id) AS persons
     FROM incidents i ORDER BY CASE i.state WHEN 'active' THEN 0 WHEN 'prepared' THEN 1 ELSE 2 END, i.started_at DESC, i.id`,
);
const DETAIL = statement(
  'crisis.incident-detail',
  `SELECT (SELECT coalesce(json_agg(json_build_object('id', p.id, 'code', p.code, 'name', p.name_es) ORDER BY p.code), '[]')
             FROM incident_posts o JOIN posts p ON p.id = o.post_id WHERE o.incident_id = $1) AS posts,
          (SELECT coalesce(json_agg(json_build_object('state', d.state, 'reason', d.reason, 'occurredAt', d.occurred_at,
             'by', (SELECT display_name FROM staff_names WHERE id = d.recorded_by)) ORDER BY d.occurred_at, d.id), '[]')
             FROM incident_decisions d WHERE d.incident_id = $1) AS decisions,
          (SELECT coalesce(json_agg(json_build_object('id', l.id, 'accountId', l.account_id, 'reason', l.reason,
             'name', (SELECT display_name FROM staff_names WHERE id = l.account_id), 'validFromAt', l.valid_from,
             'validUntilAt', l.valid_until, 'endedAt', l.ended_at) ORDER BY l.valid_from, l.id), '[]')
             FROM incident_loans l WHERE l.incident_id = $1) AS loans,
          (SELECT coalesce(json_agg(json_build_object('id', l.id, 'name', l.name, 'format', l.format, 'rows', l.rows,
             'recordedAt', l.recorded_at) ORDER BY l.recorded_at, l.id), '[]')
             FROM incident_lists l WHERE l.incident_id = $1) AS lists`,
);
/** Incidents in the reader's reach. */
@Injectable()
export class ReadIncidents {
  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
  ) {}

  /** The active ones first. */
  list(actor: Actor): Promise<{ items: IncidentRowResponse[] }> {
    return this.database.inTransaction(actor, async () => ({
      items: await this.database.query<IncidentRowResponse>(LIST),
    }));
  }

  show(actor: Actor, incidentId: string): Promise<CrisisIncidentResponse> {
    return this.work.on(actor, incidentId, 'crisis.read', async ({ incident }) => {
      const [detail] = await this.database.query(DETAIL, [incidentId]);
      return inZulu({
        ...incident,
        startedAt: incident.startedAt.toISOString(),
        ...detail,
      }) as CrisisIncidentResponse;
    });
  }
}
