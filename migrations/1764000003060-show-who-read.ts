import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** The circle of a case sees who has read it: the story is told once, and its listeners are known. */
export class ShowWhoRead1764000003060 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION app.case_readers(p_case uuid)
        RETURNS TABLE (account_id uuid, display_name text, first_at timestamptz, last_at timestamptz, times integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20 AS $$
        SELECT e.actor_id, max(a.display_name), min(e.at), max(e.at), count(*)::integer
          FROM audit_entries e JOIN accounts a ON a.id = e.actor_id
         WHERE app.is_member(p_case) AND e.subject_id = p_case AND e.subject_type = 'case'
           AND e.action IN ('case.viewed', 'case.opened') AND e.outcome = 'done'
         GROUP BY e.actor_id ORDER BY max(e.at) DESC LIMIT 200 $$;
      COMMENT ON FUNCTION app.case_readers IS
        'Who wrote or opened the file, from the audit, for the circle of the case alone.';
      REVOKE ALL ON FUNCTION app.case_readers(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.case_readers(uuid) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
