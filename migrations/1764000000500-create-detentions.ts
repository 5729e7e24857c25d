import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  childOfCase,
  grantTable,
  IS_SYSTEM,
  policy,
  SIGNED_IN,
} from '../src/platform/database/policies';

const codes = (...values: string[]): string => values.map((v) => `'${v}'`).join(', ');
const STAGES = codes(
  'arrested',
  'pretrial',
  'bail',
  'on_trial',
  'sentenced',
  'appeal_pending',
  'parole',
  'suspended_sentence',
  'immigration_detention',
  'pending_expulsion',
  'acquitted',
  'charges_dropped',
  'released',
  'expelled',
  'deported',
  'transferred_to_peru',
  'escaped',
  'died_in_custody',
);
const narrative = (table: string, column: string, limit = 20000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;

/** Places of detention; then what a detention case records beside the case file itself. */
export class CreateDetentions1764000000500 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE facilities (
        id uuid PRIMARY KEY,
        name text NOT NULL CONSTRAINT facilities_name_length CHECK (length(name) BETWEEN 1 AND 200),
        kind text NOT NULL DEFAULT 'other' CONSTRAINT facilities_kind_known CHECK (kind IN
          ('police_station', 'prison', 'immigration_centre', 'juvenile_centre', 'hospital', 'other')),
        country char(2) NOT NULL CONSTRAINT facilities_country_form CHECK (country ~ '^[A-Z]{2}$'),
        subdivision text CONSTRAINT facilities_subdivision_form CHECK (subdivision ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
        city text NOT NULL DEFAULT '' CONSTRAINT facilities_city_length CHECK (length(city) <= 200),
        harshness text NOT NULL DEFAULT 'standard' CONSTRAINT facilities_harshness_known
          CHECK (harshness IN ('standard', 'harsh')),
        ${narrative('facilities', 'address', 1000)},
        visiting_hours text CONSTRAINT facilities_visiting_hours_length CHECK (length(visiting_hours) <= 2000),
        place_key text COLLATE "C" NOT NULL CONSTRAINT facilities_place_key_length CHECK (length(place_key) <= 500),
        confirmed boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT facilities_place_key UNIQUE (country, place_key)
      );
      COMMENT ON COLUMN facilities.confirmed IS
        'False while the place is only what an officer typed when logging; true once it has been edited in the directory.';
      COMMENT ON COLUMN facilities.place_key IS
        'City and name without accents, capitals or punctuation: one place is listed once, and found by equality.';
      ${grantTable('facilities', 'SELECT, INSERT, UPDATE')}
      ${policy('facilities', 'read', 'SELECT', SIGNED_IN)}
      ${policy('facilities', 'insert', 'INSERT', `${IS_SYSTEM} OR (SELECT app.is_staff())`)}
      ${policy('facilities', 'update', 'UPDATE', `${IS_SYSTEM} OR (SELECT app.is_staff())`)}

      CREATE TABLE detentions (
        case_id uuid PRIMARY KEY CONSTRAINT detentions_case_fk REFERENCES cases,
        detained_at timestamptz,
        informed_of_rights_at timestamptz,
        post_notified_at timestamptz NOT NULL,
        notice_channel text NOT NULL CONSTRAINT detentions_notice_channel_known CHECK (notice_channel IN
          ('written_notice', 'telephone', 'email', 'fax', 'in_person', 'family', 'detainee', 'lawyer',
           'organisation', 'press', 'headquarters', 'other')),
        notice_authority text CONSTRAINT detentions_notice_authority_length CHECK (length(notice_authority) <= 300),
        offence_group text CONSTRAINT detentions_offence_group_known CHECK (offence_group IN
          ('drugs', 'property', 'homicide', 'assault', 'sexual_offence', 'trafficking_or_smuggling',
           'fraud', 'migration', 'traffic', 'public_order', 'other', 'unknown')),
        ${narrative('detentions', 'charges')},
        ${narrative('detentions', 'place_of_arrest', 1000)},
        ${narrative('detentions', 'aliases', 1000)},
        ${narrative('detentions', 'family_in_country')},
        sentenced_on date,
        sentence_minimum text,
        sentence_maximum text,
        sentence_for_life boolean NOT NULL DEFAULT false,
        sentence_ends_on date,
        sentence_court text CONSTRAINT detentions_sentence_court_length CHECK (length(sentence_court) <= 300),
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT detentions_informed_after_detained CHECK (informed_of_rights_at >= detained_at),
        CONSTRAINT detentions_notified_after_detained CHECK (post_notified_at >= detained_at),
        CONSTRAINT detentions_sentence_order CHECK (sentence_ends_on >= sentenced_on)
      );
      ${childOfCase('detentions')}

      CREATE TABLE detention_stages (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT detention_stages_case_fk REFERENCES cases,
        stage text NOT NULL CONSTRAINT detention_stages_stage_known CHECK (stage IN (${STAGES})),
        occurred_at timestamptz NOT NULL,
        replaces uuid,
        ${narrative('detention_stages', 'note')},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT detention_stages_case_key UNIQUE (case_id, id),
        CONSTRAINT detention_stages_replaces_fk FOREIGN KEY (case_id, replaces) REFERENCES detention_stages (case_id, id)
      );
      ${childOfCase('detention_stages', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE facility_stays (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT facility_stays_case_fk REFERENCES cases,
        facility_id uuid NOT NULL CONSTRAINT facility_stays_facility_fk REFERENCES facilities,
        since timestamptz NOT NULL,
        ${narrative('facility_stays', 'reason')},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX facility_stays_case_idx ON facility_stays (case_id);
      CREATE INDEX facility_stays_facility_idx ON facility_stays (facility_id);
      ${childOfCase('facility_stays', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE detention_wishes (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT detention_wishes_case_fk REFERENCES cases,
        subject text NOT NULL CONSTRAINT detention_wishes_subject_known CHECK (subject IN ('visit', 'family')),
        wish text NOT NULL CONSTRAINT detention_wishes_wish_known CHECK (wish IN ('yes', 'no', 'not_asked')),
        occurred_at timestamptz NOT NULL,
        ${narrative('detention_wishes', 'note')},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX detention_wishes_case_idx ON detention_wishes (case_id);
      ${childOfCase('detention_wishes', { privileges: 'SELECT, INSERT' })}

      CREATE TABLE detention_contacts (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT detention_contacts_case_fk REFERENCES cases,
        kind text NOT NULL CONSTRAINT detention_contacts_kind_known
          CHECK (kind IN ('in_person', 'video', 'telephone', 'letter')),
        with_whom text NOT NULL CONSTRAINT detention_contacts_with_whom_known
          CHECK (with_whom IN ('detainee', 'family', 'lawyer', 'authority', 'other')),
        outcome text NOT NULL CONSTRAINT detention_contacts_outcome_known CHECK (outcome IN
          ('done', 'refused_by_person', 'refused_by_authority', 'person_moved', 'released')),
        occurred_at timestamptz NOT NULL,
        facility_id uuid CONSTRAINT detention_contacts_facility_fk REFERENCES facilities,
        act_number text CONSTRAINT detention_contacts_act_number_key UNIQUE,
        findings jsonb NOT NULL DEFAULT '{}',
        needs text[] NOT NULL DEFAULT '{}',
        ${narrative('detention_contacts', 'report', 60000)},
        ${narrative('detention_contacts', 'evidence', 2000)},
        denied_by text CONSTRAINT detention_contacts_denied_by_length CHECK (length(denied_by) <= 300),
        ${narrative('detention_contacts', 'denial_reason', 4000)},
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT detention_contacts_case_key UNIQUE (case_id, id),
        CONSTRAINT detention_contacts_denial_named
          CHECK (outcome <> 'refused_by_authority' OR denied_by IS NOT NULL)
      );
      CREATE INDEX detention_contacts_denied_idx ON detention_contacts (occurred_at)
        WHERE outcome = 'refused_by_authority';
      ${childOfCase('detention_contacts', { privileges: 'SELECT, INSERT, UPDATE (act_number)' })}
      COMMENT ON COLUMN detention_contacts.report IS
        'Notes of checks and needs, messages carried, next steps: one JSON text, protected as a whole.';

      CREATE TABLE notes_verbales (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT notes_verbales_case_fk REFERENCES cases,
        contact_id uuid,
        follows_id uuid,
        act_number text CONSTRAINT notes_verbales_act_number_key UNIQUE,
        authority text NOT NULL CONSTRAINT notes_verbales_authority_length CHECK (length(authority) BETWEEN 1 AND 300),
        ${narrative('notes_verbales', 'subject', 4000)} NOT NULL,
        sent_at timestamptz NOT NULL,
        replied_at timestamptz,
        ${narrative('notes_verbales', 'reply')},
        reply_kind text CONSTRAINT notes_verbales_reply_kind_known
          CHECK (reply_kind IN ('access_granted', 'access_refused', 'other')),
        explained_at timestamptz,
        ${narrative('notes_verbales', 'explanation', 4000)},
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT notes_verbales_case_key UNIQUE (case_id, id),
        CONSTRAINT notes_verbales_contact_fk FOREIGN KEY (case_id, contact_id) REFERENCES detention_contacts (case_id, id),
        CONSTRAINT notes_verbales_follows_fk FOREIGN KEY (case_id, follows_id) REFERENCES notes_verbales (case_id, id),
        CONSTRAINT notes_verbales_reply_after_sent CHECK (replied_at >= sent_at),
        CONSTRAINT notes_verbales_reply_whole CHECK ((replied_at IS NULL) = (reply_kind IS NULL))
      );
      ${childOfCase('notes_verbales', { privileges: 'SELECT, INSERT, UPDATE' })}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
