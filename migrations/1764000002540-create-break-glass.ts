import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

const GUARDIAN = `'guardian' = ANY ((SELECT app.roles())::text[])`;
/** Who asked, the guardian, and once somebody is in, the circle of the case. */
const REACH = `${IS_SYSTEM} OR account_id = (SELECT app.account()) OR (SELECT ${GUARDIAN})
  OR (case_id IS NOT NULL AND case_id = ANY ((SELECT app.member_cases())::uuid[]))`;

/** Entering a sealed case in an emergency: asked for, admitted by the guardian, and looked at afterwards. */
export class CreateBreakGlass1764000002540 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE break_glass_requests (
        id uuid CONSTRAINT break_glass_requests_pk PRIMARY KEY,
        account_id uuid NOT NULL CONSTRAINT break_glass_requests_account_fk REFERENCES accounts,
        reference text NOT NULL CONSTRAINT break_glass_requests_reference_form CHECK (reference ~ '^S-[0-9A-HJKMNP-TV-Z]{8}$'),
        reason jsonb NOT NULL CONSTRAINT break_glass_requests_reason_sealed CHECK (reason ? 'sealed'),
        state text NOT NULL CONSTRAINT break_glass_requests_state_known CHECK (state IN ('requested', 'admitted', 'refused')),
        requested_at timestamptz NOT NULL,
        case_id uuid CONSTRAINT break_glass_requests_case_fk REFERENCES cases,
        decided_by uuid CONSTRAINT break_glass_requests_decided_by_fk REFERENCES accounts,
        decided_at timestamptz,
        until timestamptz,
        reviewed_by uuid CONSTRAINT break_glass_requests_reviewed_by_fk REFERENCES accounts,
        reviewed_at timestamptz,
        verdict text CONSTRAINT break_glass_requests_verdict_known CHECK (verdict IN ('justified', 'not_justified')),
        review_note jsonb CONSTRAINT break_glass_requests_note_sealed CHECK (review_note ? 'sealed'),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT break_glass_requests_decided CHECK ((state = 'requested') = (decided_at IS NULL)
          AND (decided_at IS NULL) = (decided_by IS NULL)),
        CONSTRAINT break_glass_requests_admitted CHECK ((state = 'admitted') = (case_id IS NOT NULL)
          AND (case_id IS NULL) = (until IS NULL)),
        CONSTRAINT break_glass_requests_not_by_oneself CHECK (decided_by <> account_id AND reviewed_by <> account_id),
        CONSTRAINT break_glass_requests_reviewed CHECK ((verdict IS NULL) = (reviewed_at IS NULL)
          AND (verdict IS NULL) = (review_note IS NULL) AND (verdict IS NULL) = (reviewed_by IS NULL))
      );
      CREATE INDEX break_glass_requests_case_idx ON break_glass_requests (case_id) WHERE case_id IS NOT NULL;
      CREATE INDEX break_glass_requests_account_idx ON break_glass_requests (account_id);
      ${grantTable('break_glass_requests', 'SELECT, INSERT')}
      GRANT UPDATE (state, decided_by, decided_at, reviewed_by, reviewed_at, verdict, review_note) ON break_glass_requests TO ${APP_ROLE};
      ${policy('break_glass_requests', 'read', 'SELECT', REACH)}
      ${policy('break_glass_requests', 'insert', 'INSERT', `account_id = (SELECT app.account()) AND state = 'requested'`)}
      ${policy('break_glass_requests', 'update', 'UPDATE', `(SELECT ${GUARDIAN}) OR (case_id IS NOT NULL AND case_id = ANY ((SELECT app.member_cases())::uuid[]))`)}

      CREATE FUNCTION app.admit_break_glass(p_request uuid, p_member uuid, p_at timestamptz, p_until timestamptz) RETURNS text
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v break_glass_requests; v_case cases;
      BEGIN
        IF NOT ('guardian' = ANY (app.roles())) THEN RAISE insufficient_privilege; END IF;
        SELECT * INTO v FROM break_glass_requests WHERE id = p_request AND state = 'requested' FOR UPDATE;
        IF NOT FOUND THEN RETURN 'DECIDED'; END IF;
        SELECT * INTO v_case FROM cases WHERE reference = v.reference AND tier = 'sealed';
        IF NOT FOUND THEN RETURN 'UNKNOWN'; END IF;
        IF NOT app.may_sit(v.account_id, 'break_glass', v_case.id) THEN RETURN 'BARRED'; END IF;
        INSERT INTO case_members (id, case_id, account_id, kind, added_by, until)
        VALUES (p_member, v_case.id, v.account_id, 'break_glass', app.account(),
                transaction_timestamp() + least(p_until - p_at, interval '3 hours'));
        UPDATE break_glass_requests SET state = 'admitted', case_id = v_case.id, decided_by = app.account(),
               decided_at = p_at, until = p_at + least(p_until - p_at, interval '3 hours') WHERE id = p_request;
        RETURN 'ADMITTED';
      END $$;
      COMMENT ON FUNCTION app.admit_break_glass IS
        'Lets somebody into the sealed case whose reference they gave, for three hours at most. For the guardian, who learns whether there is such a case, and nothing else of it.';
      REVOKE ALL ON FUNCTION app.admit_break_glass(uuid, uuid, timestamptz, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.admit_break_glass(uuid, uuid, timestamptz, timestamptz) TO ${APP_ROLE};

      CREATE FUNCTION app.end_break_glass(p_request uuid) RETURNS boolean
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v break_glass_requests;
      BEGIN
        SELECT * INTO v FROM break_glass_requests WHERE id = p_request AND state = 'admitted' FOR UPDATE;
        IF NOT FOUND OR NOT ('guardian' = ANY (app.roles()) OR v.account_id = app.account() OR app.is_member(v.case_id)) THEN
          RETURN false;
        END IF;
        UPDATE case_members SET until = greatest(since, now()), ended_by = app.account()
         WHERE case_id = v.case_id AND account_id = v.account_id AND kind = 'break_glass' AND until > now();
        RETURN true;
      END $$;
      REVOKE ALL ON FUNCTION app.end_break_glass(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.end_break_glass(uuid) TO ${APP_ROLE};

      CREATE FUNCTION app.is_inside(p_request uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT EXISTS (SELECT 1 FROM break_glass_requests r JOIN live_case_members m
                         ON m.case_id = r.case_id AND m.account_id = r.account_id AND m.kind = 'break_glass'
                        WHERE r.id = p_request AND r.state = 'admitted') $$;
      COMMENT ON FUNCTION app.is_inside IS
        'Whether whoever was let in still is: the guardian, who sees no circle, may know that much.';
      REVOKE ALL ON FUNCTION app.is_inside(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.is_inside(uuid) TO ${APP_ROLE};

      CREATE FUNCTION app.break_glass_reads(p_request uuid)
        RETURNS TABLE (at timestamptz, action text, subject_type text)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE v break_glass_requests; v_member case_members;
      BEGIN
        SELECT * INTO v FROM break_glass_requests WHERE id = p_request AND state = 'admitted';
        IF NOT FOUND OR NOT (app.is_system() OR 'guardian' = ANY (app.roles()) OR app.is_member(v.case_id)) THEN RETURN; END IF;
        FOR v_member IN SELECT * FROM case_members m WHERE m.case_id = v.case_id AND m.account_id = v.account_id
             AND m.kind = 'break_glass' LOOP
          RETURN QUERY SELECT e.at, e.action, e.subject_type FROM audit_entries e
            WHERE e.actor_id = v.account_id AND e.at >= v_member.since AND e.at <= v_member.until
              AND (e.subject_id = v.case_id OR e.details ->> 'caseId' = v.case_id::text
                   OR e.subject_id IN (SELECT d.id FROM documents d WHERE d.case_id = v.case_id)
                   OR e.subject_id IN (SELECT cp.person_id FROM case_people cp WHERE cp.case_id = v.case_id))
            ORDER BY e.at, e.id LIMIT 2000;
        END LOOP;
      END $$;
      COMMENT ON FUNCTION app.break_glass_reads IS
        'What somebody read and did in a sealed case while they were let in: acts and times, never content.';
      REVOKE ALL ON FUNCTION app.break_glass_reads(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.break_glass_reads(uuid) TO ${APP_ROLE};

      SELECT app.add_duty_lengths('{
        "break_glass_review": {"unit": "days", "value": 7, "source": "Por defecto"}}');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
