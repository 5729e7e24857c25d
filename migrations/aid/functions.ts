import { APP_ROLE } from '../../src/platform/database/policies';

/** Whoever signs a stage of aid signs for themselves, and still holds the role. */
export const GUARD_AID = `
      CREATE FUNCTION app.guard_aid() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        v_column text;
        v_old jsonb := CASE TG_OP WHEN 'UPDATE' THEN to_jsonb(OLD) ELSE '{}'::jsonb END;
        v_new jsonb := to_jsonb(NEW);
      BEGIN
        IF app.is_system() OR app.account() IS NULL THEN RETURN NEW; END IF;
        -- whoever signs a stage signs for themselves, once; a request that was returned begins again
        FOREACH v_column IN ARRAY ARRAY['proposed_by', 'endorsed_by', 'reviewed_by', 'approved_by', 'paid_by', 'accounted_by', 'settled_by'] LOOP
          IF (v_new ->> v_column) IS DISTINCT FROM (v_old ->> v_column) AND (v_new ->> v_column) IS NOT NULL
             AND (v_new ->> v_column)::uuid <> app.account() THEN
            RAISE EXCEPTION 'nobody signs for another' USING ERRCODE = '23514', CONSTRAINT = 'aid_requests_signs_for_oneself';
          END IF;
        END LOOP;
        IF TG_OP = 'UPDATE' AND NEW.approved_by IS DISTINCT FROM OLD.approved_by AND NEW.approved_by IS NOT NULL THEN
          -- a role that ends while they click ends the approval: whoever ends it waits, or it is seen
          PERFORM 1 FROM staff_roles r WHERE r.account_id = app.account() AND r.valid_from <= now()
             AND (r.valid_until IS NULL OR r.valid_until > clock_timestamp())
             AND (r.role IN ('hq_director', 'hq_analyst') OR (r.role = 'head_of_post' AND r.post_id = NEW.post_id)) FOR SHARE;
          IF NOT FOUND THEN
            PERFORM 1 FROM subrogations s WHERE s.acting_account_id = app.account() AND s.post_id = NEW.post_id
               AND s.valid_from <= now() AND s.valid_until > clock_timestamp() FOR SHARE;
          END IF;
          IF NOT FOUND THEN
            RAISE EXCEPTION 'the role to approve has ended' USING ERRCODE = '23514', CONSTRAINT = 'aid_requests_approver_holds_role';
          END IF;
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER aid_requests_guarded BEFORE INSERT OR UPDATE ON aid_requests
        FOR EACH ROW EXECUTE FUNCTION app.guard_aid();
`;

/** What the beneficiaries of a request were given elsewhere. */
export const AID_OF_PERSONS = `
      CREATE FUNCTION app.aid_of_persons(p_aid uuid) RETURNS TABLE (person_id uuid, programme text, line text, pen numeric,
          post_id uuid, given_on date, ask_headquarters boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT own.person_id,
               CASE WHEN hidden.it THEN NULL ELSE a.programme END, CASE WHEN hidden.it THEN NULL ELSE a.line END,
               CASE WHEN hidden.it THEN NULL ELSE round(a.pen * CASE WHEN a.amount = 0 THEN 0 ELSE b.amount / a.amount END, 2) END,
               CASE WHEN hidden.it THEN NULL ELSE a.post_id END,
               CASE WHEN hidden.it THEN NULL ELSE coalesce(a.paid_on, (a.recorded_at AT TIME ZONE 'America/Lima')::date) END, hidden.it
          FROM aid_beneficiaries own JOIN aid_requests mine ON mine.id = own.aid_id
          JOIN persons p ON p.id = own.person_id
          JOIN persons same ON coalesce(same.merged_into, same.id) = coalesce(p.merged_into, p.id)
          JOIN aid_beneficiaries b ON b.person_id = same.id
          JOIN aid_requests a ON a.id = b.aid_id AND a.id <> p_aid AND a.year = mine.year
           AND a.state NOT IN ('draft', 'returned', 'refused', 'cancelled')
          JOIN cases c ON c.id = a.case_id
          CROSS JOIN LATERAL (SELECT c.tier = 'sealed' AND NOT app.is_member(c.id) AS it) hidden
         WHERE own.aid_id = p_aid AND (app.is_system() OR app.is_staff()) $$;
      COMMENT ON FUNCTION app.aid_of_persons IS
        'What the beneficiaries of a request were given this year, by whatever post; of a sealed case only that headquarters is to be asked.';
      REVOKE ALL ON FUNCTION app.aid_of_persons(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.aid_of_persons(uuid) TO ${APP_ROLE};

`;
