import type { MigrationInterface, QueryRunner } from 'typeorm';
import { country, known, narrative, RECORDED } from '../src/platform/database/case-parts';
import { grantTable, IS_SYSTEM, policy, referenceTable } from '../src/platform/database/policies';
import { decided, DECIDES, incident, ofIncident, person, reach, text } from './crisis/of-incident';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const TYPES = [
  ...['natural_disaster', 'armed_conflict', 'civil_unrest', 'epidemic'],
  ...['border_closure', 'transport_accident'],
];
const PERSON_STATES = ['registered', 'contacted', 'safe', 'in_need', 'moved', 'abroad', 'home'];
const NEEDS = ['medical', 'shelter', 'food', 'documents', 'transport', 'minors_alone'];
const SOURCES = ['self', 'list', 'staff', 'manifest'];

const hours = (value: number, source: string) => ({ unit: 'hours', value, source });

const FIRST_POLICY = {
  needs: { medical: 50, minors_alone: 60, shelter: 25, food: 20, transport: 10, documents: 5 },
  vulnerability: {
    ...{ child_or_adolescent: 25, unaccompanied: 20, pregnant: 30, older_adult: 20 },
    ...{ disability: 25, serious_illness: 40, irregular_status: 5, destitute: 15 },
    ...{ victim_of_violence: 40, victim_of_trafficking: 50, no_local_language: 5 },
    ...{ quechua_or_native_language_speaker: 5, deprived_of_liberty: 15 },
    lacking_legal_capacity: 25,
  },
  publicFactors: [
    ...['child_or_adolescent', 'pregnant', 'older_adult', 'disability', 'serious_illness'],
    'no_local_language',
  ],
  exitUrl: 'https://www.wikipedia.org/',
  limits: { registrations: 60, codes: 20 },
  source: 'Por defecto: primero la vida y los menores sin compañía',
};

/**
 * Crises (rules §6, *Crisis or mass event*): one incident and thousands of persons, named by themselves
 * or by lists. How each is rests on events that are only added to; the row of a person repeats the
 * newest for lists, kept by a trigger so that no writer can forget it. No registration waits for another.
 */
