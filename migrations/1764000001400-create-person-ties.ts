import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase, grantTable, policy } from '../src/platform/database/policies';

const visible = (table: string, column: string): string =>
  `EXISTS (SELECT 1 FROM persons p WHERE p.id = ${table}.${column})`;

/** A table that ties persons: seen and written where every one of them is. */
const tie = (table: string, ...columns: string[]): string => {
  const predicate = columns.map((column) => visible(table, column)).join(' AND ');
  return (
    grantTable(table, 'SELECT, INSERT, UPDATE') +
    policy(table, 'read', 'SELECT', predicate) +
    policy(table, 'insert', 'INSERT', predicate) +
    policy(table, 'update', 'UPDATE', predicate)
  );
};

/** Other names, family, guardians, who must not be contacted, and attempts to reach somebody. */
export class CreatePersonTies1764000001400 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE person_contacts ADD COLUMN safe boolean NOT NULL DEFAULT false;

      CREATE TABLE person_aliases (
        id uuid CONSTRAINT person_aliases_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_aliases_person_fk REFERENCES persons,
        kind text NOT NULL CONSTRAINT person_aliases_kind_known CHECK (kind IN
          ('known_as', 'birth_name', 'married_name', 'nickname', 'name_on_document', 'chosen_name')),
        name text NOT NULL CONSTRAINT person_aliases_name_length CHECK (length(name) BETWEEN 1 AND 200),
        withdrawn_at timestamptz,
        withdrawn_reason text CONSTRAINT person_aliases_withdrawn_reason_known
          CHECK (withdrawn_reason IN ('entered_by_mistake', 'no_longer_used')),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT person_aliases_withdrawn_has_reason CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      );
      CREATE INDEX person_aliases_person_idx ON person_aliases (person_id);
      ${tie('person_aliases', 'person_id')}

      CREATE TABLE person_relations (
        id uuid CONSTRAINT person_relations_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_relations_person_fk REFERENCES persons,
        other_id uuid NOT NULL CONSTRAINT person_relations_other_fk REFERENCES persons,
        kind text NOT NULL CONSTRAINT person_relations_kind_known CHECK (kind IN
          ('spouse', 'partner', 'former_partner', 'parent', 'child', 'sibling', 'grandparent', 'grandchild',
           'uncle_aunt', 'nephew_niece', 'cousin', 'step_parent', 'step_child', 'in_law', 'guardian', 'ward',
           'carer', 'cared_for', 'friend', 'other_relative')),
        source text NOT NULL CONSTRAINT person_relations_source_known CHECK (source IN
          ('the_person', 'relative', 'document', 'authority', 'officer')),
        since date,
        until date,
        note jsonb CONSTRAINT person_relations_note_protected CHECK (note ? 'clear' OR note ? 'sealed'),
        withdrawn_at timestamptz,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT person_relations_between_two CHECK (person_id <> other_id),
        CONSTRAINT person_relations_order CHECK (until >= since)
      );
      CREATE INDEX person_relations_person_idx ON person_relations (person_id);
      CREATE INDEX person_relations_other_idx ON person_relations (other_id);
      ${tie('person_relations', 'person_id', 'other_id')}

      CREATE TABLE person_guardians (
        id uuid CONSTRAINT person_guardians_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT person_guardians_person_fk REFERENCES persons,
        guardian_id uuid NOT NULL CONSTRAINT person_guardians_guardian_fk REFERENCES persons,
        ground text NOT NULL CONSTRAINT person_guardians_ground_known CHECK (ground IN
          ('parental_authority', 'guardianship', 'curatorship', 'support_and_safeguards', 'foster_care',
           'court_order', 'foreign_authority')),
        since date NOT NULL,
        until date,
        document_reference text CONSTRAINT person_guardians_document_length CHECK (length(document_reference) BETWEEN 1 AND 200),
        note jsonb CONSTRAINT person_guardians_note_protected CHECK (note ? 'clear' OR note ? 'sealed'),
        withdrawn_at timestamptz,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT person_guardians_between_two CHECK (person_id <> guardian_id),
        CONSTRAINT person_guardians_order CHECK (until >= since)
      );
      CREATE INDEX person_guardians_person_idx ON person_guardians (person_id);
      CREATE INDEX person_guardians_guardian_idx ON person_guardians (guardian_id);
      ${tie('person_guardians', 'person_id', 'guardian_id')}

      CREATE TABLE contact_restrictions (
        id uuid CONSTRAINT contact_restrictions_pk PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT contact_restrictions_person_fk REFERENCES persons,
        channel text CONSTRAINT contact_restrictions_channel_known CHECK (channel IN
          ('telephone', 'message', 'email', 'letter', 'in_person', 'video')),
        post_id uuid CONSTRAINT contact_restrictions_post_fk REFERENCES posts,
        ground text NOT NULL CONSTRAINT contact_restrictions_ground_known CHECK (ground IN
          ('at_their_request', 'safety', 'court_order', 'other')),
        reason jsonb NOT NULL CONSTRAINT contact_restrictions_reason_protected CHECK (reason ? 'clear' OR reason ? 'sealed'),
        since timestamptz NOT NULL,
        until timestamptz,
        lifted_at timestamptz,
        lifted_by uuid,
        lifted_reason jsonb CONSTRAINT contact_restrictions_lifted_protected CHECK (lifted_reason ? 'clear' OR lifted_reason ? 'sealed'),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT contact_restrictions_order CHECK (until > since),
        CONSTRAINT contact_restrictions_lifted_has_reason CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
      );
      CREATE INDEX contact_restrictions_person_idx ON contact_restrictions (person_id);
      ${tie('contact_restrictions', 'person_id')}

      CREATE TABLE contact_attempts (
        id uuid CONSTRAINT contact_attempts_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT contact_attempts_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT contact_attempts_person_fk REFERENCES persons,
        channel text NOT NULL CONSTRAINT contact_attempts_channel_known CHECK (channel IN
          ('telephone', 'message', 'email', 'letter', 'in_person', 'video')),
        outcome text NOT NULL CONSTRAINT contact_attempts_outcome_known CHECK (outcome IN
          ('reached', 'no_answer', 'left_message', 'wrong_details', 'not_delivered', 'refused')),
        occurred_at timestamptz NOT NULL,
        note jsonb CONSTRAINT contact_attempts_note_protected CHECK (note ? 'clear' OR note ? 'sealed'),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX contact_attempts_case_idx ON contact_attempts (case_id);
      CREATE INDEX contact_attempts_person_idx ON contact_attempts (person_id);
      ${childOfCase('contact_attempts', { privileges: 'SELECT, INSERT' })}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
