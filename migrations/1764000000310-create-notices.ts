import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

const OWN = 'account_id = (SELECT app.account())';

/**
 * What is told to whom. A notice is read in the application by its addressee alone; a mail carries
 * one or more notices and knows no text: it is written when it is sent.
 */
export class CreateNotices1764000000310 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE mails (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT mails_account_fk REFERENCES accounts,
        post_id uuid,
        digest boolean NOT NULL,
        send_at timestamptz NOT NULL,
        closed_at timestamptz,
        state text NOT NULL DEFAULT 'pending' CONSTRAINT mails_state_known
          CHECK (state IN ('pending', 'sending', 'sent', 'failed', 'void')),
        attempts integer NOT NULL DEFAULT 0,
        claimed_until timestamptz,
        message_id text CONSTRAINT mails_message_id_length CHECK (length(message_id) <= 300),
        sent_at timestamptz,
        failure text CONSTRAINT mails_failure_length CHECK (length(failure) <= 200),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT mails_sent_has_instant CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      );
      COMMENT ON COLUMN mails.post_id IS 'The post whose queue carries it; null: the queue of the system.';
      COMMENT ON COLUMN mails.closed_at IS 'Since then no further notice joins it.';
      CREATE UNIQUE INDEX mails_open_digest_key ON mails (account_id, post_id) NULLS NOT DISTINCT
        WHERE digest AND closed_at IS NULL;

      CREATE TABLE notices (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT notices_account_fk REFERENCES accounts,
        kind text NOT NULL CONSTRAINT notices_kind_form CHECK (kind ~ '^[a-z][a-z0-9_]{1,62}$'),
        case_id uuid CONSTRAINT notices_case_fk REFERENCES cases,
        reminder_id uuid,
        data jsonb NOT NULL CONSTRAINT notices_data_size CHECK (length(data::text) <= 4000),
        key text NOT NULL CONSTRAINT notices_key_key UNIQUE
          CONSTRAINT notices_key_length CHECK (length(key) BETWEEN 1 AND 300),
        digestible boolean NOT NULL,
        created_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        read_at timestamptz,
        mail_id uuid CONSTRAINT notices_mail_fk REFERENCES mails
      );
      CREATE INDEX notices_account_idx ON notices (account_id, created_at DESC, id DESC);
      CREATE INDEX notices_unread_idx ON notices (account_id, created_at DESC, id DESC) WHERE read_at IS NULL;
      CREATE INDEX notices_mail_idx ON notices (mail_id);
      CREATE INDEX notices_case_idx ON notices (case_id);

      CREATE TABLE notice_preferences (
        account_id uuid CONSTRAINT notice_preferences_pk PRIMARY KEY
          CONSTRAINT notice_preferences_account_fk REFERENCES accounts,
        mail text NOT NULL CONSTRAINT notice_preferences_mail_known CHECK (mail IN ('all', 'breaches')),
        changed_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );

      ${grantTable('mails', 'SELECT, INSERT, UPDATE')}
      ${policy('mails', 'all', 'ALL', IS_SYSTEM)}
      ${grantTable('notices', 'SELECT, INSERT, UPDATE')}
      ${policy('notices', 'read', 'SELECT', `${OWN} OR ${IS_SYSTEM}`)}
      ${policy('notices', 'insert', 'INSERT', IS_SYSTEM)}
      ${policy('notices', 'update', 'UPDATE', `${OWN} OR ${IS_SYSTEM}`)}
      ${grantTable('notice_preferences', 'SELECT, INSERT, UPDATE')}
      ${policy('notice_preferences', 'all', 'ALL', `${OWN} OR ${IS_SYSTEM}`)}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
