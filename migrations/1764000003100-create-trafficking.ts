import type { MigrationInterface, QueryRunner } from 'typeorm';
import { childOfCase } from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';

const narrative = (table: string, column: string, limit = 20000): string =>
  `${column} jsonb CONSTRAINT ${table}_${column}_length CHECK (length(${column} ->> 'clear') <= ${limit})`;
const needed = (table: string, column: string, limit = 20000): string =>
  narrative(table, column, limit).replace(' jsonb ', ' jsonb NOT NULL ');
const code = (table: string, column: string, more = 'NOT NULL'): string =>
  `${column} text ${more} CONSTRAINT ${table}_${column}_form CHECK (${column} ~ '^[a-z_]{1,60}$')`;
const country = (table: string, column: string): string =>
  `${column} char(2) CONSTRAINT ${table}_${column}_form CHECK (${column} ~ '^[A-Z]{2}$')`;
const codes = (table: string, column: string): string =>
  `${column} text[] NOT NULL CONSTRAINT ${table}_${column}_some CHECK (cardinality(${column}) BETWEEN 1 AND 30)`;
const known = (table: string, column: string, all: readonly string[]): string =>
  `${column} text NOT NULL CONSTRAINT ${table}_${column}_known CHECK (${column} IN (${all.map((c) => `'${c}'`).join(', ')}))`;

/** A table of the case: its key, its columns, who recorded it; sealed with the case. */
const part = (
  table: string,
  columns: string,
  texts: string[],
  privileges = 'SELECT, INSERT',
): string => `
  CREATE TABLE ${table} (
    id uuid CONSTRAINT ${table}_pk PRIMARY KEY,
    case_id uuid NOT NULL CONSTRAINT ${table}_case_fk REFERENCES cases,
    ${columns},
    recorded_by uuid,
    recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
  );
  CREATE INDEX ${table}_case_idx ON ${table} (case_id);
  ${childOfCase(table, { privileges })}
  ${sealedWithCase(table, { texts })}`;

const replaces = (table: string): string =>
  `replaces uuid CONSTRAINT ${table}_replaces_key UNIQUE CONSTRAINT ${table}_replaces_fk REFERENCES ${table}`;

const hours = (value: number, source: string) => ({ unit: 'hours', value, source });
export const TRAFFICKING_DUTY_LENGTHS = {
  identity_verification: hours(
    24,
    'Por defecto: «en el más breve plazo» (D.S. 001-2016-IN art. 26; D.S. 005-2016-IN §4)',
  ),
  prosecutor_informed: hours(24, 'Por defecto: «en el más breve plazo» (D.S. 001-2016-IN art. 26)'),
  headquarters_informed: hours(
    24,
    'Por defecto: «en el más breve plazo» (D.S. 001-2016-IN art. 26)',
  ),
  police_unit_informed: hours(
    24,
    'Por defecto: desde que la sede central lo sabe (D.S. 001-2016-IN art. 37)',
  ),
  cooperation_unit_informed: hours(
    24,
    'Por defecto: desde que la sede central lo sabe (D.S. 001-2016-IN art. 37)',
  ),
  trafficking_referral_answer: {
    unit: 'business_days',
    value: 10,
    source: 'Por defecto: plazo para recibir respuesta de la autoridad',
  },
  reflection_period_end: {
    unit: 'days',
    value: 7,
    source: 'Por defecto: antelación antes de que venza el período de reflexión',
  },
};

/**
 * Trafficking, smuggling, forced labour (rules §5): what was found, what was done to the person and by
 * whom, who they are, whom the law obliges to tell, the time to think, and the safe way home.
 */
