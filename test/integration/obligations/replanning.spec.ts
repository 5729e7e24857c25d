import { ReplanRuns } from '../../../src/modules/obligations/replanning/replan-runs';
import {
  ApplyCalendarProcessor,
  ReplanCasesProcessor,
} from '../../../src/modules/obligations/replanning/replan.processors';
import { Database } from '../../../src/platform/database/database';
import { Actor } from '../../../src/platform/access/actor';
import { FIRST_POLICY } from '../../../migrations/1764000000401-seed-obligation-policy';
import { at, contactAt, openLedger, visitAfter, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';

describe('planning cases again', () => {
  let ledger: Ledger;

  beforeEach(async () => {
    ledger = await openLedger();
  });
  afterEach(() => ledger.close());

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
  const publish = (effectiveFrom: string, visitAttempt: number) => {
    const content = JSON.parse(JSON.stringify(FIRST_POLICY));
    content.durations.first_contact.value = visitAttempt;
    return ledger.query(
      `INSERT INTO obligation_policies (version, effective_from, content, reason)
       SELECT max(version) + 1, $1, $2, 'test' FROM obligation_policies`,
      [effectiveFrom, JSON.stringify(content)],
    );
  };

  it('plans open cases again when a new policy comes into force, and says old → new and why', async () => {
    const open = await ledger.openCase({ duties: [contactAt(at(START))] });
    const met = await ledger.openCase({
      duties: [contactAt(at(START), { state: 'met', metAt: at('2026-03-02T10:00:00Z') })],
    });
    await publish('2026-03-02T12:00:00Z', 36);
    const runs = ledger.get(ReplanRuns);
    expect(await runs.beginForPolicy()).toBe(false);
    ledger.clock.set('2026-03-02T12:00:00Z');
    expect(await Promise.all([runs.beginForPolicy(), runs.beginForPolicy()])).toContain(true);
    expect(await runs.beginForPolicy()).toBe(false);
    const [run] = await ledger.query<{ id: string }>('SELECT id FROM replan_runs');
    await ledger.get(ReplanCasesProcessor).run({ runId: run!.id });

    expect((await obligations(open))[0]).toMatchObject({
      due_at: new Date('2026-03-03T21:00:00Z'),
      policy_version: 2,
    });
    expect((await obligations(met))[0]).toMatchObject({
      due_at: new Date('2026-03-03T09:00:00Z'),
      policy_version: 1,
    });
    const changes = await ledger.query(
      `SELECT why, old_due_at, new_due_at FROM obligation_changes WHERE old_due_at <> new_due_at`,
    );
    expect(changes).toEqual([
      {
        why: 'policy_changed',
        old_due_at: new Date('2026-03-03T09:00:00Z'),
        new_due_at: new Date('2026-03-03T21:00:00Z'),
      },
    ]);
    expect(
      await ledger.query('SELECT state, cases_seen, obligations_moved FROM replan_runs'),
    ).toEqual([{ state: 'done', cases_seen: 2, obligations_moved: 1 }]);
  });

  it('lets only the director of headquarters write a policy', async () => {
    const version = `INSERT INTO obligation_policies (version, effective_from, content, reason)
      SELECT 99, now(), content, 'test' FROM obligation_policies WHERE version = 1`;
    for (const username of ['oficial.mad', 'jefe.mad', 'mesa.asn', 'admin']) {
      await expect(seenBy(username, version)).rejects.toThrow(/row-level security/);
    }
    await seenBy('directora.dgc', version);
    await expect(
      seenBy('directora.dgc', 'UPDATE obligation_policies SET reason = reason'),
    ).rejects.toThrow(/permission denied/);
  });

  it('goes on with a run that was cut off, and moves every case once', async () => {
    for (let n = 0; n < 120; n += 1) await ledger.openCase({ duties: [contactAt(at(START))] });
    await publish(START, 36);
    const runs = ledger.get(ReplanRuns);
    await runs.beginForPolicy();
    const [run] = await ledger.query<{ id: string }>('SELECT id FROM replan_runs');
    expect(await runs.advance(run!.id)).toBe(true);
    const database = ledger.get(Database);
    await expect(
      database.inTransaction(Actor.system(), async () => {
        await runs.advance(run!.id);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    await Promise.all([runs.finish(run!.id), runs.finish(run!.id)]);
    expect(
      await ledger.query('SELECT state, cases_seen, obligations_moved FROM replan_runs'),
    ).toEqual([{ state: 'done', cases_seen: 120, obligations_moved: 120 }]);
    const [changes] = await ledger.query<{ n: string }>(
      `SELECT count(*) AS n FROM obligation_changes WHERE why = 'policy_changed'`,
    );
    expect(Number(changes!.n)).toBe(120);
  });

  it('plans the cases of a post again when its calendar changes', async () => {
    const visits = [visitAfter(at(START), 30)];
    const madrid = await ledger.openCase({ duties: visits });
    const paterson = await ledger.openCase({ post: 'PAT', duties: visits });
    const { posts } = ledger.staff;
    await ledger.query(
      `INSERT INTO post_calendar_days (id, post_id, day, name, working) VALUES (uuidv7(), $1, '2026-04-01', 'Fiesta', false)`,
      [posts['MAD']],
    );
    const [post] = await ledger.query<{ version: number }>(
      `UPDATE posts SET calendar_version = calendar_version + 1 WHERE id = $1 RETURNING calendar_version AS version`,
      [posts['MAD']],
    );
    const change = { postId: posts['MAD']!, calendarVersion: post!.version };
    const processor = ledger.get(ApplyCalendarProcessor);
    await Promise.all([processor.run(change), processor.run(change)]);
    expect(await obligations(madrid)).toMatchObject([{ due_at: new Date('2026-03-31T22:00:00Z') }]);
    expect(await obligations(paterson)).toMatchObject([
      { due_at: new Date('2026-04-02T04:00:00Z') },
    ]);
    expect(await ledger.query(`SELECT why FROM obligation_changes`)).toEqual([
      { why: 'calendar_changed' },
    ]);
  });

  it('hands a duty to the post that the case moves to, on its clock', async () => {
    const duties = [visitAfter(at(START), 30)];
    const caseId = await ledger.openCase({ duties });
    await ledger.query('UPDATE cases SET post_id = $2 WHERE id = $1', [
      caseId,
      ledger.staff.posts['PAT'],
    ]);
    await ledger.state(caseId, duties, 'case_transferred');
    const [row] = await ledger.query('SELECT post_id, due_at FROM obligations');
    expect(row).toEqual({
      post_id: ledger.staff.posts['PAT'],
      due_at: new Date('2026-04-02T04:00:00Z'),
    });
  });
});
