import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  childOfCase,
  grantTable,
  IS_SYSTEM,
  policy,
  SIGNED_IN,
} from '../src/platform/database/policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const BREACH_REASONS = `('access_denied', 'staff', 'travel', 'distance', 'other')`;

const note = (table: string, column: string): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= 4000)`;

/** The ledger of duties: policies, obligations and their changes, reminders, re-planning, proofs. */
export class CreateObligations1764000000400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE obligation_policies (
        version integer CONSTRAINT obligation_policies_pk PRIMARY KEY
          CONSTRAINT obligation_policies_version_positive CHECK (version > 0),
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT obligation_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid CONSTRAINT obligation_policies_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${grantTable('obligation_policies', 'SELECT, INSERT')}
      ${policy('obligation_policies', 'read', 'SELECT', SIGNED_IN)}
      ${policy('obligation_policies', 'insert', 'INSERT', EDITS_POLICY)}

      CREATE TABLE obligations (
        id uuid CONSTRAINT obligations_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT obligations_case_fk REFERENCES cases,
        post_id uuid NOT NULL CONSTRAINT obligations_post_fk REFERENCES posts,
        tier text NOT NULL CONSTRAINT obligations_tier_known CHECK (tier IN ('standard', 'restricted')),
        kind text NOT NULL CONSTRAINT obligations_kind_form CHECK (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
        anchor text NOT NULL CONSTRAINT obligations_anchor_length CHECK (length(anchor) BETWEEN 1 AND 100),
        starts_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        status text NOT NULL CONSTRAINT obligations_status_known CHECK (status IN ('open', 'met', 'excused', 'cancelled')),
        met_at timestamptz,
        met_by uuid,
        why text CONSTRAINT obligations_why_form CHECK (why ~ '^[a-z][a-z0-9_]{0,62}$'),
        breached_at timestamptz,
        breach_reason text CONSTRAINT obligations_breach_reason_known CHECK (breach_reason IN ${BREACH_REASONS}),
        ${note('obligations', 'breach_note')},
        breach_reason_by uuid CONSTRAINT obligations_breach_reason_by_fk REFERENCES accounts,
        breach_accepted_at timestamptz,
        breach_accepted_by uuid CONSTRAINT obligations_breach_accepted_by_fk REFERENCES accounts,
        ${note('obligations', 'acceptance_note')},
        acknowledged_at timestamptz,
        acknowledged_by uuid CONSTRAINT obligations_acknowledged_by_fk REFERENCES accounts,
        policy_version integer NOT NULL CONSTRAINT obligations_policy_fk REFERENCES obligation_policies,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT obligations_duty_key UNIQUE (case_id, kind, anchor),
        CONSTRAINT obligations_due_after_start CHECK (due_at >= starts_at),
        CONSTRAINT obligations_met_has_instant CHECK (status <> 'met' OR met_at IS NOT NULL),
        CONSTRAINT obligations_reason_of_breach CHECK (breach_reason IS NULL OR breached_at IS NOT NULL),
        CONSTRAINT obligations_acceptance_of_reason CHECK (breach_accepted_at IS NULL OR breach_reason IS NOT NULL)
      ) WITH (fillfactor = 85);
      CREATE INDEX obligations_to_breach_idx ON obligations (due_at) WHERE status = 'open' AND breached_at IS NULL;
      CREATE INDEX obligations_breaches_idx ON obligations (post_id, breached_at) WHERE breached_at IS NOT NULL;
      COMMENT ON COLUMN obligations.post_id IS 'The post that answers for the duty; it stays with the duty once that has ended.';
      COMMENT ON COLUMN obligations.breached_at IS 'The due instant that passed unmet; never cleared.';
      ${childOfCase('obligations', { tierColumn: 'tier' })}

      CREATE TABLE obligation_changes (
        id uuid CONSTRAINT obligation_changes_pk PRIMARY KEY,
        obligation_id uuid NOT NULL CONSTRAINT obligation_changes_obligation_fk REFERENCES obligations,
        case_id uuid NOT NULL,
        tier text NOT NULL CONSTRAINT obligation_changes_tier_known CHECK (tier IN ('standard', 'restricted')),
        at timestamptz NOT NULL,
        why text NOT NULL CONSTRAINT obligation_changes_why_form CHECK (why ~ '^[a-z][a-z0-9_]{0,62}$'),
        old_due_at timestamptz NOT NULL,
        new_due_at timestamptz NOT NULL,
        old_status text NOT NULL,
        new_status text NOT NULL,
        policy_version integer NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX obligation_changes_obligation_idx ON obligation_changes (obligation_id);
      ${childOfCase('obligation_changes', { tierColumn: 'tier', privileges: 'SELECT, INSERT' })}

      CREATE TABLE reminders (
        id uuid CONSTRAINT reminders_pk PRIMARY KEY,
        obligation_id uuid NOT NULL CONSTRAINT reminders_obligation_fk REFERENCES obligations,
        case_id uuid NOT NULL,
        tier text NOT NULL CONSTRAINT reminders_tier_known CHECK (tier IN ('standard', 'restricted')),
        rung text NOT NULL CONSTRAINT reminders_rung_form CHECK (rung ~ '^[a-z][a-z0-9_]{0,62}$'),
        due_at timestamptz NOT NULL,
        recipient text NOT NULL CONSTRAINT reminders_recipient_known
          CHECK (recipient IN ('officer', 'head_of_post', 'headquarters')),
        send_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'planned' CONSTRAINT reminders_state_known
          CHECK (state IN ('planned', 'queued', 'sent', 'void')),
        sent_at timestamptz,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT reminders_once_key UNIQUE (obligation_id, rung, due_at),
        CONSTRAINT reminders_sent_has_instant CHECK ((state = 'sent') = (sent_at IS NOT NULL))
      ) WITH (fillfactor = 85);
      CREATE INDEX reminders_to_send_idx ON reminders (send_at) WHERE state = 'planned';
      CREATE INDEX reminders_queued_idx ON reminders (send_at) WHERE state = 'queued';
      ${childOfCase('reminders', { tierColumn: 'tier' })}

      CREATE TABLE replan_runs (
        id uuid CONSTRAINT replan_runs_pk PRIMARY KEY,
        why text NOT NULL CONSTRAINT replan_runs_why_known CHECK (why IN ('policy_changed', 'calendar_changed')),
        policy_version integer CONSTRAINT replan_runs_policy_key UNIQUE
          CONSTRAINT replan_runs_policy_fk REFERENCES obligation_policies,
        post_id uuid CONSTRAINT replan_runs_post_fk REFERENCES posts,
        calendar_version integer,
        state text NOT NULL DEFAULT 'running' CONSTRAINT replan_runs_state_known CHECK (state IN ('running', 'done')),
        last_case_id uuid,
        cases_seen integer NOT NULL DEFAULT 0,
        obligations_moved integer NOT NULL DEFAULT 0,
        started_at timestamptz NOT NULL,
        progressed_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT replan_runs_calendar_key UNIQUE (post_id, calendar_version),
        CONSTRAINT replan_runs_one_cause CHECK ((policy_version IS NULL) <> (post_id IS NULL)
          AND (post_id IS NULL) = (calendar_version IS NULL)),
        CONSTRAINT replan_runs_done_has_end CHECK ((state = 'done') = (finished_at IS NOT NULL))
      );
      CREATE INDEX replan_runs_running_idx ON replan_runs (progressed_at) WHERE state = 'running';
      ${grantTable('replan_runs', 'SELECT, INSERT, UPDATE')}
      ${policy('replan_runs', 'read', 'SELECT', SIGNED_IN)}
      ${policy('replan_runs', 'insert', 'INSERT', IS_SYSTEM)}
      ${policy('replan_runs', 'update', 'UPDATE', IS_SYSTEM)}

      CREATE TABLE proof_runs (
        id uuid CONSTRAINT proof_runs_pk PRIMARY KEY,
        ran_at timestamptz NOT NULL,
        passed boolean NOT NULL,
        open_cases integer NOT NULL,
        silent_cases integer NOT NULL,
        unsent_reminders integer NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT proof_runs_passed_without_faults CHECK (passed = (silent_cases = 0 AND unsent_reminders = 0))
      );
      CREATE INDEX proof_runs_ran_idx ON proof_runs (ran_at);
      ${grantTable('proof_runs', 'SELECT, INSERT')}
      ${policy('proof_runs', 'read', 'SELECT', SIGNED_IN)}
      ${policy('proof_runs', 'insert', 'INSERT', IS_SYSTEM)}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
