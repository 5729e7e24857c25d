import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy } from '../src/platform/database/policies';

const HEADQUARTERS = `(SELECT app.reads_world())`;
const DIRECTS = `(SELECT 'hq_director' = ANY (app.roles()))`;
const ENTERS = `(SELECT app.roles() && ARRAY['hq_director', 'hq_analyst'])`;

/** The indicators of the Institutional Strategic Plan (shared figures: PEI 2019–2021). */
const FIRST: [code: string, unit: string, measure: string, es: string, en: string][] = [
  [
    'OEI.04',
    'percent',
    'entered',
    'Porcentaje de oficinas consulares en condición adecuada',
    'Consular offices in adequate condition',
  ],
  [
    'AEI.04.01',
    'percent',
    'entered',
    'Porcentaje de oficinas con SGAC implementado',
    'Offices with SGAC in place',
  ],
  [
    'OEI.05',
    'persons',
    'persons_assisted',
    'Connacionales protegidos y asistidos',
    'Nationals protected and assisted',
  ],
  [
    'AEI.05.02',
    'schemes',
    'entered',
    'Mecanismos sobre tráfico ilícito, trata y trabajo forzoso',
    'Schemes on smuggling, trafficking and forced labour',
  ],
  [
    'AEI.05.03',
    'schemes',
    'entered',
    'Mecanismos migratorios suscritos',
    'Migration schemes signed',
  ],
  [
    'AEI.05.04',
    'activities',
    'entered',
    'Actividades de vinculación con las comunidades',
    'Activities linking with communities',
  ],
];

const kept = (table: string): string => `
  CREATE TRIGGER ${table}_stand BEFORE UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION app.keep_what_was_signed();`;

/**
 * Indicators as versions of definitions, what was entered of each year with its source, and what was
 * signed with its communication. Everything is only added to: a correction stands beside what it corrects.
 */
export class CreateIndicators1764000004000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION app.keep_what_was_signed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'indicators are only added to' USING ERRCODE = '23514', CONSTRAINT = 'indicators_only_added_to';
      END $$;

      CREATE TABLE indicator_definitions (
        code text NOT NULL CONSTRAINT indicator_definitions_code_form CHECK (code ~ '^[A-Z0-9.]{1,40}$'),
        version integer NOT NULL,
        name_es text NOT NULL CONSTRAINT indicator_definitions_name_es_length CHECK (length(name_es) BETWEEN 1 AND 300),
        name_en text NOT NULL CONSTRAINT indicator_definitions_name_en_length CHECK (length(name_en) BETWEEN 1 AND 300),
        unit text NOT NULL CONSTRAINT indicator_definitions_unit_known CHECK (unit IN
          ('persons', 'cases', 'actions', 'subventions', 'beneficiaries', 'activities', 'schemes', 'percent')),
        measure text NOT NULL CONSTRAINT indicator_definitions_measure_known CHECK (measure IN
          ('entered', 'persons_assisted', 'cases_opened', 'cases_attended', 'palh_cases', 'subventions', 'beneficiaries')),
        reason text NOT NULL CONSTRAINT indicator_definitions_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT indicator_definitions_pk PRIMARY KEY (code, version)
      );
      COMMENT ON TABLE indicator_definitions IS 'What an indicator counts; the newest version is in force.';

      CREATE TABLE indicator_entries (
        id uuid CONSTRAINT indicator_entries_pk PRIMARY KEY,
        code text NOT NULL CONSTRAINT indicator_entries_code_form CHECK (code ~ '^[A-Z0-9.]{1,40}$'),
        year smallint NOT NULL CONSTRAINT indicator_entries_year_range CHECK (year BETWEEN 2000 AND 2200),
        kind text NOT NULL CONSTRAINT indicator_entries_kind_known CHECK (kind IN ('target', 'obtained', 'published_execution', 'difficulty')),
        value numeric(14,2) CONSTRAINT indicator_entries_value_positive CHECK (value >= 0),
        note text CONSTRAINT indicator_entries_note_length CHECK (length(note) BETWEEN 1 AND 4000),
        source text NOT NULL CONSTRAINT indicator_entries_source_length CHECK (length(source) BETWEEN 1 AND 500),
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT indicator_entries_whole CHECK (CASE kind WHEN 'difficulty' THEN note IS NOT NULL ELSE value IS NOT NULL END)
      );
      COMMENT ON TABLE indicator_entries IS 'Targets, values from outside the system, percentages as they were printed; the newest of a kind counts.';
      CREATE INDEX indicator_entries_newest_idx ON indicator_entries (code, year, kind, recorded_at DESC, id DESC);

      CREATE TABLE indicator_signatures (
        id uuid CONSTRAINT indicator_signatures_pk PRIMARY KEY,
        code text NOT NULL,
        year smallint NOT NULL,
        definition_version integer NOT NULL,
        target numeric(14,2) NOT NULL,
        obtained numeric(14,2) NOT NULL,
        query jsonb NOT NULL,
        as_of timestamptz NOT NULL,
        hash text NOT NULL CONSTRAINT indicator_signatures_hash_form CHECK (hash ~ '^[0-9a-f]{64}$'),
        communication_number text NOT NULL CONSTRAINT indicator_signatures_number_length CHECK (length(communication_number) BETWEEN 1 AND 100),
        communication_on date NOT NULL,
        signed_by uuid NOT NULL CONSTRAINT indicator_signatures_signed_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT indicator_signatures_definition_fk FOREIGN KEY (code, definition_version) REFERENCES indicator_definitions,
        CONSTRAINT indicator_signatures_once UNIQUE (code, year, communication_number)
      );
      COMMENT ON TABLE indicator_signatures IS 'A figure as it left the Ministry: the communication, the query that gave it, and of which instant.';
      CREATE INDEX indicator_signatures_newest_idx ON indicator_signatures (code, year, recorded_at DESC);
    `);
    for (const [table, writes] of [
      ['indicator_definitions', DIRECTS],
      ['indicator_entries', ENTERS],
      ['indicator_signatures', DIRECTS],
    ] as const) {
      await q.query(`
        ${grantTable(table, 'SELECT, INSERT')}
        ${policy(table, 'read', 'SELECT', `${IS_SYSTEM} OR ${HEADQUARTERS}`)}
        ${policy(table, 'insert', 'INSERT', `${IS_SYSTEM} OR ${writes}`)}
        ${kept(table)}
      `);
    }
    for (const [code, unit, measure, es, en] of FIRST) {
      await q.query(
        `INSERT INTO indicator_definitions (code, version, name_es, name_en, unit, measure, reason)
         VALUES ($1, 1, $2, $3, $4, $5, 'Plan Estratégico Institucional')`,
        [code, es, en, unit, measure],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
