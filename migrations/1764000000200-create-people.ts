import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, policy, referenceTable } from '../src/platform/database/policies';

const EDITS_CATALOGUE = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const PERSON_VISIBLE = (table: string) =>
  `EXISTS (SELECT 1 FROM persons p WHERE p.id = ${table}.person_id)`;

/** A table that belongs to a person: visible and writable exactly where the person is. */
const childOfPerson = (table: string, privileges: string): string =>
  grantTable(table, privileges) +
  policy(table, 'read', 'SELECT', PERSON_VISIBLE(table)) +
  policy(table, 'insert', 'INSERT', PERSON_VISIBLE(table)) +
  policy(table, 'update', 'UPDATE', PERSON_VISIBLE(table));

const MIGRATION_STATUSES: [code: string, es: string, en: string][] = [
  ['permanent_residence', 'Residencia permanente', 'Permanent residence'],
  ['citizenship', 'Ciudadanía del país', 'Citizenship of the country'],
  ['valid_visa', 'Visa vigente', 'Valid visa'],
  ['irregular', 'Situación irregular', 'Irregular'],
  ['asylum_or_refugee', 'Asilo o refugio', 'Asylum or refugee'],
  ['in_transit', 'En tránsito', 'In transit'],
  ['unknown', 'No se sabe', 'Unknown'],
];

const VULNERABILITY_FACTORS: [code: string, es: string, en: string][] = [
  ['child_or_adolescent', 'Niña, niño o adolescente', 'Child or adolescent'],
  ['unaccompanied', 'No acompañado', 'Unaccompanied'],
  ['pregnant', 'Gestante', 'Pregnant'],
  ['older_adult', 'Persona adulta mayor', 'Older adult'],
  ['disability', 'Discapacidad', 'Disability'],
  ['serious_illness', 'Enfermedad grave', 'Serious illness'],
  ['indigenous_or_afro_descendant', 'Indígena o afrodescendiente', 'Indigenous or Afro-descendant'],
  ['lgbtiq', 'LGBTIQ+', 'LGBTIQ+'],
  ['irregular_status', 'Situación migratoria irregular', 'Irregular migration status'],
  ['destitute', 'Indigencia', 'Destitute'],
  ['victim_of_violence', 'Víctima de violencia', 'Victim of violence'],
  ['victim_of_trafficking', 'Posible víctima de trata', 'Possible victim of trafficking'],
  ['no_local_language', 'No habla el idioma local', 'Does not speak the local language'],
  [
    'quechua_or_native_language_speaker',
    'Habla quechua u otra lengua originaria',
    'Speaks Quechua or another native language',
  ],
  ['deprived_of_liberty', 'Privada de libertad', 'Deprived of liberty'],
  ['lacking_legal_capacity', 'Sin plena capacidad jurídica', 'Lacking legal capacity'],
];

const insertVocabulary = (q: QueryRunner, table: string, rows: [string, string, string][]) =>
  q.query(
    `INSERT INTO ${table} (code, name_es, name_en)
     SELECT * FROM unnest($1::text[], $2::text[], $3::text[])`,
    [rows.map((r) => r[0]), rows.map((r) => r[1]), rows.map((r) => r[2])],
  );

