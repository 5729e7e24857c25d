import { MarkBreaches } from '../../../src/modules/obligations/breaches/mark-breaches';
import { MyDuties } from '../../../src/modules/obligations/ledger/my-duties';
import { Database } from '../../../src/platform/database/database';
import { Actor } from '../../../src/platform/access/actor';
import { at, contactAt, openLedger, visitAfter, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';
const RESTRICTED = {
  kind: 'mistreatment_assessment',
  anchor: 'a1',
  startsAt: at(START),
  rule: { unit: 'business_days', value: 5 } as const,
  tier: 'restricted' as const,
};

describe('the duty ledger', () => {
  let ledger: Ledger;

  beforeEach(async () => {
    ledger = await openLedger();
  });
  afterEach(() => ledger.close());

  const shown = async (caseId: string) => {
    const [row] = await ledger.query(
      `SELECT next_due_at, next_duty, next_visit_at, last_visit_at FROM cases WHERE id = $1`,
      [caseId],
    );
    return row;
  };
  const obligations = (caseId: string) =>
    ledger.query<{
      kind: string;
      status: string;
      due_at: Date;
      breached_at: Date | null;
      policy_version: number;
    }>(
      `SELECT kind, status, due_at, breached_at, policy_version FROM obligations WHERE case_id = $1 ORDER BY recorded_at, kind DESC`,
      [caseId],
    );
  const seenBy = (username: string, sql: string) => {
    const database = ledger.get(Database);
    return database.inTransaction(ledger.actor(username), () => database.manager.query(sql));
  };

  it('shows on the case what comes next, and the visits, from events', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START)), visitAfter(at(START))] });
    expect(await shown(caseId)).toEqual({
      next_due_at: new Date('2026-03-03T09:00:00Z'),
      next_duty: 'first_contact',
      next_visit_at: new Date('2026-04-01T22:00:00Z'),
      last_visit_at: new Date(START),
    });
    await ledger.state(caseId, [
      contactAt(at(START), { state: 'met', metAt: at('2026-03-02T10:00:00Z') }),
      visitAfter(at(START)),
    ]);
    expect(await shown(caseId)).toMatchObject({ next_duty: 'periodic_visit' });
  });

  it('never leaves an open case without a duty, and a closed one with any', async () => {
    const caseId = await ledger.openCase({ duties: [] });
    expect(await obligations(caseId)).toMatchObject([{ kind: 'case_review', status: 'open' }]);
    await ledger.query(
      `UPDATE cases SET status = 'closed', outcome = 'resolved', closed_at = $2 WHERE id = $1`,
      [caseId, START],
    );
    await ledger.state(caseId, []);
    expect(await obligations(caseId)).toMatchObject([{ kind: 'case_review', status: 'cancelled' }]);
    expect(await shown(caseId)).toMatchObject({ next_due_at: null, next_duty: null });
  });

  it('starts what is still owed again when a closed case is reopened', async () => {
    const duties = [contactAt(at(START))];
    const caseId = await ledger.openCase({ duties });
    const close = `UPDATE cases SET status = 'closed', outcome = 'resolved', closed_at = $2 WHERE id = $1`;
    await ledger.query(close, [caseId, START]);
    await ledger.state(caseId, duties, 'case_closed');
    expect(await obligations(caseId)).toMatchObject([{ status: 'cancelled' }]);
    ledger.clock.set('2026-05-04T09:00:00Z');
    await ledger.query(
      `UPDATE cases SET status = 'active', outcome = NULL, closed_at = NULL WHERE id = $1`,
      [caseId],
    );
    await ledger.query(
      `INSERT INTO timeline_entries (id, case_id, kind, occurred_at) VALUES (uuidv7(), $1, 'case.reopened', $2)`,
      [caseId, '2026-05-04T09:00:00Z'],
    );
    await ledger.state(caseId, duties, 'case_reopened');
    expect(await obligations(caseId)).toMatchObject([
      {
        kind: 'first_contact',
        status: 'open',
        due_at: new Date('2026-05-05T09:00:00Z'),
        breached_at: null,
      },
    ]);
    ledger.clock.set('2026-05-04T21:00:00Z');
    expect(await ledger.remind()).toEqual(['oficial.mad officer_at_half']);
  });

  it('writes nothing when nothing changed', async () => {
    const duties = [contactAt(at(START)), visitAfter(at(START)), RESTRICTED];
    const caseId = await ledger.openCase({ duties });
    const rows = () =>
      ledger.query(
        `SELECT o.*, o.xmin::text, (SELECT jsonb_agg(jsonb_build_array(r.id, r.state, r.send_at, r.xmin::text) ORDER BY r.id)
         FROM reminders r WHERE r.obligation_id = o.id) FROM obligations o ORDER BY id`,
      );
    const before = await rows();
    ledger.clock.advance({ minutes: 30 });
    await ledger.state(caseId, duties);
    expect(await rows()).toEqual(before);
  });

  it('plans all of a case for a writer who sees only part of it, and shows them no more', async () => {
    const caseId = await ledger.openCase({
      assignee: null,
      duties: [contactAt(at(START)), RESTRICTED],
    });
    const later = contactAt(at(START), { state: 'met', metAt: at('2026-03-02T10:00:00Z') });
    await ledger.state(caseId, [later, RESTRICTED], 'contact_recorded', 'oficial.mad');
    expect(await shown(caseId)).toMatchObject({ next_duty: 'reserved_duty' });
    expect(await seenBy('oficial.mad', 'SELECT kind FROM obligations')).toEqual([
      { kind: 'first_contact' },
    ]);
    expect(await seenBy('jefe.mad', 'SELECT kind FROM obligations')).toHaveLength(2);
    for (const table of ['obligations', 'obligation_changes', 'reminders']) {
      expect(await seenBy('oficial.pat', `SELECT 1 FROM ${table}`)).toEqual([]);
      expect(await seenBy('admin', `SELECT 1 FROM ${table}`)).toEqual([]);
    }
    expect(
      await seenBy('oficial.mad', `SELECT 1 FROM reminders WHERE tier = 'restricted'`),
    ).toEqual([]);
  });

  it('gives its sight back, also after a fault', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START))] });
    await ledger.openCase({ post: 'PAT', assignee: null, duties: [] });
    const database = ledger.get(Database);
    const visible = () => database.manager.query('SELECT id FROM cases');
    await database.inTransaction(ledger.actor('oficial.mad'), async () => {
      await ledger.obligations.replan(caseId, 'test');
      expect(await visible()).toEqual([{ id: caseId }]);
      await expect(
        ledger.obligations.replan('01900000-0000-7000-8000-000000000000', 'test'),
      ).rejects.toThrow();
      expect(await visible()).toEqual([{ id: caseId }]);
    });
  });

  it('marks a due instant that passes, once and for ever', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START))] });
    const breaches = ledger.get(MarkBreaches);
    ledger.clock.set('2026-03-03T08:59:59Z');
    expect(await breaches.run()).toBe(0);
    ledger.clock.set('2026-03-03T09:00:01Z');
    expect(await Promise.all([breaches.run(), breaches.run()])).toContain(1);
    const met = contactAt(at(START), { state: 'met', metAt: at('2026-03-02T10:00:00Z') });
    await ledger.state(caseId, [met]);
    expect((await obligations(caseId))[0]).toMatchObject({
      status: 'met',
      breached_at: new Date('2026-03-03T09:00:00Z'),
    });
  });

  it('gives an officer the duties of their own cases and of what nobody has taken', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    await ledger.openCase({ assignee: null, duties: [contactAt(at('2026-03-02T12:00:00Z'))] });
    await ledger.openCase({ assignee: 'oficial2.mad', duties: [contactAt(at(START))] });
    await ledger.openCase({
      assignee: 'oficial2.mad',
      members: { 'oficial.mad': 'second' },
      duties: [visitAfter(at(START), 7)],
    });
    const duties = ledger.get(MyDuties);
    const database = ledger.get(Database);
    const mine = Actor.account({
      ...{
        accountId: ledger.staff.accounts['oficial.mad']!,
        sessionId: null,
        username: 'x',
        displayName: 'x',
      },
      ...{ language: 'es', permissions: {}, tokenScope: null, secondFactor: false },
      grants: [
        { role: 'officer', postId: ledger.staff.posts['MAD']!, postCode: 'MAD', region: null },
      ],
    });
    const now = at('2026-03-03T10:00:00Z');
    const spans = await database.inTransaction(mine, async () => {
      const all = [];
      for (const span of ['overdue', 'dueToday', 'dueThisWeek'] as const) {
        all.push(await duties.within(mine, span, now, 'Europe/Madrid'));
      }
      return all;
    });
    expect(spans.map((span) => span.map(({ kind, dueAt }) => `${kind} ${dueAt}`))).toEqual([
      ['first_contact 2026-03-03T09:00:00.000Z'],
      ['first_contact 2026-03-03T12:00:00.000Z'],
      ['periodic_visit 2026-03-09T23:00:00.000Z'],
    ]);
  });
});
