import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase, referenceTable } from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const APPENDED = { privileges: 'SELECT, INSERT' };

const narrative = (table: string, column: string, limit = 4000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;
const needed = (table: string, column: string, limit = 4000): string =>
  narrative(table, column, limit).replace(' jsonb ', ' jsonb NOT NULL ');
const known = (table: string, column: string, ...codes: string[]): string =>
  `${column} text NOT NULL CONSTRAINT ${table}_${column}_known CHECK (${column} IN (${codes.map((c) => `'${c}'`).join(', ')}))`;
/** A code whose vocabulary may grow. */
const coded = (table: string, column: string): string =>
  `${column} text NOT NULL CONSTRAINT ${table}_${column}_form CHECK (${column} ~ '^[a-z_0-9]{1,40}$')`;
const country = (table: string, column: string, more = 'NOT NULL'): string =>
  `${column} char(2) ${more} CONSTRAINT ${table}_${column}_form CHECK (${column} ~ '^[A-Z]{2}$')`;
const person = (table: string, more = 'NOT NULL'): string =>
  `person_id uuid ${more} CONSTRAINT ${table}_person_fk REFERENCES persons`;
const file = (table: string): string =>
  `document_id uuid CONSTRAINT ${table}_document_fk REFERENCES documents`;
const replaces = (table: string): string =>
  `replaces uuid CONSTRAINT ${table}_replaces_fk REFERENCES ${table}`;

const RECORDED = `
  recorded_by uuid,
  recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()`;

interface TableOptions {
  /** Protected texts, sealed with the case. */
  texts?: string[];
  /** Rows change state; else they are only added. */
  changes?: boolean;
  restricted?: boolean;
}

/** A table of the case, with its policies, its index and what is sealed of it. */
function part(table: string, columns: string, options: TableOptions = {}): string {
  const { texts = [], changes = false, restricted = false } = options;
  return `
    CREATE TABLE ${table} (
      id uuid CONSTRAINT ${table}_pk PRIMARY KEY,
      case_id uuid NOT NULL CONSTRAINT ${table}_case_fk REFERENCES cases,
      ${columns},
      ${changes ? 'version integer NOT NULL DEFAULT 1,' : ''}
      ${RECORDED}
    );
    CREATE INDEX ${table}_case_idx ON ${table} (case_id);
    ${childOfCase(table, { ...(changes ? {} : APPENDED), restricted })}
    ${texts.length > 0 ? sealedWithCase(table, { texts }) : ''}
  `;
}

/** What headquarters writes version by version. */
const versions = (table: string): string => `
  CREATE TABLE ${table} (
    version integer CONSTRAINT ${table}_pk PRIMARY KEY,
    effective_from timestamptz NOT NULL,
    content jsonb NOT NULL,
    reason text NOT NULL CONSTRAINT ${table}_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
    created_by uuid,
    recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
  );
  ${referenceTable(table, EDITS_POLICY)}
`;

const days = (value: number, source: string) => ({ unit: 'days', value, source });
const review = (course: string) => days(90, `Por defecto: nueva evaluación (${course})`);

/** Lengths of the duties of the family; all default, save where a norm is named. */
export const MINOR_DUTY_LENGTHS = {
  interests_preliminary: {
    unit: 'hours',
    value: 72,
    source: 'Por defecto: primera mirada al interés superior tras abrir el caso',
  },
  interests_full: days(30, 'Por defecto: evaluación completa del interés superior'),
  interests_review_stay_with_family: review('permanece con su familia'),
  interests_review_reunification: review('reunificación'),
  interests_review_alternative_care: review('cuidado alternativo'),
  interests_review_return_to_peru: review('retorno'),
  interests_review_other: review('otra medida'),
  guardianship_verification: {
    unit: 'business_days',
    value: 5,
    source: 'Por defecto: verificar a quien dice responder por el menor',
  },
  guardianship_renewal: days(30, 'Por defecto: antelación antes de que venza el documento'),
  care_contact: days(30, 'Por defecto: contacto con el menor bajo tutela estatal'),
  hague_decision: days(42, 'Convenio de La Haya de 1980, art. 11: seis semanas'),
  hague_one_year: days(60, 'Por defecto: antelación al año del art. 12 del Convenio de 1980'),
  abduction_demarche: {
    unit: 'business_days',
    value: 5,
    source: 'Por defecto: gestión diplomática cuando el Convenio no vincula a ambos Estados',
  },
  reunification_follow_up: days(30, 'Por defecto: seguimiento tras la reunificación o el retorno'),
  coming_of_age: days(30, 'Por defecto: entrega o conclusión tras la mayoría de edad'),
} as const;

/**
 * Children and adolescents: where the child is and with whom, what serves them best, who answers for
 * them, what lets them travel, the care of a State, abduction, and the way back to a family. Every
 * table is a child of its case and is sealed with it.
 */
export class CreateMinors1764000003200 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${part(
        'child_situations',
        `${coded('child_situations', 'child_with')},
        danger_to_life boolean NOT NULL,
        presumed_age integer CONSTRAINT child_situations_presumed_age_range CHECK (presumed_age BETWEEN 0 AND 17),
        occurred_at timestamptz NOT NULL,
        ${narrative('child_situations', 'note')}`,
        { texts: ['note'] },
      )}
      ${versions('interest_instruments')}
      ${part(
        'interest_assessments',
        `${known('interest_assessments', 'stage', 'preliminary', 'full')},
        instrument_version integer NOT NULL
          CONSTRAINT interest_assessments_instrument_fk REFERENCES interest_instruments,
        occurred_at timestamptz NOT NULL,
        ${needed('interest_assessments', 'answers', 20000)},
        score integer NOT NULL CONSTRAINT interest_assessments_score_range CHECK (score >= 0),
        ${known('interest_assessments', 'level', 'low', 'moderate', 'high', 'extreme')},
        ${coded('interest_assessments', 'hearing')},
        ${coded('interest_assessments', 'maturity')},
        ${narrative('interest_assessments', 'opinion', 20000)},
        ${coded('interest_assessments', 'course')},
        ${needed('interest_assessments', 'reason', 20000)}`,
        { texts: ['answers', 'opinion', 'reason'] },
      )}
      ${part(
        'minor_guardianships',
        `${person('minor_guardianships')},
        ${coded('minor_guardianships', 'ground')},
        ${known('minor_guardianships', 'state', 'claimed', 'verified', 'rejected', 'revoked')},
        sole boolean NOT NULL,
        ${narrative('minor_guardianships', 'authority', 500)},
        ${narrative('minor_guardianships', 'number', 200)},
        issued_on date,
        expires_on date,
        ${file('minor_guardianships')},
        ${narrative('minor_guardianships', 'note')},
        ${replaces('minor_guardianships')},
        claimed_at timestamptz NOT NULL,
        decided_at timestamptz,
        ended_at timestamptz,
        ${narrative('minor_guardianships', 'decision')},
        CONSTRAINT minor_guardianships_expiry_order CHECK (expires_on >= issued_on),
        CONSTRAINT minor_guardianships_decided_has_instant CHECK ((state = 'claimed') = (decided_at IS NULL)),
        CONSTRAINT minor_guardianships_revoked_has_instant CHECK ((state = 'revoked') = (ended_at IS NOT NULL))`,
        { texts: ['authority', 'number', 'note', 'decision'], changes: true },
      )}
      ${part(
        'travel_authorisations',
        `${known('travel_authorisations', 'kind', 'parental', 'court_order', 'death_certificate')},
        ${person('travel_authorisations', '')},
        ${coded('travel_authorisations', 'form')},
        ${needed('travel_authorisations', 'authority', 500)},
        ${needed('travel_authorisations', 'number', 200)},
        given_on date NOT NULL,
        expires_on date,
        ${country('travel_authorisations', 'destination', '')},
        ${narrative('travel_authorisations', 'companion', 500)},
        travel_from date,
        travel_to date,
        ${file('travel_authorisations')},
        ended_at timestamptz,
        ${narrative('travel_authorisations', 'end_reason')},
        CONSTRAINT travel_authorisations_whose CHECK ((kind = 'court_order') = (person_id IS NULL)),
        CONSTRAINT travel_authorisations_expiry_order CHECK (expires_on >= given_on),
        CONSTRAINT travel_authorisations_journey_order CHECK (travel_to >= travel_from)`,
        { texts: ['authority', 'number', 'companion', 'end_reason'], changes: true },
      )}
    `);
    await q.query(`
      ${part(
        'state_care_orders',
        `${needed('state_care_orders', 'authority', 500)},
        ${narrative('state_care_orders', 'number', 200)},
        since date NOT NULL,
        ${coded('state_care_orders', 'placement')},
        ${narrative('state_care_orders', 'placement_note')},
        ended_at timestamptz,
        outcome text CONSTRAINT state_care_orders_outcome_form CHECK (outcome ~ '^[a-z_]{1,40}$'),
        ${narrative('state_care_orders', 'outcome_note')},
        CONSTRAINT state_care_orders_ended_whole CHECK ((ended_at IS NULL) = (outcome IS NULL))`,
        { texts: ['authority', 'number', 'placement_note', 'outcome_note'], changes: true },
      )}
      ${part(
        'state_care_hearings',
        `care_id uuid NOT NULL CONSTRAINT state_care_hearings_care_fk REFERENCES state_care_orders,
        held_at timestamptz NOT NULL,
        ${needed('state_care_hearings', 'court', 500)},
        noted_at timestamptz,
        outcome text CONSTRAINT state_care_hearings_outcome_known CHECK (outcome IN ('held', 'postponed', 'cancelled')),
        ${narrative('state_care_hearings', 'note')},
        CONSTRAINT state_care_hearings_noted_whole CHECK ((noted_at IS NULL) = (outcome IS NULL))`,
        { texts: ['court', 'note'], changes: true },
      )}
      ${part(
        'state_care_steps',
        `care_id uuid NOT NULL CONSTRAINT state_care_steps_care_fk REFERENCES state_care_orders,
        ${coded('state_care_steps', 'step')},
        taken_on date NOT NULL,
        ${needed('state_care_steps', 'authority', 500)},
        ${narrative('state_care_steps', 'note')}`,
        { texts: ['authority', 'note'] },
      )}
      ${versions('hague_states')}
      ${part(
        'child_abductions',
        `${known('child_abductions', 'kind', 'removal', 'retention')},
        taken_on date NOT NULL,
        ${country('child_abductions', 'from_country')},
        ${country('child_abductions', 'to_country')},
        ${known('child_abductions', 'route', 'hague_1980', 'diplomatic')},
        states_version integer NOT NULL CONSTRAINT child_abductions_states_fk REFERENCES hague_states,
        ${needed('child_abductions', 'peruvian_authority', 500)},
        ${narrative('child_abductions', 'foreign_authority', 500)},
        ${narrative('child_abductions', 'note')},
        told_at timestamptz NOT NULL,
        ${replaces('child_abductions')},
        CONSTRAINT child_abductions_two_states CHECK (from_country <> to_country)`,
        { texts: ['peruvian_authority', 'foreign_authority', 'note'] },
      )}
      ${part(
        'abduction_steps',
        `abduction_id uuid NOT NULL CONSTRAINT abduction_steps_abduction_fk REFERENCES child_abductions,
        ${coded('abduction_steps', 'step')},
        taken_on date NOT NULL,
        decision text CONSTRAINT abduction_steps_decision_form CHECK (decision ~ '^[a-z_]{1,40}$'),
        ${narrative('abduction_steps', 'authority', 500)},
        ${narrative('abduction_steps', 'note')},
        CONSTRAINT abduction_steps_decision_whole CHECK ((step = 'decision') = (decision IS NOT NULL))`,
        { texts: ['authority', 'note'] },
      )}
    `);
    await q.query(`
      ${part(
        'tracing_steps',
        `${coded('tracing_steps', 'source')},
        ${narrative('tracing_steps', 'institution', 500)},
        asked_on date NOT NULL,
        ${known('tracing_steps', 'result', 'pending', 'found', 'not_found')},
        answered_on date,
        ${narrative('tracing_steps', 'note')},
        CONSTRAINT tracing_steps_answer_whole CHECK ((result = 'pending') = (answered_on IS NULL)),
        CONSTRAINT tracing_steps_answer_order CHECK (answered_on >= asked_on)`,
        { texts: ['institution', 'note'], changes: true },
      )}
      ${part(
        'located_relatives',
        `${person('located_relatives')},
        ${coded('located_relatives', 'relation')},
        ${known('located_relatives', 'state', 'claimed', 'verified', 'rejected')},
        ${narrative('located_relatives', 'whereabouts', 2000)},
        decided_at timestamptz,
        ${narrative('located_relatives', 'proof')},
        CONSTRAINT located_relatives_decided_has_instant CHECK ((state = 'claimed') = (decided_at IS NULL))`,
        { texts: ['whereabouts', 'proof'], changes: true, restricted: true },
      )}
      ${part(
        'family_assessments',
        `relative_id uuid NOT NULL CONSTRAINT family_assessments_relative_fk REFERENCES located_relatives,
        occurred_at timestamptz NOT NULL,
        ${needed('family_assessments', 'institution', 500)},
        ${known('family_assessments', 'suitability', 'suitable', 'suitable_with_support', 'not_suitable')},
        ${needed('family_assessments', 'report', 20000)}`,
        { texts: ['institution', 'report'], restricted: true },
      )}
      ${part(
        'reunifications',
        `relative_id uuid NOT NULL CONSTRAINT reunifications_relative_fk REFERENCES located_relatives,
        occurred_at timestamptz NOT NULL,
        ${country('reunifications', 'from_country')},
        ${country('reunifications', 'to_country')},
        ${narrative('reunifications', 'institution', 500)},
        ${narrative('reunifications', 'plan')}`,
        { texts: ['institution', 'plan'] },
      )}
      ${part(
        'reunification_follow_ups',
        `reunification_id uuid NOT NULL
          CONSTRAINT reunification_follow_ups_reunification_fk REFERENCES reunifications,
        occurred_at timestamptz NOT NULL,
        ${known('reunification_follow_ups', 'finding', 'safe', 'needs_help', 'not_reached')},
        ${narrative('reunification_follow_ups', 'note')}`,
        { texts: ['note'] },
      )}
      ${part(
        'comings_of_age',
        `${known('comings_of_age', 'course', 'handed_over', 'goes_on_as_adult', 'case_ends')},
        occurred_at timestamptz NOT NULL,
        ${narrative('comings_of_age', 'note')}`,
        { texts: ['note'] },
      )}
    `);
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(MINOR_DUTY_LENGTHS)]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
