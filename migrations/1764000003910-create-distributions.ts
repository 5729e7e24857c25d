import type { MigrationInterface, QueryRunner } from 'typeorm';
import { RECORDED } from '../src/platform/database/case-parts';
import {
  APP_ROLE,
  grantTable,
  IS_SYSTEM,
  policy,
  referenceTable,
} from '../src/platform/database/policies';

const DECIDES = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const ALLOTS = `(SELECT app.roles() && ARRAY['hq_director', 'finance_officer'])`;
const COMPARES = `(SELECT app.roles() && ARRAY['hq_director', 'hq_analyst', 'finance_officer', 'finance_accountant', 'auditor'])`;

/** Default: nothing of how PALH is distributed was found published. */
const FIRST_POLICY = {
  weights: { cases: 1, persons: 2, vulnerable: 4 },
  floor: '0.00',
  costOfLiving: {},
  source: 'Por defecto: no se encontró publicada una fórmula de distribución',
};

/**
 * The evaluation of each post's spending against its caseload (rules §7), and the distributions that
 * headquarters proposes, adjusts and applies. Aid knows how many persons it is for, also for whoever
 * sees the money alone.
 */
export class CreateDistributions1764000003910 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ALTER TABLE aid_requests ADD COLUMN persons smallint NOT NULL DEFAULT 1
        CONSTRAINT aid_requests_persons_range CHECK (persons BETWEEN 1 AND 1000);
      COMMENT ON COLUMN aid_requests.persons IS 'How many it is for; a number, which whoever sees the money alone may know.';
      UPDATE aid_requests a SET persons = greatest(1, (SELECT count(*) FROM aid_beneficiaries b WHERE b.aid_id = a.id));
      CREATE INDEX aid_requests_paid_idx ON aid_requests (paid_on, post_id) WHERE paid_on IS NOT NULL;

      CREATE TABLE distribution_policies (
        version integer CONSTRAINT distribution_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT distribution_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('distribution_policies', DECIDES)}

      CREATE TABLE distributions (
        id uuid CONSTRAINT distributions_pk PRIMARY KEY,
        year smallint NOT NULL,
        quarter smallint NOT NULL CONSTRAINT distributions_quarter_range CHECK (quarter BETWEEN 1 AND 4),
        programme text NOT NULL CONSTRAINT distributions_programme_known CHECK (programme IN ('palh', 'pah')),
        total numeric(18,2) NOT NULL CONSTRAINT distributions_total_positive CHECK (total > 0),
        name text NOT NULL CONSTRAINT distributions_name_length CHECK (length(name) BETWEEN 1 AND 200),
        formula jsonb NOT NULL,
        shares jsonb NOT NULL,
        state text NOT NULL CONSTRAINT distributions_state_known CHECK (state IN ('draft', 'applied')),
        certificate text CONSTRAINT distributions_certificate_length CHECK (length(certificate) BETWEEN 1 AND 100),
        reason text CONSTRAINT distributions_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        applied_by uuid CONSTRAINT distributions_applied_by_fk REFERENCES accounts,
        applied_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT distributions_applied_whole CHECK ((state = 'applied') = (applied_at IS NOT NULL))
      );
      COMMENT ON TABLE distributions IS 'What each post would be allotted of a total, and by what formula; once applied it stands.';
      COMMENT ON COLUMN distributions.shares IS 'By post: what was known of it, proposed by the formula and adjusted by headquarters, in soles.';
      CREATE INDEX distributions_newest_idx ON distributions (recorded_at DESC, id DESC);
      ${grantTable('distributions', 'SELECT, INSERT, UPDATE')}
      ${policy('distributions', 'read', 'SELECT', `${IS_SYSTEM} OR ${COMPARES}`)}
      ${policy('distributions', 'insert', 'INSERT', `${IS_SYSTEM} OR ${ALLOTS}`)}
      ${policy('distributions', 'update', 'UPDATE', `${IS_SYSTEM} OR ${ALLOTS}`)}
      CREATE FUNCTION app.keep_applied_distribution() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.state = 'applied' THEN
          RAISE EXCEPTION 'an applied distribution stands' USING ERRCODE = '23514', CONSTRAINT = 'distributions_applied_stand';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER distributions_applied_stand BEFORE UPDATE ON distributions
        FOR EACH ROW EXECUTE FUNCTION app.keep_applied_distribution();
      ALTER TABLE ledger_transactions ADD COLUMN distribution_id uuid
        CONSTRAINT ledger_transactions_distribution_fk REFERENCES distributions;
      CREATE INDEX ledger_transactions_distribution_idx ON ledger_transactions (distribution_id) WHERE distribution_id IS NOT NULL;

      CREATE FUNCTION app.caseload_by_post(p_from timestamptz, p_until timestamptz)
        RETURNS TABLE (post_id uuid, open integer, cases integer, persons integer,
                       indigence integer, vulnerability integer, extreme_need integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        WITH worked AS (
          SELECT c.id, c.post_id, c.closed_at, coalesce(s.merged_into, s.id) AS person,
                 (SELECT v.conclusion FROM vulnerability_assessments v WHERE v.case_id = c.id AND v.occurred_at < p_until
                   ORDER BY v.occurred_at DESC, v.id DESC LIMIT 1) AS conclusion
            FROM cases c LEFT JOIN persons s ON s.id = c.subject_person_id
           WHERE c.tier <> 'sealed' AND c.occurred_at < p_until AND (c.closed_at IS NULL OR c.closed_at >= p_from)
             AND (app.is_system() OR ${COMPARES})
        )
        SELECT w.post_id, (count(*) FILTER (WHERE w.closed_at IS NULL OR w.closed_at >= p_until))::int, count(*)::int,
               count(DISTINCT w.person)::int,
               (count(DISTINCT w.person) FILTER (WHERE w.conclusion = 'indigence'))::int,
               (count(DISTINCT w.person) FILTER (WHERE w.conclusion = 'vulnerability'))::int,
               (count(DISTINCT w.person) FILTER (WHERE w.conclusion = 'extreme_need'))::int
          FROM worked w GROUP BY w.post_id $$;
      COMMENT ON FUNCTION app.caseload_by_post IS
        'Numbers of each post, no case among them, for whoever compares spending with caseload; sealed cases stand apart (rules §10).';
      REVOKE ALL ON FUNCTION app.caseload_by_post(timestamptz, timestamptz) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.caseload_by_post(timestamptz, timestamptz) TO ${APP_ROLE};
    `);
    await q.query(
      `INSERT INTO distribution_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
