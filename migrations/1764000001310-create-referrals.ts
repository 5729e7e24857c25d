import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, IS_SYSTEM, policy, SIGNED_IN } from '../src/platform/database/policies';

const EDITS_CATALOGUE = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const PART_FOR_STAFF = `${IS_SYSTEM} OR ((SELECT app.is_staff())
  AND EXISTS (SELECT 1 FROM cases c WHERE c.id = referrals.case_id))`;
const CATEGORIES = `'identity', 'contact', 'location', 'image', 'migration_status', 'legal_situation',
  'case_progress', 'documents', 'economic_situation', 'family_life', 'health', 'sexual_life',
  'ethnic_origin', 'biometric', 'violence_suffered'`;
const KINDS = `'family', 'peruvian_authority', 'foreign_authority', 'international_organisation', 'ngo',
  'lawyer', 'health_provider', 'shelter', 'press', 'other'`;

const WHO = 'identity,contact';
const LEGAL = `${WHO},legal_situation,case_progress,documents`;
const CARE = `${WHO},location,family_life,health,violence_suffered,case_progress`;

/** code, Spanish, English, kind of recipient, Peruvian, categories it may receive, days to answer. */
const INSTITUTIONS: readonly (readonly [
  string,
  string,
  string,
  string,
  boolean,
  string,
  number,
])[] = [
  [
    'reniec',
    'RENIEC',
    'RENIEC (civil registry)',
    'peruvian_authority',
    true,
    `${WHO},documents,image`,
    15,
  ],
  [
    'migraciones',
    'Migraciones',
    'Migraciones',
    'peruvian_authority',
    true,
    `${WHO},migration_status,documents`,
    15,
  ],
  [
    'mimp_aurora',
    'MIMP – Programa Aurora',
    'MIMP – Aurora programme',
    'peruvian_authority',
    true,
    CARE,
    10,
  ],
  [
    'mimp_cem',
    'MIMP – Centro Emergencia Mujer',
    'MIMP – Women’s emergency centre',
    'peruvian_authority',
    true,
    CARE,
    5,
  ],
  ['mimp_linea_100', 'MIMP – Línea 100', 'MIMP – Line 100', 'peruvian_authority', true, CARE, 5],
  [
    'mimp_upe',
    'MIMP – Unidad de Protección Especial',
    'MIMP – Special protection unit',
    'peruvian_authority',
    true,
    CARE,
    10,
  ],
  [
    'minjusdh_public_defence',
    'MINJUSDH – Defensa Pública',
    'MINJUSDH – Public defence',
    'peruvian_authority',
    true,
    LEGAL,
    15,
  ],
  [
    'mp_victims_witnesses',
    'Ministerio Público – Víctimas y Testigos',
    'Public Ministry – Victims and witnesses',
    'peruvian_authority',
    true,
    `${LEGAL},violence_suffered`,
    15,
  ],
  [
    'mp_international_cooperation',
    'Ministerio Público – Cooperación Internacional',
    'Public Ministry – International cooperation',
    'peruvian_authority',
    true,
    LEGAL,
    15,
  ],
  [
    'pnp_trafficking',
    'PNP – Dirección contra la Trata',
    'PNP – Anti-trafficking',
    'peruvian_authority',
    true,
    `${LEGAL},location,violence_suffered`,
    5,
  ],
  ['inpe', 'INPE', 'INPE (prisons)', 'peruvian_authority', true, LEGAL, 15],
  [
    'minsa_sis',
    'MINSA / SIS',
    'MINSA / SIS (health)',
    'peruvian_authority',
    true,
    `${WHO},health,documents`,
    10,
  ],
  ['mtpe', 'MTPE', 'MTPE (labour)', 'peruvian_authority', true, `${WHO},economic_situation`, 15],
  ['defensoria', 'Defensoría del Pueblo', 'Ombudsman', 'peruvian_authority', true, LEGAL, 15],
  [
    'ode',
    'Oficina desconcentrada (ODE)',
    'Decentralised office (ODE)',
    'peruvian_authority',
    true,
    `${WHO},family_life,case_progress,documents`,
    10,
  ],
  [
    'iom',
    'OIM',
    'IOM',
    'international_organisation',
    false,
    `${WHO},location,migration_status,family_life,health,violence_suffered`,
    15,
  ],
  [
    'unhcr',
    'ACNUR',
    'UNHCR',
    'international_organisation',
    false,
    `${WHO},location,migration_status,family_life`,
    15,
  ],
  ['icrc', 'CICR', 'ICRC', 'international_organisation', false, `${WHO},location,family_life`, 15],
  [
    'host_authority',
    'Autoridad local',
    'Host authority',
    'foreign_authority',
    false,
    `${LEGAL},location,migration_status`,
    15,
  ],
  ['hospital', 'Hospital', 'Hospital', 'health_provider', false, `${WHO},health`, 5],
  [
    'shelter',
    'Casa de acogida',
    'Shelter',
    'shelter',
    false,
    `${WHO},family_life,health,violence_suffered`,
    3,
  ],
  [
    'ngo',
    'Organización no gubernamental',
    'NGO',
    'ngo',
    false,
    `${WHO},case_progress,economic_situation`,
    10,
  ],
  [
    'bar_association',
    'Colegio de abogados',
    'Bar association',
    'lawyer',
    false,
    `${WHO},legal_situation,documents`,
    10,
  ],
  [
    'university_clinic',
    'Clínica jurídica universitaria',
    'University legal clinic',
    'lawyer',
    false,
    `${WHO},legal_situation,documents`,
    10,
  ],
  ['parish', 'Parroquia', 'Parish', 'ngo', false, `${WHO},economic_situation`, 10],
  ['airline', 'Aerolínea', 'Airline', 'other', false, 'identity,documents', 5],
  ['funeral_home', 'Funeraria', 'Funeral home', 'other', false, `${WHO},documents`, 5],
];

