import { Actor } from '../../../src/platform/access/actor';
import { Database } from '../../../src/platform/database/database';
import { newId } from '../../../src/platform/ids';
import {
  Notices,
  noticesMessages,
  NoticesModule,
  type NewNotice,
} from '../../../src/modules/notices';
import { NoticesWorkerModule } from '../../../src/modules/notices/notices-worker.module';
import { createStaff, type Staff } from '../../factories/staff';
import { FakeClock } from '../../support/fake-clock';
import { eventually, openBench, type Bench, type JobsProcess } from '../jobs/harness';
import { openInbox, type SmtpInbox } from './smtp';

const DIGEST = { reminders: 10, withinMinutes: 60 };

describe('notices', () => {
  let bench: Bench;
  let staff: Staff;
  let inbox: SmtpInbox;
  let worker: JobsProcess;
  const clock = new FakeClock('2026-03-02T09:00:00Z');

  beforeAll(async () => {
    bench = await openBench('PostgreSQL');
    staff = await createStaff(bench.owner);
    inbox = await openInbox();
    worker = await bench.start([], {
      clock,
      catalogues: [noticesMessages],
      imports: [
        NoticesModule,
        NoticesWorkerModule.of({
          smtpUrl: inbox.url,
          from: 'Amparo <amparo@example.test>',
          publicUrl: 'https://amparo.example.test',
          patience: 500,
          rest: 100,
        }),
      ],
    });
  });
  afterAll(async () => {
    await bench.close();
    await inbox.close();
  });
  beforeEach(() => {
    inbox.mails.length = 0;
    inbox.refuseWith(null);
    inbox.swallow(false);
    inbox.bounce(false);
    clock.advance({ hours: 3 });
  });

  const reminder = (username: string, more: Partial<NewNotice> = {}): NewNotice => ({
    accountId: staff.accounts[username]!,
    kind: 'duty_due',
    postId: staff.posts['MAD']!,
    data: {
      params: { reference: 'MAD-2026-000123' },
      labels: { duty: 'notices.duty_due.title' },
      instants: { due: '2026-03-02T17:30:00Z' },
      timeZone: 'Europe/Madrid',
      path: '/cases/0195',
    },
    key: `test:${newId()}`,
    digest: DIGEST,
    ...more,
  });
  const notify = (notices: NewNotice[]) =>
    worker.app.get(Database).inTransaction(Actor.system(), async () => {
      const told: boolean[] = [];
      for (const each of notices) told.push(await worker.app.get(Notices).notify(each));
      return told;
    });
  const mailsTo = (username: string) =>
    inbox.mails.filter(({ to }) => to === `${username}@example.test`);
  const pendingMails = async () => {
    const { rows } = await bench.owner.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM mails WHERE state IN ('pending', 'sending')`,
    );
    return rows[0]!.n;
  };
  const settle = async () => {
    clock.advance({ seconds: 61 });
    await eventually('all mails sent', async () => (await pendingMails()) === 0);
  };

  it('tells once, whatever is asked twice, in the language and zone of the reader', async () => {
    await bench.owner.query(`UPDATE accounts SET language = 'en' WHERE username = 'jefe.mad'`);
    const [spanish, english] = [reminder('oficial.mad'), reminder('jefe.mad')];
    expect(await notify([spanish, english])).toEqual([true, true]);
    expect(await notify([spanish, english])).toEqual([false, false]);
    await settle();
    expect(inbox.mails).toHaveLength(2);
    const [es] = mailsTo('oficial.mad');
    expect(es!.subject).toBe('Amparo: un plazo por vencer');
    expect(es!.text).toContain('MAD-2026-000123');
    expect(es!.text).toContain('lunes, 2 de marzo de 2026, 18:30');
    expect(es!.text).toContain('https://amparo.example.test/cases/0195');
    const [en] = mailsTo('jefe.mad');
    expect(en!.subject).toBe('Amparo: a deadline approaches');
    expect(en!.text).toMatch(/Monday,? 2 March 2026,? 18:30/);
  });

  it('makes one digest of ten reminders, and never hides a breach in it', async () => {
    const breach = reminder('oficial.mad', { kind: 'duty_breached', digest: null });
    await notify([...Array.from({ length: 10 }, () => reminder('oficial.mad')), breach]);
    await eventually('the breach goes at once', () => mailsTo('oficial.mad').length === 1);
    expect(mailsTo('oficial.mad')[0]!.subject).toBe('Amparo: un plazo vencido');
    await settle();
    expect(mailsTo('oficial.mad').map(({ subject }) => subject)).toEqual([
      'Amparo: un plazo vencido',
      'Amparo: 10 avisos',
    ]);
    const text = mailsTo('oficial.mad')[1]!.text;
    expect(text.match(/MAD-2026-000123/g)).toHaveLength(10);
  });

  it('holds what comes after the tenth until the hour is over', async () => {
    await notify(Array.from({ length: 10 }, () => reminder('oficial.pat')));
    await settle();
    await notify([reminder('oficial.pat')]);
    clock.advance({ minutes: 20 });
    await notify([reminder('oficial.pat'), reminder('oficial.pat')]);
    expect(await pendingMails()).toBe(1);
    clock.advance({ minutes: 40 });
    await eventually('all sent', async () => (await pendingMails()) === 0);
    expect(mailsTo('oficial.pat').map(({ subject }) => subject)).toEqual([
      'Amparo: 10 avisos',
      'Amparo: 3 avisos',
    ]);
  });

  it('respects who wants breaches alone by mail', async () => {
    await bench.owner.query(
      `INSERT INTO notice_preferences (account_id, mail) VALUES ($1, 'breaches')`,
      [staff.accounts['local.mad']],
    );
    await notify([reminder('local.mad'), reminder('local.mad', { digest: null })]);
    await settle();
    expect(mailsTo('local.mad')).toHaveLength(1);
    const { rows } = await bench.owner.query('SELECT 1 FROM notices WHERE account_id = $1', [
      staff.accounts['local.mad'],
    ]);
    expect(rows).toHaveLength(2);
  });

  /** A notice of a sealed case to each account, about an assignment; the case's id. */
  async function notifyOfSealed(reference: string, usernames: readonly string[]): Promise<string> {
    const caseId = newId();
    await bench.owner.query(
      `INSERT INTO cases (id, reference, post_id, family, type, tier, status, intake_channel, occurred_at, country)
       VALUES ($1, $2, $3, 'detention', 'criminal_detention', 'sealed', 'active', 'person', now(), 'ES')`,
      [caseId, reference, staff.posts['MAD']],
    );
    await bench.owner.query(
      `INSERT INTO case_members (id, case_id, account_id, kind, since)
       VALUES ($1, $2, $3, 'circle', now() - interval '1 hour')`,
      [newId(), caseId, staff.accounts['proteccion']],
    );
    const data = { params: { reference }, path: `/cases/${caseId}` };
    const notice = { kind: 'case_assigned', caseId, data, digest: null } as const;
    await notify(usernames.map((username) => reminder(username, notice)));
    return caseId;
  }

  it('says of a sealed case, to its circle, only that a notice waits', async () => {
    const caseId = await notifyOfSealed('S-7K3M9QXA', ['proteccion', 'mesa.asn']);
    await settle();
    expect(mailsTo('mesa.asn')).toEqual([]);
    const [mail, ...others] = mailsTo('proteccion');
    expect(others).toEqual([]);
    expect(mail!.subject).toBe('Amparo: tiene un aviso');
    expect(mail!.text).toContain('https://amparo.example.test/\n');
    expect(mail!.raw).not.toMatch(new RegExp(`S-7K3M|${caseId}|caso`));
  });

  it('gives a bounce of it nothing to carry, and keeps nothing of what the bounce quotes', async () => {
    inbox.bounce(true);
    const caseId = await notifyOfSealed('S-8K3M9QXB', ['proteccion']);
    const failed = async () =>
      (
        await bench.owner.query<{ kept: string }>(
          `SELECT to_jsonb(m) || jsonb_build_object('job', to_jsonb(o)) AS kept
             FROM mails m JOIN outbox o ON o.payload ->> 'mailId' = m.id::text
            WHERE m.account_id = $1 AND m.failure IS NOT NULL`,
          [staff.accounts['proteccion']],
        )
      ).rows;
    await eventually('refused', async () => (await failed()).length === 1);
    const [bounced] = mailsTo('proteccion');
    expect(bounced!.raw).not.toMatch(new RegExp(`S-8K3M|${caseId}|caso`));
    const kept = JSON.stringify(await failed());
    expect(kept).toContain('MAIL_REFUSED');
    expect(kept).not.toMatch(/Subject|tiene un aviso|Content-Language|proteccion@/);
  });

  it('repeats an attempt of unknown end as the same message', async () => {
    inbox.swallow(true);
    await notify([reminder('jefe.pat', { digest: null })]);
    await eventually('the server has it and does not say so', () => inbox.mails.length === 1);
    inbox.swallow(false);
    await eventually('sent', async () => (await pendingMails()) === 0);
    const ids = new Set(mailsTo('jefe.pat').map(({ messageId }) => messageId));
    expect(ids.size).toBe(1);
    expect([...ids][0]).toMatch(/^<[0-9a-f-]{36}@amparo\.example\.test>$/);
  });

  it('keeps a refused mail visible, without its address', async () => {
    inbox.refuseWith(550);
    await notify([reminder('jefe.bue', { digest: null, postId: staff.posts['BUE']! })]);
    const failures = async () =>
      (
        await bench.owner.query<{ job: string; mail: string }>(
          `SELECT o.failure AS job, m.failure AS mail FROM mails m JOIN outbox o ON o.payload ->> 'mailId' = m.id::text
            WHERE m.account_id = $1 AND o.failed_at IS NOT NULL AND m.state = 'failed'`,
          [staff.accounts['jefe.bue']],
        )
      ).rows;
    await eventually('failed', async () => (await failures()).length === 1);
    expect(await failures()).toEqual([{ job: 'MAIL_REFUSED', mail: 'MAIL_REFUSED' }]);
  });

  it('is for the system alone to write', async () => {
    const officer = Actor.account({
      accountId: staff.accounts['oficial.mad']!,
      sessionId: null,
      username: 'oficial.mad',
      displayName: 'oficial.mad',
      language: 'es',
      grants: [],
      permissions: {},
      tokenScope: null,
      secondFactor: true,
    });
    const attempt = worker.app
      .get(Database)
      .inTransaction(officer, () => worker.app.get(Notices).notify(reminder('jefe.mad')));
    await expect(attempt).rejects.toThrow('only the system notifies');
  });
});
