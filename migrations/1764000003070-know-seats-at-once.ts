import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The circles of the reader, asked by nearly every statement: the offices that give seats are looked up
 * once and not for each seat. Who may sit stays the rule of `app.may_sit`, and a test compares them.
 */
export class KnowSeatsAtOnce1764000003070 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE OR REPLACE FUNCTION app.member_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
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

      CREATE OR REPLACE FUNCTION app.member_people() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      DECLARE
        v_cases uuid[] := app.member_cases();
      BEGIN
        IF v_cases = '{}' THEN RETURN '{}'; END IF;
        RETURN coalesce((SELECT array_agg(DISTINCT cp.person_id) FROM case_people cp WHERE cp.case_id = ANY (v_cases)), '{}');
      END $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
