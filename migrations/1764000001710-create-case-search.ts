import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

/** What a key row was taken from; each source is replaced without touching the others. */
const CASE = 0;
const TIMELINE = 1;
const FAMILY = 2;

/**
 * Finding a case by the words of its notes, its place or a number of one of its acts, by equality on
 * key rows alone. The rows are kept by triggers in the transaction that writes, whoever writes; only
 * text in the clear is entered. Nobody reads them but `app.find_cases`.
 */
export class CreateCaseSearch1764000001710 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE case_search_keys (
        key text COLLATE "C" NOT NULL CONSTRAINT case_search_keys_key_length CHECK (length(key) BETWEEN 1 AND 100),
        case_id uuid NOT NULL,
        post_id uuid NOT NULL,
        source smallint NOT NULL CONSTRAINT case_search_keys_source_known CHECK (source IN (${CASE}, ${TIMELINE}, ${FAMILY})),
        restricted boolean NOT NULL,
        CONSTRAINT case_search_keys_pk PRIMARY KEY (case_id, key, source, restricted)
      ) WITH (autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_vacuum_insert_threshold = 20000);
      COMMENT ON TABLE case_search_keys IS
        'Stems of words (Spanish, without accents) and, after #, numbers. restricted: from a restricted part. Without a foreign key, which would cost more than the row.';
      CREATE INDEX case_search_keys_world_idx ON case_search_keys (key, case_id DESC) INCLUDE (post_id);
      CREATE INDEX case_search_keys_post_idx ON case_search_keys (key, post_id, case_id DESC);
      ALTER TABLE case_search_keys ENABLE ROW LEVEL SECURITY;

      CREATE FUNCTION app.search_words(p_text text) RETURNS text[]
        LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
        SELECT array(SELECT DISTINCT left(w, 100)
                       FROM unnest(tsvector_to_array(to_tsvector('spanish', unaccent(left(p_text, 20000))))) AS w
                      WHERE w <> '') $$;
      CREATE FUNCTION app.search_number(p_number text) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT '#' || left(upper(regexp_replace(p_number, '[^[:alnum:]]', '', 'g')), 99) $$;
      CREATE FUNCTION app.clear_texts(p_data jsonb) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT string_agg(t #>> '{}', ' ') FROM jsonb_path_query(p_data, 'strict $.**.clear') AS t $$;

      CREATE FUNCTION app.enter_search_keys(p_case uuid, p_source integer, p_restricted boolean, p_keys text[])
        RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
        INSERT INTO case_search_keys (key, case_id, post_id, source, restricted)
        SELECT k, c.id, c.post_id, p_source, p_restricted FROM unnest(p_keys) AS k, cases c
         WHERE c.id = p_case AND k <> '' AND k <> '#' ORDER BY k
        ON CONFLICT DO NOTHING $$;
      REVOKE ALL ON FUNCTION app.enter_search_keys(uuid, integer, boolean, text[]) FROM PUBLIC;

      CREATE FUNCTION app.keep_case_findable() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          IF NEW.post_id <> OLD.post_id THEN
            UPDATE case_search_keys SET post_id = NEW.post_id WHERE case_id = NEW.id;
          END IF;
          IF (NEW.place, NEW.summary, NEW.intake_reference)
             IS NOT DISTINCT FROM (OLD.place, OLD.summary, OLD.intake_reference) THEN
            RETURN NULL;
          END IF;
          DELETE FROM case_search_keys WHERE case_id = NEW.id AND source = ${CASE};
        END IF;
        PERFORM app.enter_search_keys(NEW.id, ${CASE}, false,
          app.search_words(concat_ws(' ', NEW.place ->> 'clear', NEW.summary ->> 'clear', NEW.intake_reference))
            || CASE WHEN NEW.intake_reference IS NULL THEN '{}' ELSE ARRAY[app.search_number(NEW.intake_reference)] END);
        RETURN NULL;
      END $$;
      CREATE TRIGGER cases_findable_insert AFTER INSERT ON cases FOR EACH ROW
        WHEN (NEW.place IS NOT NULL OR NEW.summary IS NOT NULL OR NEW.intake_reference IS NOT NULL)
        EXECUTE FUNCTION app.keep_case_findable();
      CREATE TRIGGER cases_findable_update AFTER UPDATE OF post_id, place, summary, intake_reference ON cases
        FOR EACH ROW EXECUTE FUNCTION app.keep_case_findable();

      CREATE FUNCTION app.keep_entry_findable() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          DELETE FROM case_search_keys WHERE case_id = NEW.case_id AND source = ${TIMELINE};
          PERFORM app.enter_search_keys(e.case_id, ${TIMELINE}, e.tier = 'restricted', app.search_words(app.clear_texts(e.data)))
             FROM timeline_entries e WHERE e.case_id = NEW.case_id AND e.data::text LIKE '%"clear"%';
        ELSE
          PERFORM app.enter_search_keys(NEW.case_id, ${TIMELINE}, NEW.tier = 'restricted',
                                        app.search_words(app.clear_texts(NEW.data)));
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER timeline_entries_findable_insert AFTER INSERT ON timeline_entries FOR EACH ROW
        WHEN (NEW.data::text LIKE '%"clear"%') EXECUTE FUNCTION app.keep_entry_findable();
      CREATE TRIGGER timeline_entries_findable_update AFTER UPDATE OF data, tier ON timeline_entries
        FOR EACH ROW EXECUTE FUNCTION app.keep_entry_findable();

      CREATE FUNCTION app.keep_number_findable() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM app.enter_search_keys(NEW.case_id, ${FAMILY}, false, ARRAY[app.search_number(NEW.act_number)]);
        RETURN NULL;
      END $$;
      COMMENT ON FUNCTION app.keep_number_findable IS
        'For any table with case_id and act_number: CREATE TRIGGER … AFTER INSERT OR UPDATE OF act_number … WHEN (NEW.act_number IS NOT NULL).';
      CREATE TRIGGER detention_contacts_findable AFTER INSERT OR UPDATE OF act_number ON detention_contacts
        FOR EACH ROW WHEN (NEW.act_number IS NOT NULL) EXECUTE FUNCTION app.keep_number_findable();
      CREATE TRIGGER notes_verbales_findable AFTER INSERT OR UPDATE OF act_number ON notes_verbales
        FOR EACH ROW WHEN (NEW.act_number IS NOT NULL) EXECUTE FUNCTION app.keep_number_findable();

      CREATE FUNCTION app.keep_stay_findable() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM app.enter_search_keys(NEW.case_id, ${FAMILY}, false, app.search_words(concat_ws(' ', f.name, f.city)))
           FROM facilities f WHERE f.id = NEW.facility_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER facility_stays_findable AFTER INSERT ON facility_stays
        FOR EACH ROW EXECUTE FUNCTION app.keep_stay_findable();
    `);
    await q.query(caseFits);
    await q.query(findCases);
    await q.query(casesNumbered);
    await q.query(reindex);
    await q.query('SELECT app.reindex_cases()');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}

/**
 * Candidates newest first. The rarest word leads and the others are looked up case by case; a lead
 * that is in very many files is followed through the newest `p_scan` of them, and `cut` says so.
 */
const findCases = `
  CREATE FUNCTION app.find_cases(p_text text, p_filter jsonb, p_most integer, p_scan integer)
    RETURNS TABLE (words text[], ids uuid[], restricted_ids uuid[], cut boolean)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DECLARE
    v_words text[] := app.search_words(p_text);
    v_world boolean := app.is_system() OR app.reads_world() OR app.reads_restricted_world();
    v_posts uuid[] := array(SELECT DISTINCT p FROM unnest(app.read_posts() || app.restricted_posts()) AS p);
    v_members uuid[] := app.member_cases();
    v_lead text;
    v_rest text[];
    v_scanned integer;
  BEGIN
    IF (p_filter ->> 'post') IS NOT NULL THEN
      v_posts := CASE WHEN v_world OR (p_filter ->> 'post')::uuid = ANY (v_posts)
                      THEN ARRAY[(p_filter ->> 'post')::uuid] ELSE '{}' END;
      v_world := false;
    END IF;
    SELECT w INTO v_lead FROM unnest(v_words) AS w
     ORDER BY (SELECT count(*) FROM (SELECT 1 FROM case_search_keys k WHERE k.key = w LIMIT 3000) few), w LIMIT 1;
    IF v_lead IS NULL THEN
      RETURN QUERY SELECT v_words, '{}'::uuid[], '{}'::uuid[], false;
      RETURN;
    END IF;
    v_rest := array_remove(v_words, v_lead);
    RETURN QUERY
    WITH lead AS MATERIALIZED (
      (SELECT k.case_id FROM case_search_keys k
        WHERE v_world AND k.key = v_lead ORDER BY k.case_id DESC LIMIT p_scan)
      UNION ALL
      (SELECT n.case_id FROM unnest(v_posts) AS p(post)
        CROSS JOIN LATERAL (SELECT k.case_id FROM case_search_keys k
          WHERE k.key = v_lead AND k.post_id = p.post ORDER BY k.case_id DESC LIMIT p_scan) n
        WHERE NOT v_world LIMIT p_scan)
      UNION ALL
      (SELECT k.case_id FROM unnest(v_members) AS m(id) JOIN case_search_keys k ON k.case_id = m.id AND k.key = v_lead
        WHERE NOT v_world)
    ), found AS MATERIALIZED (
      SELECT l.case_id FROM (SELECT DISTINCT lead.case_id FROM lead) l
       WHERE NOT EXISTS (SELECT 1 FROM unnest(v_rest) AS r(w) WHERE NOT EXISTS (
               SELECT 1 FROM case_search_keys o WHERE o.case_id = l.case_id AND o.key = r.w))
         AND (p_filter = '{}' OR EXISTS (SELECT 1 FROM cases c WHERE c.id = l.case_id AND app.case_fits(c, p_filter)))
       ORDER BY l.case_id DESC LIMIT p_most
    )
    SELECT v_words,
           coalesce((SELECT array_agg(f.case_id ORDER BY f.case_id DESC) FROM found f), '{}'),
           coalesce((SELECT array_agg(f.case_id) FROM found f
                      WHERE EXISTS (SELECT 1 FROM unnest(v_words) AS r(w) WHERE NOT EXISTS (
                        SELECT 1 FROM case_search_keys o WHERE o.case_id = f.case_id AND o.key = r.w AND NOT o.restricted))), '{}'),
           (SELECT count(*) FROM lead) >= p_scan OR (SELECT count(*) FROM found) >= p_most;
  END $$;
  COMMENT ON FUNCTION app.find_cases IS
    'Candidates for a search: ids near the reach of the actor, newest first; restricted_ids matched only through restricted parts. Their rows, and so the counts, are read again under policy.';
  REVOKE ALL ON FUNCTION app.find_cases(text, jsonb, integer, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.find_cases(text, jsonb, integer, integer) TO ${APP_ROLE};
`;

/** The filters of a search, for candidates and for what is read again under policy. */
const caseFits = `
  CREATE FUNCTION app.case_fits(c cases, f jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
     SELECT (f ->> 'family' IS NULL OR c.family = f ->> 'family')
        AND (f ->> 'type' IS NULL OR c.type = f ->> 'type')
        AND (f ->> 'status' IS NULL OR c.status = f ->> 'status')
        AND (f ->> 'tier' IS NULL OR c.tier = f ->> 'tier')
        AND (f ->> 'post' IS NULL OR c.post_id = (f ->> 'post')::uuid)
        AND (f ->> 'country' IS NULL OR c.country = f ->> 'country')
        AND (f ->> 'assignee' IS NULL OR c.assignee_id = (f ->> 'assignee')::uuid)
        AND (f ->> 'from' IS NULL OR c.recorded_at >= (f ->> 'from')::timestamptz)
        AND (f ->> 'to' IS NULL OR c.recorded_at < (f ->> 'to')::timestamptz) $$;
   COMMENT ON FUNCTION app.case_fits IS 'Whether a case passes the filters of a search.';
`;

/** By the number of an act or of the intake; few cases ever share one. */
const casesNumbered = `
  CREATE FUNCTION app.cases_numbered(p_number text, p_most integer) RETURNS SETOF uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 1 AS $$
    SELECT DISTINCT case_id FROM case_search_keys WHERE key = app.search_number(p_number) LIMIT p_most $$;
  COMMENT ON FUNCTION app.cases_numbered IS 'Candidates; their rows are read again under policy.';
  REVOKE ALL ON FUNCTION app.cases_numbered(text, integer) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION app.cases_numbered(text, integer) TO ${APP_ROLE};
`;

/** Enters everything on file anew: for what was written before, and after a change of the rules. */
const reindex = `
  CREATE FUNCTION app.reindex_cases() RETURNS void LANGUAGE sql AS $$
    TRUNCATE case_search_keys;
    INSERT INTO case_search_keys (key, case_id, post_id, source, restricted)
    SELECT DISTINCT k, s.case_id, c.post_id, s.source, s.restricted
      FROM (
        SELECT id AS case_id, ${CASE} AS source, false AS restricted,
               app.search_words(concat_ws(' ', place ->> 'clear', summary ->> 'clear', intake_reference))
                 || CASE WHEN intake_reference IS NULL THEN '{}' ELSE ARRAY[app.search_number(intake_reference)] END AS keys
          FROM cases WHERE place IS NOT NULL OR summary IS NOT NULL OR intake_reference IS NOT NULL
        UNION ALL
        SELECT case_id, ${TIMELINE}, tier = 'restricted', app.search_words(app.clear_texts(data))
          FROM timeline_entries WHERE data::text LIKE '%"clear"%'
        UNION ALL
        SELECT case_id, ${FAMILY}, false, ARRAY[app.search_number(act_number)] FROM detention_contacts WHERE act_number IS NOT NULL
        UNION ALL
        SELECT case_id, ${FAMILY}, false, ARRAY[app.search_number(act_number)] FROM notes_verbales WHERE act_number IS NOT NULL
        UNION ALL
        SELECT s.case_id, ${FAMILY}, false, app.search_words(concat_ws(' ', f.name, f.city))
          FROM facility_stays s JOIN facilities f ON f.id = s.facility_id
      ) s JOIN cases c ON c.id = s.case_id CROSS JOIN LATERAL unnest(s.keys) AS k
     WHERE k NOT IN ('', '#');
  $$;
  REVOKE ALL ON FUNCTION app.reindex_cases() FROM PUBLIC;
`;
