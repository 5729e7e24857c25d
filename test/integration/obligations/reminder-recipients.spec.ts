import { Database } from '../../../src/platform/database/database';
import { ClaimReminders } from '../../../src/modules/obligations/reminders/claim-reminders';
import { SendReminderProcessor } from '../../../src/modules/obligations/reminders/send-reminder.processor';
import { at, contactAt, openLedger, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';

describe('whom reminders reach', () => {
  let ledger: Ledger;

  beforeAll(async () => {
    ledger = await openLedger();
  });
  afterAll(() => ledger.close());
  beforeEach(async () => {
    await ledger.query('TRUNCATE notices, reminders, obligation_changes, obligations CASCADE');
    await ledger.query(
      `UPDATE cases SET status = 'closed', outcome = 'resolved', closed_at = now() WHERE closed_at IS NULL`,
    );
    ledger.clock.set(START);
  });

  const states = async () => {
    const rows = await ledger.query<{ state: string; n: string }>(
      'SELECT state, count(*) AS n FROM reminders GROUP BY state ORDER BY state',
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  };

  it('reaches the second as well, and the officers of the post when nobody is in charge', async () => {
    await ledger.openCase({
      members: { 'oficial2.mad': 'second' },
      duties: [contactAt(at(START))],
    });
    await ledger.openCase({ assignee: null, duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-02T21:00:00Z');
    expect(await ledger.remind()).toEqual([
      'oficial.mad officer_at_half',
      'oficial.mad officer_at_half',
      'oficial2.mad officer_at_half',
      'oficial2.mad officer_at_half',
    ]);
  });

  it('passes over whoever is away or has left', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    const { posts, accounts } = ledger.staff;
    await ledger.query(
      `INSERT INTO subrogations (id, post_id, acting_account_id, absent_account_id, valid_from, valid_until, resolution)
       VALUES (uuidv7(), $1, $2, $3, '2026-03-01Z', '2026-03-31Z', 'R.S. 1')`,
      [posts['MAD'], accounts['oficial2.mad'], accounts['jefe.mad']],
    );
    ledger.clock.set('2026-03-03T09:00:00Z');
    expect(await ledger.remind()).toContain('oficial2.mad head_at_due');
    await ledger.query('DELETE FROM subrogations');
    ledger.clock.set(START);
    await ledger.openCase({ assignee: 'oficial.mad', duties: [contactAt(at(START))] });
    await ledger.query(`UPDATE accounts SET state = 'disabled' WHERE username = 'oficial.mad'`);
    ledger.clock.set('2026-03-02T21:00:00Z');
    expect(await ledger.remind()).toEqual(['oficial2.mad officer_at_half']);
    await ledger.query(`UPDATE accounts SET state = 'active' WHERE username = 'oficial.mad'`);
  });

  it('tells of a sealed case only its circle, by no post’s queue', async () => {
    const caseId = await ledger.openCase({
      tier: 'sealed',
      members: { proteccion: 'circle' },
      duties: [contactAt(at(START))],
    });
    ledger.clock.set('2026-03-03T21:00:00Z');
    const told = await ledger.remind();
    expect([...new Set(told.map((said) => said.split(' ')[0]))].sort()).toEqual([
      'oficial.mad',
      'proteccion',
    ]);
    const [jobs] = await ledger.query<{ n: string }>(
      `SELECT count(*) AS n FROM outbox o JOIN reminders r ON o.payload ->> 'reminderId' = r.id::text
        WHERE r.case_id = $1 AND o.queue <> 'system'`,
      [caseId],
    );
    expect(Number(jobs!.n)).toBe(0);
  });

  it('sends a restricted duty to those who may know of it, under a name that does not tell', async () => {
    await ledger.openCase({
      assignee: null,
      duties: [
        {
          kind: 'mistreatment_assessment',
          anchor: 'a1',
          startsAt: at(START),
          rule: { unit: 'business_days', value: 5 },
          tier: 'restricted',
        },
      ],
    });
    ledger.clock.set('2026-03-06T07:00:00Z');
    expect(await ledger.remind()).toEqual(['jefe.mad officer_1_business_day_before']);
    const notices = await ledger.query<{ data: { labels: object } }>('SELECT data FROM notices');
    expect(notices.map(({ data }) => data.labels)).toEqual([{ duty: 'duties.reserved_duty' }]);
  });

  it('reaches only people who can open the case', async () => {
    const tiers = ['standard', 'restricted', 'sealed'] as const;
    for (const tier of tiers) {
      await ledger.openCase({
        tier,
        members: { 'jefe.mad': 'circle' },
        duties: [contactAt(at(START))],
      });
    }
    ledger.clock.set('2026-03-03T21:00:00Z');
    expect(await ledger.remind()).not.toHaveLength(0);
    const told = await ledger.query<{ username: string; case_id: string }>(
      'SELECT a.username, n.case_id FROM notices n JOIN accounts a ON a.id = n.account_id',
    );
    const database = ledger.get(Database);
    for (const { username, case_id } of told) {
      const seen = await database.inTransaction(ledger.actor(username), () =>
        database.manager.query('SELECT id FROM cases WHERE id = $1', [case_id]),
      );
      expect([username, seen]).toEqual([username, [{ id: case_id }]]);
    }
  });

  it('fails visibly rather than silently when nobody may be told', async () => {
    await ledger.openCase({ tier: 'sealed', assignee: null, duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-02T21:00:00Z');
    await ledger.get(ClaimReminders).run();
    const [{ id } = { id: '' }] = await ledger.query<{ id: string }>(
      `SELECT id FROM reminders WHERE state = 'queued'`,
    );
    await expect(ledger.get(SendReminderProcessor).run({ reminderId: id })).rejects.toThrow(
      'REMINDER_REACHES_NOBODY',
    );
    expect(await states()).toEqual({ planned: 2, queued: 1 });
  });
});
