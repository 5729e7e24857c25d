import fc from 'fast-check';
import { Pool, type PoolClient } from 'pg';
import { newId } from '../../../src/platform/ids';
import { createStaff, PEOPLE, type Staff } from '../../factories/staff';
import { storeCase } from '../../factories/stored-case';
import { createTestDatabase } from '../../support/database';

const KINDS = ['assigned', 'second', 'circle', 'head', 'desk'] as const;
const POSTS = ['MAD', 'PAT', 'BUE'] as const;
const NAMES = Object.keys(PEOPLE);

const seat = fc.record({
  post: fc.constantFrom(...POSTS),
  who: fc.constantFrom(...NAMES),
  kind: fc.constantFrom(...KINDS),
  ended: fc.boolean(),
  barred: fc.boolean(),
});

/** The cases of a reader are found at once; the rule for a single seat says which they are. */
describe('the seats of a reader', () => {
  let owner: Pool;
  let staff: Staff;
  beforeAll(async () => {
    const database = await createTestDatabase();
    owner = new Pool({ connectionString: database.ownerUrl });
    staff = await createStaff(owner);
  });
  afterAll(() => owner.end());

  async function take(seats: readonly (typeof seat extends fc.Arbitrary<infer S> ? S : never)[]) {
    for (const { post, who, kind, ended, barred } of seats) {
      const caseId = await storeCase(owner, { post: staff.posts[post]!, tier: 'sealed' });
      const account = staff.accounts[who];
      await owner.query(
        `INSERT INTO case_members (id, case_id, account_id, kind, since, until)
         VALUES ($1, $2, $3, $4, now() - interval '2 days', CASE WHEN $5 THEN now() - interval '1 day' END)`,
        [newId(), caseId, account, kind, ended],
      );
      if (!barred) continue;
      await owner.query(
        `INSERT INTO case_bars (id, case_id, account_id, ground) VALUES ($1, $2, $3, 'conflict_of_interest')`,
        [newId(), caseId, account],
      );
    }
  }

  /** Both sets, as the reader's own transaction gives them. */
  async function seatsOf(account: string): Promise<{ found: string[]; ruled: string[] }> {
    const client = await owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('SELECT app.act_as($1, NULL)', [account]);
      const { rows } = await client.query(
        `SELECT array(SELECT DISTINCT unnest(app.member_cases()) ORDER BY 1) AS found,
                array(SELECT DISTINCT m.case_id FROM case_members m
                       WHERE m.account_id = $1 AND m.since <= now() AND (m.until IS NULL OR m.until > now())
                         AND app.may_sit(m.account_id, m.kind, m.case_id) ORDER BY 1) AS ruled`,
        [account],
      );
      return rows[0] as { found: string[]; ruled: string[] };
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  it('are those that each would have by itself, offices lost and bars included', async () => {
    let sat = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(seat, { minLength: 4, maxLength: 10 }), async (seats) => {
        await take(seats);
        for (const who of new Set(seats.map((each) => each.who))) {
          const { found, ruled } = await seatsOf(staff.accounts[who]!);
          expect({ who, found }).toEqual({ who, found: ruled });
          sat += found.length;
        }
      }),
      { numRuns: 15 },
    );
    expect(sat).toBeGreaterThan(0);
  });

  it('are gone with the office that gave them, and with the account', async () => {
    const head = staff.accounts['jefe.mad']!;
    await take([{ post: 'MAD', who: 'jefe.mad', kind: 'head', ended: false, barred: false }]);
    expect((await seatsOf(head)).found).not.toEqual([]);
    await owner.query(
      `UPDATE staff_roles SET valid_until = now() WHERE account_id = $1 AND role = 'head_of_post'`,
      [head],
    );
    const { found, ruled } = await seatsOf(head);
    expect(found).toEqual(ruled);
    const desk = staff.accounts['proteccion']!;
    await take([{ post: 'PAT', who: 'proteccion', kind: 'desk', ended: false, barred: false }]);
    expect((await seatsOf(desk)).found).not.toEqual([]);
    await owner.query(`UPDATE accounts SET state = 'disabled' WHERE id = $1`, [desk]);
    expect(await seatsOf(desk)).toEqual({ found: [], ruled: [] });
  });

  describe('kept for a transaction', () => {
    const cases = async (client: PoolClient): Promise<string[]> =>
      (await client.query('SELECT app.member_cases() AS found')).rows[0].found;

    /** Two transactions of the officer: one that reads, and one beside it that changes something. */
    async function reading(work: (reader: PoolClient, caseId: string) => Promise<void>) {
      const account = staff.accounts['oficial.mad']!;
      const caseId = await storeCase(owner, { post: staff.posts['MAD']!, tier: 'sealed' });
      await owner.query(
        `INSERT INTO case_members (id, case_id, account_id, kind, since) VALUES ($1, $2, $3, 'circle', now() - interval '1 day')`,
        [newId(), caseId, account],
      );
      const reader = await owner.connect();
      try {
        await reader.query('BEGIN');
        await reader.query('SELECT app.act_as($1, NULL)', [account]);
        expect(await cases(reader)).toContain(caseId);
        await work(reader, caseId);
      } finally {
        await reader.query('ROLLBACK');
        reader.release();
      }
    }

    it('are looked up anew when the transaction itself changes one', () =>
      reading(async (reader, caseId) => {
        await reader.query('UPDATE case_members SET until = now() WHERE case_id = $1', [caseId]);
        expect(await cases(reader)).not.toContain(caseId);
      }));

    it('are looked up anew after a lock, where a bar may have come, and not before', () =>
      reading(async (reader, caseId) => {
        await owner.query(
          `INSERT INTO case_bars (id, case_id, account_id, ground) VALUES ($1, $2, $3, 'conflict_of_interest')`,
          [newId(), caseId, staff.accounts['oficial.mad']],
        );
        expect(await cases(reader)).toContain(caseId);
        await reader.query('SELECT app.forget_reach()');
        expect(await cases(reader)).not.toContain(caseId);
      }));

    it('are not those of another actor', () =>
      reading(async (reader, caseId) => {
        await reader.query('SELECT app.act_as($1, NULL)', [staff.accounts['oficial.pat']]);
        expect(await cases(reader)).not.toContain(caseId);
        await reader.query('SELECT app.act_as_system()');
        expect(await cases(reader)).toEqual([]);
      }));

    it('are not shown once the transaction has ended', () =>
      reading(async (reader, caseId) => {
        await reader.query('COMMIT');
        expect(await cases(reader)).not.toContain(caseId);
        await reader.query('BEGIN');
      }));
  });
});
