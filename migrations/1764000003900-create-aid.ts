import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  APPENDED,
  known,
  narrative,
  needed,
  part,
  RECORDED,
} from '../src/platform/database/case-parts';
import {
  childOfCase,
  grantTable,
  IS_SYSTEM,
  policy,
  referenceTable,
} from '../src/platform/database/policies';
import { sealedWithCase } from '../src/platform/database/sealing-policies';
import { AID_OF_PERSONS, GUARD_AID } from './aid/functions';

const HAS_ROLE = (...roles: string[]): string =>
  `app.roles() && ARRAY[${roles.map((role) => `'${role}'`).join(', ')}]`;
const EDITS_POLICY = `(SELECT app.is_system() OR 'hq_director' = ANY (app.roles()))`;
const MONEY_AT_HQ = HAS_ROLE('hq_director', 'hq_analyst', 'finance_officer', 'finance_accountant');
const READS_MONEY = HAS_ROLE('hq_director', 'finance_officer', 'finance_accountant', 'auditor');
const WORKS_AT_POST = HAS_ROLE('officer', 'head_of_post');

const LINES = [
  ...[
    'ticket',
    'food',
    'lodging',
    'medicine',
    'hygiene_kit',
    'legal_orientation',
    'local_transport',
  ],
  ...['defence_documents', 'remains', 'cremation_or_burial', 'ashes', 'escort', 'other'],
];
const STATES = [
  ...[
    'draft',
    'assessed',
    'endorsed',
    'reviewed',
    'committed',
    'paid',
    'paid_urgent',
    'regularised',
  ],
  ...[
    'accounted',
    'observed',
    'settled',
    'returned',
    'refused',
    'cancelled',
    'recorded',
    'rendered',
  ],
];
const working = (value: number, source = 'Por defecto') => ({
  unit: 'business_days',
  value,
  source,
});
const LENGTHS = {
  aid_endorsement: working(2, 'Por defecto: visto bueno de la jefatura'),
  aid_review: working(3, 'Por defecto: revisión de la sede'),
  aid_resolution: working(3, 'Por defecto: resolución de la sede'),
  aid_payment: working(3, 'Por defecto: pago de lo aprobado'),
  aid_accounting: working(5, 'Por defecto: rendición en cinco días hábiles'),
  aid_regularisation: working(2, 'Por defecto: regularización de lo pagado por urgencia'),
  aid_answer: working(5, 'Por defecto: respuesta a la observación en cinco días hábiles'),
  aid_settlement: {
    unit: 'days',
    value: 45,
    source: 'Por defecto: conformidad en 45 días calendario',
  },
};
const FIRST_POLICY = {
  pettyCeiling: '400.00',
  postAuthority: '4000.00',
  urgentCeiling: '3000.00',
  lineCeilings: { ticket: '8000.00', remains: '25000.00' },
  personCeiling: '20000.00',
  caseCeiling: '40000.00',
  quotes: { from: '4000.00', least: 3 },
  undocumented: '150.00',
  source: 'Por defecto: no se hallaron topes publicados (D.S. 063-2016-RE por cargar)',
};

const money = (table: string, column: string, more = ''): string =>
  `${column} numeric(18,2) NOT NULL CONSTRAINT ${table}_${column}_range CHECK (${column} >= 0)${more}`;
const currency = (table: string): string =>
  `currency char(3) NOT NULL CONSTRAINT ${table}_currency_form CHECK (currency ~ '^[A-Z]{3}$')`;
const documentOf = (table: string, column = 'document_id'): string =>
  `${column} uuid CONSTRAINT ${table}_${column}_fk REFERENCES documents`;
const aid = (table: string): string =>
  `aid_id uuid NOT NULL CONSTRAINT ${table}_aid_fk REFERENCES aid_requests`;
const actor = (column: string): string =>
  `${column} uuid CONSTRAINT aid_requests_${column}_fk REFERENCES accounts`;

