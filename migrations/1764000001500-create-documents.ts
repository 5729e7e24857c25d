import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy, SIGNED_IN } from '../src/platform/database/policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;

/** A document goes where its case is, a restricted one where restricted parts are; or with its person. */
const REACH = `${IS_SYSTEM}
  OR (case_id IS NOT NULL AND CASE WHEN tier = 'standard'
        THEN EXISTS (SELECT 1 FROM cases c WHERE c.id = documents.case_id)
        ELSE EXISTS (SELECT 1 FROM cases c WHERE c.id = documents.case_id AND app.sees_restricted(c.post_id, c.id)) END)
  OR (person_id IS NOT NULL AND EXISTS (SELECT 1 FROM persons p WHERE p.id = documents.person_id))`;
const WITH_ITS_DOCUMENT = `${IS_SYSTEM}
  OR EXISTS (SELECT 1 FROM documents d WHERE d.id = document_versions.document_id)`;

/** What headquarters starts with; every later version is theirs (all of it default). */
const FIRST_POLICY = {
  maxBytes: 26_214_400,
  types: ['pdf', 'jpeg', 'png', 'heic', 'webp', 'docx', 'xlsx', 'odt', 'txt', 'mp3', 'm4a', 'mp4'],
  archive: { maxEntries: 5_000, maxInflatedBytes: 209_715_200, maxRatio: 100 },
  maxPixels: 100_000_000,
  unscannedDownload: true,
  linkMinutes: 5,
};

/** Documents of cases and persons, their versions and the policy that governs them. */
export class CreateDocuments1764000001500 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE documents (
        id uuid CONSTRAINT documents_pk PRIMARY KEY,
        case_id uuid CONSTRAINT documents_case_fk REFERENCES cases,
        person_id uuid CONSTRAINT documents_person_fk REFERENCES persons,
        kind text NOT NULL CONSTRAINT documents_kind_known CHECK (kind IN
          ('identity', 'court', 'medical', 'receipt', 'photo', 'correspondence', 'other')),
        tier text NOT NULL CONSTRAINT documents_tier_known CHECK (tier IN ('standard', 'restricted')),
        origin text NOT NULL CONSTRAINT documents_origin_known CHECK (origin IN ('uploaded', 'generated')),
        title jsonb NOT NULL CONSTRAINT documents_title_protected CHECK (title ? 'clear' OR title ? 'sealed')
          CONSTRAINT documents_title_length CHECK (length(title ->> 'clear') BETWEEN 1 AND 200),
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        withdrawn_at timestamptz,
        withdrawn_by uuid,
        withdrawn_reason text CONSTRAINT documents_withdrawn_reason_known
          CHECK (withdrawn_reason IN ('wrong_file', 'duplicate', 'illegible', 'entered_by_mistake')),
        CONSTRAINT documents_of_case_or_person CHECK (num_nonnulls(case_id, person_id) = 1),
        CONSTRAINT documents_of_person_standard CHECK (person_id IS NULL OR tier = 'standard'),
        CONSTRAINT documents_withdrawn_has_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      );
      CREATE INDEX documents_case_idx ON documents (case_id);
      CREATE INDEX documents_person_idx ON documents (person_id);
      ${grantTable('documents', 'SELECT, INSERT, UPDATE')}
      ${policy('documents', 'read', 'SELECT', REACH)}
      ${policy('documents', 'insert', 'INSERT', REACH)}
      ${policy('documents', 'update', 'UPDATE', REACH)}

      CREATE TABLE document_versions (
        id uuid CONSTRAINT document_versions_pk PRIMARY KEY,
        document_id uuid NOT NULL CONSTRAINT document_versions_document_fk REFERENCES documents,
        number integer NOT NULL CONSTRAINT document_versions_number_positive CHECK (number > 0),
        file_id uuid NOT NULL CONSTRAINT document_versions_file_key UNIQUE,
        file_name jsonb NOT NULL CONSTRAINT document_versions_file_name_protected CHECK (file_name ? 'clear' OR file_name ? 'sealed')
          CONSTRAINT document_versions_file_name_length CHECK (length(file_name ->> 'clear') BETWEEN 1 AND 200),
        mime text NOT NULL CONSTRAINT document_versions_mime_form CHECK (mime ~ '^[a-z]+/[a-z0-9.+-]{1,100}$'),
        size integer NOT NULL CONSTRAINT document_versions_size_positive CHECK (size > 0),
        sha256 text NOT NULL CONSTRAINT document_versions_sha256_form CHECK (sha256 ~ '^[0-9a-f]{64}$'),
        key_reference text NOT NULL CONSTRAINT document_versions_key_reference_length CHECK (length(key_reference) BETWEEN 1 AND 40),
        scan text NOT NULL CONSTRAINT document_versions_scan_known CHECK (scan IN
          ('quarantined', 'clean', 'infected', 'unscanned', 'not_needed')),
        scanned_at timestamptz,
        scan_engine text CONSTRAINT document_versions_scan_engine_length CHECK (length(scan_engine) <= 200),
        signature text CONSTRAINT document_versions_signature_length CHECK (length(signature) <= 200),
        uploaded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT document_versions_number_key UNIQUE (document_id, number),
        CONSTRAINT document_versions_infected_has_signature CHECK ((scan = 'infected') = (signature IS NOT NULL))
      );
      CREATE INDEX document_versions_to_scan_idx ON document_versions (id) WHERE scan IN ('quarantined', 'unscanned');
      ${grantTable('document_versions', 'SELECT, INSERT, UPDATE')}
      ${policy('document_versions', 'read', 'SELECT', WITH_ITS_DOCUMENT)}
      ${policy('document_versions', 'insert', 'INSERT', WITH_ITS_DOCUMENT)}
      ${policy('document_versions', 'update', 'UPDATE', IS_SYSTEM)}

      CREATE TABLE document_policies (
        version integer CONSTRAINT document_policies_pk PRIMARY KEY
          CONSTRAINT document_policies_version_positive CHECK (version > 0),
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT document_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid CONSTRAINT document_policies_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${grantTable('document_policies', 'SELECT, INSERT')}
      ${policy('document_policies', 'read', 'SELECT', SIGNED_IN)}
      ${policy('document_policies', 'insert', 'INSERT', EDITS_POLICY)}
    `);
    await q.query(
      `INSERT INTO document_policies (version, effective_from, content, reason)
       VALUES (1, '1900-01-01T00:00:00Z', $1, 'Valores iniciales (por defecto)')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
