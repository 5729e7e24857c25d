import type { MigrationInterface, QueryRunner } from 'typeorm';
import { known, RECORDED } from '../src/platform/database/case-parts';
import { incident, ofIncident, person, text } from './crisis/of-incident';

const PAYERS = ['traveller', 'support_network', 'palh', 'pah', 'other_public', 'third_party'];
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

      CREATE TABLE seat_fares (
        id uuid CONSTRAINT seat_fares_pk PRIMARY KEY,
        ${incident('seat_fares')},
        manifest_id uuid NOT NULL,
        person_id uuid NOT NULL,
        currency char(3) NOT NULL CONSTRAINT seat_fares_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
        ${RECORDED},
        CONSTRAINT seat_fares_seat_fk FOREIGN KEY (manifest_id, person_id) REFERENCES manifest_seats (manifest_id, person_id)
      );
      COMMENT ON TABLE seat_fares IS 'What a seat cost; only added to, and the newest of a seat holds (UUIDs are in order of time).';
      CREATE INDEX seat_fares_seat_idx ON seat_fares (manifest_id, person_id, id);
      CREATE INDEX seat_fares_incident_idx ON seat_fares (incident_id);
      ${ofIncident('seat_fares')}
      CREATE TABLE seat_fare_shares (
        ${incident('seat_fare_shares')},
        fare_id uuid NOT NULL CONSTRAINT seat_fare_shares_fare_fk REFERENCES seat_fares,
        payer text NOT NULL ${known('seat_fare_shares', 'payer', PAYERS)},
        amount numeric(18,2) NOT NULL CONSTRAINT seat_fare_shares_amount_range CHECK (amount >= 0),
        CONSTRAINT seat_fare_shares_pk PRIMARY KEY (fare_id, payer)
      );
      COMMENT ON TABLE seat_fare_shares IS 'Who paid which share of a fare (CMW 2024 ¶80); a free seat is a share of nought.';
      ${ofIncident('seat_fare_shares')}

      CREATE TABLE broadcasts (
        id uuid CONSTRAINT broadcasts_pk PRIMARY KEY,
        ${incident('broadcasts')},
        filter jsonb NOT NULL,
        ${text('broadcasts', 'text_es', 4000)},
        ${text('broadcasts', 'text_en', 4000)},
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
