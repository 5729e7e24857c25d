import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { instantOf } from '../../../platform/clock/moments';
import { statement } from '../../../platform/database/statement';
import { DomainError, invalidField, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { giveSeats, inOrderOfNeed, type Candidate } from '../domain/seats';
import type { ManifestState, SeatState } from '../domain/vocabulary';
import type { NewManifestRequest } from '../http/dto/manifest.requests';
import { IncidentWork, type IncidentFile } from '../incident-work';

const INSERT = statement(
  'crisis.new-manifest',
  `INSERT INTO manifests (id, incident_id, kind, code, carrier, origin, destination, destination_country, departs_at,
          departs_zone, arrives_at, arrives_zone, capacity, state, recorded_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open', app.account())`,
);
/** Whoever gives a seat waits here for whoever was first. */
const LOCK = statement(
  'crisis.lock-manifest',
  `SELECT id, state, capacity, taken, destination_country AS "destinationCountry", departed_at AS "departedAt"
     FROM manifests WHERE id = $1 AND incident_id = $2 FOR NO KEY UPDATE`,
);
/** The persons meant, locked in one order: nobody is given two seats at once by two manifests. */
const LOCK_PERSONS = statement(
  'crisis.lock-travellers',
  `SELECT id FROM incident_persons
    WHERE id IN (SELECT stands_for FROM incident_persons WHERE incident_id = $1 AND id = ANY ($2))
       OR id IN (SELECT person_id FROM manifest_seats WHERE manifest_id = $3 AND state = 'waiting')
    ORDER BY id FOR NO KEY UPDATE`,
);
/** Nobody sits in two vehicles at once; a bus that ends before a flight begins leads to it. */
const ELSEWHERE = `EXISTS (
  SELECT 1 FROM manifest_seats o JOIN manifests om ON om.id = o.manifest_id, manifests m
   WHERE m.id = $1 AND om.id <> m.id AND o.person_id = r.id AND o.state = 'seated'
     AND om.departs_at < m.arrives_at AND om.arrives_at > m.departs_at)`;
const CANDIDATE = `r.id AS "personId", r.priority, (extract(epoch FROM r.registered_at) * 1000)::float8 AS "registeredAt"`;
const CANDIDATES = statement(
  'crisis.seat-candidates',
  `SELECT ${CANDIDATE}, s.state, ${ELSEWHERE} AS elsewhere
     FROM incident_persons r LEFT JOIN manifest_seats s ON s.person_id = r.id AND s.manifest_id = $1
    WHERE r.id IN (SELECT stands_for FROM incident_persons WHERE incident_id = $2 AND id = ANY ($3))`,
);
const WAITING = statement(
  'crisis.waiting',
  `SELECT ${CANDIDATE}, s.state, ${ELSEWHERE} AS elsewhere
     FROM manifest_seats s JOIN incident_persons r ON r.id = s.person_id
    WHERE s.manifest_id = $1 AND s.state = 'waiting'`,
);
const SET = statement(
  'crisis.set-seats',
  `INSERT INTO manifest_seats (manifest_id, incident_id, person_id, state, changed_at, recorded_by)
   SELECT $1, $2, s.person_id, s.state, $5, app.account() FROM unnest($3::uuid[], $4::text[]) AS s (person_id, state)
   ON CONFLICT (manifest_id, person_id) DO UPDATE SET state = excluded.state, changed_at = excluded.changed_at`,
);
const TAKE = statement(
  'crisis.take-seats',
  `UPDATE manifests SET taken = (SELECT count(*) FROM manifest_seats WHERE manifest_id = $1 AND state = 'seated'),
          version = version + 1 WHERE id = $1`,
);
const SEAT = statement(
  'crisis.seat',
  `SELECT s.state, s.person_id AS "personId" FROM manifest_seats s
    WHERE s.manifest_id = $1 AND s.person_id = (SELECT stands_for FROM incident_persons WHERE id = $2)`,
);

export interface LockedManifest {
  id: string;
  state: ManifestState;
  capacity: number;
  taken: number;
  destinationCountry: string;
  departedAt: Date | null;
}

type Seated = Candidate & { state: SeatState | null; elsewhere: boolean };

export interface GivenSeats {
  items: { personId: string; state: SeatState }[];
  /** They sit elsewhere at that time: nothing was given. */
  elsewhere: string[];
}

/** Flights and buses: who has a seat, and who waits for one. */
@Injectable()
export class Manifests {
  constructor(private readonly work: IncidentWork) {}

  /** Instants are in order, whatever the clocks on the walls of both places say. */
  create(actor: Actor, incidentId: string, body: NewManifestRequest): Promise<{ id: string }> {
    return this.active(actor, incidentId, async (file) => {
      const [departs, arrives] = [instantOf(body.departsAt), instantOf(body.arrivesAt)];
      if (Temporal.Instant.compare(arrives, departs) <= 0) {
        throw invalidField('arrivesAt', 'BEFORE_ITS_START');
      }
      for (const field of ['departsZone', 'arrivesZone'] as const) {
        if (!isZone(body[field])) throw invalidField(field, 'ZONE_UNKNOWN');
      }
      const id = newId();
      this.work.database.post(INSERT, [
        ...[id, incidentId, body.kind, body.code, body.carrier ?? null, body.origin],
        ...[body.destination, body.destinationCountry, departs.toString(), body.departsZone],
        ...[arrives.toString(), body.arrivesZone, body.capacity],
      ]);
      await this.work.record(file, 'manifest.created', { manifestId: id });
      return { id };
    });
  }

  /** Seats by priority while there are any; whoever is left waits. Nobody is seated twice at once. */
  seat(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    personIds: readonly string[],
  ): Promise<GivenSeats> {
    return this.active(actor, incidentId, async (file) => {
      const { database } = this.work;
      const manifest = await this.lock(incidentId, manifestId, ['open']);
      await database.query(LOCK_PERSONS, [incidentId, personIds, manifestId]);
      const people = await database.query<Seated>(CANDIDATES, [manifestId, incidentId, personIds]);
      if (people.length === 0) throw invalidField('personIds', 'NOT_OF_THE_INCIDENT');
      const has = people.filter(({ state }) => state === 'seated');
      const others = people.filter((person) => !has.includes(person));
      const wants = others.filter(({ elsewhere }) => !elsewhere);
      const { seated, waiting } = giveSeats(wants, manifest.capacity - manifest.taken);
      const given = [
        ...seated.map(({ personId }) => ({ personId, state: 'seated' as const })),
        ...waiting.map(({ personId }) => ({ personId, state: 'waiting' as const })),
      ];
      this.set(file, manifestId, given);
      await this.work.record(file, 'manifest.seated', { manifestId, persons: given.length });
      return {
        items: [...has.map(({ personId, state }) => ({ personId, state: state! })), ...given],
        elsewhere: others.filter(({ elsewhere }) => elsewhere).map(({ personId }) => personId),
      };
    });
  }

  /** Frees a seat: whoever waits with the greatest need gets it. */
  release(
    actor: Actor,
    incidentId: string,
    manifestId: string,
    personId: string,
  ): Promise<GivenSeats> {
    return this.active(actor, incidentId, async (file) => {
      const { database } = this.work;
      await this.lock(incidentId, manifestId, ['open']);
      const [seat] = await database.query<Seated>(SEAT, [manifestId, personId]);
      if (!seat || !['seated', 'waiting'].includes(seat.state!)) throw notFound();
      await database.query(LOCK_PERSONS, [incidentId, [personId], manifestId]);
      const waiting = await database.query<Seated>(WAITING, [manifestId]);
      const [next] = inOrderOfNeed(waiting.filter(({ elsewhere }) => !elsewhere));
      const changes: { personId: string; state: SeatState }[] = [
        { personId: seat.personId, state: 'released' },
        ...(seat.state === 'seated' && next
          ? [{ personId: next.personId, state: 'seated' as const }]
          : []),
      ];
      this.set(file, manifestId, changes);
      await this.work.record(file, 'manifest.released', { manifestId, personId: seat.personId });
      return { items: changes, elsewhere: [] };
    });
  }

  /** The manifest, locked; 404 outside the incident, 409 MANIFEST_NOT_SO in another state. */
  async lock(
    incidentId: string,
    manifestId: string,
    states: readonly ManifestState[],
  ): Promise<LockedManifest> {
    const [manifest] = await this.work.database.query<LockedManifest>(LOCK, [
      manifestId,
      incidentId,
    ]);
    if (!manifest) throw notFound();
    if (!states.includes(manifest.state)) {
      throw new DomainError('MANIFEST_NOT_SO', { status: 409, allowed: states });
    }
    return manifest;
  }

  /** Writes seats of a locked manifest, and how many are taken. */
  set(
    { incident, now }: IncidentFile,
    manifestId: string,
    seats: readonly { personId: string; state: SeatState }[],
  ): void {
    const values = [seats.map((s) => s.personId), seats.map((s) => s.state), now.toString()];
    this.work.database.post(SET, [manifestId, incident.id, ...values]);
    this.work.database.post(TAKE, [manifestId]);
  }

  private active<T>(
    actor: Actor,
    incidentId: string,
    work: (file: IncidentFile) => Promise<T>,
  ): Promise<T> {
    return this.work.on(actor, incidentId, 'crisis.work', work, { active: true });
  }
}

function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
