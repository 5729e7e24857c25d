import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantTable, policy, SIGNED_IN } from '../src/platform/database/policies';

const HAS_ROLE = (...roles: string[]): string =>
  `app.roles() && ARRAY[${roles.map((role) => `'${role}'`).join(', ')}]`;
const SYSTEM = 'app.is_system()';
const MONEY_AT_HQ = HAS_ROLE('hq_director', 'finance_officer', 'finance_accountant');
const READS_ALL = HAS_ROLE(
  'hq_director',
  'hq_analyst',
  'finance_officer',
  'finance_accountant',
  'auditor',
);
const WORKS_AT_POST = HAS_ROLE('officer', 'head_of_post');

/** The owners of rates and quarters, which hold for the whole Ministry. */
const kept = (table: string, privileges: string): string =>
  grantTable(table, privileges) +
  policy(table, 'read', 'SELECT', SIGNED_IN) +
  policy(table, 'insert', 'INSERT', `(SELECT ${SYSTEM} OR ${MONEY_AT_HQ})`) +
  policy(table, 'update', 'UPDATE', `(SELECT ${SYSTEM} OR ${MONEY_AT_HQ})`);

/**
 * Public money (rules §7): rates, the quarters of the fiscal year, and a double-entry ledger that is
 * only ever added to. The database balances every transaction, keeps each balance under a lock, and
 * lets none but the appropriation fall below zero, so that a hundred decisions at once spend no sol
 * that is not there.
 */
