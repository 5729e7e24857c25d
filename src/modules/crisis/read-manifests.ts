import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import { MANIFESTS } from './board';
import { IncidentWork } from './incident-work';

const SEATS = statement(
  'crisis.seats',
  `SELECT s.person_id AS "personId", s.state, p.given_names AS "givenNames", p.first_surname AS "firstSurname",
          p.second_surname AS "secondSurname", p.priority
     FROM manifest_seats s JOIN incident_persons p ON p.id = s.person_id
    WHERE s.manifest_id = $1 AND s.incident_id = $2
    ORDER BY s.state = 'released', -p.priority, p.first_surname, p.given_names, p.id`,
);

/** Flights and buses of an incident, with the names on them. */
@Injectable()
export class ReadManifests {
  constructor(
    private readonly work: IncidentWork,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, incidentId: string): Promise<{ items: object[] }> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => ({
      items: await this.work.database.query(MANIFESTS, [incidentId]),
    }));
  }

  show(actor: Actor, incidentId: string, manifestId: string): Promise<object> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => {
      const { database } = this.work;
      const [manifests, items] = await Promise.all([
        database.query<{ id: string }>(MANIFESTS, [incidentId]),
        database.query(SEATS, [manifestId, incidentId]),
      ]);
      const manifest = manifests.find(({ id }) => id === manifestId);
      if (!manifest) throw notFound();
      await this.audit.record({
        action: 'manifest.viewed',
        subjectType: 'manifest',
        subjectId: manifestId,
      });
      return { manifest, items };
    });
  }
}
