import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, childOfCase } from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

/** Whether a seat in a circle still stands: who left the service, or the office that gave it, is out at once. */
const MAY_SIT = `
  EXISTS (SELECT 1 FROM app.current_roles r JOIN role_scopes s ON s.role = r.role JOIN accounts a ON a.id = r.account_id
    WHERE r.account_id = p_account AND a.state = 'active' AND CASE p_kind
      WHEN 'desk' THEN r.role = 'protection_desk'
      WHEN 'head' THEN r.role = 'head_of_post' AND r.post_id = (SELECT c.post_id FROM cases c WHERE c.id = p_case)
      ELSE s.is_staff OR r.role = 'honorary_consul' END)
  AND NOT EXISTS (SELECT 1 FROM case_bars b WHERE b.case_id = p_case AND b.account_id = p_account AND b.lifted_at IS NULL)`;

/**
 * Who is in the circle of a sealed case by default, who is barred from it, and who falls out: staff
 * related to the aggressor or the victim, and whoever left their office.
 */
export class CloseCircles1764000002520 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE case_members DROP CONSTRAINT case_members_kind_known;
      ALTER TABLE case_members ADD CONSTRAINT case_members_kind_known CHECK (kind IN
        ('assigned', 'second', 'honorary', 'circle', 'head', 'desk', 'break_glass'));
      ALTER TABLE case_members ADD CONSTRAINT case_members_break_glass_ends
        CHECK (kind <> 'break_glass' OR (until IS NOT NULL AND until <= since + interval '3 hours'));

      CREATE TABLE case_bars (
        id uuid CONSTRAINT case_bars_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT case_bars_case_fk REFERENCES cases,
        account_id uuid NOT NULL CONSTRAINT case_bars_account_fk REFERENCES accounts,
        ground text NOT NULL CONSTRAINT case_bars_ground_known CHECK (ground IN
          ('is_the_aggressor', 'related_to_aggressor', 'related_to_victim', 'at_the_persons_request', 'conflict_of_interest')),
        reason jsonb CONSTRAINT case_bars_reason_protected CHECK (reason ? 'clear' OR reason ? 'sealed'),
        since timestamptz NOT NULL DEFAULT transaction_timestamp(),
        added_by uuid,
        lifted_at timestamptz,
        lifted_by uuid,
        lifted_reason jsonb CONSTRAINT case_bars_lifted_reason_protected CHECK (lifted_reason ? 'clear' OR lifted_reason ? 'sealed'),
        CONSTRAINT case_bars_lifted_has_reason CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
      );
      COMMENT ON TABLE case_bars IS
        'Staff who may not be in the circle of a case, nor break the glass: the aggressor may be one of us (rules §4).';
      CREATE INDEX case_bars_case_idx ON case_bars (case_id);
      CREATE INDEX case_bars_account_idx ON case_bars (account_id) WHERE lifted_at IS NULL;
      ${childOfCase('case_bars')}
      ${sealedWithCase('case_bars', { texts: ['reason', 'lifted_reason'] })}

      CREATE FUNCTION app.may_sit(p_account uuid, p_kind text, p_case uuid) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$ SELECT ${MAY_SIT} $$;
      COMMENT ON FUNCTION app.may_sit IS
        'Whether a membership of that kind still stands. Says nothing of whether there is one.';
      REVOKE ALL ON FUNCTION app.may_sit(uuid, text, uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.may_sit(uuid, text, uuid) TO ${APP_ROLE};

      CREATE VIEW live_case_members WITH (security_invoker = true) AS
        SELECT m.id, m.case_id, m.account_id, m.kind, m.since, m.until FROM case_members m
         WHERE m.since <= now() AND (m.until IS NULL OR m.until > now()) AND app.may_sit(m.account_id, m.kind, m.case_id);
      COMMENT ON VIEW live_case_members IS
        'Who is in a circle now: dated, holding the office that the seat asks for, and not barred.';
      GRANT SELECT ON live_case_members TO ${APP_ROLE};

      CREATE OR REPLACE FUNCTION app.member_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
      BEGIN
        IF NOT (app.is_staff() OR 'honorary_consul' = ANY (app.roles())) THEN RETURN '{}'; END IF;
        RETURN coalesce((
          SELECT array_agg(m.case_id) FROM case_members m
            LEFT JOIN case_bars b ON b.case_id = m.case_id AND b.account_id = m.account_id AND b.lifted_at IS NULL
           WHERE m.account_id = app.account() AND m.since <= now() AND (m.until IS NULL OR m.until > now())
             AND b.id IS NULL
             AND CASE WHEN m.kind IN ('head', 'desk') THEN app.may_sit(m.account_id, m.kind, m.case_id) ELSE true END), '{}');
      END $$;
      CREATE OR REPLACE FUNCTION app.is_member(p_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
        SET search_path = public, pg_temp AS $$
        SELECT (app.is_staff() OR 'honorary_consul' = ANY (app.roles())) AND EXISTS (SELECT 1 FROM case_members m
          WHERE m.case_id = p_case AND m.account_id = app.account() AND m.since <= now()
            AND (m.until IS NULL OR m.until > now()) AND app.may_sit(m.account_id, m.kind, m.case_id)) $$;

      CREATE FUNCTION app.default_circle(p_case uuid, p_bar_head boolean) RETURNS void
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        -- only who opens the case, only in the transaction that opens it
        IF NOT EXISTS (SELECT 1 FROM cases WHERE id = p_case AND opened_by = app.account() AND tier = 'sealed'
             AND reference IS NULL AND recorded_at = transaction_timestamp()) THEN RETURN; END IF;
        IF NOT p_bar_head THEN
          INSERT INTO case_members (id, case_id, account_id, kind, added_by)
          SELECT gen_random_uuid(), p_case, h.account_id, 'head', app.account()
            FROM (SELECT DISTINCT r.account_id FROM app.current_roles r JOIN cases c ON c.id = p_case
                   WHERE r.role = 'head_of_post' AND r.post_id = c.post_id) h
           WHERE NOT EXISTS (SELECT 1 FROM case_members m WHERE m.case_id = p_case AND m.account_id = h.account_id);
        END IF;
        INSERT INTO case_members (id, case_id, account_id, kind, added_by)
        SELECT gen_random_uuid(), p_case, d.account_id, 'desk', app.account()
          FROM (SELECT DISTINCT account_id FROM app.current_roles WHERE role = 'protection_desk') d
         WHERE NOT EXISTS (SELECT 1 FROM case_members m WHERE m.case_id = p_case AND m.account_id = d.account_id);
      END $$;
      COMMENT ON FUNCTION app.default_circle IS
        'Beside its creator: the head of the post, unless the creator bars them, and the protection desk of headquarters (rules §4).';
      REVOKE ALL ON FUNCTION app.default_circle(uuid, boolean) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.default_circle(uuid, boolean) TO ${APP_ROLE};

      CREATE FUNCTION app.heads_of(p_post uuid) RETURNS SETOF uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT DISTINCT account_id FROM app.current_roles WHERE role = 'head_of_post' AND post_id = p_post $$;
      REVOKE ALL ON FUNCTION app.heads_of(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.heads_of(uuid) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
