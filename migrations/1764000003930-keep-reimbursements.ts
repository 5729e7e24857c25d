import type { MigrationInterface, QueryRunner } from 'typeorm';
import { known, narrative } from '../src/platform/database/case-parts';
import { APP_ROLE } from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

const KINDS = ['opened', 'instalment', 'waiver'];
const HEADQUARTERS = `ARRAY['hq_analyst', 'protection_desk', 'hq_director']`;

/**
 * A debt is a sequence of entries: what was owed from the boarding on, each instalment received, each
 * part waived. Every entry carries the state that follows from it, and the database refuses any that
 * does not follow or settles more than is owed: paid, waived and outstanding always add up to what was
 * owed. What was recorded without amounts is kept as far as it can be: a debt paid or waived whole was
 * so for what was owed; one paid in part, of which no amount is known, is due.
 */
export class KeepReimbursements1764000003930 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE repatriation_debts
        ADD COLUMN kind text ${known('repatriation_debts', 'kind', KINDS)},
        ADD COLUMN position smallint,
        ADD COLUMN currency char(3) CONSTRAINT repatriation_debts_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
        ADD COLUMN amount numeric(18,2) CONSTRAINT repatriation_debts_amount_positive CHECK (amount > 0),
        ADD COLUMN ${narrative('repatriation_debts', 'proof', 500)},
        DROP CONSTRAINT repatriation_debts_settled_whole,
        DROP CONSTRAINT repatriation_debts_waiver_explained;
      DELETE FROM repatriation_debts d WHERE d.state = 'partly_paid';
      INSERT INTO repatriation_debts (id, case_id, person_id, state, costs, settled_on, reason, recorded_by, recorded_at, kind, currency, amount)
      SELECT gen_random_uuid(), d.case_id, d.person_id, d.state, d.costs, d.settled_on, d.reason, d.recorded_by, d.recorded_at,
             CASE d.state WHEN 'paid' THEN 'instalment' ELSE 'waiver' END, c ->> 'currency', (c ->> 'amount')::numeric
        FROM repatriation_debts d, jsonb_array_elements(d.costs) c WHERE d.state IN ('paid', 'waived');
      DELETE FROM repatriation_debts d WHERE d.state IN ('paid', 'waived') AND d.kind IS NULL;
      UPDATE repatriation_debts SET kind = 'opened' WHERE kind IS NULL;
      UPDATE repatriation_debts d SET position = n.position,
             state = CASE WHEN n.last OR d.kind = 'opened' THEN d.state WHEN d.state = 'paid' THEN 'partly_paid' ELSE 'due' END
        FROM (SELECT id, row_number() OVER w AS position,
                     row_number() OVER w = count(*) OVER (PARTITION BY case_id) AS last
                FROM repatriation_debts WINDOW w AS (PARTITION BY case_id ORDER BY recorded_at, id)) n WHERE n.id = d.id;
      ALTER TABLE repatriation_debts
        ALTER COLUMN kind SET NOT NULL,
        ALTER COLUMN position SET NOT NULL,
        ADD CONSTRAINT repatriation_debts_position_key UNIQUE (case_id, position),
        ADD CONSTRAINT repatriation_debts_opened_first CHECK ((kind = 'opened') = (position = 1)),
        ADD CONSTRAINT repatriation_debts_entry_whole CHECK (num_nonnulls(currency, amount, settled_on)
          = CASE kind WHEN 'opened' THEN 0 ELSE 3 END),
        ADD CONSTRAINT repatriation_debts_waiver_explained CHECK (kind <> 'waiver' OR reason IS NOT NULL);
      COMMENT ON TABLE repatriation_debts IS
        'What has become of the cost that the State bore: what was owed from the boarding on, then each instalment and each waiver with the state that follows; the last entry of a case holds.';
      COMMENT ON COLUMN repatriation_debts.costs IS 'What was owed in all when the debt began: [{"currency": "EUR", "amount": "900.00"}].';

      DELETE FROM sealed_columns WHERE table_name = 'repatriation_debts';
      DROP TRIGGER repatriation_debts_sealed ON repatriation_debts;
      ${sealedWithCase('repatriation_debts', { texts: ['reason', 'proof'] })}

      CREATE FUNCTION app.repatriation_receivable(p_case uuid)
        RETURNS TABLE (currency text, owed numeric, paid numeric, waived numeric, outstanding numeric)
        LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
        SELECT c ->> 'currency', (c ->> 'amount')::numeric, s.paid, s.waived, (c ->> 'amount')::numeric - s.paid - s.waived
          FROM repatriation_debts o, jsonb_array_elements(o.costs) c
          CROSS JOIN LATERAL (
            SELECT coalesce(sum(d.amount) FILTER (WHERE d.kind = 'instalment'), 0) AS paid,
                   coalesce(sum(d.amount) FILTER (WHERE d.kind = 'waiver'), 0) AS waived
              FROM repatriation_debts d WHERE d.case_id = p_case AND d.currency = c ->> 'currency') s
         WHERE o.case_id = p_case AND o.kind = 'opened' $$;
      COMMENT ON FUNCTION app.repatriation_receivable IS
        'By currency, what was owed for a repatriation, paid, waived, and is outstanding; in the reader''s reach.';
      REVOKE ALL ON FUNCTION app.repatriation_receivable(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.repatriation_receivable(uuid) TO ${APP_ROLE};

      CREATE FUNCTION app.guard_debt() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        v_opened repatriation_debts;
        v_outstanding numeric;
        v_left boolean;
        v_expected text;
      BEGIN
        -- one entry after the other: a sum that two add to at once would be none
        PERFORM 1 FROM cases c WHERE c.id = NEW.case_id FOR NO KEY UPDATE;
        SELECT coalesce(max(d.position), 0) + 1 INTO NEW.position FROM repatriation_debts d WHERE d.case_id = NEW.case_id;
        IF NEW.kind = 'opened' THEN
          v_expected := CASE WHEN jsonb_array_length(NEW.costs) = 0 THEN 'not_due' ELSE 'due' END;
        ELSE
          SELECT * INTO v_opened FROM repatriation_debts d WHERE d.case_id = NEW.case_id AND d.kind = 'opened';
          SELECT r.outstanding INTO v_outstanding FROM app.repatriation_receivable(NEW.case_id) r WHERE r.currency = NEW.currency;
          IF v_outstanding IS NULL OR NEW.amount > v_outstanding THEN
            RAISE EXCEPTION 'no more is settled than is owed' USING ERRCODE = '23514', CONSTRAINT = 'repatriation_debts_within_what_is_owed';
          END IF;
          IF NEW.costs <> v_opened.costs OR NEW.person_id <> v_opened.person_id THEN
            RAISE EXCEPTION 'an entry is of the debt that was opened' USING ERRCODE = '23514', CONSTRAINT = 'repatriation_debts_of_what_was_opened';
          END IF;
          IF NEW.kind = 'waiver' AND NOT app.is_system() AND NOT EXISTS (
               SELECT 1 FROM staff_roles s WHERE s.account_id = NEW.recorded_by AND s.role = ANY (${HEADQUARTERS})
                  AND s.valid_from <= now() AND (s.valid_until IS NULL OR s.valid_until > clock_timestamp())) THEN
            RAISE EXCEPTION 'headquarters alone waives' USING ERRCODE = '23514', CONSTRAINT = 'repatriation_debts_waived_by_headquarters';
          END IF;
          IF NEW.kind = 'instalment' AND NEW.proof IS NULL AND NEW.document_id IS NULL THEN
            RAISE EXCEPTION 'an instalment has its proof' USING ERRCODE = '23514', CONSTRAINT = 'repatriation_debts_instalment_proved';
          END IF;
          SELECT coalesce(sum(r.outstanding), 0) > NEW.amount INTO v_left FROM app.repatriation_receivable(NEW.case_id) r;
          v_expected := CASE
            WHEN NOT v_left THEN CASE NEW.kind WHEN 'instalment' THEN 'paid' ELSE 'waived' END
            WHEN NEW.kind = 'instalment' OR EXISTS (SELECT 1 FROM repatriation_debts d
                   WHERE d.case_id = NEW.case_id AND d.kind = 'instalment') THEN 'partly_paid'
            ELSE 'due' END;
        END IF;
        IF NEW.state <> v_expected THEN
          RAISE EXCEPTION 'the state follows from what was paid and waived' USING ERRCODE = '23514', CONSTRAINT = 'repatriation_debts_state_follows';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER repatriation_debts_guarded BEFORE INSERT ON repatriation_debts
        FOR EACH ROW EXECUTE FUNCTION app.guard_debt();

      CREATE FUNCTION app.debts_of_persons(p_persons uuid[], p_case uuid) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(newest.state ORDER BY newest.state), '{}') FROM (
          SELECT DISTINCT ON (d.case_id) d.state FROM repatriation_debts d
            JOIN persons p ON p.id = d.person_id JOIN cases other ON other.id = d.case_id
           WHERE other.id <> p_case AND coalesce(p.merged_into, p.id) IN (
                   SELECT coalesce(own.merged_into, own.id) FROM persons own WHERE own.id = ANY (p_persons))
             AND (other.tier <> 'sealed' OR app.is_system() OR app.is_member(other.id))
           ORDER BY d.case_id, d.position DESC) newest $$;
      COMMENT ON FUNCTION app.debts_of_persons IS 'What became of the cost of repatriations of those persons, in whatever post and under whichever record.';
      REVOKE ALL ON FUNCTION app.debts_of_persons(uuid[], uuid) FROM PUBLIC;

      CREATE OR REPLACE FUNCTION app.earlier_repatriation_debts(p_case uuid) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT app.debts_of_persons(ARRAY[c.subject_person_id], c.id) FROM cases c WHERE c.id = p_case $$;

      CREATE FUNCTION app.repatriation_debts_of_aid(p_aid uuid) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT app.debts_of_persons(ARRAY[c.subject_person_id]
                 || ARRAY(SELECT b.person_id FROM aid_beneficiaries b WHERE b.aid_id = a.id), c.id)
          FROM aid_requests a JOIN cases c ON c.id = a.case_id
         WHERE a.id = p_aid AND (app.is_system() OR app.is_staff()) $$;
      COMMENT ON FUNCTION app.repatriation_debts_of_aid IS
        'What became of the cost of other repatriations of whoever the aid is for; sealed ones only for their circle.';
      REVOKE ALL ON FUNCTION app.repatriation_debts_of_aid(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.repatriation_debts_of_aid(uuid) TO ${APP_ROLE};
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