export class CreateLedger1764000003600 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE TABLE exchange_rates (
        id uuid CONSTRAINT exchange_rates_pk PRIMARY KEY,
        currency char(3) NOT NULL CONSTRAINT exchange_rates_currency_form CHECK (currency ~ '^[A-Z]{3}$'),
        day date NOT NULL,
        pen numeric(18,8) NOT NULL CONSTRAINT exchange_rates_pen_positive CHECK (pen > 0),
        usd numeric(18,8) NOT NULL CONSTRAINT exchange_rates_usd_positive CHECK (usd > 0),
        source text NOT NULL CONSTRAINT exchange_rates_source_length CHECK (length(source) BETWEEN 1 AND 200),
        used_at timestamptz,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT exchange_rates_day_key UNIQUE (currency, day),
        CONSTRAINT exchange_rates_sol_is_one CHECK (currency <> 'PEN' OR pen = 1),
        CONSTRAINT exchange_rates_dollar_is_one CHECK (currency <> 'USD' OR usd = 1)
      );
      COMMENT ON TABLE exchange_rates IS
        'What one unit of a currency was worth on a day, in soles and in dollars, with its source. Once an entry rests on it, it is locked.';
      ${kept('exchange_rates', 'SELECT, INSERT, UPDATE')}
      CREATE FUNCTION app.keep_used_rate() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.used_at IS NOT NULL AND (OLD.currency, OLD.day, OLD.pen, OLD.usd, OLD.source, OLD.used_at)
             IS DISTINCT FROM (NEW.currency, NEW.day, NEW.pen, NEW.usd, NEW.source, NEW.used_at) THEN
          RAISE EXCEPTION 'a rate that entries rest on does not change' USING ERRCODE = '23514', CONSTRAINT = 'exchange_rates_locked';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER exchange_rates_locked BEFORE UPDATE ON exchange_rates
        FOR EACH ROW EXECUTE FUNCTION app.keep_used_rate();

      CREATE TABLE budget_quarters (
        year smallint NOT NULL CONSTRAINT budget_quarters_year_range CHECK (year BETWEEN 2020 AND 2200),
        quarter smallint NOT NULL CONSTRAINT budget_quarters_quarter_range CHECK (quarter BETWEEN 1 AND 4),
        state text NOT NULL CONSTRAINT budget_quarters_state_known CHECK (state IN ('planned', 'open', 'closed')),
        reason text CONSTRAINT budget_quarters_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT transaction_timestamp(),
        CONSTRAINT budget_quarters_pk PRIMARY KEY (year, quarter)
      );
      COMMENT ON TABLE budget_quarters IS 'Quarters of the fiscal year; money moves only on days of an open one.';
      ${kept('budget_quarters', 'SELECT, INSERT, UPDATE')}
    `);
    await q.query(`
      CREATE TABLE ledger_transactions (
        id uuid CONSTRAINT ledger_transactions_pk PRIMARY KEY,
        kind text NOT NULL CONSTRAINT ledger_transactions_kind_form CHECK (kind ~ '^[a-z_]{1,40}$'),
        post_id uuid NOT NULL CONSTRAINT ledger_transactions_post_fk REFERENCES posts,
        other_post_id uuid CONSTRAINT ledger_transactions_other_post_fk REFERENCES posts,
        happened_on date NOT NULL,
        certificate text CONSTRAINT ledger_transactions_certificate_length CHECK (length(certificate) BETWEEN 1 AND 100),
        reason text CONSTRAINT ledger_transactions_reason_length CHECK (length(reason) BETWEEN 1 AND 2000),
        reverses uuid CONSTRAINT ledger_transactions_reverses_key UNIQUE
          CONSTRAINT ledger_transactions_reverses_fk REFERENCES ledger_transactions,
        recorded_by uuid,
        recorded_at timestamptz NOT NULL DEFAULT transaction_timestamp()
      );
      COMMENT ON TABLE ledger_transactions IS
        'One movement of public money; what was wrong is reversed by another, never edited.';
      CREATE INDEX ledger_transactions_post_idx ON ledger_transactions (post_id, recorded_at DESC, id DESC);
      CREATE INDEX ledger_transactions_other_post_idx ON ledger_transactions (other_post_id) WHERE other_post_id IS NOT NULL;

      CREATE TABLE ledger_balances (
        year smallint NOT NULL,
        post_id uuid NOT NULL CONSTRAINT ledger_balances_post_fk REFERENCES posts,
        programme text NOT NULL,
        part text NOT NULL,
        account text NOT NULL,
        pen numeric(18,2) NOT NULL,
        CONSTRAINT ledger_balances_pk PRIMARY KEY (year, post_id, programme, part, account),
        CONSTRAINT ledger_balances_never_negative CHECK (account = 'appropriation' OR pen >= 0)
      );
      COMMENT ON TABLE ledger_balances IS
        'What each account holds now: the lock that decisions queue for. Written by the entries alone.';

      CREATE TABLE ledger_entries (
        seq bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT ledger_entries_pk PRIMARY KEY,
        transaction_id uuid NOT NULL CONSTRAINT ledger_entries_transaction_fk REFERENCES ledger_transactions,
        year smallint NOT NULL,
        post_id uuid NOT NULL CONSTRAINT ledger_entries_post_fk REFERENCES posts,
        programme text NOT NULL CONSTRAINT ledger_entries_programme_known CHECK (programme IN ('palh', 'pah')),
        part text NOT NULL CONSTRAINT ledger_entries_part_form CHECK (part ~ '^[a-z0-9_]{0,40}$'),
        account text NOT NULL CONSTRAINT ledger_entries_account_known CHECK (account IN
          ('appropriation', 'ahead', 'available', 'reserved', 'committed', 'paid', 'accounted')),
        currency char(3) NOT NULL,
        amount numeric(18,2) NOT NULL,
        pen numeric(18,2) NOT NULL,
        usd numeric(18,2) NOT NULL,
        rate_id uuid NOT NULL CONSTRAINT ledger_entries_rate_fk REFERENCES exchange_rates,
        balance numeric(18,2) NOT NULL,
        posted_at timestamptz NOT NULL,
        CONSTRAINT ledger_entries_one_sign CHECK (sign(amount) * sign(pen) >= 0 AND sign(amount) * sign(usd) >= 0)
      );
      COMMENT ON TABLE ledger_entries IS
        'Debits (positive) and credits of the ledger, in the currency paid, in soles and in dollars. part: the budget line, or the quarter that an allotment waits for. balance: of the account after it.';
      CREATE INDEX ledger_entries_transaction_idx ON ledger_entries (transaction_id);
      CREATE INDEX ledger_entries_balance_idx ON ledger_entries
        (year, post_id, programme, part, account, posted_at DESC, seq DESC) INCLUDE (balance);

      CREATE FUNCTION app.post_ledger_entry() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        LOOP
          UPDATE ledger_balances SET pen = pen + NEW.pen
           WHERE (year, post_id, programme, part, account) = (NEW.year, NEW.post_id, NEW.programme, NEW.part, NEW.account)
           RETURNING pen INTO NEW.balance;
          EXIT WHEN FOUND;
          INSERT INTO ledger_balances (year, post_id, programme, part, account, pen)
          VALUES (NEW.year, NEW.post_id, NEW.programme, NEW.part, NEW.account, 0) ON CONFLICT DO NOTHING;
        END LOOP;
        -- under the balance's lock, so that the order of instants is the order of balances
        NEW.posted_at := clock_timestamp();
        UPDATE exchange_rates SET used_at = transaction_timestamp() WHERE id = NEW.rate_id AND used_at IS NULL;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_entries_posted BEFORE INSERT ON ledger_entries
        FOR EACH ROW EXECUTE FUNCTION app.post_ledger_entry();

      CREATE FUNCTION app.check_ledger_transaction() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      DECLARE
        v_id uuid := CASE TG_TABLE_NAME WHEN 'ledger_entries' THEN (to_jsonb(NEW) ->> 'transaction_id')::uuid
                                        ELSE (to_jsonb(NEW) ->> 'id')::uuid END;
        v_sound boolean;
      BEGIN
        SELECT count(*) >= 2 AND sum(e.pen) = 0 AND sum(e.usd) = 0
               AND bool_and(t.recorded_at = transaction_timestamp())
               AND NOT EXISTS (SELECT 1 FROM ledger_entries x WHERE x.transaction_id = v_id
                                GROUP BY x.currency HAVING sum(x.amount) <> 0)
          INTO v_sound
          FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id WHERE t.id = v_id;
        IF v_sound IS NOT TRUE THEN
          RAISE EXCEPTION 'a ledger transaction balances, whole, when it is made'
            USING ERRCODE = '23514', CONSTRAINT = 'ledger_transactions_balance';
        END IF;
        RETURN NULL;
      END $$;
      CREATE CONSTRAINT TRIGGER ledger_transactions_balance AFTER INSERT ON ledger_transactions
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_ledger_transaction();
      CREATE CONSTRAINT TRIGGER ledger_entries_balance AFTER INSERT ON ledger_entries
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.check_ledger_transaction();

      CREATE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the ledger is only added to' USING ERRCODE = '23514', CONSTRAINT = 'ledger_is_append_only';
      END $$;
      CREATE TRIGGER ledger_transactions_append_only BEFORE UPDATE OR DELETE ON ledger_transactions
        FOR EACH ROW EXECUTE FUNCTION app.refuse_change();
      CREATE TRIGGER ledger_entries_append_only BEFORE UPDATE OR DELETE ON ledger_entries
        FOR EACH ROW EXECUTE FUNCTION app.refuse_change();

      CREATE FUNCTION app.check_quarter() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = public, pg_temp AS $$
      BEGIN
        -- what is allotted ahead waits for a quarter that may not be open yet
        IF NEW.kind <> 'allotted_ahead' AND NOT EXISTS (SELECT 1 FROM budget_quarters b
             WHERE b.year = extract(year FROM NEW.happened_on) AND b.quarter = extract(quarter FROM NEW.happened_on)
               AND b.state = 'open' FOR SHARE) THEN
          RAISE EXCEPTION 'the quarter is not open' USING ERRCODE = '23514', CONSTRAINT = 'ledger_quarter_open';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER ledger_transactions_quarter BEFORE INSERT ON ledger_transactions
        FOR EACH ROW EXECUTE FUNCTION app.check_quarter();
    `);
    const reaches = (column: string): string =>
      `(SELECT ${SYSTEM} OR ${READS_ALL}) OR ((SELECT ${WORKS_AT_POST}) AND ${column} = ANY ((SELECT app.read_posts())::uuid[]))`;
    const writes = (column: string): string =>
      `(SELECT ${SYSTEM} OR ${MONEY_AT_HQ}) OR ((SELECT ${WORKS_AT_POST}) AND ${column} = ANY ((SELECT app.register_posts())::uuid[]))`;
    await q.query(`
      ${grantTable('ledger_transactions', 'SELECT, INSERT')}
      ${policy('ledger_transactions', 'read', 'SELECT', `${reaches('post_id')} OR ${reaches('other_post_id')}`)}
      ${policy('ledger_transactions', 'insert', 'INSERT', writes('post_id'))}
      ${grantTable('ledger_entries', 'SELECT, INSERT')}
      ${policy('ledger_entries', 'read', 'SELECT', reaches('post_id'))}
      ${policy('ledger_entries', 'insert', 'INSERT', writes('post_id'))}
      ${grantTable('ledger_balances', 'SELECT')}
      ${policy('ledger_balances', 'read', 'SELECT', reaches('post_id'))}
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
