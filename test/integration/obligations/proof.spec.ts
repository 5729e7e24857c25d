import { DailyProof } from '../../../src/modules/obligations';
import { at, contactAt, openLedger, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';

describe('the daily proof', () => {
  let ledger: Ledger;
  let proof: DailyProof;

  beforeEach(async () => {
    ledger = await openLedger();
    proof = ledger.get(DailyProof);
  });
  afterEach(() => ledger.close());

  const alarmed = async () => {
    const rows = await ledger.query<{ username: string }>(
      `SELECT a.username FROM notices n JOIN accounts a ON a.id = n.account_id
        WHERE n.kind = 'proof_failed' ORDER BY a.username, n.id`,
    );
    return rows.map(({ username }) => username);
  };

  it('passes while every open case has a duty and every due reminder went out', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    await ledger.openCase({ duties: [] });
    expect(await proof.run()).toMatchObject({
      passed: true,
      openCases: 2,
      silentCases: 0,
      unsentReminders: 0,
    });
    expect(await proof.state()).toMatchObject({
      state: 'passed',
      latest: { ranAt: START.replace('Z', '.000Z') },
    });
    expect(await alarmed()).toEqual([]);
  });

  it('fails over a silent case, and tells those who can mend it and who answer for it', async () => {
    const caseId = await ledger.openCase({ duties: [contactAt(at(START))] });
    await ledger.query(`UPDATE obligations SET status = 'cancelled' WHERE case_id = $1`, [caseId]);
    expect(await proof.run()).toMatchObject({ passed: false, silentCases: 1 });
    expect((await proof.state()).state).toBe('failed');
    expect(await alarmed()).toEqual(['admin', 'directora.dgc']);
  });

  it('fails over a reminder that nobody sent, wherever it got stuck', async () => {
    await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-02T21:10:00Z');
    expect(await proof.run()).toMatchObject({ passed: true });
    ledger.clock.set('2026-03-02T21:16:00Z');
    expect(await proof.run()).toMatchObject({ passed: false, unsentReminders: 1 });
    await ledger.query(`UPDATE reminders SET state = 'queued' WHERE rung = 'officer_at_half'`);
    expect(await proof.run()).toMatchObject({ passed: false, unsentReminders: 1 });
    await ledger.remind();
    expect(await proof.run()).toMatchObject({ passed: true });
  });

  it('runs once a day by itself', async () => {
    const runs = async () => (await ledger.query('SELECT 1 FROM proof_runs')).length;
    await proof.keep();
    ledger.clock.advance({ hours: 23 });
    await proof.keep();
    expect(await runs()).toBe(1);
    ledger.clock.advance({ hours: 1 });
    await proof.keep();
    expect(await runs()).toBe(2);
  });

  it('alarms when it has not run, once a day', async () => {
    await proof.watch();
    expect(await alarmed()).toEqual(['admin', 'directora.dgc']);
    await proof.run();
    ledger.clock.advance({ hours: 26 });
    await proof.watch();
    expect(await alarmed()).toHaveLength(2);
    ledger.clock.advance({ minutes: 1 });
    await Promise.all([proof.watch(), proof.watch()]);
    expect(await alarmed()).toHaveLength(4);
    expect((await proof.state()).state).toBe('late');
  });
});
