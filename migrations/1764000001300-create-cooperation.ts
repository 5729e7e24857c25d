import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  APP_ROLE,
  childOfCase,
  grantTable,
  IS_SYSTEM,
  policy,
  SIGNED_IN,
} from '../src/platform/database/policies';

const EDITS_CATALOGUE = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;

const text = (table: string, column: string, more = ''): string =>
  `${column} jsonb ${more} CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= 20000)`;

/** Part of a case for staff only: honorary consuls see what is handed to them, not how it was. */
function ofStaff(table: string): string {
  const predicate = `${IS_SYSTEM} OR ((SELECT app.is_staff())
    AND EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id))`;
  return (
    grantTable(table, 'SELECT, INSERT, UPDATE') +
    policy(table, 'read', 'SELECT', predicate) +
    policy(table, 'insert', 'INSERT', predicate) +
    policy(table, 'update', 'UPDATE', predicate)
  );
}

/** Working together: transfers, hand-over notes, mentions, requests between posts and headquarters. */
export class CreateCooperation1764000001300 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE case_transfers (
        id uuid CONSTRAINT case_transfers_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_transfers_case_fk REFERENCES cases,
        from_post_id uuid NOT NULL CONSTRAINT case_transfers_from_fk REFERENCES posts,
        to_post_id uuid NOT NULL CONSTRAINT case_transfers_to_fk REFERENCES posts,
        receiver_id uuid CONSTRAINT case_transfers_receiver_fk REFERENCES accounts,
        state text NOT NULL DEFAULT 'pending' CONSTRAINT case_transfers_state_known
          CHECK (state IN ('pending', 'accepted', 'rejected', 'revoked')),
        ${text('case_transfers', 'reason', 'NOT NULL')},
        requested_by uuid,
        requested_at timestamptz NOT NULL,
        decided_by uuid,
        decided_at timestamptz,
        ${text('case_transfers', 'decision_note')},
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT case_transfers_to_another_post CHECK (from_post_id <> to_post_id),
        CONSTRAINT case_transfers_decided_has_instant CHECK ((state = 'pending') = (decided_at IS NULL)),
        CONSTRAINT case_transfers_rejected_has_reason CHECK (state <> 'rejected' OR decision_note IS NOT NULL)
      );
      CREATE UNIQUE INDEX case_transfers_one_pending_key ON case_transfers (case_id) WHERE state = 'pending';
      CREATE INDEX case_transfers_case_idx ON case_transfers (case_id, requested_at);
      CREATE INDEX case_transfers_to_idx ON case_transfers (to_post_id, requested_at DESC);
      CREATE INDEX case_transfers_from_idx ON case_transfers (from_post_id, requested_at DESC);
      ${ofStaff('case_transfers')}

      CREATE TABLE hand_over_notes (
        id uuid CONSTRAINT hand_over_notes_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT hand_over_notes_case_fk REFERENCES cases,
        occasion text NOT NULL CONSTRAINT hand_over_notes_occasion_known
          CHECK (occasion IN ('transfer', 'reassignment', 'departure', 'absence')),
        transfer_id uuid CONSTRAINT hand_over_notes_transfer_fk REFERENCES case_transfers,
        author_id uuid,
        receiver_id uuid CONSTRAINT hand_over_notes_receiver_fk REFERENCES accounts,
        written_at timestamptz NOT NULL,
        ${text('hand_over_notes', 'situation', 'NOT NULL')},
        ${text('hand_over_notes', 'pending')},
        ${text('hand_over_notes', 'risks')},
        ${text('hand_over_notes', 'people_to_call')},
        read_at timestamptz,
        read_by uuid CONSTRAINT hand_over_notes_read_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT hand_over_notes_read_by_someone CHECK ((read_at IS NULL) = (read_by IS NULL))
      );
      CREATE INDEX hand_over_notes_case_idx ON hand_over_notes (case_id, written_at DESC);
      CREATE INDEX hand_over_notes_unread_idx ON hand_over_notes (receiver_id) WHERE read_at IS NULL;
      ${ofStaff('hand_over_notes')}

      CREATE TABLE case_mentions (
        id uuid CONSTRAINT case_mentions_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_mentions_case_fk REFERENCES cases,
        entry_id uuid NOT NULL CONSTRAINT case_mentions_entry_fk REFERENCES timeline_entries,
        account_id uuid NOT NULL CONSTRAINT case_mentions_account_fk REFERENCES accounts,
        mentioned_by uuid,
        at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT case_mentions_once_key UNIQUE (entry_id, account_id)
      );
      CREATE INDEX case_mentions_account_idx ON case_mentions (account_id, at DESC);
      ${childOfCase('case_mentions', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE headquarters_desks (
        code text CONSTRAINT headquarters_desks_pk PRIMARY KEY
          CONSTRAINT headquarters_desks_code_form CHECK (code ~ '^[a-z][a-z_]{1,39}$'),
        name_es text NOT NULL CONSTRAINT headquarters_desks_name_es_length CHECK (length(name_es) BETWEEN 1 AND 200),
        name_en text NOT NULL CONSTRAINT headquarters_desks_name_en_length CHECK (length(name_en) BETWEEN 1 AND 200),
        role text NOT NULL CONSTRAINT headquarters_desks_role_writes CHECK (role IN ('hq_analyst', 'protection_desk')),
        retired boolean NOT NULL DEFAULT false
      );
      ${grantTable('headquarters_desks', 'SELECT, INSERT, UPDATE')}
      ${policy('headquarters_desks', 'read', 'SELECT', SIGNED_IN)}
      ${policy('headquarters_desks', 'insert', 'INSERT', EDITS_CATALOGUE)}
      ${policy('headquarters_desks', 'update', 'UPDATE', EDITS_CATALOGUE)}
      INSERT INTO headquarters_desks (code, name_es, name_en, role) VALUES
        ('assistance', 'Asistencia y protección al nacional (ASN)', 'Assistance and protection (ASN)', 'hq_analyst'),
        ('protection', 'Mesa de protección', 'Protection desk', 'protection_desk');

      CREATE TABLE service_requests (
        id uuid CONSTRAINT service_requests_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT service_requests_case_fk REFERENCES cases,
        post_id uuid NOT NULL CONSTRAINT service_requests_post_fk REFERENCES posts,
        direction text NOT NULL CONSTRAINT service_requests_direction_known CHECK (direction IN ('to_headquarters', 'to_post')),
        kind text NOT NULL CONSTRAINT service_requests_kind_known
          CHECK (kind IN ('consultation', 'instruction', 'authorisation', 'demarche')),
        urgent boolean NOT NULL,
        desk text NOT NULL CONSTRAINT service_requests_desk_fk REFERENCES headquarters_desks,
        asked_by uuid,
        owner_id uuid CONSTRAINT service_requests_owner_fk REFERENCES accounts,
        asked_at timestamptz NOT NULL,
        state text NOT NULL DEFAULT 'open' CONSTRAINT service_requests_state_known CHECK (state IN ('open', 'answered', 'withdrawn')),
        outcome text CONSTRAINT service_requests_outcome_known
          CHECK (outcome IN ('answered', 'granted', 'refused', 'done', 'not_possible')),
        ended_by uuid,
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT service_requests_ended_has_instant CHECK ((state = 'open') = (ended_at IS NULL)),
        CONSTRAINT service_requests_answer_has_outcome CHECK ((state = 'answered') = (outcome IS NOT NULL)),
        CONSTRAINT service_requests_only_headquarters_authorises CHECK (direction = 'to_headquarters' OR kind <> 'authorisation')
      );
      CREATE INDEX service_requests_case_idx ON service_requests (case_id, asked_at DESC);
      CREATE INDEX service_requests_open_idx ON service_requests (case_id) WHERE state = 'open';
      ${ofStaff('service_requests')}

      CREATE TABLE service_request_messages (
        id uuid CONSTRAINT service_request_messages_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT service_request_messages_case_fk REFERENCES cases,
        request_id uuid NOT NULL CONSTRAINT service_request_messages_request_fk REFERENCES service_requests,
        kind text NOT NULL CONSTRAINT service_request_messages_kind_known
          CHECK (kind IN ('question', 'message', 'answer', 'withdrawal')),
        author_id uuid,
        at timestamptz NOT NULL,
        ${text('service_request_messages', 'text', 'NOT NULL')},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX service_request_messages_request_idx ON service_request_messages (request_id, at);
      ${ofStaff('service_request_messages')}

      CREATE VIEW staff_reach AS
        SELECT m.account_id, m.display_name, m.role, m.post_id, m.region, m.valid_from, m.valid_until,
               s.reads_post, s.reads_restricted, s.reads_world, s.is_staff
          FROM staff_members m JOIN role_scopes s ON s.role = m.role
         WHERE app.account() IS NOT NULL OR app.is_system();
      COMMENT ON VIEW staff_reach IS
        'Who serves where, and what each role reaches: to offer only colleagues who may see a case.';
      GRANT SELECT ON staff_reach TO ${APP_ROLE};

      CREATE FUNCTION app.transfers_of_my_posts() RETURNS TABLE (
          id uuid, case_id uuid, reference text, family text, type text, tier text, person_name text,
          next_duty text, next_due_at timestamptz, from_post_id uuid, to_post_id uuid, receiver_id uuid,
          state text, reason jsonb, decision_note jsonb, requested_by uuid, requested_at timestamptz,
          decided_by uuid, decided_at timestamptz, incoming boolean)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        v_account uuid := app.account();
        v_heads uuid[] := app.restricted_posts();
        v_posts uuid[] := app.read_posts();
      BEGIN
        IF v_account IS NULL THEN RETURN; END IF;
        RETURN QUERY
        SELECT t.id, t.case_id, c.reference, c.family, c.type, c.tier,
               CASE WHEN t.to_post_id = ANY (v_heads) AND t.state = 'pending'
                    THEN concat_ws(' ', s.given_names, s.first_surname, s.second_surname) END,
               CASE WHEN t.to_post_id = ANY (v_heads) AND t.state = 'pending' THEN c.next_duty END,
               CASE WHEN t.to_post_id = ANY (v_heads) AND t.state = 'pending' THEN c.next_due_at END,
               t.from_post_id, t.to_post_id, t.receiver_id, t.state, t.reason, t.decision_note,
               t.requested_by, t.requested_at, t.decided_by, t.decided_at, t.to_post_id = ANY (v_heads)
          FROM case_transfers t JOIN cases c ON c.id = t.case_id
          LEFT JOIN persons s ON s.id = c.subject_person_id
         WHERE (t.to_post_id = ANY (v_heads) AND c.tier <> 'sealed')
            OR (t.from_post_id = ANY (v_posts) AND c.tier = 'standard')
            OR (t.from_post_id = ANY (v_heads) AND c.tier = 'restricted')
            OR (app.reads_restricted_world() AND c.tier <> 'sealed')
            OR t.receiver_id = v_account OR t.requested_by = v_account;
      END $$;
      COMMENT ON FUNCTION app.transfers_of_my_posts IS
        'Transfers that concern the actor''s posts: to the receiving head what it takes to decide, to the sender the trace that remains. A sealed file shows only to the named receiver and to whoever sent it.';
      REVOKE ALL ON FUNCTION app.transfers_of_my_posts() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.transfers_of_my_posts() TO ${APP_ROLE};

      SELECT app.add_duty_lengths('{
        "transfer_decision": {"unit": "business_days", "value": 2, "source": "Por defecto"},
        "headquarters_consultation": {"unit": "business_days", "value": 5, "source": "Por defecto"},
        "headquarters_instruction": {"unit": "business_days", "value": 3, "source": "Por defecto"},
        "headquarters_authorisation": {"unit": "business_days", "value": 3, "source": "Por defecto"},
        "headquarters_demarche": {"unit": "business_days", "value": 5, "source": "Por defecto"},
        "headquarters_urgent": {"unit": "hours", "value": 24, "source": "Por defecto"},
        "post_consultation": {"unit": "business_days", "value": 5, "source": "Por defecto"},
        "post_instruction": {"unit": "business_days", "value": 3, "source": "Por defecto"},
        "post_demarche": {"unit": "business_days", "value": 10, "source": "Por defecto"},
        "post_urgent": {"unit": "hours", "value": 24, "source": "Por defecto"},
        "referral_follow_up": {"unit": "business_days", "value": 3, "source": "Por defecto"}}');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
