import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase } from '../src/platform/database/policies';

/** Who takes part in a case, what was done, and its append-only timeline. */
export class CreateCaseContents1764000000290 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE cases ADD CONSTRAINT cases_subject_person_fk
        FOREIGN KEY (subject_person_id) REFERENCES persons;

      CREATE TABLE case_people (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_people_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT case_people_person_fk REFERENCES persons,
        role text NOT NULL CONSTRAINT case_people_role_known CHECK (role IN
          ('beneficiary', 'requester', 'relative', 'emergency_contact', 'alleged_aggressor', 'lawyer',
           'interpreter', 'witness', 'dependant', 'guardian', 'official', 'companion')),
        note jsonb,
        since timestamptz NOT NULL DEFAULT transaction_timestamp(),
        until timestamptz
      );
      CREATE INDEX case_people_case_idx ON case_people (case_id);
      CREATE INDEX case_people_person_idx ON case_people (person_id);
      ${childOfCase('case_people')}

      CREATE TABLE case_actions (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_actions_case_fk REFERENCES cases,
        action text NOT NULL CONSTRAINT case_actions_action_form CHECK (action ~ '^[a-z_]{2,60}$'),
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        actor_id uuid,
        tier text NOT NULL DEFAULT 'standard' CONSTRAINT case_actions_tier_known CHECK (tier IN ('standard', 'restricted')),
        note jsonb
      );
      CREATE INDEX case_actions_case_idx ON case_actions (case_id, occurred_at);
      ${childOfCase('case_actions', { tierColumn: 'tier', privileges: 'SELECT, INSERT' })}

      CREATE TABLE timeline_entries (
        id uuid PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT timeline_entries_case_fk REFERENCES cases,
        kind text NOT NULL CONSTRAINT timeline_entries_kind_form CHECK (kind ~ '^[a-z_]+\\.[a-z_]+$'),
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        actor_id uuid,
        tier text NOT NULL DEFAULT 'standard' CONSTRAINT timeline_entries_tier_known CHECK (tier IN ('standard', 'restricted')),
        data jsonb NOT NULL DEFAULT '{}',
        supersedes uuid CONSTRAINT timeline_entries_supersedes_fk REFERENCES timeline_entries
      );
      CREATE INDEX timeline_entries_case_idx ON timeline_entries (case_id, occurred_at DESC, id DESC);
      ${childOfCase('timeline_entries', { tierColumn: 'tier', privileges: 'SELECT, INSERT' })}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