/** Columns with texts of each table, all protected. */
const SEALED: Record<string, string[]> = {
  aid_requests: ['need', 'payment_proof'],
  aid_quotes: ['supplier'],
  aid_waterfall: ['evidence'],
  aid_decisions: ['reason'],
};

/** Who sees a row of money: whoever sees the case, and whoever answers for money, without the case. */
const reaches = (table: string): string =>
  `${IS_SYSTEM} OR (SELECT ${READS_MONEY}) OR EXISTS (SELECT 1 FROM cases c WHERE c.id = ${table}.case_id)`;

/**
 * Aid with public money (rules §7): the everyday attention and the request with its chain. Whoever
 * proposes, approves and accounts are three people, and the database says so. Whoever answers for money
 * sees amounts and numbers, never the case: in a sealed one the payee is the number alone.
 */
export class CreateAid1764000003900 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE aid_policies (
        version integer CONSTRAINT aid_policies_pk PRIMARY KEY,
        effective_from timestamptz NOT NULL,
        content jsonb NOT NULL,
        reason text NOT NULL CONSTRAINT aid_policies_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        created_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      ${referenceTable('aid_policies', EDITS_POLICY)}

      CREATE TABLE aid_requests (${part('aid_requests')}
        post_id uuid NOT NULL CONSTRAINT aid_requests_post_fk REFERENCES posts,
        number text NOT NULL CONSTRAINT aid_requests_number_key UNIQUE,
        kind text NOT NULL ${known('aid_requests', 'kind', ['attention', 'request'])},
        state text NOT NULL ${known('aid_requests', 'state', STATES)},
        stage_since timestamptz NOT NULL,
        programme text NOT NULL ${known('aid_requests', 'programme', ['palh', 'pah'])},
        line text NOT NULL ${known('aid_requests', 'line', LINES)},
        year smallint NOT NULL,
        ${money('aid_requests', 'amount')},
        ${currency('aid_requests')},
        ${money('aid_requests', 'pen')},
        rate_id uuid NOT NULL CONSTRAINT aid_requests_rate_fk REFERENCES exchange_rates,
        excluded text[] NOT NULL DEFAULT '{}',
        proof text NOT NULL ${known('aid_requests', 'proof', ['none', 'sworn_declaration', 'poverty_certificate'])},
        ${documentOf('aid_requests', 'proof_document_id')},
        to_first_entry boolean,
        urgent boolean NOT NULL DEFAULT false,
        exceeding boolean NOT NULL DEFAULT false,
        ${narrative('aid_requests', 'need', 4000)},
        ${actor('proposed_by')} NOT NULL,
        ${actor('endorsed_by')},
        ${actor('reviewed_by')},
        ${actor('approved_by')},
        ${actor('paid_by')},
        ${actor('accounted_by')},
        ${actor('settled_by')},
        resolution_number text CONSTRAINT aid_requests_resolution_number_length CHECK (length(resolution_number) BETWEEN 1 AND 100),
        resolution_on date,
        certificate text CONSTRAINT aid_requests_certificate_length CHECK (length(certificate) BETWEEN 1 AND 100),
        paid_on date,
        paid_pen numeric(18,2),
        payment_method text ${known('aid_requests', 'payment_method', ['cash', 'transfer', 'card', 'cheque', 'supplier'])},
        ${narrative('aid_requests', 'payment_proof', 500)},
        ${documentOf('aid_requests', 'receiver_document_id')},
        returned numeric(18,2) NOT NULL DEFAULT 0,
        rendered_month date,
        version integer NOT NULL DEFAULT 1,
        ${RECORDED},
        CONSTRAINT aid_requests_approver_not_proposer CHECK (approved_by <> proposed_by),
        CONSTRAINT aid_requests_endorser_not_proposer CHECK (endorsed_by <> proposed_by),
        CONSTRAINT aid_requests_accountant_not_proposer CHECK (accounted_by <> proposed_by),
        CONSTRAINT aid_requests_accountant_not_approver CHECK (accounted_by <> approved_by),
        CONSTRAINT aid_requests_settler_apart CHECK (settled_by <> proposed_by AND settled_by <> coalesce(approved_by, endorsed_by)),
        CONSTRAINT aid_requests_resolution_whole CHECK ((resolution_number IS NULL) = (resolution_on IS NULL)),
        CONSTRAINT aid_requests_pah_resolved CHECK (programme <> 'pah' OR state NOT IN ('committed', 'paid') OR resolution_number IS NOT NULL),
        CONSTRAINT aid_requests_paid_whole CHECK ((paid_on IS NULL) = (paid_pen IS NULL)),
        CONSTRAINT aid_requests_request_positive CHECK (kind = 'attention' OR amount > 0)
      );
      COMMENT ON COLUMN aid_requests.number IS 'What whoever pays knows the payee by; a random one for a sealed case.';
      CREATE INDEX aid_requests_case_idx ON aid_requests (case_id);
      CREATE INDEX aid_requests_waiting_idx ON aid_requests (state, stage_since, id)
        WHERE state NOT IN ('settled', 'refused', 'cancelled', 'rendered');
      CREATE INDEX aid_requests_post_idx ON aid_requests (post_id, year, state);
      ${grantTable('aid_requests', 'SELECT, INSERT, UPDATE')}
      ${policy('aid_requests', 'read', 'SELECT', reaches('aid_requests'))}
      ${policy('aid_requests', 'insert', 'INSERT', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = aid_requests.case_id)`)}
      ${policy('aid_requests', 'update', 'UPDATE', reaches('aid_requests'))}

      ${GUARD_AID}
    `);
    await q.query(`
      CREATE TABLE aid_beneficiaries (${part('aid_beneficiaries')}
        ${aid('aid_beneficiaries')},
        person_id uuid NOT NULL CONSTRAINT aid_beneficiaries_person_fk REFERENCES persons,
        ${money('aid_beneficiaries', 'amount')},
        ${RECORDED},
        CONSTRAINT aid_beneficiaries_person_key UNIQUE (aid_id, person_id)
      );
      CREATE INDEX aid_beneficiaries_person_idx ON aid_beneficiaries (person_id);
      CREATE INDEX aid_beneficiaries_case_idx ON aid_beneficiaries (case_id);
      ${childOfCase('aid_beneficiaries', { privileges: 'SELECT, INSERT, DELETE' })}
      ${policy('aid_beneficiaries', 'delete', 'DELETE', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = aid_beneficiaries.case_id)`)}

      CREATE TABLE aid_quotes (${part('aid_quotes')}
        ${aid('aid_quotes')},
        ${needed('aid_quotes', 'supplier')},
        ${money('aid_quotes', 'amount')},
        ${currency('aid_quotes')},
        ${documentOf('aid_quotes')},
        ${RECORDED}
      );
      CREATE INDEX aid_quotes_aid_idx ON aid_quotes (aid_id);
      ${childOfCase('aid_quotes', APPENDED)}

      CREATE TABLE aid_waterfall (${part('aid_waterfall')}
        ${aid('aid_waterfall')},
        step text NOT NULL ${known('aid_waterfall', 'step', ['support_network', 'palh'])},
        finding text NOT NULL ${known('aid_waterfall', 'finding', ['exhausted', 'falls_short'])},
        ${needed('aid_waterfall', 'evidence', 4000)},
        ${documentOf('aid_waterfall')},
        ${RECORDED}
      );
      CREATE INDEX aid_waterfall_aid_idx ON aid_waterfall (aid_id);
      ${childOfCase('aid_waterfall', APPENDED)}

      CREATE TABLE aid_receipts (${part('aid_receipts')}
        ${aid('aid_receipts')},
        kind text NOT NULL ${known('aid_receipts', 'kind', ['receipt', 'sworn_declaration'])},
        tax_id text CONSTRAINT aid_receipts_tax_id_length CHECK (length(tax_id) BETWEEN 1 AND 40),
        number text CONSTRAINT aid_receipts_number_length CHECK (length(number) BETWEEN 1 AND 60),
        issued_on date NOT NULL,
        amount numeric(18,2) NOT NULL CONSTRAINT aid_receipts_amount_positive CHECK (amount > 0),
        ${currency('aid_receipts')},
        ${documentOf('aid_receipts')},
        ${RECORDED},
        CONSTRAINT aid_receipts_receipt_whole CHECK (kind = 'sworn_declaration' OR (tax_id IS NOT NULL AND number IS NOT NULL))
      );
      CREATE INDEX aid_receipts_aid_idx ON aid_receipts (aid_id);
      CREATE INDEX aid_receipts_case_idx ON aid_receipts (case_id);
      CREATE UNIQUE INDEX aid_receipts_used_once ON aid_receipts (tax_id, number) WHERE kind = 'receipt';
      COMMENT ON INDEX aid_receipts_used_once IS 'A receipt accounts for money once, in whatever post.';
      ${grantTable('aid_receipts', 'SELECT, INSERT')}
      ${policy('aid_receipts', 'read', 'SELECT', reaches('aid_receipts'))}
      ${policy('aid_receipts', 'insert', 'INSERT', `${IS_SYSTEM} OR EXISTS (SELECT 1 FROM cases c WHERE c.id = aid_receipts.case_id)`)}

      CREATE TABLE aid_decisions (${part('aid_decisions')}
        ${aid('aid_decisions')},
        act text NOT NULL CONSTRAINT aid_decisions_act_form CHECK (act ~ '^[a-z_]{1,40}$'),
        state text NOT NULL ${known('aid_decisions', 'state', STATES)},
        occurred_at timestamptz NOT NULL,
        ${narrative('aid_decisions', 'reason', 4000)},
        note text CONSTRAINT aid_decisions_note_length CHECK (length(note) BETWEEN 1 AND 4000),
        ${RECORDED}
      );
      COMMENT ON COLUMN aid_decisions.note IS 'Of whoever answers for money and does not see the case: of money alone, never of the person.';
      CREATE INDEX aid_decisions_aid_idx ON aid_decisions (aid_id, occurred_at);
      CREATE INDEX aid_decisions_case_idx ON aid_decisions (case_id);
      ${grantTable('aid_decisions', 'SELECT, INSERT')}
      ${policy('aid_decisions', 'read', 'SELECT', reaches('aid_decisions'))}
      ${policy('aid_decisions', 'insert', 'INSERT', reaches('aid_decisions'))}

      ${AID_OF_PERSONS}
      ALTER POLICY ledger_transactions_insert ON ledger_transactions
        WITH CHECK ((SELECT app.is_system() OR ${MONEY_AT_HQ}) OR ((SELECT ${WORKS_AT_POST}) AND post_id = ANY ((SELECT app.register_posts())::uuid[])));
      ALTER POLICY ledger_entries_insert ON ledger_entries
        WITH CHECK ((SELECT app.is_system() OR ${MONEY_AT_HQ}) OR ((SELECT ${WORKS_AT_POST}) AND post_id = ANY ((SELECT app.register_posts())::uuid[])));
      ALTER TABLE ledger_transactions ADD COLUMN aid_id uuid CONSTRAINT ledger_transactions_aid_fk REFERENCES aid_requests;
      CREATE INDEX ledger_transactions_aid_idx ON ledger_transactions (aid_id) WHERE aid_id IS NOT NULL;
      COMMENT ON COLUMN ledger_transactions.aid_id IS 'The aid that moved the money; null: an allotment.';
    `);
    for (const [table, texts] of Object.entries(SEALED)) {
      await q.query(sealedWithCase(table, { texts }));
    }
    await q.query('SELECT app.add_duty_lengths($1)', [JSON.stringify(LENGTHS)]);
    await q.query(
      `INSERT INTO aid_policies (version, effective_from, content, reason)
       VALUES (1, '2000-01-01T00:00:00Z', $1, 'Valores iniciales del servicio')`,
      [JSON.stringify(FIRST_POLICY)],
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
