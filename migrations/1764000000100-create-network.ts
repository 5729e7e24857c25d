import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, policy, SIGNED_IN } from '../src/platform/database/policies';

const MANAGES_POSTS = `(SELECT app.is_system() OR app.roles() && '{administrator,hq_director}'::text[])`;

/**
 * Posts of the consular network with their districts, regions, calendars, and staff: roles and
 * subrogations held between two dates. Reference data: every signed-in account reads it.
 */
export class CreateNetwork1764000000100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- A version that a transaction took and rolled back never names another calendar.
      CREATE SEQUENCE post_calendar_versions AS integer;
      GRANT USAGE ON post_calendar_versions TO amparo_app;

      CREATE TABLE posts (
        id uuid CONSTRAINT posts_pk PRIMARY KEY,
        code text NOT NULL CONSTRAINT posts_code_key UNIQUE
          CONSTRAINT posts_code_form CHECK (code ~ '^[A-Z][A-Z0-9]{2,7}$'),
        kind text NOT NULL CONSTRAINT posts_kind_known CHECK (kind IN
          ('consulate_general', 'consulate', 'consular_section', 'consular_agency',
           'honorary_consulate', 'headquarters', 'decentralised_office')),
        name_es text NOT NULL CONSTRAINT posts_name_es_length CHECK (length(name_es) BETWEEN 1 AND 200),
        city text NOT NULL CONSTRAINT posts_city_length CHECK (length(city) BETWEEN 1 AND 200),
        country char(2) NOT NULL CONSTRAINT posts_country_form CHECK (country ~ '^[A-Z]{2}$'),
        subdivision text CONSTRAINT posts_subdivision_form CHECK
          (subdivision ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' AND left(subdivision, 2) = country),
        parent_id uuid CONSTRAINT posts_parent_fk REFERENCES posts
          CONSTRAINT posts_parent_is_another CHECK (parent_id <> id),
        time_zone text NOT NULL CONSTRAINT posts_time_zone_length CHECK (length(time_zone) BETWEEN 1 AND 64),
        latitude numeric(8,5) NOT NULL CONSTRAINT posts_latitude_range CHECK (latitude BETWEEN -90 AND 90),
        longitude numeric(8,5) NOT NULL CONSTRAINT posts_longitude_range CHECK (longitude BETWEEN -180 AND 180),
        currency char(3) NOT NULL CONSTRAINT posts_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
        languages text[] NOT NULL CONSTRAINT posts_languages_count CHECK (cardinality(languages) BETWEEN 1 AND 20),
        state text NOT NULL DEFAULT 'open' CONSTRAINT posts_state_known CHECK (state IN ('open', 'closed')),
        source text NOT NULL CONSTRAINT posts_source_length CHECK (length(source) BETWEEN 1 AND 500),
        calendar_version integer NOT NULL DEFAULT nextval('post_calendar_versions'),
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE UNIQUE INDEX posts_one_headquarters_key ON posts (kind) WHERE kind = 'headquarters';
      CREATE INDEX posts_country_idx ON posts (country);
      CREATE INDEX posts_parent_idx ON posts (parent_id);

      CREATE TABLE jurisdictions (
        id uuid CONSTRAINT jurisdictions_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT jurisdictions_post_fk REFERENCES posts,
        country char(2) NOT NULL CONSTRAINT jurisdictions_country_form CHECK (country ~ '^[A-Z]{2}$'),
        subdivision text CONSTRAINT jurisdictions_subdivision_form CHECK
          (subdivision ~ '^[A-Z]{2}-[A-Z0-9]{1,3}$' AND left(subdivision, 2) = country),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        ended_at timestamptz
      );
      CREATE UNIQUE INDEX jurisdictions_current_key ON jurisdictions (post_id, country, subdivision)
        NULLS NOT DISTINCT WHERE ended_at IS NULL;
      CREATE INDEX jurisdictions_country_idx ON jurisdictions (country, subdivision) WHERE ended_at IS NULL;

      CREATE TABLE regions (
        code text CONSTRAINT regions_pk PRIMARY KEY
          CONSTRAINT regions_code_form CHECK (code ~ '^[a-z][a-z_]{1,39}$'),
        name_es text NOT NULL CONSTRAINT regions_name_es_length CHECK (length(name_es) BETWEEN 1 AND 100),
        name_en text NOT NULL CONSTRAINT regions_name_en_length CHECK (length(name_en) BETWEEN 1 AND 100)
      );
      CREATE TABLE region_countries (
        country char(2) NOT NULL CONSTRAINT region_countries_country_form CHECK (country ~ '^[A-Z]{2}$'),
        region text NOT NULL CONSTRAINT region_countries_region_fk REFERENCES regions,
        valid_from date NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT region_countries_pk PRIMARY KEY (country, valid_from)
      );

      CREATE TABLE country_weekends (
        country char(2) NOT NULL CONSTRAINT country_weekends_country_form CHECK (country ~ '^[A-Z]{2}$'),
        days smallint[] NOT NULL CONSTRAINT country_weekends_days_iso CHECK
          (cardinality(days) BETWEEN 1 AND 3 AND days <@ '{1,2,3,4,5,6,7}'::smallint[]),
        valid_from date NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT country_weekends_pk PRIMARY KEY (country, valid_from)
      );

      CREATE TABLE post_calendar_days (
        id uuid CONSTRAINT post_calendar_days_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT post_calendar_days_post_fk REFERENCES posts,
        day date NOT NULL CONSTRAINT post_calendar_days_day_range CHECK (day BETWEEN '2000-01-01' AND '2199-12-31'),
        name text NOT NULL CONSTRAINT post_calendar_days_name_length CHECK (length(name) BETWEEN 1 AND 200),
        working boolean NOT NULL,
        recorded_by uuid CONSTRAINT post_calendar_days_recorded_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      CREATE INDEX post_calendar_days_post_idx ON post_calendar_days (post_id, day, id);

      CREATE TABLE staff_roles (
        id uuid CONSTRAINT staff_roles_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT staff_roles_account_fk REFERENCES accounts,
        role text NOT NULL CONSTRAINT staff_roles_role_known CHECK (role IN
          ('officer', 'head_of_post', 'local_staff', 'honorary_consul', 'ode_officer', 'hq_analyst',
           'protection_desk', 'guardian', 'hq_director', 'finance_officer', 'finance_accountant',
           'auditor', 'administrator', 'data_protection_officer')),
        post_id uuid CONSTRAINT staff_roles_post_fk REFERENCES posts,
        region text CONSTRAINT staff_roles_region_fk REFERENCES regions,
        valid_from timestamptz NOT NULL,
        valid_until timestamptz,
        granted_by uuid CONSTRAINT staff_roles_granted_by_fk REFERENCES accounts,
        reason text NOT NULL CONSTRAINT staff_roles_reason_length CHECK (length(reason) BETWEEN 1 AND 1000),
        ended_by uuid CONSTRAINT staff_roles_ended_by_fk REFERENCES accounts,
        end_reason text CONSTRAINT staff_roles_end_reason_length CHECK (length(end_reason) BETWEEN 1 AND 1000),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        -- Manages accounts (1) or works on cases (2); the other roles do neither.
        duty integer GENERATED ALWAYS AS (CASE
          WHEN role = 'administrator' THEN 1
          WHEN role IN ('officer', 'head_of_post', 'local_staff', 'honorary_consul', 'ode_officer',
                        'hq_analyst', 'protection_desk', 'hq_director') THEN 2 END) STORED,
        CONSTRAINT staff_roles_period CHECK (valid_until >= valid_from),
        CONSTRAINT staff_roles_place CHECK (
          (role IN ('officer', 'head_of_post', 'local_staff', 'honorary_consul', 'ode_officer'))
            = (post_id IS NOT NULL) AND (region IS NULL OR post_id IS NULL)),
        CONSTRAINT staff_roles_not_twice EXCLUDE USING gist (
          account_id WITH =, role WITH =,
          coalesce(post_id, '00000000-0000-0000-0000-000000000000') WITH =, coalesce(region, '') WITH =,
          tstzrange(valid_from, valid_until) WITH &&),
        CONSTRAINT staff_roles_accounts_apart_from_cases EXCLUDE USING gist (
          account_id WITH =, duty WITH <>, tstzrange(valid_from, valid_until) WITH &&)
      );
      CREATE INDEX staff_roles_account_idx ON staff_roles (account_id);
      CREATE INDEX staff_roles_post_idx ON staff_roles (post_id, role);

      CREATE TABLE subrogations (
        id uuid CONSTRAINT subrogations_pk PRIMARY KEY,
        post_id uuid NOT NULL CONSTRAINT subrogations_post_fk REFERENCES posts,
        acting_account_id uuid NOT NULL CONSTRAINT subrogations_acting_fk REFERENCES accounts,
        absent_account_id uuid CONSTRAINT subrogations_absent_fk REFERENCES accounts
          CONSTRAINT subrogations_absent_is_another CHECK (absent_account_id <> acting_account_id),
        valid_from timestamptz NOT NULL,
        valid_until timestamptz NOT NULL,
        resolution text NOT NULL CONSTRAINT subrogations_resolution_length CHECK (length(resolution) BETWEEN 1 AND 200),
        granted_by uuid CONSTRAINT subrogations_granted_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT subrogations_period CHECK (valid_until >= valid_from),
        CONSTRAINT subrogations_one_acting_head EXCLUDE USING gist (
          post_id WITH =, tstzrange(valid_from, valid_until) WITH &&)
      );
      CREATE INDEX subrogations_acting_idx ON subrogations (acting_account_id);

      CREATE VIEW current_region_countries WITH (security_invoker = true) AS
        SELECT DISTINCT ON (country) country, region FROM region_countries
         WHERE valid_from <= current_date ORDER BY country, valid_from DESC;
      GRANT SELECT ON current_region_countries TO amparo_app;

      -- Who serves where and when, acting heads included. With the owner's rights, since accounts
      -- are closed to colleagues: it shows names, never addresses, of active accounts.
      CREATE VIEW staff_members AS
        SELECT r.id, r.account_id, a.display_name, r.role, r.post_id, r.region,
               r.valid_from, r.valid_until, false AS acting
          FROM staff_roles r JOIN accounts a ON a.id = r.account_id AND a.state = 'active'
         WHERE app.account() IS NOT NULL OR app.is_system()
        UNION ALL
        SELECT s.id, s.acting_account_id, a.display_name, 'head_of_post', s.post_id, NULL,
               s.valid_from, s.valid_until, true
          FROM subrogations s JOIN accounts a ON a.id = s.acting_account_id AND a.state = 'active'
         WHERE app.account() IS NOT NULL OR app.is_system();
      GRANT SELECT ON staff_members TO amparo_app;

      ${reference('posts', 'SELECT, INSERT, UPDATE')}
      ${reference('jurisdictions', 'SELECT, INSERT, UPDATE (ended_at)')}
      ${reference('regions', 'SELECT, INSERT, UPDATE')}
      ${reference('region_countries', 'SELECT, INSERT')}
      ${reference('country_weekends', 'SELECT, INSERT')}
      ${reference('post_calendar_days', 'SELECT, INSERT')}
      ${reference('staff_roles', 'SELECT, INSERT, UPDATE (valid_until, ended_by, end_reason)')}
      ${reference('subrogations', 'SELECT, INSERT, UPDATE (valid_until)')}
    `);
    await q.query(SEED_HEADQUARTERS);
    await q.query(SEED_REGIONS);
    for (const [region, countries] of Object.entries(COUNTRIES)) {
      await q.query(
        `INSERT INTO region_countries (country, region, valid_from)
         SELECT country, $1, '2000-01-01' FROM unnest(string_to_array($2, ' ')) AS country`,
        [region, countries],
      );
    }
    await q.query(SEED_WEEKENDS);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

/** Read by every signed-in account, written by those who manage the network and by the system. */
function reference(table: string, privileges: string): string {
  return [
    grantTable(table, privileges),
    policy(table, 'read', 'SELECT', SIGNED_IN),
    policy(table, 'insert', 'INSERT', MANAGES_POSTS),
    ...(privileges.includes('UPDATE') ? [policy(table, 'update', 'UPDATE', MANAGES_POSTS)] : []),
  ].join('\n');
}

const SEED_HEADQUARTERS = `
  INSERT INTO posts (id, code, kind, name_es, city, country, time_zone, latitude, longitude,
                     currency, languages, source)
  VALUES (uuidv7(), 'LIM', 'headquarters', 'Ministerio de Relaciones Exteriores', 'Lima', 'PE',
          'America/Lima', -12.04637, -77.03, 'PEN', '{es,qu,ay}', 'headquarters')`;

const SEED_REGIONS = `
  INSERT INTO regions (code, name_es, name_en) VALUES
    ('south_america', 'América del Sur', 'South America'),
    ('north_america', 'América del Norte', 'North America'),
    ('central_america_caribbean', 'Centroamérica y el Caribe', 'Central America and the Caribbean'),
    ('europe', 'Europa', 'Europe'),
    ('asia', 'Asia', 'Asia'),
    ('africa_middle_east', 'África y Medio Oriente', 'Africa and the Middle East'),
    ('oceania', 'Oceanía', 'Oceania')`;

/** Every ISO 3166-1 country and its region at the start (default; headquarters adds later rows). */
const COUNTRIES = {
  south_america: 'AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE',
  north_america: 'BM CA GL MX PM UM US',
  central_america_caribbean:
    'AG AI AW BB BL BQ BS BZ CR CU CW DM DO GD GP GT HN HT JM KN KY LC MF MQ MS NI PA PR SV SX TC TT VC VG VI',
  europe:
    'AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM TR UA VA XK',
  asia: 'AF AM AZ BD BN BT CN GE HK ID IN IO JP KG KH KP KR KZ LA LK MM MN MO MV MY NP PH PK SG TH TJ TL TM TW UZ VN',
  africa_middle_east:
    'AE AO BF BH BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IL IQ IR JO KE KM KW LB LR LS LY MA MG ML MR MU MW MZ NA NE NG OM PS QA RE RW SA SC SD SH SL SN SO SS ST SY SZ TD TG TN TZ UG YE YT ZA ZM ZW',
  oceania:
    'AQ AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TF TK TO TV VU WF WS',
};

/** Weekly rest days (ISO 1 Monday – 7 Sunday) where they are not Saturday and Sunday (default). */
const SEED_WEEKENDS = `
  INSERT INTO country_weekends (country, days, valid_from)
  SELECT country, '{5,6}', '2000-01-01'
    FROM unnest(string_to_array('AE BD BH DZ EG IL IQ JO KW LY MV OM PS QA SD SY YE', ' ')) AS country
  UNION ALL VALUES
    ('SA', '{4,5}'::smallint[], '2000-01-01'::date), ('SA', '{5,6}', '2013-06-29'),
    ('AE', '{6,7}', '2022-01-01'), ('IR', '{4,5}', '2000-01-01'), ('AF', '{4,5}', '2000-01-01'),
    ('BN', '{5,7}', '2000-01-01'), ('NP', '{6}', '2000-01-01')`;
