import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy, SIGNED_IN } from '../src/platform/database/policies';

const EDITS_CATALOGUE = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;

const KINDS = `('visit_record', 'social_report', 'sworn_declaration', 'undertaking_to_repay', 'authority_letter',
  'note_verbale_draft', 'consent_form', 'hand_over_note', 'remittance_list', 'resolution_draft')`;

/** A paper is seen where its case is, its restricted ones where restricted parts are; a post's list at the post. */
const reach = (posts: string, world: string): string => `${IS_SYSTEM} OR CASE
  WHEN case_id IS NULL THEN (SELECT ${world}) OR post_id = ANY ((SELECT ${posts})::uuid[])
  WHEN tier = 'standard' THEN EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id)
  ELSE EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND app.sees_restricted(c.post_id, c.id)) END`;

const protectedJson = (name: string, required = false): string =>
  `${name} jsonb ${required ? 'NOT NULL' : ''} CONSTRAINT papers_${name}_protected CHECK (${name} ? 'clear' OR ${name} ? 'sealed')`;

/** Papers made from versioned templates: what they were made from, the file, and proof of both. */
export class CreatePapers1764000001600 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE paper_templates (
        kind text NOT NULL CONSTRAINT paper_templates_kind_known CHECK (kind IN ${KINDS}),
        version integer NOT NULL CONSTRAINT paper_templates_version_positive CHECK (version > 0),
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT paper_templates_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid CONSTRAINT paper_templates_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT paper_templates_pk PRIMARY KEY (kind, version)
      );
      COMMENT ON TABLE paper_templates IS
        'The words of each paper. Never edited: a change is a new version, and a paper keeps its own.';
      ${grantTable('paper_templates', 'SELECT, INSERT')}
      ${policy('paper_templates', 'read', 'SELECT', SIGNED_IN)}
      ${policy('paper_templates', 'insert', 'INSERT', EDITS_CATALOGUE)}

      CREATE TABLE papers (
        id uuid CONSTRAINT papers_pk PRIMARY KEY,
        case_id uuid CONSTRAINT papers_case_fk REFERENCES cases,
        post_id uuid NOT NULL CONSTRAINT papers_post_fk REFERENCES posts,
        kind text NOT NULL CONSTRAINT papers_kind_known CHECK (kind IN ${KINDS}),
        template_version integer NOT NULL,
        tier text NOT NULL CONSTRAINT papers_tier_known CHECK (tier IN ('standard', 'restricted')),
        state text NOT NULL CONSTRAINT papers_state_known CHECK (state IN ('draft', 'issued', 'annulled', 'discarded')),
        number text CONSTRAINT papers_number_length CHECK (length(number) BETWEEN 1 AND 40),
        period_from date,
        period_to date,
        ${protectedJson('field_values', true)},
        ${protectedJson('made_from')},
        code_hash bytea CONSTRAINT papers_code_hash_key UNIQUE,
        pdf_hash bytea CONSTRAINT papers_pdf_hash_length CHECK (length(pdf_hash) = 32),
        issued_at timestamptz,
        issued_on date,
        issued_by uuid CONSTRAINT papers_issued_by_fk REFERENCES accounts,
        annulled_at timestamptz,
        annulled_on date,
        annulled_by uuid CONSTRAINT papers_annulled_by_fk REFERENCES accounts,
        ${protectedJson('annul_reason')},
        created_by uuid CONSTRAINT papers_created_by_fk REFERENCES accounts,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT papers_template_fk FOREIGN KEY (kind, template_version) REFERENCES paper_templates (kind, version),
        CONSTRAINT papers_subject CHECK ((kind = 'remittance_list') = (case_id IS NULL)),
        CONSTRAINT papers_period CHECK ((case_id IS NULL) = (period_from IS NOT NULL AND period_to IS NOT NULL)
          AND (period_from IS NULL OR period_from <= period_to)),
        CONSTRAINT papers_issued_is_whole CHECK ((state IN ('issued', 'annulled')) =
          (number IS NOT NULL AND made_from IS NOT NULL AND code_hash IS NOT NULL AND pdf_hash IS NOT NULL
            AND issued_at IS NOT NULL AND issued_on IS NOT NULL AND issued_by IS NOT NULL)),
        CONSTRAINT papers_annulled_is_whole CHECK ((state = 'annulled') =
          (annulled_at IS NOT NULL AND annulled_on IS NOT NULL AND annulled_by IS NOT NULL AND annul_reason IS NOT NULL))
      );
      CREATE INDEX papers_case_idx ON papers (case_id, recorded_at DESC);
      CREATE INDEX papers_post_issued_idx ON papers (post_id, issued_on) WHERE issued_on IS NOT NULL;
      ${grantTable('papers', 'SELECT, INSERT, UPDATE')}
      ${policy('papers', 'read', 'SELECT', reach('app.read_posts()', 'app.reads_world()'))}
      ${policy('papers', 'insert', 'INSERT', reach('app.register_posts()', 'app.writes_world()'))}
      ${policy('papers', 'update', 'UPDATE', reach('app.register_posts()', 'app.writes_world()'))}

      CREATE FUNCTION app.keep_issued_papers() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'draft' THEN RETURN NEW; END IF;
        IF OLD.state = 'issued' AND NEW.state = 'annulled'
           AND to_jsonb(NEW) - '{state,annulled_at,annulled_on,annulled_by,annul_reason,version}'::text[]
             = to_jsonb(OLD) - '{state,annulled_at,annulled_on,annulled_by,annul_reason,version}'::text[] THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'an issued paper does not change' USING ERRCODE = 'integrity_constraint_violation';
      END $$;
      CREATE TRIGGER papers_keep_issued BEFORE UPDATE ON papers
        FOR EACH ROW EXECUTE FUNCTION app.keep_issued_papers();

      CREATE TABLE paper_files (
        paper_id uuid CONSTRAINT paper_files_pk PRIMARY KEY CONSTRAINT paper_files_paper_fk REFERENCES papers,
        content bytea NOT NULL CONSTRAINT paper_files_size CHECK (length(content) BETWEEN 1 AND 20000000),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      COMMENT ON TABLE paper_files IS
        'The very bytes that were issued, written in the transaction that issues them.';
      ALTER TABLE paper_files ALTER COLUMN content SET STORAGE EXTERNAL;
      ${grantTable('paper_files', 'SELECT, INSERT')}
      ${policy('paper_files', 'read', 'SELECT', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM papers p WHERE p.id = paper_id)`)}
      ${policy('paper_files', 'insert', 'INSERT', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM papers p WHERE p.id = paper_id)`)}

      CREATE FUNCTION app.verify_paper(p_code_hash bytea, p_file_hash bytea) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce((
          SELECT jsonb_build_object('state', p.state, 'issuedOn', p.issued_on, 'annulledOn', p.annulled_on,
                   'fileMatches', p.pdf_hash = p_file_hash)
              || CASE WHEN p.tier = 'standard' AND coalesce(c.tier, 'standard') = 'standard'
                   THEN jsonb_build_object('kind', p.kind, 'postName', o.name_es, 'postCity', o.city, 'postCountry', o.country)
                   ELSE '{}' END
            FROM papers p JOIN posts o ON o.id = p.post_id LEFT JOIN cases c ON c.id = p.case_id
           WHERE p.code_hash = p_code_hash), '{}') $$;
      COMMENT ON FUNCTION app.verify_paper IS
        'What a bystander with the code may know. Nothing about the kind or the post when the paper or its case is not standard.';
      REVOKE ALL ON FUNCTION app.verify_paper(bytea, bytea) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.verify_paper(bytea, bytea) TO amparo_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
