import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** What headquarters counts: the open caseload, and how soon posts reach the people detained. */
export class CreateOversight1764000000600 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      -- The queue of a post and the count of the world are answered by the same index: what the
      -- policies and the count look at rides along, so that counting reads no file.
      DROP INDEX cases_open_by_post_idx;
      CREATE INDEX cases_open_by_post_idx ON cases (post_id, (coalesce(next_due_at, 'infinity')), id)
        INCLUDE (tier, family, next_due_at, last_visit_at, first_contact_at) WHERE closed_at IS NULL;

      CREATE VIEW open_caseload WITH (security_invoker = true) AS
        SELECT id, post_id, family, next_due_at, last_visit_at FROM cases
         WHERE closed_at IS NULL AND tier <> 'sealed';
      COMMENT ON VIEW open_caseload IS
        'Open cases that totals count, in the reader''s reach. Sealed ones have no list behind a number.';
      GRANT SELECT ON open_caseload TO ${APP_ROLE};

      CREATE FUNCTION app.hours_to_first_contact(p_region text, p_family text)
        RETURNS TABLE (post_id uuid, hours double precision)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 200 AS $$
      DECLARE
        v_world boolean := app.is_system() OR app.reads_world();
        v_restricted_world boolean := app.is_system() OR app.reads_restricted_world();
        v_posts uuid[] := app.read_posts();
        v_restricted_posts uuid[] := app.restricted_posts();
        v_member_of uuid[] := app.member_cases();
      BEGIN
        RETURN QUERY
        SELECT c.post_id,
               percentile_cont(0.5) WITHIN GROUP (
                 ORDER BY extract(epoch FROM c.first_contact_at - d.post_notified_at)::float8 / 3600)
          FROM cases c JOIN detentions d ON d.case_id = c.id
         WHERE c.closed_at IS NULL AND c.first_contact_at IS NOT NULL
           AND (p_family IS NULL OR c.family = p_family)
           AND (p_region IS NULL OR c.post_id IN (
                 SELECT p.id FROM posts p JOIN current_region_countries r ON r.country = p.country
                  WHERE r.region = p_region))
           AND c.tier <> 'sealed'
           AND ((c.tier = 'standard' AND (v_world OR c.post_id = ANY (v_posts)))
             OR (c.tier = 'restricted' AND (v_restricted_world OR c.post_id = ANY (v_restricted_posts)))
             OR c.id = ANY (v_member_of))
         GROUP BY GROUPING SETS ((c.post_id), ());
      END $$;
      COMMENT ON FUNCTION app.hours_to_first_contact IS
        'Median hours from the notice to the post until the first contact, of the open cases within the reach of the actor (the predicate of cases_read) that have had one: by post, and in all where post_id is null. Gives medians only.';
      REVOKE ALL ON FUNCTION app.hours_to_first_contact(text, text) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.hours_to_first_contact(text, text) TO ${APP_ROLE};

      CREATE FUNCTION app.is_demonstration() RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
        $$ SELECT EXISTS (SELECT 1 FROM accounts WHERE demonstration) $$;
      COMMENT ON FUNCTION app.is_demonstration IS
        'Whether the people in this database are invented; asked before anyone has signed in.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
