import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  APPENDED,
  indexed,
  known,
  narrative,
  needed,
  part,
  RECORDED,
} from '../src/platform/database/case-parts';
import { APP_ROLE, childOfCase, referenceTable } from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';
import { FIRST_TEMPLATES } from './repatriation/first-templates';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const DEBT_STATES = ['not_due', 'due', 'partly_paid', 'paid', 'waived'];
const PAPERS = [
  ...['passport', 'salvoconducto', 'travel_authorisation', 'parent_authorisation'],
  ...['parent_death', 'court_order', 'medical_clearance', 'escort'],
];
const OWNER_ROLES = [
  ...['officer', 'head_of_post', 'local_staff', 'ode_officer'],
  ...['hq_analyst', 'protection_desk', 'hq_director'],
];

const LENGTHS = {
  repatriation_step: {
    ...{ unit: 'days', value: 1 },
    source: 'Por defecto: cada paso en los días que le da el plan y uno de gracia',
  },
  consultation_answer: {
    ...{ unit: 'business_days', value: 2 },
    source: 'Reglamento Consular, consulta previa a la sede; plazo por defecto',
  },
  travel_document: {
    ...{ unit: 'days', value: 7 },
    source: 'Por defecto: documento de viaje antes de la partida',
  },
  arrival_confirmation: {
    ...{ unit: 'hours', value: 24 },
    source: 'Por defecto: llegada confirmada a Lima',
  },
};

/** Columns with texts of each table, all protected. */
const SEALED: Record<string, string[]> = {
  repatriations: ['removal_authority', 'removal_number', 'removal_ground'],
  repatriation_steps: ['reason'],
  repatriation_undertakings: ['reason'],
  repatriation_consultations: ['request', 'answer'],
  journey_papers: ['holder', 'number', 'issued_by', 'note'],
  itinerary_segments: ['carrier', 'service', 'ticket', 'from_place', 'to_place', 'reason'],
  return_receptions: ['institution', 'contact', 'note'],
  boardings: ['note'],
  return_arrivals: ['entry_point', 'note'],
  benefit_notices: ['note'],
  repatriation_follow_ups: ['note'],
  repatriation_debts: ['reason'],
};

const place = (end: 'from' | 'to'): string => `
        ${needed('itinerary_segments', `${end}_place`)},
        ${end}_country char(2) NOT NULL CONSTRAINT itinerary_segments_${end}_country_form CHECK (${end}_country ~ '^[A-Z]{2}$'),
        ${end}_zone text NOT NULL CONSTRAINT itinerary_segments_${end}_zone_length CHECK (length(${end}_zone) BETWEEN 1 AND 60),`;
const personOf = (table: string): string =>
  `person_id uuid NOT NULL CONSTRAINT ${table}_person_fk REFERENCES persons`;
const documentOf = (table: string): string =>
  `document_id uuid CONSTRAINT ${table}_document_fk REFERENCES documents`;

/**
 * Repatriation of the living (rules §6): a plan of dependent steps copied from the templates in force
 * when the case opens, and the facts that end them: the undertaking, the prior consultation, papers,
 * the itinerary with who pays each share, reception, boarding, arrival, what followed, and the debt.
 */
