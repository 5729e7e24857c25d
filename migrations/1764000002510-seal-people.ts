import type { MigrationInterface, QueryRunner } from 'typeorm';

const MARK = '\u27e6';

/** A person's columns that are sealed with them: plain ones first, then protected texts. */
const OF_PERSONS: [table: string, strings: string[], texts: string[]][] = [
  ['persons', ['given_names', 'first_surname', 'second_surname', 'gender_identity'], []],
  ['person_documents', ['number'], []],
  ['person_contacts', [], ['value', 'note']],
  ['person_aliases', ['name'], []],
  ['person_guardians', ['document_reference'], ['note']],
  ['person_relations', [], ['note']],
  ['person_identity_decisions', [], ['reason']],
  ['contact_restrictions', [], ['reason', 'lifted_reason']],
];

const array = (names: string[]): string => `'{${names.join(',')}}'`;

/** A limit on what a person types does not bind its sealed form. */
const relaxed = (table: string, column: string, most: number): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_length;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_length CHECK (length(${column}) BETWEEN 1 AND
    CASE WHEN ${column} LIKE '${MARK}%' THEN 4000 ELSE ${most} END);
`;

/**
 * A person known from sealed cases alone is sealed, name and documents included: with a key of their
 * own that the circles of those cases may have. Identifiers are found by a keyed hash.
 */
export class SealPeople1764000002510 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${relaxed('persons', 'given_names', 200)}
      ${relaxed('persons', 'first_surname', 200)}
      ${relaxed('persons', 'second_surname', 200)}
      ${relaxed('persons', 'gender_identity', 200)}
      ${relaxed('person_documents', 'number', 40)}
      ${relaxed('person_aliases', 'name', 200)}
      ALTER TABLE person_guardians DROP CONSTRAINT person_guardians_document_length;
      ALTER TABLE person_guardians ADD CONSTRAINT person_guardians_document_length CHECK (length(document_reference)
        BETWEEN 1 AND CASE WHEN document_reference LIKE '${MARK}%' THEN 4000 ELSE 200 END);
      ALTER TABLE person_documents DROP CONSTRAINT person_documents_dni_form;
      ALTER TABLE person_documents ADD CONSTRAINT person_documents_dni_form CHECK (kind <> 'dni' OR issuing_state = 'PER'
        AND (number_key ~ '^[0-9]{8}$' OR number LIKE '${MARK}%'));
    `);
    for (const [table, strings, texts] of OF_PERSONS) {
      const column = table === 'persons' ? 'id' : 'person_id';
      await q.query(
        `INSERT INTO sealed_columns (table_name, subject, texts, strings, bytes, belongs)
         VALUES ('${table}', 'person', ${array(texts)}, ${array(strings)}, '{}', 't.${column} = $1')`,
      );
    }
    await q.query(`
      CREATE FUNCTION app.refuse_half_sealed_person() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM persons p WHERE p.id = NEW.id AND p.sealed <> (p.given_names LIKE '${MARK}%')) THEN
          RAISE EXCEPTION 'a sealed person in the clear, or an ordinary one sealed' USING ERRCODE = 'check_violation',
            CONSTRAINT = 'persons_sealed_whole';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER persons_sealed_whole AFTER UPDATE OF sealed, given_names ON persons
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.refuse_half_sealed_person();
      CREATE CONSTRAINT TRIGGER persons_sealed_at_first AFTER INSERT ON persons
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.given_names LIKE '${MARK}%')
        EXECUTE FUNCTION app.refuse_half_sealed_person();

      CREATE FUNCTION app.unsettled_people(p_case uuid) RETURNS TABLE (id uuid, sealed boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT p.id, p.sealed FROM case_people cp JOIN persons p ON p.id = cp.person_id
         WHERE cp.case_id = p_case AND p.id = ANY (app.member_people()) AND p.sealed <> (p.given_names LIKE '${MARK}%')
         ORDER BY p.id $$;
      REVOKE ALL ON FUNCTION app.unsettled_people(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.unsettled_people(uuid) TO amparo_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
