import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  APPENDED,
  country,
  indexed,
  known,
  narrative,
  needed,
  part,
  RECORDED,
  restrictedPart,
} from '../src/platform/database/case-parts';
import { childOfCase, referenceTable } from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const RELATIONS = [
  ...['spouse_or_partner', 'parent', 'child', 'sibling', 'other_relative'],
  ...['legal_representative', 'other'],
];
const relation = (table: string): string =>
  `relation text NOT NULL ${known(table, 'relation', RELATIONS)}`;

const hours = (value: number) => ({ unit: 'hours', value });
const day = (value: number) => ({ unit: 'days', value });
const working = (value: number) => ({ unit: 'business_days', value });
const LENGTHS = {
  kin_informed: {
    ...hours(24),
    source: 'Por defecto: la familia es avisada por una persona antes de cualquier mensaje',
  },
  custody_headquarters_informed: { ...hours(4), source: 'Por defecto: muerte bajo custodia' },
  remains_decision: {
    ...hours(72),
    source: 'Por defecto: decisión de la familia sobre los restos',
  },
  remains_documents: { ...working(10), source: 'Por defecto: documentos de los restos' },
  remains_at_rest: { ...day(15), source: 'Por defecto: prioridad sobre todo otro trabajo' },
  death_registration: {
    ...day(30),
    source: 'Reglamento Consular, art. 96 (de oficio si no hay declarante); plazo por defecto',
  },
  inquiry_follow_up: { ...day(30), source: 'Por defecto: seguimiento de la investigación' },
  estate_headquarters_informed: {
    ...working(3),
    source: 'Reglamento Consular, art. 163 (sucesión sin herederos conocidos); plazo por defecto',
  },
  estate_hand_over: { ...day(90), source: 'Por defecto: entrega de los efectos en custodia' },
};

/** Columns with texts of each table, all protected. */
const SEALED: Record<string, string[]> = {
  deaths: ['cause', 'informant', 'next_of_kin'],
  kin_notices: ['recipient', 'told_by', 'reason', 'note'],
  remains_decisions: ['decided_by', 'entitlement', 'note'],
  remains_documents: ['number', 'issued_by', 'reason'],
  funeral_quotes: ['funeral_home', 'note'],
  remains_legs: ['carrier', 'waybill', 'from_place', 'to_place'],
  transit_permits: ['authority', 'number'],
  remains_receptions: ['receiver', 'place', 'note'],
  resting_places: ['place', 'plot', 'authority'],
  death_registrations: ['authority', 'entry_number', 'declarant'],
  death_inquiries: ['authority', 'file_number', 'conclusion'],
  death_inquiry_contacts: ['note'],
  necropsies: ['authority'],
  necropsy_results: ['result'],
  headquarters_reports: ['reference', 'note'],
  estate_effects: ['description', 'kept_at', 'handed_to', 'receipt'],
};

/**
 * Deaths abroad (rules §6): the family told first, documents by country and kind, the way of the
 * remains, civil registration, the investigation, and the estate. Every table is a child of its case.
 */
