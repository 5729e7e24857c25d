import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import type { RecordFaresRequest } from '../http/dto/manifest.requests';
import { IncidentWork } from '../incident-work';

const SEATS = statement(
  'crisis.seats-to-pay',
  `SELECT s.person_id FROM manifest_seats s
    WHERE s.manifest_id = $1 AND s.incident_id = $2 AND s.person_id = ANY ($3) AND s.state NOT IN ('waiting', 'released')`,
);
const RECORD = statement(
  'crisis.record-fares',
  `INSERT INTO seat_fares (id, incident_id, manifest_id, person_id, currency, recorded_by)
   SELECT f.id, $1, $2, f.person_id, $5, app.account() FROM unnest($3::uuid[], $4::uuid[]) AS f (id, person_id)`,
);
const SHARE = statement(
  'crisis.share-fares',
  `INSERT INTO seat_fare_shares (incident_id, fare_id, payer, amount)
   SELECT $1, f, s.payer, s.amount FROM unnest($2::uuid[]) AS f, unnest($3::text[], $4::numeric[]) AS s (payer, amount)`,
);

/** Who paid which share of a seat, also of one that was free (CMW 2024 ¶80; rules §6). */
@Injectable()
export class Fares {
  constructor(private readonly work: IncidentWork) {}

  /**
   * The same shares for each of the seats named; what was recorded of them before no longer holds.
   * Known long after the journey as well, so the incident need not be active.
   * @throws DomainError NO_SUCH_SEAT (422)
   */
  record(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    { personIds, currency, shares }: RecordFaresRequest,
  ): Promise<{ seats: number }> {
    return this.work.on(actor, incidentId, 'crisis.work', async (file) => {
      const { database } = this.work;
      const people = [...new Set(personIds)];
      const seats = await database.query(SEATS, [manifestId, incidentId, people]);
      if (seats.length < people.length) throw new DomainError('NO_SUCH_SEAT');
      const ids = people.map(() => newId());
      const payers = shares.map(({ payer }) => payer);
      const amounts = shares.map(({ amount }) => amount);
      database.post(RECORD, [incidentId, manifestId, ids, people, currency]);
      database.post(SHARE, [incidentId, ids, payers, amounts]);
      await this.work.record(file, 'manifest.fares_recorded', { manifestId, seats: people.length });
      return { seats: people.length };
    });
  }
}
