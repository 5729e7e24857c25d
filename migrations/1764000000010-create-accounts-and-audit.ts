import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

const ADMINISTRATOR = `(SELECT app.is_system() OR 'administrator' = ANY (app.roles()))`;

/** Accounts, sessions, API tokens, idempotency keys, revisions and the audit trail with its chain. */
export class CreateAccountsAndAudit1764000000010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE accounts (
        id uuid PRIMARY KEY,
        username text NOT NULL CONSTRAINT accounts_username_key UNIQUE
          CONSTRAINT accounts_username_form CHECK (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
        display_name text NOT NULL CONSTRAINT accounts_display_name_length CHECK (length(display_name) BETWEEN 1 AND 200),
        email text NOT NULL CONSTRAINT accounts_email_length CHECK (length(email) BETWEEN 3 AND 320),
        language text NOT NULL DEFAULT 'es' CONSTRAINT accounts_language_known CHECK (language IN ('es', 'en')),
        password_hash text,
        state text NOT NULL DEFAULT 'active' CONSTRAINT accounts_state_known CHECK (state IN ('active', 'disabled')),
        totp jsonb,
        totp_last_step bigint,
        totp_required boolean NOT NULL DEFAULT true,
        failed_attempts integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        demonstration boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE TABLE sessions (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT sessions_token_hash_key UNIQUE,
        account_id uuid NOT NULL CONSTRAINT sessions_account_fk REFERENCES accounts,
        created_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        last_seen_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        expires_at timestamptz NOT NULL,
        second_factor text NOT NULL CONSTRAINT sessions_second_factor_known
          CHECK (second_factor IN ('pending', 'passed', 'not_required', 'to_enrol')),
        ended_at timestamptz
      );
      CREATE INDEX sessions_account_idx ON sessions (account_id) WHERE ended_at IS NULL;
      CREATE TABLE api_tokens (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT api_tokens_token_hash_key UNIQUE,
        account_id uuid NOT NULL CONSTRAINT api_tokens_account_fk REFERENCES accounts,
        scope text[] NOT NULL,
        created_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz
      );
      CREATE INDEX api_tokens_account_idx ON api_tokens (account_id);
      CREATE TABLE idempotency_keys (
        account_id uuid NOT NULL,
        key text NOT NULL CONSTRAINT idempotency_keys_key_length CHECK (length(key) BETWEEN 1 AND 200),
        route text NOT NULL,
        body_hash bytea NOT NULL,
        status integer,
        response jsonb,
        created_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT idempotency_keys_pk PRIMARY KEY (account_id, key)
      );
      CREATE INDEX idempotency_keys_created_idx ON idempotency_keys (created_at);
      CREATE TABLE revisions (
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        version integer NOT NULL,
        fields text[] NOT NULL,
        actor_id uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT revisions_pk PRIMARY KEY (subject_type, subject_id, version)
      );
      CREATE TABLE audit_entries (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        actor_id uuid,
        session_id uuid,
        action text NOT NULL CONSTRAINT audit_entries_action_form CHECK (action ~ '^[a-z_]+\\.[a-z_]+$'),
        subject_type text NOT NULL,
        subject_id uuid,
        outcome text NOT NULL DEFAULT 'done' CONSTRAINT audit_entries_outcome_known CHECK (outcome IN ('done', 'refused')),
        before_hash bytea,
        after_hash bytea,
        correlation text,
        details jsonb
      );
      CREATE INDEX audit_entries_subject_idx ON audit_entries (subject_id, at);
      CREATE INDEX audit_entries_actor_idx ON audit_entries (actor_id, at);
      CREATE INDEX audit_entries_at_idx ON audit_entries (at);
      CREATE TABLE audit_links (
        seq bigint PRIMARY KEY,
        entry_id uuid NOT NULL CONSTRAINT audit_links_entry_key UNIQUE
          CONSTRAINT audit_links_entry_fk REFERENCES audit_entries,
        prev_hash bytea NOT NULL,
        hash bytea NOT NULL,
        linked_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );

      ${grantTable('accounts', 'SELECT, INSERT, UPDATE')}
      ${policy('accounts', 'own', 'SELECT', `id = (SELECT app.account()) OR ${ADMINISTRATOR}`)}
      ${policy('accounts', 'insert', 'INSERT', ADMINISTRATOR)}
      ${policy('accounts', 'update', 'UPDATE', `id = (SELECT app.account()) OR ${ADMINISTRATOR}`)}
      ${grantTable('sessions', 'SELECT, INSERT, UPDATE')}
      ${policy('sessions', 'own', 'ALL', `account_id = (SELECT app.account()) OR ${IS_SYSTEM}`)}
      ${grantTable('api_tokens', 'SELECT, INSERT, UPDATE')}
      ${policy('api_tokens', 'own', 'ALL', `account_id = (SELECT app.account()) OR ${ADMINISTRATOR}`)}
      ${grantTable('idempotency_keys', 'SELECT, INSERT, UPDATE, DELETE')}
      ${policy('idempotency_keys', 'own', 'ALL', `account_id = (SELECT app.account()) OR ${IS_SYSTEM}`)}
      ${grantTable('revisions', 'SELECT, INSERT')}
      ${policy('revisions', 'read', 'SELECT', '(SELECT app.account() IS NOT NULL OR app.is_system())')}
      ${policy('revisions', 'insert', 'INSERT', '(SELECT app.account() IS NOT NULL OR app.is_system())')}
      ${grantTable('audit_entries', 'SELECT, INSERT')}
      ${policy('audit_entries', 'read', 'SELECT', `(SELECT app.is_system() OR app.roles() && '{auditor,data_protection_officer}'::text[])`)}
      ${policy('audit_entries', 'insert', 'INSERT', 'actor_id IS NOT DISTINCT FROM (SELECT app.account())')}
      ${grantTable('audit_links', 'SELECT, INSERT')}
      ${policy('audit_links', 'read', 'SELECT', `(SELECT app.is_system() OR app.roles() && '{auditor,data_protection_officer}'::text[])`)}
      ${policy('audit_links', 'insert', 'INSERT', IS_SYSTEM)}

      CREATE FUNCTION app.display_name(p_account uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT display_name FROM accounts
         WHERE id = p_account AND (app.account() IS NOT NULL OR app.is_system()) $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