export class CreateRepatriations1764000003800 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE repatriation_templates (
        version integer CONSTRAINT repatriation_templates_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT repatriation_templates_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('repatriation_templates', EDITS_POLICY)}

      CREATE TABLE repatriations (
        case_id uuid CONSTRAINT repatriations_pk PRIMARY KEY CONSTRAINT repatriations_case_fk REFERENCES cases,
        template_version integer NOT NULL CONSTRAINT repatriations_template_fk REFERENCES repatriation_templates,
        agreed boolean,
        children_born_abroad smallint CONSTRAINT repatriations_children_born_abroad_range CHECK (children_born_abroad BETWEEN 0 AND 30),
        children_registered smallint CONSTRAINT repatriations_children_registered_range CHECK (children_registered BETWEEN 0 AND 30),
        ${narrative('repatriations', 'removal_authority', 500)},
        ${narrative('repatriations', 'removal_number', 200)},
        removal_ordered_on date,
        ${narrative('repatriations', 'removal_ground')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT repatriations_children_order CHECK (children_registered <= children_born_abroad),
        CONSTRAINT repatriations_removal_whole CHECK ((removal_authority IS NULL) = (removal_ordered_on IS NULL))
      );
      CREATE INDEX repatriations_template_idx ON repatriations (template_version);
      ${childOfCase('repatriations')}

      CREATE TABLE repatriation_steps (${part('repatriation_steps')}
        position smallint NOT NULL CONSTRAINT repatriation_steps_position_range CHECK (position BETWEEN 0 AND 99),
        code text NOT NULL CONSTRAINT repatriation_steps_code_form CHECK (code ~ '^[a-z][a-z_]{0,39}$'),
        label jsonb NOT NULL,
        days smallint NOT NULL CONSTRAINT repatriation_steps_days_range CHECK (days BETWEEN 0 AND 365),
        after text[] NOT NULL,
        mandatory boolean NOT NULL,
        owner_role text NOT NULL ${known('repatriation_steps', 'owner_role', OWNER_ROLES)},
        owner_id uuid CONSTRAINT repatriation_steps_owner_fk REFERENCES accounts,
        documents jsonb NOT NULL,
        state text NOT NULL DEFAULT 'pending'
          ${known('repatriation_steps', 'state', ['pending', 'in_progress', 'done', 'not_needed'])},
        not_before_on date,
        started_on date,
        ended_at timestamptz,
        ${narrative('repatriation_steps', 'reason')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT repatriation_steps_code_key UNIQUE (case_id, code),
        CONSTRAINT repatriation_steps_end_known CHECK ((state IN ('done', 'not_needed')) = (ended_at IS NOT NULL)),
        CONSTRAINT repatriation_steps_not_needed_has_reason CHECK (state <> 'not_needed' OR reason IS NOT NULL)
      );
      COMMENT ON COLUMN repatriation_steps.state IS
        'What somebody said of the step; a step that a fact ends is done by that fact, whatever stands here.';
      CREATE INDEX repatriation_steps_owner_idx ON repatriation_steps (owner_id) WHERE owner_id IS NOT NULL;
      ${childOfCase('repatriation_steps')}

      CREATE TABLE repatriation_undertakings (${part('repatriation_undertakings')}
        outcome text NOT NULL ${known('repatriation_undertakings', 'outcome', ['signed', 'waived_in_part', 'waived', 'declined'])},
        waived_percent smallint NOT NULL CONSTRAINT repatriation_undertakings_waived_percent_range CHECK (waived_percent BETWEEN 0 AND 100),
        occurred_at timestamptz NOT NULL,
        ${narrative('repatriation_undertakings', 'reason')},
        ${documentOf('repatriation_undertakings')},
        ${RECORDED},
        CONSTRAINT repatriation_undertakings_waiver_whole CHECK (CASE outcome WHEN 'waived' THEN waived_percent = 100
          WHEN 'waived_in_part' THEN waived_percent BETWEEN 1 AND 99 ELSE waived_percent = 0 END),
        CONSTRAINT repatriation_undertakings_explained CHECK (outcome = 'signed' OR reason IS NOT NULL)
      );
      ${indexed('repatriation_undertakings')}
      ${childOfCase('repatriation_undertakings', APPENDED)}

      CREATE TABLE repatriation_consultations (${part('repatriation_consultations')}
        kind text NOT NULL ${known('repatriation_consultations', 'kind', ['consultation', 'report'])},
        state text NOT NULL ${known('repatriation_consultations', 'state', ['open', 'authorised', 'refused', 'reported'])},
        costs jsonb NOT NULL,
        ${needed('repatriation_consultations', 'request', 4000)},
        asked_at timestamptz NOT NULL,
        answered_at timestamptz,
        answered_by uuid CONSTRAINT repatriation_consultations_answered_by_fk REFERENCES accounts,
        ${narrative('repatriation_consultations', 'answer')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT repatriation_consultations_report_whole CHECK ((kind = 'report') = (state = 'reported')),
        CONSTRAINT repatriation_consultations_answer_whole CHECK ((state IN ('authorised', 'refused'))
          = (answered_at IS NOT NULL AND answered_by IS NOT NULL AND answer IS NOT NULL)),
        CONSTRAINT repatriation_consultations_answer_order CHECK (answered_at >= asked_at),
        CONSTRAINT repatriation_consultations_not_by_asker CHECK (answered_by <> recorded_by)
      );
      COMMENT ON COLUMN repatriation_consultations.costs IS
        'What the State is to pay in all: [{"currency": "EUR", "amount": "900.00"}].';
      ${indexed('repatriation_consultations')}
      CREATE INDEX repatriation_consultations_open_idx ON repatriation_consultations (asked_at, id) WHERE state = 'open';
      ${childOfCase('repatriation_consultations')}

      CREATE TABLE journey_papers (${part('journey_papers')}
        kind text NOT NULL ${known('journey_papers', 'kind', PAPERS)},
        ${narrative('journey_papers', 'holder', 500)},
        ${narrative('journey_papers', 'number', 200)},
        ${narrative('journey_papers', 'issued_by', 500)},
        issued_on date NOT NULL,
        expires_on date,
        obtained_at timestamptz NOT NULL,
        ${documentOf('journey_papers')},
        ${narrative('journey_papers', 'note')},
        ${RECORDED},
        CONSTRAINT journey_papers_expiry_order CHECK (expires_on >= issued_on)
      );
      ${indexed('journey_papers')}
      ${childOfCase('journey_papers', APPENDED)}
    `);
    await q.query(`
      CREATE TABLE itinerary_segments (${part('itinerary_segments')}
        mode text NOT NULL ${known('itinerary_segments', 'mode', ['air', 'land', 'sea'])},
        ${needed('itinerary_segments', 'carrier')},
        ${narrative('itinerary_segments', 'service', 100)},
        ${narrative('itinerary_segments', 'ticket', 100)},
        ${place('from')}
        departs_at timestamptz NOT NULL,
        ${place('to')}
        arrives_at timestamptz NOT NULL,
        fare numeric(18,2) NOT NULL CONSTRAINT itinerary_segments_fare_range CHECK (fare >= 0),
        currency char(3) NOT NULL CONSTRAINT itinerary_segments_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
        shares jsonb NOT NULL,
        booked_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        ${narrative('itinerary_segments', 'reason')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT itinerary_segments_order CHECK (arrives_at > departs_at),
        CONSTRAINT itinerary_segments_first_entry CHECK (from_country <> 'PE'),
        CONSTRAINT itinerary_segments_cancelled_whole CHECK ((cancelled_at IS NULL) = (reason IS NULL))
      );
      COMMENT ON COLUMN itinerary_segments.shares IS
        'Who pays which part of the fare: [{"payer": "palh", "amount": "600.10"}]; they add up to it.';
      ${indexed('itinerary_segments')}
      ${childOfCase('itinerary_segments')}

      CREATE TABLE return_receptions (${part('return_receptions')}
        stage text NOT NULL ${known('return_receptions', 'stage', ['reception', 'hand_over'])},
        ${needed('return_receptions', 'institution')},
        ${narrative('return_receptions', 'contact', 2000)},
        accepted boolean NOT NULL,
        occurred_at timestamptz NOT NULL,
        handed_over_at timestamptz,
        ${narrative('return_receptions', 'note')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT return_receptions_handed_over_whole CHECK (handed_over_at IS NULL OR accepted)
      );
      ${indexed('return_receptions')}
      ${childOfCase('return_receptions')}

      CREATE TABLE boardings (${part('boardings')}
        ${personOf('boardings')},
        occurred_at timestamptz NOT NULL,
        ticket_handed_over boolean NOT NULL,
        ${narrative('boardings', 'note')},
        ${RECORDED},
        CONSTRAINT boardings_person_key UNIQUE (case_id, person_id)
      );
      CREATE INDEX boardings_person_idx ON boardings (person_id);
      ${childOfCase('boardings', APPENDED)}

      CREATE TABLE return_arrivals (${part('return_arrivals')}
        ${personOf('return_arrivals')},
        occurred_at timestamptz NOT NULL,
        ${needed('return_arrivals', 'entry_point')},
        reported_on date NOT NULL,
        ${narrative('return_arrivals', 'note')},
        ${RECORDED},
        CONSTRAINT return_arrivals_person_key UNIQUE (case_id, person_id)
      );
      COMMENT ON TABLE return_arrivals IS 'The Register of Repatriated: one entry for each person who arrived.';
      CREATE INDEX return_arrivals_person_idx ON return_arrivals (person_id);
      CREATE INDEX return_arrivals_occurred_idx ON return_arrivals (occurred_at, id);
      ${childOfCase('return_arrivals', APPENDED)}

      CREATE TABLE benefit_notices (${part('benefit_notices')}
        channel text NOT NULL ${known('benefit_notices', 'channel', ['in_person', 'telephone', 'email', 'web'])},
        occurred_at timestamptz NOT NULL,
        ${narrative('benefit_notices', 'note')},
        ${RECORDED}
      );
      ${indexed('benefit_notices')}
      ${childOfCase('benefit_notices', APPENDED)}

      CREATE TABLE repatriation_follow_ups (${part('repatriation_follow_ups')}
        finding text NOT NULL ${known('repatriation_follow_ups', 'finding', ['safe', 'needs_help', 'not_found'])},
        occurred_at timestamptz NOT NULL,
        ${needed('repatriation_follow_ups', 'note', 4000)},
        ${RECORDED}
      );
      ${indexed('repatriation_follow_ups')}
      ${childOfCase('repatriation_follow_ups', APPENDED)}

      CREATE TABLE repatriation_debts (${part('repatriation_debts')}
        ${personOf('repatriation_debts')},
        state text NOT NULL ${known('repatriation_debts', 'state', DEBT_STATES)},
        costs jsonb NOT NULL,
        settled_on date,
        ${narrative('repatriation_debts', 'reason')},
        ${documentOf('repatriation_debts')},
        ${RECORDED},
        CONSTRAINT repatriation_debts_settled_whole CHECK ((state IN ('partly_paid', 'paid', 'waived')) = (settled_on IS NOT NULL)),
        CONSTRAINT repatriation_debts_waiver_explained CHECK (state <> 'waived' OR reason IS NOT NULL)
      );
      COMMENT ON TABLE repatriation_debts IS
        'What has become of the cost that the State bore, from the boarding on; the newest row of a case holds.';
      ${indexed('repatriation_debts')}
      CREATE INDEX repatriation_debts_person_idx ON repatriation_debts (person_id);
      ${childOfCase('repatriation_debts', APPENDED)}

      CREATE FUNCTION app.earlier_repatriation_debts(p_case uuid) RETURNS text[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
        SELECT coalesce(array_agg(newest.state ORDER BY newest.state), '{}') FROM (
          SELECT DISTINCT ON (d.case_id) d.state FROM repatriation_debts d
            JOIN persons p ON p.id = d.person_id JOIN cases other ON other.id = d.case_id
            JOIN cases mine ON mine.id = p_case JOIN persons own ON own.id = mine.subject_person_id
           WHERE coalesce(p.merged_into, p.id) = coalesce(own.merged_into, own.id) AND other.id <> p_case
             AND (other.tier <> 'sealed' OR app.is_system() OR app.is_member(other.id))
           ORDER BY d.case_id, d.recorded_at DESC, d.id DESC) newest $$;
      COMMENT ON FUNCTION app.earlier_repatriation_debts IS
        'What became of the cost of other repatriations of the same person, in whatever post; sealed ones only for their circle.';
      REVOKE ALL ON FUNCTION app.earlier_repatriation_debts(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION app.earlier_repatriation_debts(uuid) TO ${APP_ROLE};
    `);
    for (const [table, texts] of Object.entries(SEALED)) {
      await q.query(sealedWithCase(table, { texts }));
    }
    await q.query(
      `INSERT INTO repatriation_templates (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_TEMPLATES)],
    );
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(LENGTHS)]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
