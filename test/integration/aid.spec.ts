import { Pool } from 'pg';
import { caseInNeed, openPurses, submitted } from '../factories/aid';
import { createTestApp, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { FakeClock } from '../support/fake-clock';

describe('aid, whatever is done at once', () => {
  let t: TestApp;
  let officer: Client;
  let head: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp({ clock: new FakeClock('2026-03-02T15:00:00Z') });
    [officer, head] = await Promise.all([t.as('oficial.mad'), t.as('jefe.mad')]);
    mad = t.staff.posts['MAD']!;
    // money for twenty-five requests of four hundred soles
    await openPurses(t, '10000.00');
  });
  afterAll(() => t.close());

  const balances = async () =>
    (
      await t.owner.query<{ account: string; pen: string }>(
        `SELECT account, sum(pen)::text AS pen FROM ledger_balances WHERE programme = 'palh' AND post_id = $1 GROUP BY account`,
        [mad],
      )
    ).rows;
  const of = async (account: string) =>
    Number((await balances()).find((row) => row.account === account)?.pen ?? 0);

  it('spends not one sol over the allotment, however many ask in the same instant', async () => {
    const file = await caseInNeed(officer, mad);
    await t.owner.query(
      `UPDATE aid_policies SET content = content || '{"personCeiling": null, "caseCeiling": null}'`,
    );
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, () => submitted(officer, file)),
    );
    const ids = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(ids).toHaveLength(25);
    for (const one of answers) {
      if (one.status === 'rejected') expect(String(one.reason)).toContain('FUNDS_NOT_AVAILABLE');
    }
    expect([await of('available'), await of('reserved')]).toEqual([0, 10_000]);
    const approved = await Promise.all(
      [...ids, ...ids].map((id) => head.post(`/aid/${id}/approval`, {})),
    );
    expect(approved.filter(({ status }) => status === 201)).toHaveLength(25);
    expect([await of('reserved'), await of('committed')]).toEqual([0, 10_000]);
    const sum = await t.owner.query<{ pen: string }>(
      `SELECT sum(pen)::text AS pen FROM ledger_entries WHERE post_id = $1`,
      [mad],
    );
    expect(Number(sum.rows[0]!.pen)).toBe(0);
  });

  it('lets the database itself refuse that one person signs twice, or for another', async () => {
    const { rows } = await t.owner.query<{ id: string; proposed: string; approved: string }>(
      `SELECT id, proposed_by AS proposed, approved_by AS approved FROM aid_requests WHERE approved_by IS NOT NULL LIMIT 1`,
    );
    const { id, proposed, approved } = rows[0]!;
    const set = (column: string, account: string) =>
      t.owner.query(`UPDATE aid_requests SET ${column} = $2 WHERE id = $1`, [id, account]);
    await expect(set('approved_by', proposed)).rejects.toThrow('approver_not_proposer');
    await expect(set('endorsed_by', proposed)).rejects.toThrow('endorser_not_proposer');
    await expect(set('accounted_by', proposed)).rejects.toThrow('accountant_not_proposer');
    await expect(set('accounted_by', approved)).rejects.toThrow('accountant_not_approver');
    await expect(set('settled_by', approved)).rejects.toThrow('settler_apart');
    const app = new Pool({ connectionString: t.database.appUrl, max: 1 });
    try {
      await app.query('BEGIN');
      await app.query('SELECT app.act_as($1, NULL)', [t.staff.accounts['oficial2.mad']]);
      await expect(
        app.query('UPDATE aid_requests SET accounted_by = $2 WHERE id = $1', [
          id,
          t.staff.accounts['mesa.asn'],
        ]),
      ).rejects.toThrow('nobody signs for another');
    } finally {
      await app.end();
    }
  });

  it('refuses an approval whose role ends between the click and the commit', async () => {
    const other = await t.as('jefe.mad');
    const finance = await t.as('finanzas');
    await finance.post('/allotments', {
      ...{ postId: mad, programme: 'palh', year: 2026, quarter: 1, amount: '400.00' },
      certificate: 'CCP 2-2026',
    });
    const id = await submitted(officer, await caseInNeed(officer, mad));
    const ending = await t.owner.connect();
    try {
      await ending.query('BEGIN');
      await ending.query(
        `UPDATE staff_roles SET valid_until = now() WHERE account_id = $1 AND role = 'head_of_post'`,
        [t.staff.accounts['jefe.mad']],
      );
      const approving = other.post(`/aid/${id}/approval`, {});
      await waitsForLock(t);
      await ending.query('COMMIT');
      expect(await approving).toMatchObject({ status: 403, body: { code: 'ROLE_ENDED' } });
    } finally {
      ending.release();
    }
    const { rows } = await t.owner.query('SELECT state FROM aid_requests WHERE id = $1', [id]);
    expect(rows[0].state).toBe('assessed');
  });
});

/** Until somebody queues for a lock that another transaction holds. */
async function waitsForLock(t: TestApp): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await t.owner.query('SELECT 1 FROM pg_locks WHERE NOT granted');
    if (rows.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('nobody waits for the lock');
}
