import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Searches judge the newest first and stop when they have enough. Their plans fit every search, so
 * they are made once for a connection: making them anew took longer than running them.
 */
export class FindNewestFirst1764000003030 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(
      'CREATE INDEX case_search_keys_restricted_idx ON case_search_keys (case_id, key) WHERE restricted',
    );
    await q.query(findCases);
    await q.query(`
      ALTER FUNCTION app.find_people(text[], text[], integer[], text[], text[], integer)
        SET plan_cache_mode = force_generic_plan;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

/** The cases that bear the lead word at one place, newest first, at most as many as may be looked at. */
const leadOf = (where: string): string =>
  `SELECT DISTINCT k.case_id FROM case_search_keys k WHERE k.key = v_lead ${where} ORDER BY k.case_id DESC LIMIT v_scan`;

/**
 * Cases elsewhere that admit the reader and bear the lead word: looked up one by one, or, for who is in
 * very many, among the newest that bear it.
 */
const ofMembers = `SELECT m.id AS case_id FROM unnest(v_members) AS m(id)
      CROSS JOIN LATERAL (SELECT 1 FROM case_search_keys k WHERE k.case_id = m.id AND k.key = v_lead LIMIT 1) found
      WHERE cardinality(v_members) <= 1000
     UNION
     SELECT m.id FROM (SELECT k.case_id FROM case_search_keys k WHERE k.key = v_lead AND k.post_id <> ALL (v_posts)
                        ORDER BY k.case_id DESC LIMIT CASE WHEN cardinality(v_members) > 1000 THEN p_scan ELSE 0 END) k
       JOIN unnest(v_members) AS m(id) ON m.id = k.case_id`;

/** Of those, the ones that bear every other word and pass the filter. */
const judged = (lead: string): string =>
  `SELECT l.case_id FROM (${lead}) l
    WHERE (v_others = 0 OR v_others = (SELECT count(*) FROM unnest(v_rest) AS r(w) WHERE EXISTS (
            SELECT 1 FROM case_search_keys o WHERE o.case_id = l.case_id AND o.key = r.w)))
      AND (p_filter = '{}' OR EXISTS (SELECT 1 FROM cases c WHERE c.id = l.case_id AND app.case_fits(c, p_filter)))
    ORDER BY l.case_id DESC LIMIT p_most`;

/** Whether the lead word goes on beyond what was looked at. */
const followed = (where: string): string =>
  `(SELECT count(*) FROM (SELECT 1 FROM case_search_keys k WHERE k.key = v_lead ${where} LIMIT v_scan) AS looked) >= v_scan`;

/**
 * The rarest word leads and the others are looked up case by case; a lead that is in very many files
 * is followed through the newest `p_scan` of them, shared among the reader's posts. `cut` says when
 * there may be more.
 */
const findCases = `
  CREATE OR REPLACE FUNCTION app.find_cases(p_text text, p_filter jsonb, p_most integer, p_scan integer)
    RETURNS TABLE (words text[], ids uuid[], restricted_ids uuid[], cut boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS $$
  DECLARE
    v_words text[] := app.search_words(p_text);
    v_world boolean := app.is_system() OR app.reads_world() OR app.reads_restricted_world();
    v_posts uuid[] := array(SELECT DISTINCT p FROM unnest(app.read_posts() || app.restricted_posts()) AS p);
    v_members uuid[] := app.member_cases();
    v_lead text;
    v_bearers bigint;
    v_rest text[];
    v_others integer;
    v_scan integer := p_scan;
    v_ids uuid[];
  BEGIN
    IF (p_filter ->> 'post') IS NOT NULL THEN
      v_posts := CASE WHEN v_world OR (p_filter ->> 'post')::uuid = ANY (v_posts)
                      THEN ARRAY[(p_filter ->> 'post')::uuid] ELSE '{}' END;
      v_world := false;
    END IF;
    SELECT w, n INTO v_lead, v_bearers FROM unnest(v_words) AS w CROSS JOIN LATERAL (
      SELECT count(*) AS n FROM (SELECT 1 FROM case_search_keys k WHERE k.key = w LIMIT 3000) few) bearers
     ORDER BY n, w LIMIT 1;
    IF v_lead IS NULL OR v_bearers = 0 THEN
      RETURN QUERY SELECT v_words, '{}'::uuid[], '{}'::uuid[], false;
      RETURN;
    END IF;
    v_rest := array_remove(v_words, v_lead);
    v_others := cardinality(v_rest);
    IF v_world THEN
      v_ids := array(${judged(leadOf(''))});
    ELSE
      v_scan := greatest(p_scan / greatest(cardinality(v_posts), 1), 1000);
      v_ids := array(
        SELECT f.case_id FROM (
          SELECT n.case_id FROM unnest(v_posts) AS p(post)
           CROSS JOIN LATERAL (${judged(leadOf('AND k.post_id = p.post'))}) n
          UNION
          (${judged(ofMembers)})
        ) f ORDER BY f.case_id DESC LIMIT p_most);
    END IF;
    RETURN QUERY SELECT v_words, v_ids,
      array(SELECT f.id FROM unnest(v_ids) AS f(id)
             WHERE EXISTS (SELECT 1 FROM unnest(v_words) AS r(w)
                             JOIN case_search_keys o ON o.case_id = f.id AND o.key = r.w AND o.restricted)
               AND EXISTS (SELECT 1 FROM unnest(v_words) AS r(w) WHERE NOT EXISTS (
                     SELECT 1 FROM case_search_keys o WHERE o.case_id = f.id AND o.key = r.w AND NOT o.restricted))),
      cardinality(v_ids) >= p_most OR (v_bearers >= least(v_scan, 3000) AND CASE WHEN v_world
        THEN ${followed('')} ELSE EXISTS (SELECT 1 FROM unnest(v_posts) AS p(post) WHERE ${followed('AND k.post_id = p.post')}) END);
  END $$;
`;
