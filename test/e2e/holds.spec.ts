import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ClaimReminders } from '../../src/modules/obligations/reminders/claim-reminders';
import { MarkBreaches } from '../../src/modules/obligations/breaches/mark-breaches';
import { SendReminderProcessor } from '../../src/modules/obligations/reminders/send-reminder.processor';
import { WakeCases } from '../../src/modules/obligations/waking/wake-cases';
import { createLogger } from '../../src/platform/http/logger';
import { createWorker } from '../../src/worker.module';
import { logDetention } from '../factories/detentions';
import { createTestApp, testConfig, type TestApp } from '../support/app';
import type { Client } from '../support/client';
import { problem } from '../support/problem';

describe('a case on hold', () => {
  let t: TestApp;
  let worker: NestFastifyApplication;
  let officer: Client;
  let mad: string;
  beforeAll(async () => {
    t = await createTestApp();
    // not listening and not ticking with the wall clock: the tests drive it
    worker = await createWorker(testConfig(t.database), {
      logger: createLogger('silent'),
      clock: t.clock,
    });
    officer = await t.as('oficial.mad');
    mad = t.staff.posts['MAD']!;
  });
  beforeEach(() => t.clock.set('2026-03-02T09:00:00Z'));
  afterAll(async () => {
    await worker.close();
    await t.close();
  });

  const hold = (id: string, wakeOn: string) =>
    officer.post(`/cases/${id}/hold`, { wakeOn, reason: 'A la espera de la audiencia' });
  const statusOf = async (id: string) =>
    (await t.owner.query<{ status: string }>('SELECT status FROM cases WHERE id = $1', [id]))
      .rows[0]!.status;
  const wokenTimes = async (id: string) =>
    (
      await t.owner.query<{ n: number }>(
        `SELECT (SELECT count(*) FROM timeline_entries WHERE case_id = $1 AND kind = 'case.woken')::int AS n`,
        [id],
      )
    ).rows[0]!.n;
  const noticesOf = async (id: string, kind: string) =>
    (
      await t.owner.query<{ username: string }>(
        `SELECT a.username FROM notices n JOIN accounts a ON a.id = n.account_id
          WHERE n.case_id = $1 AND n.kind = $2 ORDER BY a.username`,
        [id, kind],
      )
    ).rows.map(({ username }) => username);

  it('wakes by itself on its date at the hour of its post, once, and tells its officer', async () => {
    const id = await logDetention(officer, mad);
    expect((await hold(id, '2026-03-10')).status).toBe(200);
    expect((await officer.get(`/cases/${id}`)).body.wakeOn).toBe('2026-03-10');
    t.clock.set('2026-03-10T06:59:00Z');
    const wake = worker.get(WakeCases, { strict: false });
    await wake.run();
    expect(await statusOf(id)).toBe('on_hold');
    t.clock.set('2026-03-10T07:00:00Z');
    await Promise.all([wake.run(), wake.run(), wake.run()]);
    await wake.run();
    expect(await statusOf(id)).toBe('active');
    expect(await wokenTimes(id)).toBe(1);
    expect(await noticesOf(id, 'case_woken')).toEqual(['oficial.mad']);
    expect((await officer.get(`/cases/${id}`)).body.wakeOn).toBeNull();
  });

  it('is left to whoever took it up or closed it before', async () => {
    const id = await logDetention(officer, mad);
    await hold(id, '2026-03-10');
    expect((await officer.post(`/cases/${id}/activation`)).status).toBe(200);
    t.clock.set('2026-03-11T09:00:00Z');
    await worker.get(WakeCases, { strict: false }).run();
    expect(await wokenTimes(id)).toBe(0);
    expect(await noticesOf(id, 'case_woken')).toEqual([]);
  });

  it('silences no duty: every reminder and every breach is that of a case not on hold', async () => {
    const resting = await logDetention(officer, mad);
    const awake = await logDetention(officer, mad);
    await hold(resting, '2026-12-01');
    const heard = async (id: string) =>
      (
        await t.owner.query(
          `SELECT o.kind, r.rung, r.recipient, r.send_at, r.state FROM reminders r
             JOIN obligations o ON o.id = r.obligation_id WHERE r.case_id = $1 AND r.state <> 'planned'
            ORDER BY 1, 2`,
          [id],
        )
      ).rows;
    const breached = async (id: string) =>
      (
        await t.owner.query(
          `SELECT kind, due_at, breached_at FROM obligations WHERE case_id = $1 AND breached_at IS NOT NULL ORDER BY kind`,
          [id],
        )
      ).rows;
    const instants = ['2026-03-03T09:00:00Z', '2026-03-05T09:00:00Z', '2026-03-20T09:00:00Z'];
    for (const instant of instants) {
      t.clock.set(instant);
      await worker.get(ClaimReminders, { strict: false }).run();
      const { rows } = await t.owner.query<{ id: string }>(
        `SELECT id FROM reminders WHERE state = 'queued'`,
      );
      const send = worker.get(SendReminderProcessor, { strict: false });
      for (const { id } of rows) await send.run({ reminderId: id });
      await worker.get(MarkBreaches, { strict: false }).run();
      expect(await statusOf(resting)).toBe('on_hold');
      expect(await heard(resting)).toEqual(await heard(awake));
      expect(await breached(resting)).toEqual(await breached(awake));
    }
    expect((await breached(resting)).length).toBeGreaterThan(1);
    expect(await noticesOf(resting, 'duty_breached')).toEqual(
      await noticesOf(awake, 'duty_breached'),
    );
  });

  it('refuses a date that is not ahead by the calendar of its post', async () => {
    const pat = await t.as('oficial.pat');
    const far = await logDetention(pat, t.staff.posts['PAT']!, {
      country: 'US',
      subdivision: 'US-NJ',
    });
    // 01:00 UTC on the 3rd is still the 2nd in New Jersey
    t.clock.set('2026-03-03T01:00:00Z');
    const today = { wakeOn: '2026-03-02', reason: 'Hoy' };
    expect(await pat.post(`/cases/${far}/hold`, today)).toMatchObject(
      problem(422, 'VALIDATION_FAILED', ['wakeOn', 'WAKE_DATE_NOT_AHEAD']),
    );
    const tomorrow = { wakeOn: '2026-03-03', reason: 'Mañana' };
    expect((await pat.post(`/cases/${far}/hold`, tomorrow)).status).toBe(200);
  });

  it('closes from hold, and reopens awake with its duties running again', async () => {
    const id = await logDetention(officer, mad);
    const release = { stage: 'released', occurredAt: '2026-03-02T08:30:00Z' };
    await officer.post(`/detentions/${id}/release`, release);
    await hold(id, '2026-03-10');
    const closing = await officer.post(`/cases/${id}/closing`, { outcome: 'released' });
    expect(closing.status).toBe(200);
    t.clock.set('2026-03-11T09:00:00Z');
    await worker.get(WakeCases, { strict: false }).run();
    expect(await statusOf(id)).toBe('closed');
    expect((await officer.post(`/cases/${id}/reopening`, { reason: 'Volvió' })).status).toBe(200);
    const { body } = await officer.get(`/cases/${id}`);
    expect(body).toMatchObject({ status: 'active', outcome: null, wakeOn: null });
    expect(body.nextDueAt).not.toBeNull();
  });
});