export class CreateTrafficking1764000003100 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      ${part(
        'trafficking_findings',
        `${codes('trafficking_findings', 'indicators')},
         ${narrative('trafficking_findings', 'note')},
         ${replaces('trafficking_findings')}`,
        ['note'],
      )}
      ${part(
        'exploitations',
        `acts text[] NOT NULL,
         ${codes('exploitations', 'purposes')},
         ${codes('exploitations', 'means')},
         ${code('exploitations', 'recruited_through', '')},
         ${code('exploitations', 'recruiter_relation', '')},
         ${country('exploitations', 'recruited_in')},
         ${narrative('exploitations', 'promise', 4000)},
         ${country('exploitations', 'country')},
         ${narrative('exploitations', 'place', 2000)},
         began_on date, ended_on date,
         ${narrative('exploitations', 'conditions')},
         consent_stated boolean,
         ${replaces('exploitations')},
         CONSTRAINT exploitations_dates_order CHECK (ended_on >= began_on)`,
        ['promise', 'place', 'conditions'],
      )}
      ${part(
        'transit_legs',
        `${country('transit_legs', 'from_country')},
         ${country('transit_legs', 'to_country')},
         travelled_on date,
         ${code('transit_legs', 'transport')},
         ${code('transit_legs', 'documents')},
         ${narrative('transit_legs', 'note', 4000)},
         ${replaces('transit_legs')}`,
        ['note'],
      )}
      ${part(
        'perpetrators',
        `${code('perpetrators', 'part')},
         ${narrative('perpetrators', 'name', 300)},
         ${narrative('perpetrators', 'description', 4000)},
         sex smallint NOT NULL CONSTRAINT perpetrators_sex_known CHECK (sex IN (0, 1, 2, 9)),
         ${country('perpetrators', 'nationality')},
         ${code('perpetrators', 'relation')},
         account_id uuid CONSTRAINT perpetrators_account_fk REFERENCES accounts,
         ${replaces('perpetrators')}`,
        ['name', 'description'],
      )}
      ${part(
        'identity_checks',
        `${known('identity_checks', 'nationality_finding', ['peruvian', 'other', 'not_yet'])},
         ${country('identity_checks', 'nationality')},
         ${known('identity_checks', 'age_finding', ['adult', 'minor', 'presumed_minor', 'not_yet'])},
         checked_at timestamptz NOT NULL,
         ${needed('identity_checks', 'evidence', 4000)}`,
        ['evidence'],
      )}
      ${part(
        'trafficking_referrals',
        `${known('trafficking_referrals', 'recipient', ['host_prosecutor', 'headquarters', 'police_unit', 'cooperation_unit'])},
         ${known('trafficking_referrals', 'state', ['sent', 'answered', 'withheld'])},
         occurred_at timestamptz NOT NULL,
         ${narrative('trafficking_referrals', 'authority', 500)},
         ${narrative('trafficking_referrals', 'number', 200)},
         ${narrative('trafficking_referrals', 'note', 4000)},
         answered_at timestamptz,
         ${narrative('trafficking_referrals', 'answer', 4000)},
         CONSTRAINT trafficking_referrals_answer_whole CHECK ((state = 'answered') = (answered_at IS NOT NULL)),
         CONSTRAINT trafficking_referrals_answer_order CHECK (answered_at >= occurred_at)`,
        ['authority', 'number', 'note', 'answer'],
        'SELECT, INSERT, UPDATE',
      )}
      ${part(
        'reflection_periods',
        `${known('reflection_periods', 'state', ['requested', 'granted', 'refused', 'ended'])},
         ${needed('reflection_periods', 'authority', 500)},
         from_day date, until_day date,
         ${narrative('reflection_periods', 'note', 4000)},
         CONSTRAINT reflection_periods_granted_has_days CHECK (state <> 'granted' OR (from_day IS NOT NULL AND until_day >= from_day))`,
        ['authority', 'note'],
      )}
      ${part(
        'safe_returns',
        `${known('safe_returns', 'risk', ['low', 'manageable', 'too_high'])},
         ${needed('safe_returns', 'risk_assessment')},
         agreed boolean NOT NULL,
         dependants uuid[] NOT NULL DEFAULT '{}',
         ${needed('safe_returns', 'reception', 500)},
         planned_on date NOT NULL,
         arrived_at timestamptz,
         CONSTRAINT safe_returns_safe CHECK (risk <> 'too_high' AND agreed)`,
        ['risk_assessment', 'reception'],
        'SELECT, INSERT, UPDATE',
      )}
      ${part(
        'safe_return_follow_ups',
        `return_id uuid NOT NULL CONSTRAINT safe_return_follow_ups_return_fk REFERENCES safe_returns,
         occurred_at timestamptz NOT NULL,
         ${known('safe_return_follow_ups', 'finding', ['safe', 'needs_help', 'not_reached'])},
         ${narrative('safe_return_follow_ups', 'note', 4000)}`,
        ['note'],
      )}
    `);
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(TRAFFICKING_DUTY_LENGTHS)]);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
