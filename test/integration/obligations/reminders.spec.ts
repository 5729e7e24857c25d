import { Actor } from '../../../src/platform/access/actor';
import { Database } from '../../../src/platform/database/database';
import { ClaimReminders } from '../../../src/modules/obligations/reminders/claim-reminders';
import { SendReminderProcessor } from '../../../src/modules/obligations/reminders/send-reminder.processor';
import { at, contactAt, openLedger, visitAfter, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';

describe('reminders', () => {
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

  it('climbs from the officer to the head of post to headquarters', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    expect(await ledger.remind()).toEqual([]);
    ledger.clock.set('2026-03-02T21:00:00Z');
    expect(await ledger.remind()).toEqual(['oficial.mad officer_at_half']);
    ledger.clock.set('2026-03-03T09:00:00Z');
    expect(await ledger.remind()).toEqual(['jefe.mad head_at_due']);
    ledger.clock.set('2026-03-03T21:00:00Z');
    expect(await ledger.remind()).toEqual(['mesa.asn headquarters_12_hours_after']);
    expect(await states()).toEqual({ sent: 3 });
  });

  it('says what is due, in which case and when, and names nobody', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-03T09:00:00Z');
    await ledger.remind();
    const notices = await ledger.query<{ kind: string; data: object; case_id: string }>(
      `SELECT kind, data, case_id FROM notices ORDER BY kind`,
    );
    expect(notices).toEqual([
      {
        kind: 'duty_breached',
        case_id: caseId,
        data: {
          params: { reference: expect.stringMatching(/^MAD-2026-/) },
          labels: { duty: 'duties.first_contact' },
          instants: { due: '2026-03-03T09:00:00.000Z' },
          texts: {},
          timeZone: 'Europe/Madrid',
          path: `/cases/${caseId}`,
        },
      },
      expect.objectContaining({ kind: 'duty_due' }),
    ]);
  });

  it('goes out once under concurrent pollers and repeated deliveries', async () => {
    for (let n = 0; n < 40; n += 1) await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-02T21:00:00Z');
    const claims = await Promise.all(
      Array.from({ length: 6 }, () => ledger.get(ClaimReminders).run()),
    );
    expect(claims.reduce((a, b) => a + b)).toBe(40);
    const queued = await ledger.query<{ id: string }>(
      `SELECT id FROM reminders WHERE state = 'queued'`,
    );
    const processor = ledger.get(SendReminderProcessor);
    await Promise.all(
      [...queued, ...queued, ...queued].map(({ id }) => processor.run({ reminderId: id })),
    );
    const [{ n } = { n: '' }] = await ledger.query<{ n: string }>(
      'SELECT count(*) AS n FROM notices',
    );
    expect(Number(n)).toBe(40);
    expect(await states()).toEqual({ planned: 80, sent: 40 });
  });

  it('neither repeats nor loses any when the clock jumps forward and back', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-10T00:00:00Z');
    expect(await ledger.remind()).toEqual([
      'jefe.mad head_at_due',
      'mesa.asn headquarters_12_hours_after',
      'oficial.mad officer_at_half',
    ]);
    for (const instant of [
      '2026-03-02T10:00:00Z',
      '2026-03-02T21:00:00Z',
      '2026-03-11T00:00:00Z',
    ]) {
      ledger.clock.set(instant);
      expect(await ledger.remind()).toEqual([]);
    }
  });

  it('leaves nothing behind when a delivery fails half-way, and succeeds when tried again', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-02T21:00:00Z');
    await ledger.get(ClaimReminders).run();
    await ledger.query(`ALTER TABLE notices ADD CONSTRAINT broken CHECK (false) NOT VALID`);
    const [{ id } = { id: '' }] = await ledger.query<{ id: string }>(
      `SELECT id FROM reminders WHERE state = 'queued'`,
    );
    await expect(ledger.get(SendReminderProcessor).run({ reminderId: id })).rejects.toThrow();
    expect(await states()).toEqual({ planned: 2, queued: 1 });
    await ledger.query(`ALTER TABLE notices DROP CONSTRAINT broken`);
    expect(await ledger.remind()).toEqual(['oficial.mad officer_at_half']);
  });

  it('ends quietly when the duty was met meanwhile, and plans no more', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-02T21:00:00Z');
    await ledger.get(ClaimReminders).run();
    await ledger.state(caseId, [
      contactAt(at(START), { state: 'met', metAt: at('2026-03-02T20:00:00Z') }),
    ]);
    expect(await ledger.remind()).toEqual([]);
    const [row] = await ledger.query<{ n: string }>(
      `SELECT count(*) AS n FROM reminders r JOIN obligations o ON o.id = r.obligation_id
        WHERE o.kind = 'first_contact' AND r.state <> 'void'`,
    );
    expect(Number(row!.n)).toBe(0);
  });

  it('follows a due instant that moves, and sends no rung twice when it returns', async () => {
    const caseId = await ledger.openCase({ duties: [visitAfter(at(START), 30)] });
    ledger.clock.set('2026-03-25T07:00:00Z');
    expect(await ledger.remind()).toEqual(['oficial.mad officer_7_days_before']);
    await ledger.state(caseId, [visitAfter(at(START), 90)], 'stage_changed');
    expect(await ledger.remind()).toEqual([]);
    await ledger.state(caseId, [visitAfter(at(START), 30)], 'stage_changed');
    expect(await ledger.remind()).toEqual([]);
    ledger.clock.set('2026-03-31T06:00:00Z');
    expect(await ledger.remind()).toEqual(['oficial.mad officer_1_day_before']);
  });

  it('is the system’s work: no person reads or sends another’s', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    const database = ledger.get(Database);
    const foreign = await database.inTransaction(ledger.actor('oficial.pat'), () =>
      database.manager.query('SELECT id FROM reminders'),
    );
    expect(foreign).toEqual([]);
    expect(Actor.system().kind).toBe('system');
  });
});
