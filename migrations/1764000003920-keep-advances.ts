import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE } from '../src/platform/database/policies';

const LENGTHS = {
  aid_rendition: {
    ...{ unit: 'days', value: 10 },
    source: 'Por defecto: rendición del anticipo en diez días calendario desde su entrega',
  },
};
/** Handed over and not yet accounted for. */
const UNACCOUNTED = `('paid', 'paid_urgent', 'regularised')`;

/**
 * Money handed over before the expense is known: the request that paid it keeps who holds it and the
 * day by which it is accounted for. While a rendition of the same holder, or of the post, is overdue,
 * nothing more is advanced, unless headquarters has allowed it with a reason.
 */
export class KeepAdvances1764000003920 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE aid_beneficiaries ADD CONSTRAINT aid_beneficiaries_of_aid_key UNIQUE (id, aid_id);
      ALTER TABLE aid_requests
        ADD COLUMN due_on date,
        ADD COLUMN holder_account_id uuid CONSTRAINT aid_requests_holder_account_fk REFERENCES accounts,
        ADD COLUMN holder_beneficiary_id uuid,
        ADD CONSTRAINT aid_requests_holder_beneficiary_fk FOREIGN KEY (holder_beneficiary_id, id) REFERENCES aid_beneficiaries (id, aid_id),
        ADD CONSTRAINT aid_requests_advance_whole CHECK (num_nonnulls(holder_account_id, holder_beneficiary_id)
          = CASE WHEN due_on IS NULL THEN 0 ELSE 1 END),
        ADD CONSTRAINT aid_requests_advance_of_request CHECK (due_on IS NULL OR (kind = 'request' AND due_on >= paid_on)),
        ADD CONSTRAINT aid_requests_approver_not_holder CHECK (approved_by <> holder_account_id),
        ADD CONSTRAINT aid_requests_accountant_not_holder CHECK (accounted_by <> holder_account_id),
        ADD CONSTRAINT aid_requests_settler_not_holder CHECK (settled_by <> holder_account_id);
      COMMENT ON COLUMN aid_requests.due_on IS
        'Of an advance: the last day, at the post, on which it is accounted for; null: the expense was known when it was paid.';
      COMMENT ON COLUMN aid_requests.holder_account_id IS 'Who holds an advance: an officer, or else a beneficiary.';
      CREATE INDEX aid_requests_advances_idx ON aid_requests (post_id, due_on) WHERE due_on IS NOT NULL AND state IN ${UNACCOUNTED};
      CREATE INDEX aid_requests_holder_idx ON aid_requests (holder_account_id) WHERE holder_account_id IS NOT NULL;

      ALTER TABLE aid_decisions ADD CONSTRAINT aid_decisions_allowance_explained
        CHECK (act <> 'allow_advance' OR (recorded_by IS NOT NULL AND num_nonnulls(reason, note) = 1));

      CREATE FUNCTION app.advances_overdue_beside(p_aid uuid, p_account uuid, p_beneficiary uuid, p_day date) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH overdue AS (
          SELECT a.post_id = mine.post_id AS of_post,
                 coalesce(a.holder_account_id = p_account, false) OR EXISTS (
                   SELECT 1 FROM aid_beneficiaries b JOIN persons p ON p.id = b.person_id
                     JOIN aid_beneficiaries own ON own.id = p_beneficiary JOIN persons same ON same.id = own.person_id
                    WHERE b.id = a.holder_beneficiary_id AND coalesce(p.merged_into, p.id) = coalesce(same.merged_into, same.id)
                 ) AS of_holder
            FROM aid_requests a JOIN aid_requests mine ON mine.id = p_aid
           WHERE a.id <> p_aid AND a.due_on < p_day AND a.state IN ${UNACCOUNTED})
        SELECT array_remove(ARRAY[
          CASE WHEN bool_or(of_holder) THEN 'holder' END, CASE WHEN bool_or(of_post) THEN 'post' END], NULL)
          FROM overdue $$;
      REVOKE ALL ON FUNCTION app.advances_overdue_beside(uuid, uuid, uuid, date) FROM PUBLIC;
      COMMENT ON FUNCTION app.advances_overdue_beside IS
        'Whose overdue rendition forbids to hand over another advance: the holder''s, the post''s; sealed cases count, and are not told.';
      CREATE FUNCTION app.overdue_advances(p_aid uuid, p_account uuid, p_beneficiary uuid, p_day date) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT CASE WHEN app.is_system() OR app.is_staff()
          THEN app.advances_overdue_beside(p_aid, p_account, p_beneficiary, p_day) ELSE '{}' END $$;
      COMMENT ON FUNCTION app.overdue_advances IS 'The same, told to the staff.';
      REVOKE ALL ON FUNCTION app.overdue_advances(uuid, uuid, uuid, date) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.overdue_advances(uuid, uuid, uuid, date) TO ${APP_ROLE};

      CREATE FUNCTION app.guard_advance() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        v_day date;
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.due_on IS NOT NULL THEN
          IF (NEW.due_on, NEW.paid_on, NEW.amount, NEW.holder_account_id, NEW.holder_beneficiary_id)
             IS DISTINCT FROM (OLD.due_on, OLD.paid_on, OLD.amount, OLD.holder_account_id, OLD.holder_beneficiary_id) THEN
            RAISE EXCEPTION 'an advance stays as it was handed over' USING ERRCODE = '23514', CONSTRAINT = 'aid_requests_advance_fixed';
          END IF;
          RETURN NEW;
        END IF;
        IF NEW.due_on IS NULL THEN RETURN NEW; END IF;
        SELECT (NEW.stage_since AT TIME ZONE p.time_zone)::date INTO v_day FROM posts p WHERE p.id = NEW.post_id;
        IF cardinality(app.advances_overdue_beside(NEW.id, NEW.holder_account_id, NEW.holder_beneficiary_id, v_day)) > 0
           AND NOT EXISTS (SELECT 1 FROM aid_decisions d WHERE d.aid_id = NEW.id AND d.act = 'allow_advance'
                              AND d.recorded_by IS DISTINCT FROM NEW.paid_by
                              AND d.recorded_by IS DISTINCT FROM NEW.holder_account_id) THEN
          RAISE EXCEPTION 'an earlier rendition is overdue' USING ERRCODE = '23514', CONSTRAINT = 'aid_requests_advance_overdue';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER aid_requests_advance_guarded BEFORE INSERT OR UPDATE ON aid_requests
        FOR EACH ROW EXECUTE FUNCTION app.guard_advance();

      CREATE FUNCTION app.guard_allowance() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        PERFORM 1 FROM staff_roles r WHERE r.account_id = NEW.recorded_by AND r.role = 'hq_director'
           AND r.valid_from <= now() AND (r.valid_until IS NULL OR r.valid_until > clock_timestamp()) FOR SHARE;
        IF NOT FOUND OR (NOT app.is_system() AND app.account() <> NEW.recorded_by)
           OR EXISTS (SELECT 1 FROM aid_requests a WHERE a.id = NEW.aid_id AND a.proposed_by = NEW.recorded_by) THEN
          RAISE EXCEPTION 'headquarters alone allows another advance' USING ERRCODE = '23514', CONSTRAINT = 'aid_decisions_allowed_by_headquarters';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER aid_decisions_allowance_guarded BEFORE INSERT ON aid_decisions
        FOR EACH ROW WHEN (NEW.act = 'allow_advance') EXECUTE FUNCTION app.guard_allowance();
    `);
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(LENGTHS)]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
