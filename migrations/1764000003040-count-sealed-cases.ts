import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** Sealed cases in figures that stand apart from those that open a list. */
export class CountSealedCases1764000003040 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION app.sealed_totals(p_now timestamptz)
        RETURNS TABLE (until timestamptz, region text, family text, cases integer)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 20 AS $$
      DECLARE
        v_until timestamptz := date_trunc('month', least(p_now, now()), 'America/Lima');
      BEGIN
        IF NOT (app.is_system() OR app.reads_world()) THEN RETURN; END IF;
        RETURN QUERY
        SELECT v_until, r.region, c.family, count(*)::integer
          FROM cases c JOIN posts p ON p.id = c.post_id LEFT JOIN current_region_countries r ON r.country = p.country
         WHERE c.tier = 'sealed' AND c.recorded_at < v_until AND (c.closed_at IS NULL OR c.closed_at >= v_until)
           AND NOT EXISTS (SELECT 1 FROM timeline_entries t
                            WHERE t.case_id = c.id AND t.kind = 'tier.changed' AND t.data ->> 'to' = 'sealed'
                              AND t.recorded_at >= v_until)
         GROUP BY r.region, c.family;
      END $$;
      COMMENT ON FUNCTION app.sealed_totals IS
        'Sealed cases open at the end of the last whole month (Lima): nobody can watch a number move with a case. For readers of the whole world; the application suppresses small cells before anyone sees them.';
      REVOKE ALL ON FUNCTION app.sealed_totals(timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.sealed_totals(timestamptz) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
