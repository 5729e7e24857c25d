import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

const MINE = `${IS_SYSTEM} OR requested_by = (SELECT app.account())`;
const ROWS_OF_MINE = `EXISTS (SELECT 1 FROM operations o WHERE o.id = operation_rows.operation_id)`;

/** Long work that answers 202: its state, its rows with what each was before and became, its undoing. */
export class CreateOperations1764000001720 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE operations (
        id uuid CONSTRAINT operations_pk PRIMARY KEY,
        kind text NOT NULL CONSTRAINT operations_kind_form CHECK (kind ~ '^[a-z_]+\\.[a-z_]+$'),
        requested_by uuid NOT NULL CONSTRAINT operations_requested_by_fk REFERENCES accounts,
        token_scope text[],
        state text NOT NULL DEFAULT 'queued' CONSTRAINT operations_state_known
          CHECK (state IN ('queued', 'running', 'done', 'cancelled', 'failed')),
        params jsonb NOT NULL,
        total integer NOT NULL CONSTRAINT operations_total_positive CHECK (total >= 0),
        done integer NOT NULL DEFAULT 0,
        unchanged integer NOT NULL DEFAULT 0,
        refused integer NOT NULL DEFAULT 0,
        undo_of uuid CONSTRAINT operations_undo_of_fk REFERENCES operations,
        cancel_asked_at timestamptz,
        failure text CONSTRAINT operations_failure_form CHECK (failure ~ '^[A-Z][A-Z_]{1,60}$'),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT operations_undone_once_key UNIQUE (undo_of),
        CONSTRAINT operations_ended_has_end CHECK ((state IN ('done', 'cancelled', 'failed')) = (finished_at IS NOT NULL)),
        CONSTRAINT operations_counts_whole CHECK (done + unchanged + refused <= total)
      );
      CREATE INDEX operations_mine_idx ON operations (requested_by, recorded_at DESC, id DESC);
      COMMENT ON COLUMN operations.token_scope IS 'Scope of the token that asked: the work may do no more than it.';

      CREATE TABLE operation_rows (
        operation_id uuid NOT NULL CONSTRAINT operation_rows_operation_fk REFERENCES operations,
        n integer NOT NULL,
        subject_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'pending' CONSTRAINT operation_rows_state_known
          CHECK (state IN ('pending', 'done', 'unchanged', 'refused', 'cancelled')),
        code text CONSTRAINT operation_rows_code_form CHECK (code ~ '^[A-Z][A-Z0-9_]{1,60}$'),
        before jsonb,
        after jsonb,
        ended_at timestamptz,
        CONSTRAINT operation_rows_pk PRIMARY KEY (operation_id, n),
        CONSTRAINT operation_rows_subject_once_key UNIQUE (operation_id, subject_id)
      ) WITH (fillfactor = 80);
      CREATE INDEX operation_rows_pending_idx ON operation_rows (operation_id, n) WHERE state = 'pending';

      ${grantTable('operations', 'SELECT, INSERT, UPDATE')}
      ${policy('operations', 'read', 'SELECT', MINE)}
      ${policy('operations', 'insert', 'INSERT', MINE)}
      ${policy('operations', 'update', 'UPDATE', MINE)}
      ${grantTable('operation_rows', 'SELECT, INSERT, UPDATE')}
      ${policy('operation_rows', 'read', 'SELECT', ROWS_OF_MINE)}
      ${policy('operation_rows', 'insert', 'INSERT', ROWS_OF_MINE)}
      ${policy('operation_rows', 'update', 'UPDATE', ROWS_OF_MINE)}

      CREATE FUNCTION app.account_for_system(p_account uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT CASE WHEN app.is_system() THEN app.account_with_grants(p_account) END $$;
      COMMENT ON FUNCTION app.account_for_system IS
        'An account with its grants of this moment, for work that the system does in its name.';
      REVOKE ALL ON FUNCTION app.account_for_system(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.account_for_system(uuid) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
