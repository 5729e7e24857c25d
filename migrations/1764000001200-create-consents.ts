import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, childOfCase } from '../src/platform/database/policies';

const list = (codes: readonly string[]): string => `'${codes.join("', '")}'`;

const PURPOSES = list([
  'inform_family',
  'legal_defence',
  'medical_care',
  'shelter_or_protection',
  'social_support',
  'repatriation',
  'reception_in_peru',
  'document_procedure',
  'investigation',
  'search_for_person',
  'publication',
]);
const RECIPIENTS = list([
  'family',
  'peruvian_authority',
  'foreign_authority',
  'international_organisation',
  'ngo',
  'lawyer',
  'health_provider',
  'shelter',
  'press',
  'other',
]);
const CATEGORIES = list([
  'identity',
  'contact',
  'location',
  'image',
  'migration_status',
  'legal_situation',
  'case_progress',
  'documents',
  'economic_situation',
  'family_life',
  'health',
  'sexual_life',
  'ethnic_origin',
  'biometric',
  'violence_suffered',
]);
const GIVERS = list(['person', 'parent_or_guardian', 'legal_support']);
const FORMS = list(['signed', 'verbal', 'recorded']);

const text = (table: string, column: string, limit: number): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;

/** What was said about whom may receive, and what was sent: the same columns in both tables. */
const whoAndWhat = (table: string): string => `
  purpose text NOT NULL CONSTRAINT ${table}_purpose_known CHECK (purpose IN (${PURPOSES})),
  recipient_kind text NOT NULL CONSTRAINT ${table}_recipient_kind_known CHECK (recipient_kind IN (${RECIPIENTS})),
  recipient_person_id uuid CONSTRAINT ${table}_recipient_person_fk REFERENCES persons,
  institution_id uuid,
  ${text(table, 'recipient_name', 300)},
  categories text[] NOT NULL CONSTRAINT ${table}_categories_known
    CHECK (cardinality(categories) > 0 AND categories <@ ARRAY[${CATEGORIES}]),
  CONSTRAINT ${table}_one_recipient
    CHECK (num_nonnulls(recipient_person_id, institution_id, recipient_name) <= 1)`;

/**
 * Consents for each purpose and recipient, their withdrawal, and the register of disclosures
 * (Ley 29733 arts. 13–15). All three are only ever added to.
 */
export class CreateConsents1764000001200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION app.hold_case(p_case uuid) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF app.account() IS NULL AND NOT app.is_system() THEN RAISE insufficient_privilege; END IF;
        PERFORM 1 FROM cases WHERE id = p_case FOR KEY SHARE;
      END $$;
      COMMENT ON FUNCTION app.hold_case IS
        'Holds off whoever would lock the case (a withdrawal) until this transaction ends; readers may do so too. Tells nothing.';
      REVOKE ALL ON FUNCTION app.hold_case(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.hold_case(uuid) TO ${APP_ROLE};

      CREATE TABLE consents (
        id uuid CONSTRAINT consents_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT consents_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT consents_person_fk REFERENCES persons,
        decision text NOT NULL CONSTRAINT consents_decision_known CHECK (decision IN ('granted', 'refused')),
        ${whoAndWhat('consents')},
        given_by text NOT NULL CONSTRAINT consents_given_by_known CHECK (given_by IN (${GIVERS})),
        giver_person_id uuid CONSTRAINT consents_giver_person_fk REFERENCES persons,
        given_at timestamptz NOT NULL,
        valid_until timestamptz,
        form text NOT NULL CONSTRAINT consents_form_known CHECK (form IN (${FORMS})),
        ${text('consents', 'note', 5000)},
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT consents_period CHECK (valid_until > given_at),
        CONSTRAINT consents_case_key UNIQUE (case_id, id)
      );
      ${childOfCase('consents', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE consent_withdrawals (
        consent_id uuid CONSTRAINT consent_withdrawals_pk PRIMARY KEY,
        case_id uuid NOT NULL,
        withdrawn_at timestamptz NOT NULL,
        asked_by text NOT NULL CONSTRAINT consent_withdrawals_asked_by_known CHECK (asked_by IN (${GIVERS})),
        form text NOT NULL CONSTRAINT consent_withdrawals_form_known CHECK (form IN (${FORMS})),
        ${text('consent_withdrawals', 'note', 5000)},
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT consent_withdrawals_consent_fk FOREIGN KEY (case_id, consent_id) REFERENCES consents (case_id, id)
      );
      CREATE INDEX consent_withdrawals_case_idx ON consent_withdrawals (case_id);
      ${childOfCase('consent_withdrawals', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE disclosures (
        id uuid CONSTRAINT disclosures_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT disclosures_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT disclosures_person_fk REFERENCES persons,
        occurred_at timestamptz NOT NULL,
        ${whoAndWhat('disclosures')},
        field_names text[] NOT NULL DEFAULT '{}' CONSTRAINT disclosures_field_names_count CHECK (cardinality(field_names) <= 100),
        ground text NOT NULL CONSTRAINT disclosures_ground_known CHECK (ground IN
          ('consent', 'public_function', 'legal_obligation', 'court_order', 'vital_interest')),
        consent_id uuid,
        legal_basis text CONSTRAINT disclosures_legal_basis_length CHECK (length(legal_basis) BETWEEN 1 AND 500),
        channel text NOT NULL CONSTRAINT disclosures_channel_known CHECK (channel IN
          ('referral', 'paper', 'export', 'email', 'telephone', 'in_person', 'letter', 'note_verbale', 'other')),
        cross_border boolean NOT NULL,
        country char(2) CONSTRAINT disclosures_country_form CHECK (country ~ '^[A-Z]{2}$'),
        safeguards text CONSTRAINT disclosures_safeguards_known CHECK (safeguards IN
          ('adequate_protection', 'treaty_or_judicial_cooperation', 'contractual_clauses', 'express_consent',
           'vital_interest', 'none_known')),
        subject_type text CONSTRAINT disclosures_subject_type_form CHECK (subject_type ~ '^[a-z_]{1,60}$'),
        subject_id uuid,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT disclosures_consent_fk FOREIGN KEY (case_id, consent_id) REFERENCES consents (case_id, id),
        CONSTRAINT disclosures_ground_whole CHECK ((ground = 'consent') = (consent_id IS NOT NULL)),
        CONSTRAINT disclosures_basis_named CHECK (ground = 'consent' OR legal_basis IS NOT NULL),
        CONSTRAINT disclosures_abroad_whole CHECK (NOT cross_border OR (country IS NOT NULL AND safeguards IS NOT NULL)),
        CONSTRAINT disclosures_subject_whole CHECK ((subject_type IS NULL) = (subject_id IS NULL))
      );
      CREATE INDEX disclosures_case_idx ON disclosures (case_id, occurred_at DESC);
      CREATE INDEX disclosures_consent_idx ON disclosures (consent_id);
      ${childOfCase('disclosures', { privileges: 'SELECT, INSERT' })}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
