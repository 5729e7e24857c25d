import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { Board } from './board';
import { Headcounts, sumOf } from './headcounts';
import type { AfterActionResponse } from './http/dto/report.responses';
import { IncidentWork, type IncidentFile } from './incident-work';
import { ReadManifests } from './read-manifests';

const MILESTONES = statement(
  'crisis.milestones',
  `SELECT * FROM (
     SELECT 'started' AS kind, i.started_at AS "occurredAt", NULL AS detail FROM incidents i WHERE i.id = $1
     UNION ALL SELECT CASE d.state WHEN 'active' THEN 'activated' ELSE 'stood_down' END, d.occurred_at, d.reason
       FROM incident_decisions d WHERE d.incident_id = $1
     UNION ALL SELECT 'first_registration', min(registered_at), NULL FROM incident_persons WHERE incident_id = $1 HAVING count(*) > 0
     UNION ALL SELECT 'first_known', min(occurred_at), NULL FROM incident_events
       WHERE incident_id = $1 AND state <> 'registered' HAVING count(*) > 0
     UNION ALL SELECT 'departed', departed_at, code FROM manifests WHERE incident_id = $1 AND departed_at IS NOT NULL
     UNION ALL SELECT 'arrived', arrived_at, code FROM manifests WHERE incident_id = $1 AND arrived_at IS NOT NULL
     UNION ALL SELECT 'broadcast', b.occurred_at, (SELECT count(*)::text FROM broadcast_recipients r WHERE r.broadcast_id = b.id AND r.state <> 'void')
       FROM broadcasts b WHERE b.incident_id = $1
   ) m ORDER BY "occurredAt", kind`,
);
const BY_POST = statement(
  'crisis.by-post',
  `SELECT o.code AS post, count(*)::int AS persons FROM incident_persons p LEFT JOIN posts o ON o.id = p.post_id
    WHERE p.incident_id = $1 AND p.stands_for = p.id GROUP BY o.code ORDER BY o.code NULLS LAST`,
);
/** From the first registration of a person to the first that was known of them; each person once. */
const FIRST_CONTACT = statement(
  'crisis.first-contact',
  `WITH person AS (
     SELECT d.stands_for AS id, min(e.occurred_at) FILTER (WHERE e.state = 'registered') AS registered,
            min(e.occurred_at) FILTER (WHERE e.state <> 'registered') AS known
       FROM incident_events e JOIN incident_persons d ON d.id = e.person_id WHERE e.incident_id = $1 GROUP BY d.stands_for
   )
   SELECT count(known)::int AS contacted, count(*)::int AS persons, round(extract(epoch FROM
            percentile_cont(0.5) WITHIN GROUP (ORDER BY known - registered) FILTER (WHERE known IS NOT NULL)) / 60)::int AS "medianMinutes"
     FROM person`,
);
const NAMED = statement(
  'crisis.named',
  'SELECT count(*)::int AS mentions FROM incident_mentions WHERE incident_id = $1',
);

/** What happened, for whoever answers for it: every indicator counts each person once. */
@Injectable()
export class AfterActionReport {
  constructor(
    private readonly work: IncidentWork,
    private readonly board: Board,
    private readonly headcounts: Headcounts,
    private readonly manifests: ReadManifests,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  show(actor: Actor, incidentId: string): Promise<AfterActionResponse> {
    return this.work.on(actor, incidentId, 'crisis.read', (file) => this.read(file));
  }

  private async read({ incident, now }: IncidentFile): Promise<AfterActionResponse> {
    const { id, lessons } = incident;
    const [milestones, byState, needs, byPost, [contact], [named], manifests] = await Promise.all([
      this.database.query<{ kind: string; occurredAt: Date; detail: string | null }>(MILESTONES, [
        id,
      ]),
      this.headcounts.at(id, now.toString(), null),
      this.board.needs(id),
      this.database.query<{ post: string | null; persons: number }>(BY_POST, [id]),
      this.database.query<{ persons: number; contacted: number; medianMinutes: number | null }>(
        FIRST_CONTACT,
        [id],
      ),
      this.database.query<{ mentions: number }>(NAMED, [id]),
      this.manifests.of(id),
    ]);
    await this.audit.record({
      action: 'incident.reported',
      subjectType: 'incident',
      subjectId: id,
    });
    const persons = sumOf(byState);
    const report = {
      ...{ at: now.toString(), nameEs: incident.nameEs, nameEn: incident.nameEn, lessons },
      ...{ persons, mentions: named!.mentions, byState, needs, byPost },
      firstContact: { contacted: contact!.contacted, medianMinutes: contact!.medianMinutes },
      milestones: milestones.map((m) => ({ ...m, occurredAt: m.occurredAt.toISOString() })),
      manifests,
    };
    const rows: (string | number)[][] = [
      ...report.milestones.map((m) => ['milestone', m.kind, m.occurredAt]),
      ['persons', 'total', persons],
      ['mentions', 'total', named!.mentions],
      ...Object.entries(byState).map(([state, n]) => ['state', state, n]),
      ...needs.flatMap(({ need, open, met }) => [
        ['need_open', need, open],
        ['need_met', need, met],
      ]),
      ...byPost.map(({ post, persons: n }) => ['post', post ?? 'none', n]),
      ...manifests.flatMap(({ code, seats }) =>
        Object.entries(seats).map(([state, n]) => [`manifest_${state}`, code, n]),
      ),
      ['first_contact', 'contacted', contact!.contacted],
      ['first_contact', 'median_minutes', contact!.medianMinutes ?? ''],
      ['lessons', 'text', lessons ?? ''],
    ];
    return {
      ...report,
      csv: stringify(
        rows.map((row) => row.map(harmless)),
        { header: true, columns: ['section', 'item', 'value'] },
      ),
    };
  }
}

/** A cell that a spreadsheet would take for a formula is told as text. */
const harmless = (cell: string | number): string | number =>
  typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
