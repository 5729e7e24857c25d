import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What gives a seat in a circle, or puts a person in one. */
const GIVES_SEATS = {
  case_members: 'INSERT OR UPDATE OR DELETE',
  case_bars: 'INSERT OR UPDATE OR DELETE',
  case_people: 'INSERT OR UPDATE OR DELETE',
  staff_roles: 'INSERT OR UPDATE OR DELETE',
  subrogations: 'INSERT OR UPDATE OR DELETE',
  accounts: 'UPDATE OF state',
  cases: 'UPDATE OF post_id',
};

/**
 * The circles of the reader, asked by nearly every statement: the offices that give seats are looked up
 * once and not for each seat, and what was found is kept for the transaction. What changes a seat in it
 * makes it look again, and so does a lock, for a bar may have come while it was waited for. Who may
 * sit stays the rule of `app.may_sit`, and a test compares them.
 */
export class KnowSeatsAtOnce1764000003070 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION app.find_member_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE
        v_account uuid := app.account();
        v_desk boolean;
        v_headed uuid[];
      BEGIN
        IF NOT (app.is_staff() OR 'honorary_consul' = ANY (app.roles()))
           OR NOT EXISTS (SELECT 1 FROM accounts WHERE id = v_account AND state = 'active') THEN RETURN '{}'; END IF;
        SELECT coalesce(bool_or(role = 'protection_desk'), false),
               coalesce(array_agg(post_id) FILTER (WHERE role = 'head_of_post' AND post_id IS NOT NULL), '{}')
          INTO v_desk, v_headed FROM app.current_roles WHERE account_id = v_account;
        RETURN coalesce((
          SELECT array_agg(m.case_id) FROM case_members m
            LEFT JOIN case_bars b ON b.case_id = m.case_id AND b.account_id = m.account_id AND b.lifted_at IS NULL
           WHERE m.account_id = v_account AND m.since <= now() AND (m.until IS NULL OR m.until > now())
             AND b.id IS NULL
             AND CASE m.kind WHEN 'desk' THEN v_desk
                   WHEN 'head' THEN v_headed <> '{}' AND (SELECT c.post_id FROM cases c WHERE c.id = m.case_id) = ANY (v_headed)
                   ELSE true END), '{}');
      END $$;

      CREATE FUNCTION app.find_member_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE
        v_cases uuid[] := app.member_cases();
      BEGIN
        IF v_cases = '{}' THEN RETURN '{}'; END IF;
        RETURN coalesce((SELECT array_agg(DISTINCT cp.person_id) FROM case_people cp WHERE cp.case_id = ANY (v_cases)), '{}');
      END $$;
      REVOKE ALL ON FUNCTION app.find_member_cases(), app.find_member_people() FROM PUBLIC;

      CREATE FUNCTION app.forget_reach() RETURNS void LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM set_config('amparo.member_cases', '', true), set_config('amparo.member_people', '', true);
      END $$;
      COMMENT ON FUNCTION app.forget_reach IS
        'From now on this transaction looks up anew in which circles its actor is.';
      REVOKE ALL ON FUNCTION app.forget_reach() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.forget_reach() TO amparo_app;

      CREATE FUNCTION app.forget_reach_after() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM app.forget_reach();
        RETURN NULL;
      END $$;
      ${Object.entries(GIVES_SEATS)
        .map(
          ([table, events]) => `
      CREATE TRIGGER ${table}_forget_reach AFTER ${events} ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION app.forget_reach_after();`,
        )
        .join('')}
    `);
    for (const name of ['member_cases', 'member_people']) await this.remember(q, name);
  }

  /** What was found rests in a setting of the transaction, beside the account for which it was found. */
  private async remember(q: QueryRunner, name: string): Promise<void> {
    await q.query(`
      CREATE OR REPLACE FUNCTION app.${name}() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE
        v_account text := coalesce(app.account()::text, '');
        v_kept text := current_setting('amparo.${name}', true);
        v_found uuid[];
      BEGIN
        IF v_account = '' THEN RETURN '{}'; END IF;
        IF left(v_kept, 36) = v_account THEN RETURN substr(v_kept, 37)::uuid[]; END IF;
        v_found := app.find_${name}();
        PERFORM set_config('amparo.${name}', v_account || v_found::text, true);
        RETURN v_found;
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
