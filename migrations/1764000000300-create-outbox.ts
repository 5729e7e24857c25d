import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy, SIGNED_IN } from '../src/platform/database/policies';

const KEEPERS = `(SELECT app.is_system() OR 'administrator' = ANY (app.roles()))`;

/**
 * Work asked for by transactions (`outbox`), the effects that stand (`job_effects`) and the queues
 * that a person has paused. Anyone signed in may ask for work; only the system and administrators
 * see what was asked.
 */
export class CreateOutbox1764000000300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        job text NOT NULL CONSTRAINT outbox_job_form CHECK (job ~ '^[a-z][a-z-]*\\.[a-z][a-z-]*$'),
        queue text NOT NULL CONSTRAINT outbox_queue_form CHECK (queue ~ '^(system|post-[0-9a-f-]{36})$'),
        payload jsonb NOT NULL CONSTRAINT outbox_payload_size CHECK (length(payload::text) <= 2000),
        key text NOT NULL CONSTRAINT outbox_key_length CHECK (length(key) BETWEEN 1 AND 300),
        available_at timestamptz NOT NULL DEFAULT '-infinity',
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        relayed_at timestamptz,
        relays integer NOT NULL DEFAULT 0,
        done_at timestamptz,
        failed_at timestamptz,
        failure text CONSTRAINT outbox_failure_length CHECK (length(failure) <= 200)
      ) WITH (fillfactor = 80);
      CREATE INDEX outbox_to_relay_idx ON outbox (queue, available_at, id)
        WHERE relayed_at IS NULL AND done_at IS NULL;
      CREATE INDEX outbox_in_queue_idx ON outbox (queue, relayed_at)
        WHERE relayed_at IS NOT NULL AND done_at IS NULL AND failed_at IS NULL;
      CREATE INDEX outbox_failed_idx ON outbox (queue, failed_at)
        WHERE failed_at IS NOT NULL AND done_at IS NULL;

      CREATE TABLE job_effects (
        key text CONSTRAINT job_effects_pk PRIMARY KEY
          CONSTRAINT job_effects_key_length CHECK (length(key) BETWEEN 1 AND 300),
        job text NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );

      CREATE TABLE queue_pauses (
        queue text CONSTRAINT queue_pauses_pk PRIMARY KEY,
        paused_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        paused_by uuid
      );

      ${grantTable('outbox', 'SELECT, INSERT, UPDATE')}
      ${policy('outbox', 'read', 'SELECT', KEEPERS)}
      ${policy('outbox', 'append', 'INSERT', SIGNED_IN)}
      ${policy('outbox', 'update', 'UPDATE', KEEPERS)}
      ${grantTable('job_effects', 'SELECT, INSERT')}
      ${policy('job_effects', 'read', 'SELECT', IS_SYSTEM)}
      ${policy('job_effects', 'insert', 'INSERT', IS_SYSTEM)}
      ${grantTable('queue_pauses', 'SELECT, INSERT, DELETE')}
      ${policy('queue_pauses', 'all', 'ALL', KEEPERS)}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
