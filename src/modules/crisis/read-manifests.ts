import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor';
import { Audit } from '../../platform/audit/audit';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { notFound } from '../../platform/errors/domain-error';
import type { ManifestResponse } from './http/dto/crisis.responses';
import type { FareTotalResponse, ManifestSeatResponse } from './http/dto/manifest.responses';
import { IncidentWork, type IncidentFile } from './incident-work';

const MANIFEST = `
  SELECT m.id, m.kind, m.code, m.carrier, m.origin, m.destination, m.destination_country AS "destinationCountry",
         m.departs_at AS "departsAt", m.departs_zone AS "departsZone", m.arrives_at AS "arrivesAt",
         m.arrives_zone AS "arrivesZone", m.departed_at AS "departedAt", m.arrived_at AS "arrivedAt",
         m.capacity, m.state, coalesce((SELECT json_object_agg(s.state, s.n) FROM (
           SELECT state, count(*)::int AS n FROM manifest_seats WHERE manifest_id = m.id GROUP BY state) s), '{}') AS seats
    FROM manifests m WHERE m.incident_id = $1`;
const LIST = statement('crisis.manifests', `${MANIFEST} ORDER BY m.departs_at, m.id`);
const ONE = statement('crisis.manifest', `${MANIFEST} AND m.id = $2`);
/** The newest fare of a seat is the one that holds. */
const FARE = `
  SELECT DISTINCT ON (person_id) id, person_id, currency FROM seat_fares
   WHERE manifest_id = $1 AND incident_id = $2 ORDER BY person_id, id DESC`;
const SEATS = statement(
  'crisis.seats',
  `SELECT s.person_id AS "personId", s.state, p.given_names AS "givenNames", p.first_surname AS "firstSurname",
          p.second_surname AS "secondSurname", p.birth_date::text AS "birthDate", p.document_number AS "documentNumber",
          p.priority, f.currency,
          coalesce((SELECT json_agg(json_build_object('payer', h.payer, 'amount', h.amount::text) ORDER BY h.payer)
                      FROM seat_fare_shares h WHERE h.fare_id = f.id), '[]') AS shares
     FROM manifest_seats s JOIN incident_persons p ON p.id = s.person_id
     LEFT JOIN (${FARE}) f ON f.person_id = s.person_id
    WHERE s.manifest_id = $1 AND s.incident_id = $2
    ORDER BY s.state = 'released', -p.priority, p.first_surname, p.given_names, p.id`,
);
const TOTALS = statement(
  'crisis.fares-of-manifest',
  `SELECT f.currency, h.payer, sum(h.amount)::text AS amount, count(*)::int AS seats
     FROM (${FARE}) f JOIN seat_fare_shares h ON h.fare_id = f.id
    GROUP BY f.currency, h.payer ORDER BY f.currency, h.payer`,
);

export interface ManifestWithSeats {
  manifest: ManifestResponse;
  items: ManifestSeatResponse[];
  fares: FareTotalResponse[];
}

/** Flights and buses of an incident, with the names on them and who paid. */
@Injectable()
export class ReadManifests {
  constructor(
    private readonly work: IncidentWork,
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, incidentId: string): Promise<{ items: ManifestResponse[] }> {
    return this.work.on(actor, incidentId, 'crisis.read', async () => ({
      items: await this.of(incidentId),
    }));
  }

  /** In the ambient transaction, by departure. */
  of(incidentId: string): Promise<ManifestResponse[]> {
    return this.database.query<ManifestResponse>(LIST, [incidentId]);
  }

  show(actor: Actor, incidentId: string, manifestId: string): Promise<ManifestWithSeats> {
    return this.read(actor, incidentId, manifestId, 'manifest.viewed', (read) => read);
  }

  /** Reads a manifest for `use`, and leaves the trace of what for. */
  read<T>(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    action: string,
    use: (read: ManifestWithSeats, file: IncidentFile) => T,
  ): Promise<T> {
    return this.work.on(actor, incidentId, 'crisis.read', async (file) => {
      const values = [manifestId, incidentId];
      const [[manifest], items, fares] = await Promise.all([
        this.database.query<ManifestResponse>(ONE, [incidentId, manifestId]),
        this.database.query<ManifestSeatResponse>(SEATS, values),
        this.database.query<FareTotalResponse>(TOTALS, values),
      ]);
      if (!manifest) throw notFound();
      await this.audit.record({ action, subjectType: 'manifest', subjectId: manifestId });
      return use({ manifest, items, fares }, file);
    });
  }
}
