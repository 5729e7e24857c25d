import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

/** Heads for their posts, headquarters' desk, and whoever manages accounts. */
const RUNS = `${IS_SYSTEM} OR (SELECT app.reads_restricted_world())
  OR 'administrator' = ANY ((SELECT app.roles())::text[])
  OR post_id = ANY ((SELECT app.restricted_posts())::uuid[])`;
/** What concerns a case shows to whoever sees the case. */
const ITEMS = `${IS_SYSTEM} OR (
  EXISTS (SELECT 1 FROM departures d WHERE d.id = departure_items.departure_id)
  AND (file_id IS NULL OR EXISTS (SELECT 1 FROM cases c WHERE c.id = departure_items.file_id)))`;

/** An officer leaves: everything they hold goes to others, item by item. */
export class CreateDepartures1764000001320 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE departures (
        id uuid CONSTRAINT departures_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT departures_account_fk REFERENCES accounts,
        post_id uuid CONSTRAINT departures_post_fk REFERENCES posts,
        reason text NOT NULL CONSTRAINT departures_reason_length CHECK (length(reason) BETWEEN 1 AND 1000),
        note jsonb CONSTRAINT departures_note_length CHECK (length(note ->> 'clear') <= 20000),
        resolution text CONSTRAINT departures_resolution_length CHECK (length(resolution) BETWEEN 1 AND 200),
        receiver_id uuid NOT NULL CONSTRAINT departures_receiver_fk REFERENCES accounts
          CONSTRAINT departures_receiver_is_another CHECK (receiver_id <> account_id),
        requested_by uuid CONSTRAINT departures_requested_by_fk REFERENCES accounts,
        state text NOT NULL DEFAULT 'running' CONSTRAINT departures_state_known CHECK (state IN ('running', 'incomplete', 'done')),
        round integer NOT NULL DEFAULT 1,
        started_at timestamptz NOT NULL,
        progressed_at timestamptz NOT NULL,
        finished_at timestamptz,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT departures_finished_has_instant CHECK ((state = 'running') = (finished_at IS NULL))
      );
      CREATE UNIQUE INDEX departures_one_running_key ON departures (account_id) WHERE state = 'running';
      CREATE INDEX departures_started_idx ON departures (started_at DESC);
      ${grantTable('departures', 'SELECT, INSERT, UPDATE')}
      ${policy('departures', 'read', 'SELECT', RUNS)}
      ${policy('departures', 'insert', 'INSERT', RUNS)}
      ${policy('departures', 'update', 'UPDATE', RUNS)}

      CREATE TABLE departure_items (
        id uuid CONSTRAINT departure_items_pk PRIMARY KEY,
        departure_id uuid NOT NULL CONSTRAINT departure_items_departure_fk REFERENCES departures,
        kind text NOT NULL CONSTRAINT departure_items_kind_known CHECK (kind IN
          ('assigned', 'second', 'honorary', 'circle', 'transfer', 'request', 'hand_over', 'subrogation')),
        subject_id uuid NOT NULL,
        file_id uuid,
        receiver_id uuid NOT NULL CONSTRAINT departure_items_receiver_fk REFERENCES accounts,
        state text NOT NULL DEFAULT 'waiting' CONSTRAINT departure_items_state_known CHECK (state IN ('waiting', 'moved', 'void', 'failed')),
        code text CONSTRAINT departure_items_code_form CHECK (code ~ '^[A-Z][A-Z0-9_]{1,62}$'),
        ended_at timestamptz,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT departure_items_once_key UNIQUE (departure_id, kind, subject_id),
        CONSTRAINT departure_items_failed_has_code CHECK ((state = 'failed') = (code IS NOT NULL))
      );
      CREATE INDEX departure_items_waiting_idx ON departure_items (departure_id, id) WHERE state = 'waiting';
      ${grantTable('departure_items', 'SELECT, INSERT, UPDATE')}
      ${policy('departure_items', 'read', 'SELECT', ITEMS)}
      ${policy('departure_items', 'insert', 'INSERT', ITEMS)}
      ${policy('departure_items', 'update', 'UPDATE', ITEMS)}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
