import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The application role and the functions that tell row-level security who acts. The settings live
 * for one transaction; without them every predicate is false.
 */
export class CreateApplicationScope1764000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE EXTENSION IF NOT EXISTS unaccent;
      CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'amparo_app') THEN
          CREATE ROLE amparo_app NOLOGIN;
        END IF;
      END $$;

      REVOKE CREATE ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA public TO amparo_app;
      CREATE SCHEMA app;
      GRANT USAGE ON SCHEMA app TO amparo_app;

      CREATE FUNCTION app.account() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT nullif(current_setting('amparo.account', true), '')::uuid $$;
      CREATE FUNCTION app.is_system() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('amparo.system', true) = 'on', false) $$;
      CREATE FUNCTION app.roles() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(nullif(current_setting('amparo.roles', true), ''), '{}')::text[] $$;
      CREATE FUNCTION app.read_posts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(nullif(current_setting('amparo.read_posts', true), ''), '{}')::uuid[] $$;
      CREATE FUNCTION app.restricted_posts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(nullif(current_setting('amparo.restricted_posts', true), ''), '{}')::uuid[] $$;
      CREATE FUNCTION app.register_posts() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(nullif(current_setting('amparo.register_posts', true), ''), '{}')::uuid[] $$;
      CREATE FUNCTION app.reads_world() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('amparo.reads_world', true) = 'on', false) $$;
      CREATE FUNCTION app.writes_world() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('amparo.writes_world', true) = 'on', false) $$;
      CREATE FUNCTION app.reads_restricted_world() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('amparo.reads_restricted_world', true) = 'on', false) $$;
      CREATE FUNCTION app.is_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('amparo.is_staff', true) = 'on', false) $$;

      CREATE FUNCTION app.act_as_system() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('amparo.system', 'on', true), set_config('amparo.account', '', true);
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
