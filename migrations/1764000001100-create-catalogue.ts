import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase, grantTable, policy, SIGNED_IN } from '../src/platform/database/policies';

const EDITS_CATALOGUE = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const CODE = `'^[a-z][a-z0-9_]{1,39}$'`;

/** Versions of the catalogue, what cases answer under theirs, marks on checklists, Decision 548. */
export class CreateCatalogue1764000001100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE catalogue_versions (
        version integer CONSTRAINT catalogue_versions_pk PRIMARY KEY
          CONSTRAINT catalogue_versions_version_positive CHECK (version > 0),
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT catalogue_versions_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid CONSTRAINT catalogue_versions_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${grantTable('catalogue_versions', 'SELECT, INSERT')}
      ${policy('catalogue_versions', 'read', 'SELECT', SIGNED_IN)}
      ${policy('catalogue_versions', 'insert', 'INSERT', EDITS_CATALOGUE)}

      ALTER TABLE cases ADD COLUMN catalogue_version integer NOT NULL DEFAULT 1;
      COMMENT ON COLUMN cases.catalogue_version IS
        'Version of the catalogue under which the case was opened, and by which it is read ever after.';

      CREATE TABLE case_answers (
        id uuid CONSTRAINT case_answers_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_answers_case_fk REFERENCES cases,
        field text NOT NULL CONSTRAINT case_answers_field_form CHECK (field ~ ${CODE}),
        value jsonb,
        tier text NOT NULL CONSTRAINT case_answers_tier_known CHECK (tier IN ('standard', 'restricted')),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      COMMENT ON TABLE case_answers IS
        'Append-only: the newest row of a field is its answer, a null value takes it away.';
      CREATE INDEX case_answers_newest_idx ON case_answers (case_id, field, recorded_at DESC, id DESC);
      ${childOfCase('case_answers', { tierColumn: 'tier', privileges: 'SELECT, INSERT' })}

      CREATE TABLE checklist_marks (
        id uuid CONSTRAINT checklist_marks_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT checklist_marks_case_fk REFERENCES cases,
        item text NOT NULL CONSTRAINT checklist_marks_item_form CHECK (item ~ ${CODE}),
        done boolean NOT NULL,
        occurred_at timestamptz NOT NULL,
        note jsonb,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX checklist_marks_case_idx ON checklist_marks (case_id, recorded_at, id);
      ${childOfCase('checklist_marks', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE andean_assistances (
        id uuid CONSTRAINT andean_assistances_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT andean_assistances_case_fk REFERENCES cases,
        requesting_state char(2) NOT NULL
          CONSTRAINT andean_assistances_state_known CHECK (requesting_state IN ('BO', 'CO', 'EC')),
        no_representation boolean NOT NULL,
        travel_document boolean NOT NULL,
        authorisation_reference text
          CONSTRAINT andean_assistances_reference_length CHECK (length(authorisation_reference) BETWEEN 1 AND 120),
        basis jsonb,
        withdrawn boolean NOT NULL DEFAULT false,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT andean_assistances_document_authorised
          CHECK (withdrawn OR NOT travel_document OR authorisation_reference IS NOT NULL),
        CONSTRAINT andean_assistances_unrepresented CHECK (withdrawn OR no_representation)
      );
      COMMENT ON TABLE andean_assistances IS
        'Assistance for another Andean State (Decision 548): append-only, the newest row of a case holds.';
      CREATE INDEX andean_assistances_case_idx ON andean_assistances (case_id, recorded_at DESC, id DESC);
      ${childOfCase('andean_assistances', { privileges: 'SELECT, INSERT' })}

      CREATE FUNCTION app.admit_opener(p_case uuid, p_member uuid, p_kind text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        -- only who opens the case, only in the transaction that opens it, only once
        IF NOT EXISTS (SELECT 1 FROM cases WHERE id = p_case AND opened_by = app.account()
             AND reference IS NULL AND recorded_at = transaction_timestamp())
           OR EXISTS (SELECT 1 FROM case_members WHERE case_id = p_case) THEN RETURN; END IF;
        INSERT INTO case_members (id, case_id, account_id, kind, added_by)
        VALUES (p_member, p_case, app.account(), p_kind, app.account());
      END $$;
      COMMENT ON FUNCTION app.admit_opener IS
        'Whoever opens a restricted or sealed case takes part in it, or could not write its first facts.';
      REVOKE ALL ON FUNCTION app.admit_opener(uuid, uuid, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.admit_opener(uuid, uuid, text) TO amparo_app;

      CREATE FUNCTION app.open_cases_by_catalogue()
        RETURNS TABLE (family text, type text, version integer, cases integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT c.family, c.type, c.catalogue_version, count(*)::int FROM cases c
         WHERE c.closed_at IS NULL AND c.tier <> 'sealed'
           AND ${EDITS_CATALOGUE}
         GROUP BY c.family, c.type, c.catalogue_version $$;
      COMMENT ON FUNCTION app.open_cases_by_catalogue IS
        'Bare counts for whoever edits the catalogue: how many open cases rest on which version; none is named, sealed ones are left out.';
      REVOKE ALL ON FUNCTION app.open_cases_by_catalogue() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.open_cases_by_catalogue() TO amparo_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