export class CreateDeaths1764000003410 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE deaths (
        case_id uuid CONSTRAINT deaths_pk PRIMARY KEY CONSTRAINT deaths_case_fk REFERENCES cases,
        died_on date,
        manner text NOT NULL ${known('deaths', 'manner', ['natural', 'sudden', 'accident', 'violent', 'unknown'])},
        ${narrative('deaths', 'cause')},
        identification text NOT NULL ${known('deaths', 'identification', ['presumed', 'verified'])},
        ${narrative('deaths', 'informant', 2000)},
        kin_known boolean NOT NULL,
        ${narrative('deaths', 'next_of_kin', 2000)},
        heirs text NOT NULL ${known('deaths', 'heirs', ['not_asked', 'known', 'unknown'])},
        inquiry_known_at timestamptz,
        custody_known_at timestamptz,
        no_heirs_known_at timestamptz,
        from_case_id uuid CONSTRAINT deaths_from_case_fk REFERENCES cases,
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT deaths_no_heirs_whole CHECK ((heirs = 'unknown') = (no_heirs_known_at IS NOT NULL))
      );
      CREATE INDEX deaths_from_case_idx ON deaths (from_case_id) WHERE from_case_id IS NOT NULL;
      ${childOfCase('deaths')}

      CREATE TABLE kin_notices (${part('kin_notices')}
        outcome text NOT NULL ${known('kin_notices', 'outcome', ['told', 'impossible'])},
        person_id uuid CONSTRAINT kin_notices_person_fk REFERENCES persons,
        ${narrative('kin_notices', 'recipient', 500)},
        relation text ${known('kin_notices', 'relation', RELATIONS)},
        channel text ${known('kin_notices', 'channel', ['in_person', 'telephone'])},
        ${narrative('kin_notices', 'told_by', 500)},
        occurred_at timestamptz NOT NULL,
        ${narrative('kin_notices', 'reason')},
        ${narrative('kin_notices', 'note')},
        ${RECORDED},
        CONSTRAINT kin_notices_told_whole CHECK ((outcome = 'told') = (channel IS NOT NULL)
          AND (outcome = 'told') = (recipient IS NOT NULL) AND (outcome = 'told') = (relation IS NOT NULL)),
        CONSTRAINT kin_notices_impossible_has_reason CHECK ((outcome = 'impossible') = (reason IS NOT NULL))
      );
      ${indexed('kin_notices')}
      ${childOfCase('kin_notices', APPENDED)}

      CREATE TABLE death_requirements (
        version integer CONSTRAINT death_requirements_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT death_requirements_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('death_requirements', EDITS_POLICY)}

      CREATE TABLE remains_documents (${part('remains_documents')}
        code text NOT NULL CONSTRAINT remains_documents_code_form CHECK (code ~ '^[a-z][a-z0-9_]{0,62}$'),
        state text NOT NULL ${known('remains_documents', 'state', ['required', 'obtained', 'not_applicable'])},
        document_id uuid CONSTRAINT remains_documents_document_fk REFERENCES documents,
        ${narrative('remains_documents', 'number', 200)},
        ${narrative('remains_documents', 'issued_by', 500)},
        obtained_on date,
        ${narrative('remains_documents', 'reason')},
        ${RECORDED},
        CONSTRAINT remains_documents_obtained_whole CHECK (state <> 'obtained'
          OR (obtained_on IS NOT NULL AND (number IS NOT NULL OR document_id IS NOT NULL))),
        CONSTRAINT remains_documents_explained CHECK ((state = 'not_applicable') = (reason IS NOT NULL))
      );
      ${indexed('remains_documents')}
      ${childOfCase('remains_documents', APPENDED)}
    `);
    await q.query(`
      CREATE TABLE remains_decisions (${part('remains_decisions')}
        way text NOT NULL ${known('remains_decisions', 'way', [
          ...['repatriate_remains', 'repatriate_ashes', 'local_burial', 'local_cremation'],
          'family_arranges',
        ])},
        person_id uuid CONSTRAINT remains_decisions_person_fk REFERENCES persons,
        ${needed('remains_decisions', 'decided_by')},
        ${relation('remains_decisions')},
        ${needed('remains_decisions', 'entitlement', 2000)},
        occurred_at timestamptz NOT NULL,
        ${narrative('remains_decisions', 'note')},
        ${RECORDED}
      );
      ${indexed('remains_decisions')}
      ${childOfCase('remains_decisions', APPENDED)}

      CREATE TABLE funeral_quotes (${part('funeral_quotes')}
        ${needed('funeral_quotes', 'funeral_home')},
        amount numeric(18,2) NOT NULL CONSTRAINT funeral_quotes_amount_range CHECK (amount >= 0),
        currency char(3) NOT NULL CONSTRAINT funeral_quotes_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
        quoted_on date NOT NULL,
        chosen_at timestamptz,
        ${narrative('funeral_quotes', 'note')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED}
      );
      ${indexed('funeral_quotes')}
      CREATE UNIQUE INDEX funeral_quotes_one_chosen ON funeral_quotes (case_id) WHERE chosen_at IS NOT NULL;
      ${childOfCase('funeral_quotes')}

      CREATE TABLE remains_legs (${part('remains_legs')}
        mode text NOT NULL ${known('remains_legs', 'mode', ['air', 'land', 'sea'])},
        ${needed('remains_legs', 'carrier')},
        ${narrative('remains_legs', 'waybill', 200)},
        ${needed('remains_legs', 'from_place')},
        from_zone text NOT NULL CONSTRAINT remains_legs_from_zone_length CHECK (length(from_zone) BETWEEN 1 AND 60),
        departs_at timestamptz NOT NULL,
        ${needed('remains_legs', 'to_place')},
        to_zone text NOT NULL CONSTRAINT remains_legs_to_zone_length CHECK (length(to_zone) BETWEEN 1 AND 60),
        arrives_at timestamptz NOT NULL,
        cancelled_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT remains_legs_order CHECK (arrives_at > departs_at)
      );
      ${indexed('remains_legs')}
      ${childOfCase('remains_legs')}

      CREATE TABLE transit_permits (${part('transit_permits')}
        ${country('transit_permits')},
        ${needed('transit_permits', 'authority')},
        ${needed('transit_permits', 'number', 200)},
        granted_on date NOT NULL,
        expires_on date,
        ${RECORDED},
        CONSTRAINT transit_permits_expiry_order CHECK (expires_on >= granted_on)
      );
      ${indexed('transit_permits')}
      ${childOfCase('transit_permits', APPENDED)}

      CREATE TABLE remains_receptions (${part('remains_receptions')}
        ${needed('remains_receptions', 'receiver')},
        ${relation('remains_receptions')},
        accepted boolean NOT NULL,
        received_at timestamptz,
        ${needed('remains_receptions', 'place')},
        ${narrative('remains_receptions', 'note')},
        ${RECORDED},
        CONSTRAINT remains_receptions_received_whole CHECK (received_at IS NULL OR accepted)
      );
      ${indexed('remains_receptions')}
      ${childOfCase('remains_receptions', APPENDED)}

      CREATE TABLE resting_places (${part('resting_places')}
        kind text NOT NULL ${known('resting_places', 'kind', ['burial', 'niche', 'cremation', 'handed_over'])},
        ${country('resting_places')},
        ${needed('resting_places', 'place')},
        ${narrative('resting_places', 'plot', 200)},
        rested_on date NOT NULL,
        ${narrative('resting_places', 'authority', 500)},
        ${RECORDED}
      );
      ${indexed('resting_places')}
      ${childOfCase('resting_places', APPENDED)}
    `);
    await q.query(`
      CREATE TABLE death_registrations (${part('death_registrations')}
        ex_officio boolean NOT NULL,
        ${needed('death_registrations', 'authority')},
        ${needed('death_registrations', 'entry_number', 200)},
        registered_on date NOT NULL,
        ${narrative('death_registrations', 'declarant', 500)},
        ${RECORDED},
        CONSTRAINT death_registrations_declarant_whole CHECK (ex_officio = (declarant IS NULL))
      );
      ${indexed('death_registrations')}
      ${childOfCase('death_registrations', APPENDED)}

      CREATE TABLE death_inquiries (${part('death_inquiries')}
        ${needed('death_inquiries', 'authority')},
        ${narrative('death_inquiries', 'file_number', 200)},
        opened_at timestamptz NOT NULL,
        concluded_at timestamptz,
        ${narrative('death_inquiries', 'conclusion')},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT death_inquiries_conclusion_whole CHECK ((concluded_at IS NULL) = (conclusion IS NULL)),
        CONSTRAINT death_inquiries_order CHECK (concluded_at >= opened_at)
      );
      ${indexed('death_inquiries')}
      ${childOfCase('death_inquiries')}

      CREATE TABLE death_inquiry_contacts (${part('death_inquiry_contacts')}
        inquiry_id uuid NOT NULL CONSTRAINT death_inquiry_contacts_inquiry_fk REFERENCES death_inquiries,
        occurred_at timestamptz NOT NULL,
        ${needed('death_inquiry_contacts', 'note', 4000)},
        ${RECORDED}
      );
      ${indexed('death_inquiry_contacts')}
      ${childOfCase('death_inquiry_contacts', APPENDED)}

      CREATE TABLE necropsies (${part('necropsies')}
        ${needed('necropsies', 'authority')},
        done_on date NOT NULL,
        ${RECORDED}
      );
      ${indexed('necropsies')}
      ${childOfCase('necropsies', APPENDED)}

      -- what it found is health data: a restricted part of an ordinary case
      CREATE TABLE necropsy_results (${part('necropsy_results')}
        necropsy_id uuid NOT NULL CONSTRAINT necropsy_results_necropsy_fk REFERENCES necropsies,
        ${needed('necropsy_results', 'result', 20000)},
        ${RECORDED}
      );
      ${indexed('necropsy_results')}
      ${restrictedPart('necropsy_results')}

      CREATE TABLE headquarters_reports (${part('headquarters_reports')}
        subject text NOT NULL ${known('headquarters_reports', 'subject', ['custody', 'estate'])},
        occurred_at timestamptz NOT NULL,
        ${narrative('headquarters_reports', 'reference', 200)},
        ${narrative('headquarters_reports', 'note')},
        ${RECORDED}
      );
      ${indexed('headquarters_reports')}
      ${childOfCase('headquarters_reports', APPENDED)}

      CREATE TABLE estate_effects (${part('estate_effects')}
        ${needed('estate_effects', 'description', 2000)},
        ${needed('estate_effects', 'kept_at')},
        taken_at timestamptz NOT NULL,
        handed_over_at timestamptz,
        ${narrative('estate_effects', 'handed_to', 500)},
        ${narrative('estate_effects', 'receipt', 200)},
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT estate_effects_hand_over_whole CHECK ((handed_over_at IS NULL) = (handed_to IS NULL)
          AND (handed_over_at IS NULL) = (receipt IS NULL)),
        CONSTRAINT estate_effects_order CHECK (handed_over_at >= taken_at)
      );
      ${indexed('estate_effects')}
      ${childOfCase('estate_effects')}
    `);
    for (const [table, texts] of Object.entries(SEALED)) {
      await q.query(sealedWithCase(table, { texts }));
    }
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(LENGTHS)]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
