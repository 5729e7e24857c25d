import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase, referenceTable } from '../src/platform/database/policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const APPENDED = { privileges: 'SELECT, INSERT' };

const narrative = (table: string, column: string, limit = 20000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;
const needed = (table: string, column: string, limit = 20000): string =>
  narrative(table, column, limit).replace(' jsonb ', ' jsonb NOT NULL ');

const known = (table: string, column: string, codes: readonly string[]): string =>
  `CONSTRAINT ${table}_${column}_known CHECK (${column} IN (${codes.map((c) => `'${c}'`).join(', ')}))`;

const part = (table: string): string => `
  id uuid CONSTRAINT ${table}_pk PRIMARY KEY,
  case_id uuid NOT NULL CONSTRAINT ${table}_case_fk REFERENCES cases,`;
const RECORDED = `
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()`;
const indexed = (table: string): string => `CREATE INDEX ${table}_case_idx ON ${table} (case_id);`;

const LEVELS = ['low', 'moderate', 'high', 'extreme'];
const day = (value: number) => ({ unit: 'days', value });
const hours = (value: number) => ({ unit: 'hours', value });
const LENGTHS = {
  risk_assessment: {
    ...hours(24),
    source: 'Por defecto: el riesgo se valora en el primer contacto',
  },
  risk_reassessment_extreme: { ...hours(24), source: 'Por defecto: riesgo extremo' },
  risk_reassessment_high: { ...hours(72), source: 'Por defecto: riesgo alto' },
  risk_reassessment_moderate: { ...day(14), source: 'Por defecto: riesgo moderado' },
  risk_reassessment_low: { ...day(30), source: 'Por defecto: riesgo bajo' },
  protection_measure_renewal: {
    ...day(14),
    source: 'Por defecto: antelación para pedir la renovación antes del vencimiento',
  },
  return_follow_up: { ...day(30), source: 'Por defecto: seguimiento tras el retorno al Perú' },
};

/**
 * Gender violence (rules §4): incidents, risk by a versioned instrument, safety plan, protection
 * measures, children, services, return and after-care. Every table is a child of its case.
 */
export class CreateGenderViolence1764000003010 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE violence_incidents (${part('violence_incidents')}
        types text[] NOT NULL CONSTRAINT violence_incidents_types_known CHECK (cardinality(types) BETWEEN 1 AND 4
          AND types <@ ARRAY['physical', 'psychological', 'sexual', 'economic_or_patrimonial']),
        gbvims_type text NOT NULL ${known('violence_incidents', 'gbvims_type', [
          'rape',
          'sexual_assault',
          'physical_assault',
          'forced_marriage',
          'denial_of_resources',
          'psychological_emotional_abuse',
        ])},
        context text NOT NULL CONSTRAINT violence_incidents_context_form CHECK (context ~ '^[a-z_]{1,40}$'),
        occurred_from date,
        occurred_to date,
        ${narrative('violence_incidents', 'place', 2000)},
        ${narrative('violence_incidents', 'account')},
        aggressor_person_id uuid CONSTRAINT violence_incidents_aggressor_fk REFERENCES persons,
        ${narrative('violence_incidents', 'aggressor_description', 2000)},
        aggressor_relation text NOT NULL
          CONSTRAINT violence_incidents_relation_form CHECK (aggressor_relation ~ '^[a-z_]{1,40}$'),
        aggressor_account_id uuid CONSTRAINT violence_incidents_account_fk REFERENCES accounts,
        replaces uuid CONSTRAINT violence_incidents_replaces_fk REFERENCES violence_incidents,
        ${RECORDED},
        CONSTRAINT violence_incidents_dates_order CHECK (occurred_to >= occurred_from)
      );
      ${indexed('violence_incidents')}
      ${childOfCase('violence_incidents', APPENDED)}

      CREATE TABLE risk_instruments (
        version integer CONSTRAINT risk_instruments_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT risk_instruments_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('risk_instruments', EDITS_POLICY)}

      CREATE TABLE risk_assessments (${part('risk_assessments')}
        instrument_version integer NOT NULL
          CONSTRAINT risk_assessments_instrument_fk REFERENCES risk_instruments,
        occurred_at timestamptz NOT NULL,
        ${needed('risk_assessments', 'answers')},
        score integer NOT NULL CONSTRAINT risk_assessments_score_range CHECK (score >= 0),
        computed_level text NOT NULL ${known('risk_assessments', 'computed_level', LEVELS)},
        level text NOT NULL ${known('risk_assessments', 'level', LEVELS)},
        ${narrative('risk_assessments', 'raise_reason', 4000)},
        ${narrative('risk_assessments', 'note')},
        ${RECORDED},
        CONSTRAINT risk_assessments_never_lowered CHECK (
          array_position(ARRAY['low', 'moderate', 'high', 'extreme'], level)
            >= array_position(ARRAY['low', 'moderate', 'high', 'extreme'], computed_level)),
        CONSTRAINT risk_assessments_raise_has_reason CHECK ((level = computed_level) = (raise_reason IS NULL))
      );
      ${indexed('risk_assessments')}
      ${childOfCase('risk_assessments', APPENDED)}

      CREATE TABLE risk_acceptances (${part('risk_acceptances')}
        assessment_id uuid NOT NULL CONSTRAINT risk_acceptances_assessment_fk REFERENCES risk_assessments,
        ${needed('risk_acceptances', 'reason', 4000)},
        ${RECORDED}
      );
      ${indexed('risk_acceptances')}
      ${childOfCase('risk_acceptances', APPENDED)}

      CREATE TABLE safety_plans (${part('safety_plans')}
        version integer NOT NULL CONSTRAINT safety_plans_version_positive CHECK (version > 0),
        ${needed('safety_plans', 'content', 40000)},
        ${RECORDED},
        CONSTRAINT safety_plans_version_key UNIQUE (case_id, version)
      );
      ${childOfCase('safety_plans', APPENDED)}
    `);
    await q.query(`
      CREATE TABLE protection_measures (${part('protection_measures')}
        kind text NOT NULL CONSTRAINT protection_measures_kind_form CHECK (kind ~ '^[a-z_]{1,40}$'),
        state text NOT NULL ${known('protection_measures', 'state', ['requested', 'granted', 'refused', 'ended'])},
        ${needed('protection_measures', 'authority', 500)},
        ${narrative('protection_measures', 'number', 200)},
        ${narrative('protection_measures', 'scope', 4000)},
        requested_on date,
        granted_on date,
        expires_on date,
        renews_id uuid CONSTRAINT protection_measures_renews_fk REFERENCES protection_measures,
        ended_at timestamptz,
        ${narrative('protection_measures', 'end_reason', 4000)},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT protection_measures_granted_has_day CHECK (state <> 'granted' OR granted_on IS NOT NULL),
        CONSTRAINT protection_measures_expiry_order CHECK (expires_on >= granted_on),
        CONSTRAINT protection_measures_ended_has_instant CHECK ((state = 'ended') = (ended_at IS NOT NULL))
      );
      ${indexed('protection_measures')}
      ${childOfCase('protection_measures')}

      CREATE TABLE children_at_risk (${part('children_at_risk')}
        person_id uuid NOT NULL CONSTRAINT children_at_risk_person_fk REFERENCES persons,
        situation text NOT NULL CONSTRAINT children_at_risk_situation_form CHECK (situation ~ '^[a-z_]{1,40}$'),
        ${narrative('children_at_risk', 'note', 4000)},
        ${RECORDED}
      );
      ${indexed('children_at_risk')}
      ${childOfCase('children_at_risk', APPENDED)}

      CREATE TABLE support_services (${part('support_services')}
        service text NOT NULL CONSTRAINT support_services_service_form CHECK (service ~ '^[a-z_]{1,40}$'),
        state text NOT NULL ${known('support_services', 'state', ['requested', 'obtained', 'refused'])},
        ${needed('support_services', 'institution', 500)},
        requested_on date NOT NULL,
        answered_on date,
        ${narrative('support_services', 'note', 4000)},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT support_services_answer_whole CHECK ((state = 'requested') = (answered_on IS NULL)),
        CONSTRAINT support_services_answer_order CHECK (answered_on >= requested_on)
      );
      ${indexed('support_services')}
      ${childOfCase('support_services')}

      CREATE TABLE returns_to_peru (${part('returns_to_peru')}
        returned_at timestamptz NOT NULL,
        ${needed('returns_to_peru', 'institution', 500)},
        ${narrative('returns_to_peru', 'plan', 4000)},
        ${RECORDED}
      );
      ${indexed('returns_to_peru')}
      ${childOfCase('returns_to_peru', APPENDED)}

      CREATE TABLE return_follow_ups (${part('return_follow_ups')}
        return_id uuid NOT NULL CONSTRAINT return_follow_ups_return_fk REFERENCES returns_to_peru,
        occurred_at timestamptz NOT NULL,
        finding text NOT NULL ${known('return_follow_ups', 'finding', ['safe', 'needs_help', 'not_reached'])},
        ${narrative('return_follow_ups', 'note', 4000)},
        ${RECORDED}
      );
      ${indexed('return_follow_ups')}
      ${childOfCase('return_follow_ups', APPENDED)}

      CREATE TABLE assistance_outcomes (${part('assistance_outcomes')}
        outcome text NOT NULL ${known('assistance_outcomes', 'outcome', ['guidance', 'assistance', 'repatriation'])},
        occurred_at timestamptz NOT NULL,
        ${narrative('assistance_outcomes', 'note', 4000)},
        ${RECORDED}
      );
      ${indexed('assistance_outcomes')}
      ${childOfCase('assistance_outcomes', APPENDED)}
    `);
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(LENGTHS)]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
