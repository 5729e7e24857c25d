import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** Files of sealed cases and persons rest under a key of their own, which is sealed with them. */
export class SealDocuments1764000002530 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE document_versions ADD COLUMN file_key jsonb
        CONSTRAINT document_versions_file_key_protected CHECK (file_key ? 'clear' OR file_key ? 'sealed');
      COMMENT ON COLUMN document_versions.file_key IS
        'Key of this one file, for a file of a sealed case or person; null: the keyring of the installation.';
      INSERT INTO sealed_columns (table_name, subject, texts, strings, bytes, belongs) VALUES
        ('documents', 'person', '{title}', '{}', '{}', 't.person_id = $1'),
        ('document_versions', 'person', '{file_name,file_key}', '{}', '{}',
         '(SELECT d.person_id FROM documents d WHERE d.id = t.document_id) = $1');
      UPDATE sealed_columns SET texts = '{file_name,file_key}' WHERE table_name = 'document_versions' AND subject = 'case';
      DROP TRIGGER document_versions_sealed ON document_versions;
      CREATE TRIGGER document_versions_sealed AFTER INSERT OR UPDATE ON document_versions FOR EACH ROW
        WHEN (NEW.file_name ? 'clear' OR NEW.file_key ? 'clear' OR NEW.file_key IS NULL)
        EXECUTE FUNCTION app.refuse_clear_text_of('documents', 'document_id');

      CREATE FUNCTION app.put_document_file(p_version uuid, p_file uuid, p_file_key jsonb, p_key_reference text)
        RETURNS void LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        UPDATE document_versions v SET file_id = p_file, file_key = p_file_key, key_reference = p_key_reference
          FROM documents d WHERE v.id = p_version AND d.id = v.document_id
           AND (app.is_member(d.case_id) OR d.person_id = ANY (app.member_people()));
        IF NOT FOUND THEN RAISE insufficient_privilege; END IF;
      END $$;
      COMMENT ON FUNCTION app.put_document_file IS
        'The same content under another key, when its case or person is sealed or unsealed. For the circle only.';
      REVOKE ALL ON FUNCTION app.put_document_file(uuid, uuid, jsonb, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.put_document_file(uuid, uuid, jsonb, text) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
