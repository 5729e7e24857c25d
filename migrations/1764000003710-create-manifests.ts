import type { MigrationInterface, QueryRunner } from 'typeorm';
import { known, RECORDED } from '../src/platform/database/case-parts';
import { incident, ofIncident, person, text } from './crisis/of-incident';

const SEAT_STATES = [
  ...['seated', 'waiting', 'released', 'boarded', 'no_show', 'added', 'arrived', 'missing'],
];

/** Flights and buses of an incident with their seats, and messages to many of its persons. */
export class CreateManifests1764000003710 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE manifests (
        id uuid CONSTRAINT manifests_pk PRIMARY KEY,
        ${incident('manifests')},
        kind text NOT NULL ${known('manifests', 'kind', ['flight', 'bus'])},
        ${text('manifests', 'code', 40)},
        ${text('manifests', 'carrier', 200, true)},
        ${text('manifests', 'origin', 200)},
        ${text('manifests', 'destination', 200)},
        destination_country char(2) NOT NULL CONSTRAINT manifests_destination_country_form CHECK (destination_country ~ '^[A-Z]{2}$'),
        departs_at timestamptz NOT NULL,
        ${text('manifests', 'departs_zone', 60)},
        arrives_at timestamptz NOT NULL,
        ${text('manifests', 'arrives_zone', 60)},
        departed_at timestamptz,
        arrived_at timestamptz,
        capacity integer NOT NULL CONSTRAINT manifests_capacity_range CHECK (capacity BETWEEN 1 AND 1000),
        taken integer NOT NULL DEFAULT 0,
        state text NOT NULL ${known('manifests', 'state', ['open', 'departed', 'arrived'])},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT manifests_arrive_after_departure CHECK (arrives_at > departs_at AND arrived_at >= departed_at),
        CONSTRAINT manifests_never_overfull CHECK (taken BETWEEN 0 AND capacity)
      );
      COMMENT ON COLUMN manifests.taken IS 'Seats given before boarding; the lock that whoever gives one queues for.';
      CREATE INDEX manifests_incident_idx ON manifests (incident_id, departs_at);
      ${ofIncident('manifests', 'SELECT, INSERT, UPDATE')}

      CREATE TABLE manifest_seats (
        manifest_id uuid NOT NULL CONSTRAINT manifest_seats_manifest_fk REFERENCES manifests,
        ${incident('manifest_seats')},
        ${person('manifest_seats')},
        state text NOT NULL ${known('manifest_seats', 'state', SEAT_STATES)},
        changed_at timestamptz NOT NULL,
        ${RECORDED},
        CONSTRAINT manifest_seats_pk PRIMARY KEY (manifest_id, person_id)
      );
      CREATE INDEX manifest_seats_person_idx ON manifest_seats (person_id);
      ${ofIncident('manifest_seats', 'SELECT, INSERT, UPDATE')}

      CREATE TABLE broadcasts (
        id uuid CONSTRAINT broadcasts_pk PRIMARY KEY,
        ${incident('broadcasts')},
        filter jsonb NOT NULL,
        ${text('broadcasts', 'text_es', 4000)},
        ${text('broadcasts', 'text_en', 4000)},
        recipients integer NOT NULL,
        without_mail integer NOT NULL,
        occurred_at timestamptz NOT NULL,
        ${RECORDED}
      );
      CREATE INDEX broadcasts_incident_idx ON broadcasts (incident_id);
      ${ofIncident('broadcasts')}
      CREATE TABLE broadcast_recipients (
        id uuid CONSTRAINT broadcast_recipients_pk PRIMARY KEY,
        ${incident('broadcast_recipients')},
        broadcast_id uuid NOT NULL CONSTRAINT broadcast_recipients_broadcast_fk REFERENCES broadcasts,
        ${person('broadcast_recipients')},
        token_hash bytea NOT NULL CONSTRAINT broadcast_recipients_token_key UNIQUE,
        state text NOT NULL ${known('broadcast_recipients', 'state', ['pending', 'sending', 'sent', 'failed', 'void'])},
        claimed_until timestamptz,
        sent_at timestamptz,
        confirmed_at timestamptz,
        CONSTRAINT broadcast_recipients_once UNIQUE (broadcast_id, person_id)
      );
      CREATE INDEX broadcast_recipients_person_idx ON broadcast_recipients (person_id);
      ${ofIncident('broadcast_recipients', 'SELECT, INSERT, UPDATE')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
