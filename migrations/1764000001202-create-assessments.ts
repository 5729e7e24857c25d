import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy, referenceTable } from '../src/platform/database/policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const IN_CASE = 'EXISTS (SELECT 1 FROM cases c WHERE c.id = vulnerability_assessments.case_id)';
const RESTRICTED = `EXISTS (SELECT 1 FROM cases c WHERE c.id = vulnerability_assessments.case_id
  AND app.sees_restricted(c.post_id, c.id))`;

const FIRST_POLICY = {
  validity: { days: 90, source: 'Por defecto: la situación de una persona cambia en un trimestre' },
  priority: {
    conclusions: { none: 0, indigence: 20, vulnerability: 20, extreme_need: 60 },
    factors: {
      child_or_adolescent: 30,
      unaccompanied: 20,
      pregnant: 30,
      older_adult: 15,
      disability: 15,
      serious_illness: 30,
      destitute: 20,
      victim_of_violence: 40,
      victim_of_trafficking: 60,
      lacking_legal_capacity: 20,
      no_local_language: 5,
      quechua_or_native_language_speaker: 5,
    },
    youngerThan: { years: 18, points: 30 },
    olderThan: { years: 65, points: 15 },
    high: 30,
    urgent: 60,
    source: 'Por defecto: necesidad extrema y trata, primero (RC art. 10)',
  },
};

/**
 * Signed assessments of vulnerability (RC art. 10), the policy they follow, and the priority that
 * cases show. Whoever works a case adds one; readers of restricted parts read it back; nobody edits.
 */
export class CreateAssessments1764000001202 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE vulnerability_assessments (
        id uuid CONSTRAINT vulnerability_assessments_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT vulnerability_assessments_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT vulnerability_assessments_person_fk REFERENCES persons,
        version integer NOT NULL CONSTRAINT vulnerability_assessments_version_positive CHECK (version > 0),
        supersedes uuid CONSTRAINT vulnerability_assessments_supersedes_fk REFERENCES vulnerability_assessments
          CONSTRAINT vulnerability_assessments_supersedes_key UNIQUE,
        occurred_at timestamptz NOT NULL,
        conclusion text NOT NULL CONSTRAINT vulnerability_assessments_conclusion_known
          CHECK (conclusion IN ('indigence', 'extreme_need', 'vulnerability', 'none')),
        circumstances text[] NOT NULL CONSTRAINT vulnerability_assessments_circumstances_known
          CHECK (circumstances <@ ARRAY['crisis', 'conflict', 'disaster']),
        conditions text[] NOT NULL CONSTRAINT vulnerability_assessments_conditions_known
          CHECK (conditions <@ ARRAY['race', 'age', 'sexual_orientation', 'socio_economic', 'disability']),
        factors text[] NOT NULL CONSTRAINT vulnerability_assessments_factors_count CHECK (cardinality(factors) <= 40),
        monthly_income numeric(18,2) CONSTRAINT vulnerability_assessments_income_range CHECK (monthly_income >= 0),
        income_currency char(3) CONSTRAINT vulnerability_assessments_currency_form CHECK (income_currency ~ '^[A-Z]{3}$'),
        dependants integer CONSTRAINT vulnerability_assessments_dependants_range CHECK (dependants BETWEEN 0 AND 50),
        housing text CONSTRAINT vulnerability_assessments_housing_known
          CHECK (housing IN ('stable', 'temporary', 'shelter', 'street', 'in_custody', 'unknown')),
        support text CONSTRAINT vulnerability_assessments_support_known
          CHECK (support IN ('adequate', 'weak', 'none', 'unknown')),
        health text CONSTRAINT vulnerability_assessments_health_known
          CHECK (health IN ('good', 'under_treatment', 'serious', 'urgent', 'unknown')),
        legal_capacity text CONSTRAINT vulnerability_assessments_legal_capacity_known
          CHECK (legal_capacity IN ('full', 'supported', 'minor', 'lacking', 'unknown')),
        note jsonb CONSTRAINT vulnerability_assessments_note_length CHECK (length(note ->> 'clear') <= 20000),
        signed_by uuid,
        signed_at timestamptz NOT NULL,
        content_hash text NOT NULL CONSTRAINT vulnerability_assessments_hash_form CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT vulnerability_assessments_version_key UNIQUE (case_id, person_id, version),
        CONSTRAINT vulnerability_assessments_amount_whole
          CHECK ((monthly_income IS NULL) = (income_currency IS NULL))
      );
      ${grantTable('vulnerability_assessments', 'SELECT, INSERT')}
      ${policy('vulnerability_assessments', 'read', 'SELECT', `${IS_SYSTEM} OR ${RESTRICTED}`)}
      ${policy('vulnerability_assessments', 'insert', 'INSERT', `${IS_SYSTEM} OR ${IN_CASE}`)}

      CREATE TABLE assessment_policies (
        version integer CONSTRAINT assessment_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT assessment_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('assessment_policies', EDITS_POLICY)}

      ALTER TABLE cases ADD COLUMN priority text NOT NULL DEFAULT 'normal'
        CONSTRAINT cases_priority_known CHECK (priority IN ('normal', 'high', 'urgent'));
      CREATE INDEX cases_raised_idx ON cases (post_id, (coalesce(next_due_at, 'infinity')), id)
        WHERE closed_at IS NULL AND priority <> 'normal';
    `);
    await q.query(
      `INSERT INTO assessment_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
