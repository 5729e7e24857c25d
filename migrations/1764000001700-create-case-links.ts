import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

/** Both ends within reach: a link with a case that the reader may not see does not exist for them. */
const BOTH_ENDS = `${IS_SYSTEM} OR (EXISTS (SELECT 1 FROM cases c WHERE c.id = case_links.case_id)
  AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_links.other_case_id))`;
const REACHES_POST = (writes: boolean): string => `${IS_SYSTEM}
  OR (SELECT app.${writes ? 'writes' : 'reads'}_world())
  OR post_id = ANY ((SELECT app.${writes ? 'register' : 'read'}_posts())::uuid[])`;

/** Links between cases of one event or one family, the tags of a post, and reminders put off. */
export class CreateCaseLinks1764000001700 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE case_events (
        id uuid CONSTRAINT case_events_pk PRIMARY KEY,
        name text NOT NULL CONSTRAINT case_events_name_length CHECK (length(name) BETWEEN 1 AND 200),
        created_by uuid NOT NULL CONSTRAINT case_events_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE TABLE case_links (
        id uuid CONSTRAINT case_links_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_links_case_fk REFERENCES cases,
        other_case_id uuid NOT NULL CONSTRAINT case_links_other_case_fk REFERENCES cases,
        kind text NOT NULL CONSTRAINT case_links_kind_known
          CHECK (kind IN ('same_event', 'same_family', 'continues', 'related')),
        event_id uuid CONSTRAINT case_links_event_fk REFERENCES case_events,
        reason jsonb NOT NULL CONSTRAINT case_links_reason_length CHECK (length(reason ->> 'clear') <= 2000),
        added_by uuid CONSTRAINT case_links_added_by_fk REFERENCES accounts,
        since timestamptz NOT NULL DEFAULT transaction_timestamp(),
        ended_at timestamptz,
        ended_by uuid CONSTRAINT case_links_ended_by_fk REFERENCES accounts,
        end_reason jsonb CONSTRAINT case_links_end_reason_length CHECK (length(end_reason ->> 'clear') <= 2000),
        CONSTRAINT case_links_two_cases CHECK (case_id <> other_case_id),
        CONSTRAINT case_links_event_of_event CHECK (event_id IS NULL OR kind = 'same_event'),
        CONSTRAINT case_links_ended_with_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      );
      COMMENT ON TABLE case_links IS
        'Symmetric, except that with "continues" case_id continues other_case_id. Neither timeline nor version of a case tells of a link: whoever sees one end only would learn of the other.';
      CREATE UNIQUE INDEX case_links_pair_key ON case_links
        (least(case_id, other_case_id), greatest(case_id, other_case_id), kind) WHERE ended_at IS NULL;
      COMMENT ON INDEX case_links_pair_key IS
        'Betrays nothing: whoever may write a link sees both its ends, and so every link between them.';
      CREATE INDEX case_links_case_idx ON case_links (case_id);
      CREATE INDEX case_links_other_case_idx ON case_links (other_case_id);
      CREATE INDEX case_links_event_idx ON case_links (event_id) WHERE event_id IS NOT NULL;
      ${grantTable('case_links', 'SELECT, INSERT, UPDATE (ended_at, ended_by, end_reason)')}
      ${policy('case_links', 'read', 'SELECT', BOTH_ENDS)}
      ${policy('case_links', 'insert', 'INSERT', BOTH_ENDS)}
      ${policy('case_links', 'update', 'UPDATE', BOTH_ENDS)}
      ${grantTable('case_events', 'SELECT, INSERT')}
      ${policy('case_events', 'read', 'SELECT', `${IS_SYSTEM} OR created_by = (SELECT app.account()) OR EXISTS (SELECT 1 FROM case_links l WHERE l.event_id = case_events.id)`)}
      ${policy('case_events', 'insert', 'INSERT', `${IS_SYSTEM} OR created_by = (SELECT app.account())`)}

      CREATE TABLE post_tags (
        id uuid CONSTRAINT post_tags_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT post_tags_post_fk REFERENCES posts,
        label text NOT NULL CONSTRAINT post_tags_label_length CHECK (length(label) BETWEEN 1 AND 40),
        created_by uuid CONSTRAINT post_tags_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        retired_at timestamptz
      );
      CREATE UNIQUE INDEX post_tags_label_key ON post_tags (post_id, lower(label)) WHERE retired_at IS NULL;
      ${grantTable('post_tags', 'SELECT, INSERT, UPDATE (retired_at)')}
      ${policy('post_tags', 'read', 'SELECT', REACHES_POST(false))}
      ${policy('post_tags', 'insert', 'INSERT', REACHES_POST(true))}
      ${policy('post_tags', 'update', 'UPDATE', REACHES_POST(true))}
      ALTER TABLE cases ADD COLUMN tag_ids uuid[] NOT NULL DEFAULT '{}'
        CONSTRAINT cases_tag_ids_few CHECK (cardinality(tag_ids) <= 20);
      COMMENT ON COLUMN cases.tag_ids IS
        'Tags of the post (post_tags), kept in the row so that a queue page reads no other table.';

      CREATE INDEX cases_to_wake_idx ON cases (wake_on) WHERE status = 'on_hold';

      ALTER TABLE obligations ADD COLUMN snoozed_until timestamptz;
      COMMENT ON COLUMN obligations.snoozed_until IS
        'Reminders to the officer that would go out before this instant wait for it; the duty and its due instant stay.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
