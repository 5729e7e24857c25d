import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  grantTable,
  IS_SYSTEM,
  policy,
  referenceTable,
  tieredPart,
} from '../src/platform/database/policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const CHANNELS = `('telephone', 'message', 'instant_message', 'email', 'letter', 'in_person', 'video', 'third_person')`;
const OUTCOMES = `('reached', 'no_answer', 'left_message', 'wrong_details', 'not_delivered', 'refused',
  'other_answered', 'suspicious')`;

const protectedColumn = (table: string, column: string, limit = 2000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;

/** Whoever works the case writes it down; only readers of restricted parts read it back. */
function restrictedPart(table: string): string {
  const inCase = `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;
  const reach = `EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id AND app.sees_restricted(c.post_id, c.id))`;
  return (
    grantTable(table, 'SELECT, INSERT') +
    policy(table, 'read', 'SELECT', `${IS_SYSTEM} OR ${reach}`) +
    policy(table, 'insert', 'INSERT', `${IS_SYSTEM} OR ${inCase}`)
  );
}

const widened = (table: string, column: string, codes: string): string => `
  ALTER TABLE ${table} DROP CONSTRAINT ${table}_${column}_known;
  ALTER TABLE ${table} ADD CONSTRAINT ${table}_${column}_known CHECK (${column} IN ${codes});
`;

/** Default: says nothing of who writes, why, or that there is a case (rules §4). */
const FIRST_POLICY = {
  neutralText: {
    es: 'Hola, ¿podemos hablar cuando le venga bien? Gracias.',
    en: 'Hello, could we talk when it suits you? Thank you.',
  },
  telltales: [
    ...['consulado', 'consular', 'cónsul', 'embajada', 'cancillería', 'ministerio'],
    ...['consulate', 'consul', 'embassy', 'ministry', 'violencia', 'violence', 'agresor'],
    ...['aggressor', 'denuncia', 'complaint', 'víctima', 'victim', 'abuso', 'abuse'],
    ...['refugio', 'shelter', 'trata', 'trafficking', 'policía', 'police', 'expediente', 'amparo'],
  ],
  source: 'Por defecto: el mensaje no revela quién escribe, para qué, ni que hay un caso',
};

/**
 * Safe contact (rules §4): the only way out of the system towards a person in danger. The log of
 * attempts that every case has learns what was used and what came of it.
 */
export class CreateSafeContacts1764000003000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE safe_contacts (
        id uuid CONSTRAINT safe_contacts_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT safe_contacts_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT safe_contacts_person_fk REFERENCES persons,
        version integer NOT NULL CONSTRAINT safe_contacts_version_positive CHECK (version > 0),
        time_zone text NOT NULL CONSTRAINT safe_contacts_time_zone_length CHECK (length(time_zone) BETWEEN 1 AND 60),
        hours jsonb NOT NULL CONSTRAINT safe_contacts_hours_list CHECK (jsonb_typeof(hours) = 'array'),
        language text NOT NULL CONSTRAINT safe_contacts_language_form CHECK (language ~ '^[a-z]{2,3}$'),
        ${protectedColumn('safe_contacts', 'code_word', 200)},
        ${protectedColumn('safe_contacts', 'seen_by')},
        ${protectedColumn('safe_contacts', 'neutral_text', 500)},
        ${protectedColumn('safe_contacts', 'note')},
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT safe_contacts_version_key UNIQUE (case_id, person_id, version)
      );
      ${restrictedPart('safe_contacts')}

      CREATE TABLE safe_contact_ways (
        id uuid CONSTRAINT safe_contact_ways_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT safe_contact_ways_case_fk REFERENCES cases,
        safe_contact_id uuid NOT NULL CONSTRAINT safe_contact_ways_contact_fk REFERENCES safe_contacts,
        position integer NOT NULL CONSTRAINT safe_contact_ways_position_range CHECK (position BETWEEN 0 AND 9),
        channel text NOT NULL CONSTRAINT safe_contact_ways_channel_known CHECK (channel IN ${CHANNELS}),
        ${protectedColumn('safe_contact_ways', 'address', 1000)},
        may_leave_message boolean NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX safe_contact_ways_contact_idx ON safe_contact_ways (safe_contact_id);
      ${restrictedPart('safe_contact_ways')}

      CREATE TABLE safe_contact_policies (
        version integer CONSTRAINT safe_contact_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT safe_contact_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('safe_contact_policies', EDITS_POLICY)}

      ${widened('contact_restrictions', 'channel', CHANNELS)}
      ${widened('contact_attempts', 'channel', CHANNELS)}
      ${widened('contact_attempts', 'outcome', OUTCOMES)}
      ALTER TABLE contact_attempts
        ADD COLUMN tier text NOT NULL DEFAULT 'standard'
          CONSTRAINT contact_attempts_tier_known CHECK (tier IN ('standard', 'restricted')),
        ADD COLUMN ${protectedColumn('contact_attempts', 'address', 1000)},
        ADD COLUMN safe_contact_id uuid CONSTRAINT contact_attempts_safe_contact_fk REFERENCES safe_contacts,
        ADD COLUMN code_word_given boolean,
        ADD COLUMN overridden text CONSTRAINT contact_attempts_overridden_form CHECK (overridden ~ '^[A-Z_]{1,60}$'),
        ADD COLUMN ${protectedColumn('contact_attempts', 'danger_to_life')},
        ADD CONSTRAINT contact_attempts_override_has_reason
          CHECK ((overridden IS NULL) = (danger_to_life IS NULL));
      ALTER POLICY contact_attempts_read ON contact_attempts
        USING (${IS_SYSTEM} OR ${tieredPart('contact_attempts', 'case_id', 'tier')});
    `);
    await q.query(
      `INSERT INTO safe_contact_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
