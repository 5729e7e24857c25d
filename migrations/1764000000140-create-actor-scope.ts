import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * From dated roles to what row-level security lets an account see. One function sets the scope at
 * the start of every transaction, so a role that ended is gone with the next statement; another
 * answers who a session or token belongs to.
 */
export class CreateActorScope1764000000140 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE role_scopes (
        role text PRIMARY KEY,
        reads_post boolean NOT NULL,
        reads_restricted boolean NOT NULL,
        reads_world boolean NOT NULL,
        writes boolean NOT NULL,
        is_staff boolean NOT NULL
      );
      COMMENT ON TABLE role_scopes IS
        'What each role reaches in the rows: own posts or the world, restricted parts, writing. Content permissions are finer and live in the application.';
      INSERT INTO role_scopes (role, reads_post, reads_restricted, reads_world, writes, is_staff) VALUES
        ('officer', true, false, false, true, true),
        ('head_of_post', true, true, false, true, true),
        ('local_staff', true, false, false, true, true),
        ('honorary_consul', false, false, false, true, false),
        ('ode_officer', true, false, false, true, true),
        ('hq_analyst', false, true, true, true, true),
        ('protection_desk', false, true, true, true, true),
        ('hq_director', false, false, true, false, true),
        ('guardian', false, false, false, false, false),
        ('finance_officer', false, false, false, false, false),
        ('finance_accountant', false, false, false, false, false),
        ('auditor', false, false, false, false, false),
        ('data_protection_officer', false, false, false, false, false),
        ('administrator', false, false, false, true, false);

      CREATE VIEW app.current_roles AS
        SELECT account_id, role, post_id, region FROM staff_roles
         WHERE valid_from <= now() AND (valid_until IS NULL OR valid_until > now())
        UNION ALL
        SELECT acting_account_id, 'head_of_post', post_id, NULL FROM subrogations
         WHERE valid_from <= now() AND valid_until > now();

      CREATE VIEW staff_names AS SELECT id, display_name FROM accounts;
      GRANT SELECT ON staff_names TO amparo_app;

      CREATE FUNCTION app.act_as(p_account uuid, p_session uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        v_roles text[];
        v_read uuid[];
        v_restricted uuid[];
        v_register uuid[];
        v_world boolean;
        v_world_writes boolean;
        v_world_restricted boolean;
        v_staff boolean;
      BEGIN
        WITH held AS (
          SELECT r.role, r.post_id, r.region, s.reads_post, s.reads_restricted, s.reads_world, s.writes, s.is_staff
            FROM app.current_roles r JOIN role_scopes s ON s.role = r.role
           WHERE r.account_id = p_account
        ), reach AS (
          SELECT h.post_id AS post, h.reads_restricted, h.writes FROM held h
           WHERE h.reads_post AND h.post_id IS NOT NULL
          UNION ALL
          SELECT p.id, h.reads_restricted, h.writes FROM held h JOIN posts p ON p.parent_id = h.post_id
           WHERE h.reads_post AND p.kind = 'honorary_consulate'
          UNION ALL
          SELECT p.id, h.reads_restricted, h.writes FROM held h
            JOIN current_region_countries rc ON rc.region = h.region
            JOIN posts p ON p.country = rc.country
           WHERE h.reads_world AND h.region IS NOT NULL
        )
        SELECT array(SELECT DISTINCT role FROM held),
               array(SELECT DISTINCT post FROM reach),
               array(SELECT DISTINCT post FROM reach WHERE reads_restricted),
               array(SELECT DISTINCT post FROM reach WHERE writes),
               coalesce((SELECT bool_or(reads_world AND region IS NULL) FROM held), false),
               coalesce((SELECT bool_or(reads_world AND region IS NULL AND writes) FROM held), false),
               coalesce((SELECT bool_or(reads_world AND region IS NULL AND reads_restricted) FROM held), false),
               coalesce((SELECT bool_or(is_staff) FROM held), false)
          INTO v_roles, v_read, v_restricted, v_register, v_world, v_world_writes, v_world_restricted, v_staff;
        PERFORM set_config('amparo.account', p_account::text, true),
                set_config('amparo.session', coalesce(p_session::text, ''), true),
                set_config('amparo.system', 'off', true),
                set_config('amparo.roles', v_roles::text, true),
                set_config('amparo.read_posts', v_read::text, true),
                set_config('amparo.restricted_posts', v_restricted::text, true),
                set_config('amparo.register_posts', v_register::text, true),
                set_config('amparo.reads_world', CASE WHEN v_world THEN 'on' ELSE 'off' END, true),
                set_config('amparo.writes_world', CASE WHEN v_world_writes THEN 'on' ELSE 'off' END, true),
                set_config('amparo.reads_restricted_world', CASE WHEN v_world_restricted THEN 'on' ELSE 'off' END, true),
                set_config('amparo.is_staff', CASE WHEN v_staff THEN 'on' ELSE 'off' END, true);
      END $$;

      CREATE FUNCTION app.account_with_grants(p_account uuid) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT jsonb_build_object(
          'accountId', a.id, 'username', a.username, 'displayName', a.display_name,
          'language', a.language, 'totpRequired', a.totp_required,
          'grants', coalesce((
            SELECT jsonb_agg(jsonb_build_object('role', r.role, 'postId', r.post_id, 'postCode', p.code, 'region', r.region))
              FROM app.current_roles r LEFT JOIN posts p ON p.id = r.post_id WHERE r.account_id = a.id), '[]'))
        FROM accounts a WHERE a.id = p_account AND a.state = 'active' $$;
      REVOKE ALL ON FUNCTION app.account_with_grants(uuid) FROM PUBLIC;

      CREATE FUNCTION app.authenticate_session(p_token_hash bytea) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v sessions;
      BEGIN
        SELECT * INTO v FROM sessions
         WHERE token_hash = p_token_hash AND ended_at IS NULL AND expires_at > now()
           AND last_seen_at > now() - interval '12 hours';
        IF NOT FOUND THEN RETURN NULL; END IF;
        -- one write a minute at most: presence is not worth a write per request
        IF v.last_seen_at < now() - interval '1 minute' THEN
          UPDATE sessions SET last_seen_at = now() WHERE id = v.id;
        END IF;
        RETURN app.account_with_grants(v.account_id)
          || jsonb_build_object('sessionId', v.id, 'secondFactor', v.second_factor);
      END $$;

      CREATE FUNCTION app.authenticate_token(p_token_hash bytea) RETURNS jsonb
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT app.account_with_grants(t.account_id)
          || jsonb_build_object('sessionId', NULL, 'secondFactor', 'not_required', 'tokenScope', to_jsonb(t.scope))
          FROM api_tokens t
         WHERE t.token_hash = p_token_hash AND t.revoked_at IS NULL AND t.expires_at > now() $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
