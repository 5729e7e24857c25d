import fc from 'fast-check';
import { Pool, type PoolClient } from 'pg';
import { Actor } from '../../../src/platform/access/actor';
import { AppConfig } from '../../../src/config';
import { Database } from '../../../src/platform/database/database';
import { newId } from '../../../src/platform/ids';
import {
  ACCOUNTS,
  entriesOf,
  MOVES,
  type Account,
  type Entry,
  type Move,
} from '../../../src/modules/funding/domain/ledger';
import { compareAmounts, sumOf } from '../../../src/platform/money/money';
import { Ledger } from '../../../src/modules/funding/ledger/ledger';
import { createTestApp, type TestApp } from '../../support/app';

const RATE = {
  id: newId(),
  currency: 'EUR',
  day: '2026-03-02',
  pen: '4.02350000',
  usd: '1.08710000',
};
const DAY = '2026-03-02';

describe('the ledger, whatever is asked of it', () => {
  let t: TestApp;
  let database: Database;
  let ledger: Ledger;
  const posts = () => [t.staff.posts['MAD']!, t.staff.posts['PAT']!];
  beforeAll(async () => {
    t = await createTestApp();
    database = t.app.get(Database, { strict: false });
    ledger = t.app.get(Ledger, { strict: false });
    await t.owner.query(
      `INSERT INTO exchange_rates (id, currency, day, pen, usd, source) VALUES ($1, $2, $3, $4, $5, 'prueba')`,
      [RATE.id, RATE.currency, RATE.day, RATE.pen, RATE.usd],
    );
    await t.owner.query(
      `INSERT INTO budget_quarters (year, quarter, state) VALUES (2026, 1, 'open')`,
    );
  });
  afterAll(() => t.close());

  const post = (kind: Move, entries: readonly Entry[], postId: string) =>
    database.inTransaction(Actor.system(), () =>
      ledger.post({ kind, entries, postId, happenedOn: DAY }),
    );
  const purse = (postId: string) =>
    ({ year: 2026, postId, programme: 'palh', line: 'food', quarter: 2 }) as const;
  const step = fc.record({
    kind: fc.constantFrom(...(Object.keys(MOVES) as Move[])),
    post: fc.constantFrom(0, 1),
    cents: fc.integer({ min: 1, max: 500_000 }),
  });

  it('keeps every balance equal to the fold of its entries, none below zero, now and at any instant', async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const { kind, post: n, cents } of steps) {
          const postId = posts()[n]!;
          const entries = entriesOf(kind, purse(postId), (cents / 100).toFixed(2), RATE);
          await post(kind, entries, postId).catch((error: { code?: string }) => {
            expect(error.code).toBe('FUNDS_NOT_AVAILABLE');
            refused += 1;
          });
        }
        await soundNow();
        await soundEver();
      }),
      { numRuns: 8 },
    );
    expect(refused).toBeGreaterThan(0);
  });

  async function soundNow(): Promise<void> {
    const { rows } = await t.owner.query<{ account: Account; pen: string; folded: string }>(
      `SELECT b.account, b.pen::text, (SELECT sum(e.pen) FROM ledger_entries e
          WHERE (e.year, e.post_id, e.programme, e.part, e.account) = (b.year, b.post_id, b.programme, b.part, b.account))::text AS folded
         FROM ledger_balances b`,
    );
    for (const { account, pen, folded } of rows) {
      expect(pen).toBe(folded);
      if (account !== 'appropriation')
        expect(compareAmounts(pen, '0.00')).toBeGreaterThanOrEqual(0);
    }
    expect(sumOf(rows.map(({ pen }) => pen))).toBe('0.00');
  }

  /** Each entry carries the balance after it: the running sum in the order of instants. */
  async function soundEver(): Promise<void> {
    const { rows } = await t.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT balance, sum(pen) OVER (PARTITION BY year, post_id, programme, part, account
          ORDER BY posted_at, seq) AS running FROM ledger_entries) x WHERE balance <> running`,
    );
    expect(rows[0]!.n).toBe(0);
  }

  it('lets a hundred decisions at the same instant spend no sol that is not there', async () => {
    const postId = t.staff.posts['BUE']!;
    await post('allotted', entriesOf('allotted', purse(postId), '100.00', RATE), postId);
    const decisions = await Promise.allSettled(
      Array.from({ length: 100 }, () =>
        post('reserved', entriesOf('reserved', purse(postId), '3.00', RATE), postId),
      ),
    );
    // 402.35 soles of allotment, 12.07 for each: 33 fit
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(33);
    const { rows } = await t.owner.query<{ pen: string }>(
      `SELECT pen::text FROM ledger_balances WHERE post_id = $1 AND account = 'available'`,
      [postId],
    );
    expect(rows[0]!.pen).toBe('4.04');
    await soundNow();
  });

  it('never locks out two decisions that go opposite ways', async () => {
    const postId = t.staff.posts['LIM']!;
    await post('allotted', entriesOf('allotted', purse(postId), '1000.00', RATE), postId);
    await post('reserved', entriesOf('reserved', purse(postId), '500.00', RATE), postId);
    const both = Array.from({ length: 40 }, (_, n) => (n % 2 ? 'reserved' : 'released') as Move);
    const done = await Promise.allSettled(
      both.map((kind) => post(kind, entriesOf(kind, purse(postId), '1.00', RATE), postId)),
    );
    expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
    await soundNow();
  });

  describe('in raw SQL as the application role', () => {
    let pool: Pool;
    beforeAll(
      () =>
        (pool = new Pool({
          connectionString: t.app.get(AppConfig, { strict: false }).database.url,
        })),
    );
    afterAll(() => pool.end());

    /** What became of statements in one transaction of an account: the constraint that refused, or `done`. */
    async function as(
      username: string,
      work: (client: PoolClient) => Promise<unknown>,
    ): Promise<string> {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query('SELECT app.act_as($1, NULL)', [t.staff.accounts[username]]);
        await work(client);
        await client.query('COMMIT');
        return 'done';
      } catch (error) {
        await client.query('ROLLBACK');
        const { constraint, code } = error as { constraint?: string; code?: string };
        return constraint ?? code ?? 'unknown';
      } finally {
        client.release();
      }
    }
    const transaction = async (client: PoolClient, postId: string, day = DAY): Promise<string> => {
      const id = newId();
      await client.query(
        `INSERT INTO ledger_transactions (id, kind, post_id, happened_on) VALUES ($1, 'allotted', $2, $3)`,
        [id, postId, day],
      );
      return id;
    };
    const side = (client: PoolClient, id: string, account: string, pen: number, postId: string) =>
      client.query(
        `INSERT INTO ledger_entries (transaction_id, year, post_id, programme, part, account, currency, amount, pen, usd, rate_id)
         VALUES ($1, 2026, $2, 'palh', '', $3, 'EUR', $4, $4, $4, $5)`,
        [id, postId, account, pen, RATE.id],
      );

    it('takes no transaction that does not balance, nor one side alone, nor a late side', async () => {
      const [mad] = posts();
      const lopsided = await as('finanzas', async (client) => {
        const id = await transaction(client, mad!);
        await side(client, id, 'appropriation', -5, mad!);
        await side(client, id, 'available', 6, mad!);
      });
      const alone = await as('finanzas', (client) => transaction(client, mad!));
      const { rows } = await t.owner.query<{ id: string }>(
        'SELECT id FROM ledger_transactions LIMIT 1',
      );
      const late = await as('finanzas', async (client) => {
        await side(client, rows[0]!.id, 'appropriation', -5, mad!);
        await side(client, rows[0]!.id, 'available', 5, mad!);
      });
      expect([lopsided, alone, late]).toEqual(Array(3).fill('ledger_transactions_balance'));
    });

    it('changes and deletes nothing, and writes no balance by hand', async () => {
      for (const sql of [
        'UPDATE ledger_entries SET pen = 0',
        'DELETE FROM ledger_entries',
        'UPDATE ledger_transactions SET reason = NULL',
        'UPDATE ledger_balances SET pen = 1000000',
      ]) {
        expect([sql, await as('finanzas', (client) => client.query(sql))]).toEqual([sql, '42501']);
      }
      await expect(t.owner.query('DELETE FROM ledger_entries')).rejects.toMatchObject({
        constraint: 'ledger_is_append_only',
      });
    });

    it('keeps each to their own money', async () => {
      const [mad, pat] = posts();
      const elsewhere = await as('jefe.pat', (client) => transaction(client, mad!));
      const nobody = await as('guardian', (client) => transaction(client, mad!));
      expect([elsewhere, nobody]).toEqual(['42501', '42501']);
      const seen = async (username: string) => {
        let found: string[] = [];
        await as(username, async (client) => {
          const { rows } = await client.query('SELECT DISTINCT post_id FROM ledger_entries');
          found = rows.map((row: { post_id: string }) => row.post_id);
        });
        return found;
      };
      expect(await seen('jefe.pat')).toEqual([pat]);
      expect(await seen('guardian')).toEqual([]);
      expect((await seen('auditora')).length).toBeGreaterThan(2);
    });

    it('moves nothing on a day of a quarter that is not open', async () => {
      const [mad] = posts();
      const closed = await as('finanzas', (client) => transaction(client, mad!, '2026-04-01'));
      expect(closed).toBe('ledger_quarter_open');
    });
  });

  it('knows every account that money can be in', () => {
    expect(new Set(Object.values(MOVES).flat())).toEqual(new Set(ACCOUNTS));
  });
});