/** Referrals to institutions outside the Ministry, and the versioned list of those institutions. */
export class CreateReferrals1764000001310 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE referral_institutions (
        id uuid NOT NULL,
        version integer NOT NULL CONSTRAINT referral_institutions_version_positive CHECK (version > 0),
        code text NOT NULL CONSTRAINT referral_institutions_code_form CHECK (code ~ '^[a-z][a-z0-9_]{1,59}$'),
        name_es text NOT NULL CONSTRAINT referral_institutions_name_es_length CHECK (length(name_es) BETWEEN 1 AND 200),
        name_en text NOT NULL CONSTRAINT referral_institutions_name_en_length CHECK (length(name_en) BETWEEN 1 AND 200),
        recipient_kind text NOT NULL CONSTRAINT referral_institutions_kind_known CHECK (recipient_kind IN (${KINDS})),
        peruvian boolean NOT NULL,
        categories text[] NOT NULL CONSTRAINT referral_institutions_categories_known
          CHECK (cardinality(categories) > 0 AND categories <@ ARRAY[${CATEGORIES}]),
        answer_days integer NOT NULL CONSTRAINT referral_institutions_answer_days_range CHECK (answer_days BETWEEN 1 AND 90),
        retired boolean NOT NULL DEFAULT false,
        source text NOT NULL CONSTRAINT referral_institutions_source_length CHECK (length(source) BETWEEN 1 AND 500),
        created_by uuid CONSTRAINT referral_institutions_created_by_fk REFERENCES accounts,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT referral_institutions_pk PRIMARY KEY (id, version),
        CONSTRAINT referral_institutions_code_key UNIQUE (code, version)
      );
      ${grantTable('referral_institutions', 'SELECT, INSERT')}
      ${policy('referral_institutions', 'read', 'SELECT', SIGNED_IN)}
      ${policy('referral_institutions', 'insert', 'INSERT', EDITS_CATALOGUE)}

      CREATE TABLE referrals (
        id uuid CONSTRAINT referrals_pk PRIMARY KEY,
        case_id uuid NOT NULL CONSTRAINT referrals_case_fk REFERENCES cases,
        person_id uuid NOT NULL CONSTRAINT referrals_person_fk REFERENCES persons,
        institution_id uuid NOT NULL,
        institution_version integer NOT NULL,
        office jsonb CONSTRAINT referrals_office_length CHECK (length(office ->> 'clear') <= 300),
        purpose text NOT NULL,
        categories text[] NOT NULL CONSTRAINT referrals_categories_known
          CHECK (cardinality(categories) > 0 AND categories <@ ARRAY[${CATEGORIES}]),
        ground text NOT NULL,
        disclosure_id uuid NOT NULL CONSTRAINT referrals_disclosure_fk REFERENCES disclosures,
        request jsonb NOT NULL CONSTRAINT referrals_request_length CHECK (length(request ->> 'clear') <= 20000),
        sent_by uuid,
        sent_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CONSTRAINT referrals_expires_later CHECK (expires_at > sent_at),
        state text NOT NULL DEFAULT 'sent' CONSTRAINT referrals_state_known CHECK (state IN ('sent', 'answered', 'withdrawn')),
        outcome text CONSTRAINT referrals_outcome_known
          CHECK (outcome IN ('accepted', 'attended', 'declined', 'referred_on', 'no_answer')),
        answer jsonb CONSTRAINT referrals_answer_length CHECK (length(answer ->> 'clear') <= 20000),
        ended_by uuid,
        ended_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT referrals_institution_fk FOREIGN KEY (institution_id, institution_version) REFERENCES referral_institutions,
        CONSTRAINT referrals_ended_has_instant CHECK ((state = 'sent') = (ended_at IS NULL)),
        CONSTRAINT referrals_answer_has_outcome CHECK ((state = 'answered') = (outcome IS NOT NULL))
      );
      CREATE INDEX referrals_case_idx ON referrals (case_id, sent_at DESC);
      ${grantTable('referrals', 'SELECT, INSERT, UPDATE')}
      ${policy('referrals', 'read', 'SELECT', PART_FOR_STAFF)}
      ${policy('referrals', 'insert', 'INSERT', PART_FOR_STAFF)}
      ${policy('referrals', 'update', 'UPDATE', PART_FOR_STAFF)}
    `);
    for (const [code, es, en, kind, peruvian, categories, days] of INSTITUTIONS) {
      await q.query(
        `INSERT INTO referral_institutions (id, version, code, name_es, name_en, recipient_kind, peruvian, categories, answer_days, source)
         VALUES (uuidv7(), 1, $1, $2, $3, $4, $5, string_to_array($6, ','), $7, 'Vocabulario del Ministerio; datos y plazo por defecto')`,
        [code, es, en, kind, peruvian, categories, days],
      );
    }
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
