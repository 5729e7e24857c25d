import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

/** Who sees a case row; `world` is the predicate for headquarters (reading and writing differ). */
const caseReach = (world: string, posts: string): string => `
  ${IS_SYSTEM}
  OR (tier = 'standard' AND (${world} OR post_id = ANY ((SELECT ${posts})::uuid[])))
  OR (tier = 'restricted' AND ((SELECT app.reads_restricted_world())
        OR post_id = ANY ((SELECT app.restricted_posts())::uuid[])))
  OR id = ANY ((SELECT app.member_cases())::uuid[])`;

/** The case file's spine: cases, their circle, gap-free numbers, and the predicates built on them. */
export class CreateCases1764000000150 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE cases (
        id uuid PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT cases_post_fk REFERENCES posts,
        reference text CONSTRAINT cases_reference_key UNIQUE,
        family text NOT NULL,
        type text NOT NULL,
        tier text NOT NULL CONSTRAINT cases_tier_known CHECK (tier IN ('standard', 'restricted', 'sealed')),
        status text NOT NULL CONSTRAINT cases_status_known
          CHECK (status IN ('registered', 'active', 'on_hold', 'closed', 'dismissed')),
        stage text,
        intake_channel text NOT NULL CONSTRAINT cases_intake_channel_known CHECK (intake_channel IN
          ('person', 'relative', 'authority', 'ngo', 'host_notification', 'other_post', 'ode', 'headquarters', 'press', 'other')),
        intake_reference text CONSTRAINT cases_intake_reference_length CHECK (length(intake_reference) <= 200),
        occurred_at timestamptz NOT NULL,
        country char(2) NOT NULL,
        subdivision text CONSTRAINT cases_subdivision_form CHECK (subdivision ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
        place jsonb,
        summary jsonb,
        subject_person_id uuid,
        assignee_id uuid CONSTRAINT cases_assignee_fk REFERENCES accounts,
        opened_by uuid,
        wake_on date,
        outcome text,
        closed_at timestamptz,
        dismissal_reason text CONSTRAINT cases_dismissal_reason_known
          CHECK (dismissal_reason IN ('duplicate', 'outside_competence', 'entered_by_mistake')),
        next_due_at timestamptz,
        next_duty text,
        last_visit_at timestamptz,
        next_visit_at timestamptz,
        first_contact_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT cases_closed_has_end CHECK ((status IN ('closed', 'dismissed')) = (closed_at IS NOT NULL)),
        CONSTRAINT cases_hold_has_wake CHECK ((status = 'on_hold') = (wake_on IS NOT NULL)),
        CONSTRAINT cases_closed_has_outcome CHECK ((status = 'closed') = (outcome IS NOT NULL)),
        CONSTRAINT cases_dismissed_has_reason CHECK ((status = 'dismissed') = (dismissal_reason IS NOT NULL))
      );
      CREATE INDEX cases_open_by_post_idx ON cases (post_id, (coalesce(next_due_at, 'infinity')), id) WHERE closed_at IS NULL;
      CREATE INDEX cases_open_by_due_idx ON cases ((coalesce(next_due_at, 'infinity')), id) WHERE closed_at IS NULL;
      CREATE INDEX cases_unassigned_idx ON cases (post_id, (coalesce(next_due_at, 'infinity')), id) WHERE closed_at IS NULL AND assignee_id IS NULL;
      CREATE INDEX cases_by_assignee_idx ON cases (assignee_id, (coalesce(next_due_at, 'infinity')), id) WHERE closed_at IS NULL;
      CREATE INDEX cases_done_by_post_idx ON cases (post_id, closed_at DESC, id) WHERE closed_at IS NOT NULL;
      CREATE INDEX cases_by_subject_idx ON cases (subject_person_id);

      CREATE TABLE case_members (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_members_case_fk REFERENCES cases,
        account_id uuid NOT NULL CONSTRAINT case_members_account_fk REFERENCES accounts,
        kind text NOT NULL CONSTRAINT case_members_kind_known CHECK (kind IN ('assigned', 'second', 'honorary', 'circle')),
        since timestamptz NOT NULL DEFAULT transaction_timestamp(),
        until timestamptz,
        reason text CONSTRAINT case_members_reason_length CHECK (length(reason) <= 2000),
        added_by uuid
      );
      CREATE INDEX case_members_account_idx ON case_members (account_id) WHERE until IS NULL;
      CREATE INDEX case_members_case_idx ON case_members (case_id);

      CREATE FUNCTION app.member_cases() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(case_id), '{}') FROM case_members
         WHERE account_id = app.account() AND (until IS NULL OR until > now()) $$;

      CREATE FUNCTION app.is_member(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM case_members
          WHERE case_id = p_case AND account_id = app.account() AND (until IS NULL OR until > now())) $$;

      ${grantTable('cases', 'SELECT, INSERT, UPDATE')}
      ${policy('cases', 'read', 'SELECT', caseReach('(SELECT app.reads_world())', 'app.read_posts()'))}
      ${policy('cases', 'insert', 'INSERT', `${IS_SYSTEM} OR (SELECT app.writes_world()) OR post_id = ANY ((SELECT app.register_posts())::uuid[])`)}
      ${policy('cases', 'update', 'UPDATE', caseReach('(SELECT app.writes_world())', 'app.register_posts()'))}
      ${grantTable('case_members', 'SELECT, INSERT, UPDATE')}
      ${policy('case_members', 'read', 'SELECT', `account_id = (SELECT app.account()) OR ${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id)`)}
      ${policy('case_members', 'insert', 'INSERT', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id)`)}
      ${policy('case_members', 'update', 'UPDATE', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id)`)}

      CREATE FUNCTION app.sees_restricted(p_post uuid, p_case uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT app.is_system() OR app.reads_restricted_world() OR p_post = ANY (app.restricted_posts())
            OR (app.is_staff() AND app.is_member(p_case)) $$;

      CREATE TABLE number_series (
        post_id uuid NOT NULL CONSTRAINT number_series_post_fk REFERENCES posts,
        year integer NOT NULL CONSTRAINT number_series_year_range CHECK (year BETWEEN 2000 AND 2200),
        kind text NOT NULL CONSTRAINT number_series_kind_form CHECK (kind ~ '^[A-Z]{3,4}$'),
        last_n integer NOT NULL,
        CONSTRAINT number_series_pk PRIMARY KEY (post_id, year, kind)
      );
      CREATE TABLE issued_numbers (
        post_id uuid NOT NULL CONSTRAINT issued_numbers_post_fk REFERENCES posts,
        year integer NOT NULL,
        kind text NOT NULL,
        n integer NOT NULL,
        state text NOT NULL DEFAULT 'in_use' CONSTRAINT issued_numbers_state_known CHECK (state IN ('in_use', 'reassigned')),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT issued_numbers_pk PRIMARY KEY (post_id, year, kind, n)
      );
      ${grantTable('number_series', 'SELECT')}
      ${policy('number_series', 'read', 'SELECT', IS_SYSTEM)}
      ${grantTable('issued_numbers', 'SELECT')}
      ${policy('issued_numbers', 'read', 'SELECT', IS_SYSTEM)}

      CREATE FUNCTION app.take_number(p_post uuid, p_year integer, p_kind text) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_n integer; v_code text;
      BEGIN
        IF NOT (app.is_system() OR app.account() IS NOT NULL) THEN RAISE insufficient_privilege; END IF;
        SELECT code INTO STRICT v_code FROM posts WHERE id = p_post;
        INSERT INTO number_series VALUES (p_post, p_year, p_kind, 1)
          ON CONFLICT (post_id, year, kind) DO UPDATE SET last_n = number_series.last_n + 1
          RETURNING last_n INTO v_n;
        INSERT INTO issued_numbers (post_id, year, kind, n) VALUES (p_post, p_year, p_kind, v_n);
        RETURN v_code || '-' || p_year || '-' || CASE p_kind WHEN 'CASE' THEN '' ELSE p_kind || '-' END
          || lpad(v_n::text, 6, '0');
      END $$;
      COMMENT ON FUNCTION app.take_number IS
        'Gap-free number per post, year and kind (former RC 180-181). Call it last: its row lock lives until commit.';

      CREATE FUNCTION app.take_case_number(p_case uuid, p_year integer) RETURNS text
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v_post uuid; v_reference text;
      BEGIN
        SELECT post_id INTO STRICT v_post FROM cases WHERE id = p_case AND reference IS NULL;
        v_reference := app.take_number(v_post, p_year, 'CASE');
        UPDATE cases SET reference = v_reference WHERE id = p_case;
        RETURN v_reference;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
