import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantTable, policy } from '../src/platform/database/policies';

const PERSON_VISIBLE = 'EXISTS (SELECT 1 FROM persons p WHERE p.id = person_search_keys.person_id)';

/**
 * Finding a misspelt name among millions by equality alone: keys of persons (pairs of words first),
 * and a vocabulary of the words that names are made of, which carries the tolerance for misspelling.
 */
export class CreatePersonSearch1764000000210 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE person_search_keys (
        key text COLLATE "C" NOT NULL CONSTRAINT person_search_keys_key_length CHECK (length(key) BETWEEN 1 AND 500),
        person_id uuid NOT NULL CONSTRAINT person_search_keys_person_fk REFERENCES persons,
        CONSTRAINT person_search_keys_pk PRIMARY KEY (key, person_id)
      ) WITH (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_vacuum_insert_threshold = 10000);
      CREATE INDEX person_search_keys_person_idx ON person_search_keys (person_id);
      ${grantTable('person_search_keys', 'SELECT, INSERT, DELETE')}
      ${policy('person_search_keys', 'read', 'SELECT', PERSON_VISIBLE)}
      ${policy('person_search_keys', 'insert', 'INSERT', PERSON_VISIBLE)}
      ${policy('person_search_keys', 'delete', 'DELETE', PERSON_VISIBLE)}

      CREATE TABLE name_variants (
        variant text COLLATE "C" NOT NULL CONSTRAINT name_variants_variant_length CHECK (length(variant) BETWEEN 1 AND 250),
        term text COLLATE "C" NOT NULL CONSTRAINT name_variants_term_length CHECK (length(term) BETWEEN 1 AND 250),
        CONSTRAINT name_variants_pk PRIMARY KEY (variant, term)
      );
      COMMENT ON TABLE name_variants IS
        'Words of names as sounds, each under its misspellings and beginnings. Says nothing of who bears them.';
      ALTER TABLE name_variants ENABLE ROW LEVEL SECURITY;

      CREATE FUNCTION app.learn_names(p_letters text[], p_variants text[], p_terms text[]) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT (app.is_system() OR app.account() IS NOT NULL) THEN RAISE insufficient_privilege; END IF;
        INSERT INTO name_variants (variant, term)
        SELECT DISTINCT v, t FROM unnest(p_letters, p_variants, p_terms) AS u(letters, v, t)
         WHERE NOT EXISTS (SELECT 1 FROM name_variants n WHERE n.variant = u.letters AND n.term = u.t)
         ORDER BY v, t
        ON CONFLICT DO NOTHING;
      END $$;
      REVOKE ALL ON FUNCTION app.learn_names(text[], text[], text[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.learn_names(text[], text[], text[]) TO ${APP_ROLE};

      CREATE FUNCTION app.find_people(
        p_terms text[], p_variants text[], p_positions integer[], p_beginnings text[], p_birth_dates text[],
        p_limit integer
      ) RETURNS TABLE (person_id uuid, weight real)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
      BEGIN
        RETURN QUERY
        WITH spelt AS (
          SELECT u.position, n.term, min(levenshtein(n.term, p_terms[u.position])) AS distance
            FROM unnest(p_variants, p_positions) AS u(variant, position)
            JOIN name_variants n ON n.variant = u.variant
           GROUP BY u.position, n.term
        ), begun AS (
          SELECT DISTINCT cardinality(p_terms) AS position, n.term, 0 AS distance
            FROM unnest(p_beginnings) AS b(variant)
            CROSS JOIN LATERAL (SELECT nv.term FROM name_variants nv WHERE nv.variant = b.variant LIMIT 400) n
        ), counted AS (
          SELECT s.position, s.term, s.distance, s.begun,
                 (SELECT count(*) FROM (SELECT 1 FROM person_search_keys k WHERE k.key = s.term LIMIT 60) few) AS bearers
            FROM (SELECT position, term, distance, false AS begun FROM spelt WHERE distance <= 3
                  UNION ALL
                  SELECT position, term, distance, true FROM begun) s
        ), ranked AS (
          SELECT c.*, row_number() OVER (PARTITION BY c.position, c.begun
                                         ORDER BY c.distance > 0, c.bearers DESC, c.distance, c.term) AS place
            FROM counted c WHERE c.bearers > 0
        ), alternatives AS (
          SELECT position, term, min(distance) AS distance, max(bearers) AS bearers FROM ranked
           WHERE place <= CASE WHEN begun THEN 60 ELSE 16 END GROUP BY position, term
        ), wanted AS (
          SELECT least(a.term, b.term) || ' ' || greatest(a.term, b.term) AS key,
                 max(3.0 - 0.4 * least(a.distance + b.distance, 4)) AS weight, 20000 AS most
            FROM alternatives a JOIN alternatives b ON a.position < b.position AND a.term <> b.term
           GROUP BY 1
          UNION ALL
          SELECT term, max(1.0 - 0.2 * distance), p_limit FROM alternatives
           WHERE cardinality(p_terms) = 1 OR bearers < 60 GROUP BY term
          UNION ALL
          SELECT d.day || ' ' || a.term, max(2.0 - 0.3 * a.distance), p_limit
            FROM alternatives a, unnest(p_birth_dates) AS d(day) GROUP BY 1
        ), found AS (
          SELECT h.person_id, sum(w.weight)::real AS weight
            FROM wanted w
            CROSS JOIN LATERAL (SELECT k.person_id FROM person_search_keys k WHERE k.key = w.key
                                 ORDER BY k.person_id DESC LIMIT w.most) h
           GROUP BY h.person_id
        )
        SELECT f.person_id, f.weight FROM found f
         WHERE (SELECT app.is_system() OR app.is_staff())
            OR f.person_id = ANY ((SELECT app.member_people())::uuid[])
         ORDER BY f.weight DESC, f.person_id DESC LIMIT p_limit;
      END $$;
      COMMENT ON FUNCTION app.find_people IS
        'Candidates for a search: ids within the reach of the actor (the predicate of persons_read), best first. Their rows are read again under policy.';
      REVOKE ALL ON FUNCTION app.find_people(text[], text[], integer[], text[], text[], integer) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.find_people(text[], text[], integer[], text[], text[], integer) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