/** Persons, their documents and contacts, and how their identity was established. */
export class CreatePeople1764000000200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE migration_statuses (
        code text CONSTRAINT migration_statuses_pk PRIMARY KEY
          CONSTRAINT migration_statuses_code_form CHECK (code ~ '^[a-z][a-z_]{1,59}$'),
        name_es text NOT NULL CONSTRAINT migration_statuses_name_es_length CHECK (length(name_es) BETWEEN 1 AND 200),
        name_en text NOT NULL CONSTRAINT migration_statuses_name_en_length CHECK (length(name_en) BETWEEN 1 AND 200),
        valid_from date NOT NULL DEFAULT '1900-01-01',
        valid_until date
      );
      CREATE TABLE vulnerability_factors (
        code text CONSTRAINT vulnerability_factors_pk PRIMARY KEY
          CONSTRAINT vulnerability_factors_code_form CHECK (code ~ '^[a-z][a-z_]{1,59}$'),
        name_es text NOT NULL CONSTRAINT vulnerability_factors_name_es_length CHECK (length(name_es) BETWEEN 1 AND 200),
        name_en text NOT NULL CONSTRAINT vulnerability_factors_name_en_length CHECK (length(name_en) BETWEEN 1 AND 200),
        valid_from date NOT NULL DEFAULT '1900-01-01',
        valid_until date
      );
      ${referenceTable('migration_statuses', EDITS_CATALOGUE)}
      ${referenceTable('vulnerability_factors', EDITS_CATALOGUE)}

      CREATE TABLE persons (
        id uuid CONSTRAINT persons_pk PRIMARY KEY,
        given_names text NOT NULL CONSTRAINT persons_given_names_length CHECK (length(given_names) BETWEEN 1 AND 200)
          CONSTRAINT persons_given_names_nfc CHECK (given_names IS NFC NORMALIZED),
        first_surname text NOT NULL CONSTRAINT persons_first_surname_length CHECK (length(first_surname) BETWEEN 1 AND 200)
          CONSTRAINT persons_first_surname_nfc CHECK (first_surname IS NFC NORMALIZED),
        second_surname text CONSTRAINT persons_second_surname_length CHECK (length(second_surname) BETWEEN 1 AND 200)
          CONSTRAINT persons_second_surname_nfc CHECK (second_surname IS NFC NORMALIZED),
        birth_date date CONSTRAINT persons_birth_date_plausible CHECK (birth_date >= '1900-01-01'),
        sex smallint NOT NULL DEFAULT 0 CONSTRAINT persons_sex_known CHECK (sex IN (0, 1, 2, 9)),
        gender_identity text CONSTRAINT persons_gender_identity_length CHECK (length(gender_identity) BETWEEN 1 AND 200),
        nationality char(2) CONSTRAINT persons_nationality_form CHECK (nationality ~ '^[A-Z]{2}$'),
        identity text NOT NULL CONSTRAINT persons_identity_known CHECK (identity IN ('unverified', 'presumed', 'verified')),
        languages text[] NOT NULL DEFAULT '{}' CONSTRAINT persons_languages_count CHECK (cardinality(languages) <= 20),
        migration_status text CONSTRAINT persons_migration_status_fk REFERENCES migration_statuses,
        vulnerability text[] NOT NULL DEFAULT '{}' CONSTRAINT persons_vulnerability_count CHECK (cardinality(vulnerability) <= 50),
        registered_post_id uuid CONSTRAINT persons_registered_post_fk REFERENCES posts,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT persons_presumed_is_peruvian CHECK (identity <> 'presumed' OR nationality = 'PE')
      );

      CREATE TABLE person_documents (
        id uuid CONSTRAINT person_documents_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_documents_person_fk REFERENCES persons,
        kind text NOT NULL CONSTRAINT person_documents_kind_known CHECK (kind IN
          ('dni', 'passport', 'salvoconducto', 'birth_certificate', 'foreign_document', 'consular_registration')),
        number text NOT NULL CONSTRAINT person_documents_number_length CHECK (length(number) BETWEEN 1 AND 40),
        number_key text COLLATE "C" NOT NULL CONSTRAINT person_documents_number_key_length CHECK (length(number_key) BETWEEN 1 AND 40),
        issuing_state char(3) NOT NULL CONSTRAINT person_documents_issuing_state_form CHECK (issuing_state ~ '^[A-Z]{3}$'),
        valid_until date,
        withdrawn_at timestamptz,
        withdrawn_reason text CONSTRAINT person_documents_withdrawn_reason_known
          CHECK (withdrawn_reason IN ('entered_by_mistake', 'replaced', 'lost_or_stolen', 'cancelled_by_issuer')),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT person_documents_dni_form CHECK (kind <> 'dni' OR (number_key ~ '^[0-9]{8}$' AND issuing_state = 'PER')),
        CONSTRAINT person_documents_withdrawn_has_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      );
      CREATE INDEX person_documents_person_idx ON person_documents (person_id);
      CREATE INDEX person_documents_number_idx ON person_documents (number_key);

      CREATE TABLE person_contacts (
        id uuid CONSTRAINT person_contacts_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_contacts_person_fk REFERENCES persons,
        kind text NOT NULL CONSTRAINT person_contacts_kind_known CHECK (kind IN ('phone', 'email', 'address', 'other')),
        value jsonb NOT NULL CONSTRAINT person_contacts_value_protected CHECK (value ? 'clear' OR value ? 'sealed'),
        note jsonb CONSTRAINT person_contacts_note_protected CHECK (note ? 'clear' OR note ? 'sealed'),
        withdrawn_at timestamptz,
        withdrawn_reason text CONSTRAINT person_contacts_withdrawn_reason_known
          CHECK (withdrawn_reason IN ('entered_by_mistake', 'no_longer_valid', 'at_their_request')),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT person_contacts_withdrawn_has_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      );
      CREATE INDEX person_contacts_person_idx ON person_contacts (person_id);

      CREATE TABLE person_identity_decisions (
        id uuid CONSTRAINT person_identity_decisions_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_identity_decisions_person_fk REFERENCES persons,
        previous text CONSTRAINT person_identity_decisions_previous_known CHECK (previous IN ('unverified', 'presumed', 'verified')),
        state text NOT NULL CONSTRAINT person_identity_decisions_state_known CHECK (state IN ('unverified', 'presumed', 'verified')),
        reason jsonb CONSTRAINT person_identity_decisions_reason_protected CHECK (reason ? 'clear' OR reason ? 'sealed'),
        decided_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX person_identity_decisions_person_idx ON person_identity_decisions (person_id);

      CREATE FUNCTION app.member_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        RETURN coalesce((SELECT array_agg(DISTINCT cp.person_id) FROM case_people cp
                          WHERE cp.case_id = ANY (app.member_cases())), '{}');
      END $$;
      COMMENT ON FUNCTION app.member_people IS
        'Persons in the cases that the account is a member of: all that an honorary consul sees.';

      ${grantTable('persons', 'SELECT, INSERT, UPDATE')}
      ${policy('persons', 'read', 'SELECT', `(SELECT app.is_system() OR app.is_staff()) OR id = ANY ((SELECT app.member_people())::uuid[])`)}
      ${policy('persons', 'insert', 'INSERT', `(SELECT app.is_system() OR app.is_staff())`)}
      ${policy('persons', 'update', 'UPDATE', `(SELECT app.is_system() OR app.is_staff()) OR id = ANY ((SELECT app.member_people())::uuid[])`)}
      ${childOfPerson('person_documents', 'SELECT, INSERT, UPDATE')}
      ${childOfPerson('person_contacts', 'SELECT, INSERT, UPDATE')}
      ${childOfPerson('person_identity_decisions', 'SELECT, INSERT')}
    `);
    await insertVocabulary(q, 'migration_statuses', MIGRATION_STATUSES);
    await insertVocabulary(q, 'vulnerability_factors', VULNERABILITY_FACTORS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