export class CreateCrises1764000003700 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE incidents (
        id uuid CONSTRAINT incidents_pk PRIMARY KEY,
        kind text NOT NULL ${known('incidents', 'kind', TYPES)},
        slug text NOT NULL CONSTRAINT incidents_slug_key UNIQUE
          CONSTRAINT incidents_slug_form CHECK (slug ~ '^[a-z0-9]{8}$'),
        ${text('incidents', 'name_es', 200)},
        ${text('incidents', 'name_en', 200)},
        ${country('incidents')},
        subdivisions text[] NOT NULL DEFAULT '{}' CONSTRAINT incidents_subdivisions_count CHECK (cardinality(subdivisions) <= 100),
        started_at timestamptz NOT NULL,
        state text NOT NULL ${known('incidents', 'state', ['prepared', 'active', 'stood_down'])},
        ${text('incidents', 'lessons', 40000, true)},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED}
      );
      COMMENT ON COLUMN incidents.slug IS 'Address of the public page: drawn at random, so that it tells nothing.';
      CREATE TABLE incident_posts (
        ${incident('incident_posts')},
        post_id uuid NOT NULL CONSTRAINT incident_posts_post_fk REFERENCES posts,
        CONSTRAINT incident_posts_pk PRIMARY KEY (incident_id, post_id)
      );
      CREATE INDEX incident_posts_post_idx ON incident_posts (post_id);
      CREATE TABLE incident_decisions (
        id uuid CONSTRAINT incident_decisions_pk PRIMARY KEY,
        ${incident('incident_decisions')},
        state text NOT NULL ${known('incident_decisions', 'state', ['active', 'stood_down'])},
        ${text('incident_decisions', 'reason', 2000)},
        occurred_at timestamptz NOT NULL,
        ${RECORDED}
      );
      CREATE INDEX incident_decisions_incident_idx ON incident_decisions (incident_id);
      CREATE TABLE incident_loans (
        id uuid CONSTRAINT incident_loans_pk PRIMARY KEY,
        ${incident('incident_loans')},
        account_id uuid NOT NULL CONSTRAINT incident_loans_account_fk REFERENCES accounts,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz NOT NULL,
        ended_at timestamptz,
        ${text('incident_loans', 'reason', 2000)},
        ${RECORDED},
        CONSTRAINT incident_loans_order CHECK (valid_until > valid_from)
      );
      COMMENT ON TABLE incident_loans IS 'Staff of another post who work the incident between two dates.';
      CREATE INDEX incident_loans_account_idx ON incident_loans (account_id, incident_id);

      CREATE FUNCTION app.reached_incidents() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT CASE
          WHEN app.account() IS NULL OR NOT app.is_staff() THEN '{}'::uuid[]
          WHEN app.reads_world() THEN ARRAY(SELECT id FROM incidents)
          ELSE ARRAY(
            SELECT incident_id FROM incident_posts WHERE post_id = ANY (app.read_posts())
            UNION
            SELECT incident_id FROM incident_loans
             WHERE account_id = app.account() AND ended_at IS NULL AND valid_from <= now() AND valid_until > now())
        END $$;
      CREATE FUNCTION app.reaches_incident(p_incident uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT app.is_system() OR p_incident = ANY (app.reached_incidents()) $$;
      COMMENT ON FUNCTION app.reaches_incident IS
        'Staff of a post concerned, headquarters, and staff lent to the incident now. Honorary consuls never.';

      CREATE FUNCTION app.may_be_lent(p_account uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(bool_or(s.is_staff), false) FROM accounts a
          LEFT JOIN app.current_roles r ON r.account_id = a.id LEFT JOIN role_scopes s ON s.role = r.role
         WHERE a.id = p_account AND a.state = 'active' GROUP BY a.id $$;
      COMMENT ON FUNCTION app.may_be_lent IS 'Null: no such account. Staff may be lent; honorary consuls may not.';

      ${grantTable('incidents', 'SELECT, INSERT, UPDATE')}
      ${policy('incidents', 'read', 'SELECT', reach('id'))}
      ${policy('incidents', 'insert', 'INSERT', `${IS_SYSTEM} OR ${DECIDES}`)}
      ${policy('incidents', 'update', 'UPDATE', decided('id'))}
      ${grantTable('incident_posts', 'SELECT, INSERT')}
      ${policy('incident_posts', 'read', 'SELECT', reach('incident_id'))}
      ${policy('incident_posts', 'insert', 'INSERT', `${IS_SYSTEM} OR (SELECT app.reads_world()) OR post_id = ANY ((SELECT app.read_posts())::uuid[])`)}
      ${ofIncident('incident_decisions', 'SELECT, INSERT', decided)}
      ${ofIncident('incident_loans', 'SELECT, INSERT, UPDATE', decided)}

      CREATE TABLE crisis_policies (
        version integer CONSTRAINT crisis_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT crisis_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('crisis_policies', EDITS_POLICY)}
    `);
    await q.query(`
      CREATE TABLE incident_persons (
        id uuid CONSTRAINT incident_persons_pk PRIMARY KEY,
        ${incident('incident_persons')},
        ${person('incident_persons', 'stands_for')},
        ${text('incident_persons', 'given_names', 200)},
        ${text('incident_persons', 'first_surname', 200)},
        ${text('incident_persons', 'second_surname', 200, true)},
        birth_date date CONSTRAINT incident_persons_birth_date_plausible CHECK (birth_date >= '1900-01-01'),
        age smallint CONSTRAINT incident_persons_age_range CHECK (age BETWEEN 0 AND 120),
        sex smallint NOT NULL DEFAULT 0 CONSTRAINT incident_persons_sex_known CHECK (sex IN (0, 1, 2, 9)),
        ${text('incident_persons', 'document_number', 40, true)},
        ${narrative('incident_persons', 'phone', 100)},
        ${narrative('incident_persons', 'email', 320)},
        ${narrative('incident_persons', 'place', 2000)},
        subdivision text CONSTRAINT incident_persons_subdivision_form CHECK (subdivision ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$'),
        party_size smallint NOT NULL DEFAULT 0 CONSTRAINT incident_persons_party_size_range CHECK (party_size BETWEEN 0 AND 99),
        vulnerability text[] NOT NULL DEFAULT '{}' CONSTRAINT incident_persons_vulnerability_count CHECK (cardinality(vulnerability) <= 50),
        language char(2) NOT NULL DEFAULT 'es' CONSTRAINT incident_persons_language_known CHECK (language IN ('es', 'en')),
        post_id uuid CONSTRAINT incident_persons_post_fk REFERENCES posts,
        priority integer NOT NULL DEFAULT 0,
        state text NOT NULL DEFAULT 'registered' ${known('incident_persons', 'state', PERSON_STATES)},
        source text NOT NULL ${known('incident_persons', 'source', SOURCES)},
        registered_at timestamptz NOT NULL,
        code_hash text CONSTRAINT incident_persons_code_hash_length CHECK (length(code_hash) <= 64),
        code_round smallint NOT NULL DEFAULT 0,
        request_key bytea,
        request_hash bytea,
        case_id uuid CONSTRAINT incident_persons_case_fk REFERENCES cases,
        version integer NOT NULL DEFAULT 1,
        ${RECORDED}
      );
      COMMENT ON COLUMN incident_persons.stands_for IS 'The record that counts for this one: itself, unless it was merged.';
      COMMENT ON COLUMN incident_persons.code_hash IS 'Keyed hash of the code to come back with; the code itself is nowhere.';
      CREATE UNIQUE INDEX incident_persons_code_key ON incident_persons (incident_id, code_hash) WHERE code_hash IS NOT NULL;
      CREATE UNIQUE INDEX incident_persons_request_key ON incident_persons (incident_id, request_key) WHERE request_key IS NOT NULL;
      CREATE INDEX incident_persons_queue_idx ON incident_persons (incident_id, priority DESC, registered_at, id) WHERE stands_for = id;
      CREATE INDEX incident_persons_board_idx ON incident_persons (incident_id, state, subdivision, registered_at) WHERE stands_for = id;
      CREATE INDEX incident_persons_stands_for_idx ON incident_persons (stands_for) WHERE stands_for <> id;
      CREATE INDEX incident_persons_merged_idx ON incident_persons (incident_id) WHERE stands_for <> id;
      CREATE INDEX incident_persons_case_idx ON incident_persons (case_id) WHERE case_id IS NOT NULL;
      ${ofIncident('incident_persons', 'SELECT, INSERT, UPDATE')}

      CREATE TABLE incident_person_keys (
        ${incident('incident_person_keys')},
        key text NOT NULL CONSTRAINT incident_person_keys_key_length CHECK (length(key) <= 400),
        ${person('incident_person_keys')},
        CONSTRAINT incident_person_keys_pk PRIMARY KEY (incident_id, key, person_id)
      );
      CREATE INDEX incident_person_keys_person_idx ON incident_person_keys (person_id);
      ${ofIncident('incident_person_keys', 'SELECT, INSERT, DELETE')}

      CREATE TABLE incident_lists (
        id uuid CONSTRAINT incident_lists_pk PRIMARY KEY,
        ${incident('incident_lists')},
        ${text('incident_lists', 'name', 200)},
        format text NOT NULL ${known('incident_lists', 'format', ['table', 'boarding'])},
        content_hash bytea NOT NULL,
        rows integer NOT NULL,
        ${RECORDED},
        CONSTRAINT incident_lists_content_key UNIQUE (incident_id, content_hash)
      );
      ${ofIncident('incident_lists')}

      CREATE TABLE incident_mentions (
        id uuid CONSTRAINT incident_mentions_pk PRIMARY KEY,
        ${incident('incident_mentions')},
        ${person('incident_mentions')},
        source text NOT NULL ${known('incident_mentions', 'source', SOURCES)},
        list_id uuid CONSTRAINT incident_mentions_list_fk REFERENCES incident_lists,
        line integer,
        ${text('incident_mentions', 'as_given', 700)},
        ${RECORDED}
      );
      COMMENT ON TABLE incident_mentions IS 'Who named a person, and how; a merge leaves them where they are.';
      CREATE INDEX incident_mentions_person_idx ON incident_mentions (person_id);
      CREATE INDEX incident_mentions_list_idx ON incident_mentions (list_id) WHERE list_id IS NOT NULL;
      ${ofIncident('incident_mentions')}

      CREATE TABLE incident_events (
        id uuid CONSTRAINT incident_events_pk PRIMARY KEY,
        ${incident('incident_events')},
        ${person('incident_events')},
        state text NOT NULL ${known('incident_events', 'state', PERSON_STATES)},
        source text NOT NULL ${known('incident_events', 'source', [...SOURCES, 'confirmation'])},
        occurred_at timestamptz NOT NULL,
        ${RECORDED}
      );
      CREATE INDEX incident_events_incident_idx ON incident_events (incident_id, occurred_at);
      CREATE INDEX incident_events_person_idx ON incident_events (person_id);
      ${ofIncident('incident_events')}

      CREATE TABLE incident_merges (
        id uuid CONSTRAINT incident_merges_pk PRIMARY KEY,
        ${incident('incident_merges')},
        ${person('incident_merges')},
        ${person('incident_merges', 'into_person_id', true)},
        occurred_at timestamptz NOT NULL,
        ${RECORDED},
        CONSTRAINT incident_merges_not_itself CHECK (into_person_id <> person_id)
      );
      COMMENT ON COLUMN incident_merges.into_person_id IS 'Null: they are two persons after all.';
      CREATE INDEX incident_merges_incident_idx ON incident_merges (incident_id);
      ${ofIncident('incident_merges')}

      CREATE TABLE incident_distinctions (
        ${incident('incident_distinctions')},
        ${person('incident_distinctions')},
        ${person('incident_distinctions', 'other_id')},
        ${RECORDED},
        CONSTRAINT incident_distinctions_pk PRIMARY KEY (person_id, other_id),
        CONSTRAINT incident_distinctions_order CHECK (person_id < other_id)
      );
      COMMENT ON TABLE incident_distinctions IS 'Records that look alike and were found to be two persons: not offered again.';
      CREATE INDEX incident_distinctions_incident_idx ON incident_distinctions (incident_id);
      ${ofIncident('incident_distinctions')}

      CREATE TABLE incident_needs (
        ${incident('incident_needs')},
        ${person('incident_needs')},
        need text NOT NULL ${known('incident_needs', 'need', NEEDS)},
        state text NOT NULL ${known('incident_needs', 'state', ['open', 'met'])},
        opened_at timestamptz NOT NULL,
        met_at timestamptz,
        met_by uuid,
        CONSTRAINT incident_needs_pk PRIMARY KEY (person_id, need),
        CONSTRAINT incident_needs_met_has_instant CHECK ((state = 'met') = (met_at IS NOT NULL))
      );
      CREATE INDEX incident_needs_incident_idx ON incident_needs (incident_id, need, state, person_id);
      ${ofIncident('incident_needs', 'SELECT, INSERT, UPDATE')}

      -- to be named once more tells nothing of how somebody is: any other fact outweighs it
      CREATE FUNCTION app.settle_incident_person(p_root uuid) RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM incident_persons WHERE id = p_root FOR NO KEY UPDATE;
        UPDATE incident_persons p SET state = coalesce((
            SELECT e.state FROM incident_events e JOIN incident_persons m ON m.id = e.person_id
             WHERE m.stands_for = p_root
             ORDER BY (e.state <> 'registered') DESC, e.occurred_at DESC, e.recorded_at DESC, e.id DESC LIMIT 1), p.state)
         WHERE p.id = p_root;
      END $$;
      CREATE FUNCTION app.settle_after_event() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM app.settle_incident_person((SELECT stands_for FROM incident_persons WHERE id = NEW.person_id));
        RETURN NULL;
      END $$;
      CREATE TRIGGER incident_events_settle AFTER INSERT ON incident_events FOR EACH ROW
        WHEN (NEW.state <> 'registered') EXECUTE FUNCTION app.settle_after_event();
    `);
    await q.query('SELECT app.add_duty_lengths($1)', [
      JSON.stringify({
        crisis_contact: hours(24, 'Por defecto: quien necesita ayuda individual es contactado'),
      }),
    ]);
    await q.query(
      `INSERT INTO crisis_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
