import { newId } from '../../../src/platform/ids';
import { verifying } from './verifying';

describe('verify, of public money', () => {
  let postId: string;
  const { run, broken, sql, logged } = verifying((_, post) => (postId = post));
  const rate = newId();
  const transaction = newId();

  const TABLES = ['ledger_transactions', 'ledger_entries'];
  const entry = (account: string, pen: number, balance: number) =>
    sql(
      `INSERT INTO ledger_entries (transaction_id, year, post_id, programme, part, account, currency, amount, pen, usd, rate_id, balance, posted_at)
       VALUES ($1, 2026, $2, 'palh', '', $3, 'PEN', $4, $4, $4, $5, $6, now())`,
      [transaction, postId, account, pen, rate, balance],
    );
  const balance = (account: string, pen: number) =>
    sql(
      `INSERT INTO ledger_balances (year, post_id, programme, part, account, pen) VALUES (2026, $1, 'palh', '', $2, $3)
       ON CONFLICT (year, post_id, programme, part, account) DO UPDATE SET pen = EXCLUDED.pen`,
      [postId, account, pen],
    );

  beforeAll(async () => {
    await sql(
      `INSERT INTO exchange_rates (id, currency, day, pen, usd, source) VALUES ($1, 'PEN', '2026-03-02', 1, 0.27, 'prueba')`,
      [rate],
    );
    for (const table of TABLES) await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    await sql(
      `INSERT INTO ledger_transactions (id, kind, post_id, happened_on) VALUES ($1, 'allotted', $2, '2026-03-02')`,
      [transaction, postId],
    );
    await entry('appropriation', -10, -10);
    await entry('available', 10, 10);
    await balance('appropriation', -10);
    await balance('available', 10);
  });
  const removed = (account: string) =>
    sql('DELETE FROM ledger_entries WHERE account = $1', [account]);

  it('finds none in a sound ledger', async () => {
    expect((await run()).code).toBe(0);
  });

  it('counts a transaction that does not balance, and a balance that no entry explains', async () => {
    const found = await broken(
      () => removed('available'),
      () => entry('available', 10, 10),
    );
    expect(found).toEqual({
      ledger_transactions_unbalanced: 1,
      balances_differing_from_entries: 1,
    });
  });

  it('counts a balance written by hand', async () => {
    const found = await broken(
      () => balance('available', 11),
      () => balance('available', 10),
    );
    expect(found).toEqual({ balances_differing_from_entries: 1 });
  });

  it('counts an account that held less than nothing at some moment', async () => {
    const found = await broken(
      async () => {
        await removed('available');
        await entry('available', -5, -5);
        await entry('available', 15, 10);
      },
      async () => {
        await removed('available');
        await entry('available', 10, 10);
      },
    );
    expect(found).toEqual({ balances_below_zero: 1 });
  });

  it('counts a purse that holds other than its aid says, and one person who signed twice', async () => {
    const [caseId, aid] = [await logged(), newId()];
    await sql('ALTER TABLE aid_requests DROP CONSTRAINT aid_requests_approver_not_proposer');
    const found = await broken(
      () =>
        sql(
          `INSERT INTO aid_requests (id, case_id, post_id, number, kind, state, stage_since, programme, line, year, amount,
             currency, pen, rate_id, proof, proposed_by, approved_by)
           SELECT $1, $2, $3, 'X', 'request', 'committed', now(), 'palh', 'food', 2026, 10, 'PEN', 10, $4, 'none', a.id, a.id
             FROM accounts a LIMIT 1`,
          [aid, caseId, postId, rate],
        ),
      () => sql('DELETE FROM aid_requests WHERE id = $1', [aid]),
    );
    expect(found).toEqual({ purses_unlike_their_aid: 1, aid_signed_twice: 1 });
  });

  it('counts an advance that was handed over while an earlier one of the post was overdue', async () => {
    const caseId = await logged();
    const [first, second] = [newId(), newId()];
    const { rows } = await sql('SELECT id FROM accounts ORDER BY id LIMIT 2');
    const [proposer, holder] = rows as { id: string }[];
    const paid = async (aid: string, day: string) => {
      await sql(
        `INSERT INTO aid_requests (id, case_id, post_id, number, kind, state, stage_since, programme, line, year, amount,
           currency, pen, rate_id, proof, proposed_by, paid_on, paid_pen, due_on, holder_account_id)
         VALUES ($1, $2, $3, $8, 'request', 'paid', $4::date, 'palh', 'food', 2026, 10, 'PEN', 0, $5, 'none', $6,
           $4, 0, $4::date + 10, $7)`,
        [aid, caseId, postId, day, rate, proposer!.id, holder!.id, aid],
      );
      await sql(
        `INSERT INTO aid_decisions (id, case_id, aid_id, act, state, occurred_at) VALUES ($1, $2, $3, 'pay', 'paid', $4::date)`,
        [newId(), caseId, aid, day],
      );
    };
    const guarded = (how: string) =>
      sql(`ALTER TABLE aid_requests ${how} TRIGGER aid_requests_advance_guarded`);
    const found = await broken(
      async () => {
        await guarded('DISABLE');
        await paid(first, '2026-01-02');
        await paid(second, '2026-02-02');
        await guarded('ENABLE');
      },
      async () => {
        await sql('DELETE FROM aid_decisions WHERE aid_id IN ($1, $2)', [first, second]);
        await sql('DELETE FROM aid_requests WHERE id IN ($1, $2)', [first, second]);
      },
    );
    expect(found).toMatchObject({ advances_over_an_overdue_one: 1 });
  });

  it('counts a debt of which more was settled than was owed, and one that stands elsewhere', async () => {
    const [over, elsewhere] = [await logged(), await logged()];
    const enter = (caseId: string, kind: string, state: string, amount: string | null) =>
      sql(
        `INSERT INTO repatriation_debts (id, case_id, person_id, kind, position, state, costs, currency, amount, settled_on)
         SELECT gen_random_uuid(), c.id, c.subject_person_id, $2::text, CASE $2::text WHEN 'opened' THEN 1 ELSE 2 END, $3,
                '[{"currency": "EUR", "amount": "10.00"}]', CASE WHEN $4::numeric IS NOT NULL THEN 'EUR' END, $4::numeric,
                CASE WHEN $4::numeric IS NOT NULL THEN '2026-03-02'::date END FROM cases c WHERE c.id = $1`,
        [caseId, kind, state, amount],
      );
    const guarded = (how: string) =>
      sql(`ALTER TABLE repatriation_debts ${how} TRIGGER repatriation_debts_guarded`);
    const found = await broken(
      async () => {
        await guarded('DISABLE');
        for (const id of [over, elsewhere]) await enter(id, 'opened', 'due', null);
        await enter(over, 'instalment', 'paid', '10.01');
        await enter(elsewhere, 'instalment', 'paid', '9.99');
        await guarded('ENABLE');
      },
      () => sql('DELETE FROM repatriation_debts WHERE case_id IN ($1, $2)', [over, elsewhere]),
    );
    expect(found).toEqual({ debts_unlike_their_entries: 2 });
  });
});
