import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  childOfCase,
  grantTable,
  IS_SYSTEM,
  policy,
  SIGNED_IN,
} from '../src/platform/database/policies';

const EDITS_POLICY = `${IS_SYSTEM} OR (SELECT 'hq_director' = ANY (app.roles()))`;
const READS_POST = `${IS_SYSTEM} OR (SELECT app.reads_world()) OR post_id = ANY ((SELECT app.read_posts())::uuid[])`;
const WRITES_POST = `${IS_SYSTEM} OR (SELECT app.writes_world()) OR post_id = ANY ((SELECT app.register_posts())::uuid[])`;

/** The four visits that posts make by tradition (rules §3, practice); the rest is a default. */
const STARTING_POLICY = {
  proposeDaysAhead: 60,
  dueWithinDays: 14,
  occasions: [
    {
      code: 'mothers_day',
      names: { es: 'Día de la Madre', en: "Mother's Day" },
      rule: { kind: 'weekday', month: 5, weekday: 7, nth: 2 },
    },
    {
      code: 'fathers_day',
      names: { es: 'Día del Padre', en: "Father's Day" },
      rule: { kind: 'weekday', month: 6, weekday: 7, nth: 3 },
    },
    {
      code: 'independence_day',
      names: { es: 'Fiestas Patrias', en: 'Independence Day' },
      rule: { kind: 'date', month: 7, day: 28 },
    },
    {
      code: 'christmas',
      names: { es: 'Navidad', en: 'Christmas' },
      rule: { kind: 'date', month: 12, day: 25 },
    },
  ],
};

/**
 * Visit rounds: one trip to a place of detention or a city, with the people to be seen there. A
 * person's row follows the case, so that whoever may not see the case does not see it on the list.
 */
export class CreateVisitRounds1764000001900 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE visit_occasion_policies (
        version integer CONSTRAINT visit_occasion_policies_pk PRIMARY KEY
          CONSTRAINT visit_occasion_policies_version_positive CHECK (version > 0),
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL
          CONSTRAINT visit_occasion_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid CONSTRAINT visit_occasion_policies_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${grantTable('visit_occasion_policies', 'SELECT, INSERT')}
      ${policy('visit_occasion_policies', 'read', 'SELECT', SIGNED_IN)}
      ${policy('visit_occasion_policies', 'insert', 'INSERT', EDITS_POLICY)}
      INSERT INTO visit_occasion_policies (version, effective_from, content, reason)
      VALUES (1, '2020-01-01Z', '${JSON.stringify(STARTING_POLICY).replaceAll("'", "''")}',
        'Visitas tradicionales de las oficinas consulares');

      CREATE TABLE visit_rounds (
        id uuid CONSTRAINT visit_rounds_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT visit_rounds_post_fk REFERENCES posts,
        planned_on date NOT NULL,
        occasion text CONSTRAINT visit_rounds_occasion_form CHECK (occasion ~ '^[a-z][a-z0-9_]{1,59}$'),
        facility_id uuid CONSTRAINT visit_rounds_facility_fk REFERENCES facilities,
        city text CONSTRAINT visit_rounds_city_length CHECK (length(city) BETWEEN 1 AND 200),
        leader_id uuid NOT NULL CONSTRAINT visit_rounds_leader_fk REFERENCES accounts,
        note jsonb CONSTRAINT visit_rounds_note_length CHECK (length(note ->> 'clear') <= 4000),
        status text NOT NULL DEFAULT 'planned'
          CONSTRAINT visit_rounds_status_known CHECK (status IN ('planned', 'done', 'cancelled')),
        end_reason jsonb CONSTRAINT visit_rounds_end_reason_length CHECK (length(end_reason ->> 'clear') <= 4000),
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        planned_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT visit_rounds_one_place CHECK ((facility_id IS NULL) <> (city IS NULL)),
        CONSTRAINT visit_rounds_ended_has_instant CHECK ((status = 'planned') = (ended_at IS NULL)),
        CONSTRAINT visit_rounds_cancelled_has_reason CHECK (status <> 'cancelled' OR end_reason IS NOT NULL)
      );
      CREATE INDEX visit_rounds_planned_idx ON visit_rounds (post_id, planned_on) WHERE status = 'planned';
      CREATE INDEX visit_rounds_post_idx ON visit_rounds (post_id, planned_on, id);
      ${grantTable('visit_rounds', 'SELECT, INSERT, UPDATE')}
      ${policy('visit_rounds', 'read', 'SELECT', READS_POST)}
      ${policy('visit_rounds', 'insert', 'INSERT', WRITES_POST)}
      ${policy('visit_rounds', 'update', 'UPDATE', WRITES_POST)}

      CREATE TABLE visit_round_people (
        id uuid CONSTRAINT visit_round_people_pk PRIMARY KEY,
        round_id uuid NOT NULL CONSTRAINT visit_round_people_round_fk REFERENCES visit_rounds,
        case_id uuid NOT NULL CONSTRAINT visit_round_people_case_fk REFERENCES cases,
        state text NOT NULL DEFAULT 'planned' CONSTRAINT visit_round_people_state_known
          CHECK (state IN ('planned', 'recorded', 'not_visited', 'removed')),
        reason text CONSTRAINT visit_round_people_reason_known CHECK (reason IN
          ('no_time', 'access_closed', 'person_elsewhere', 'person_unavailable', 'travel_impossible', 'other')),
        contact_id uuid,
        added_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT visit_round_people_once_key UNIQUE (round_id, case_id),
        CONSTRAINT visit_round_people_contact_fk FOREIGN KEY (case_id, contact_id)
          REFERENCES detention_contacts (case_id, id),
        CONSTRAINT visit_round_people_contact_key UNIQUE (case_id, contact_id),
        CONSTRAINT visit_round_people_recorded_has_contact CHECK ((state = 'recorded') = (contact_id IS NOT NULL)),
        CONSTRAINT visit_round_people_not_visited_has_reason CHECK ((state = 'not_visited') = (reason IS NOT NULL))
      );
      CREATE INDEX visit_round_people_case_idx ON visit_round_people (case_id);
      ${childOfCase('visit_round_people')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
