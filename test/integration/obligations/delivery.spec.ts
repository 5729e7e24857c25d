import { NoticesWorkerModule } from '../../../src/modules/notices/notices-worker.module';
import { ClaimReminders } from '../../../src/modules/obligations/reminders/claim-reminders';
import { FakeClock } from '../../support/fake-clock';
import { eventually } from '../jobs/harness';
import { openInbox, type SmtpInbox } from '../notices/smtp';
import { at, contactAt, openLedger, type Ledger } from './harness';

const START = '2026-03-02T09:00:00Z';

describe('a reminder on its way through the queue of its post', () => {
  let ledger: Ledger;
  let inbox: SmtpInbox;

  beforeAll(async () => {
    inbox = await openInbox();
    ledger = await openLedger(new FakeClock(START), {
      worker: true,
      imports: [
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
    await ledger.close();
    await inbox.close();
  });

  it('arrives as a mail in the reader’s language and the post’s time', async () => {
    await ledger.query(`UPDATE accounts SET language = 'en' WHERE username = 'mesa.asn'`);
    await ledger.openCase({ duties: [contactAt(at(START))] });
    ledger.clock.set('2026-03-03T21:00:00Z');
    await ledger.get(ClaimReminders).run();
    await eventually('all three reminders are sent', async () => {
      const rows = await ledger.query(`SELECT 1 FROM reminders WHERE state = 'sent'`);
      return rows.length === 3;
    });
    ledger.clock.advance({ minutes: 2 });
    await eventually('all three mails are there', () => inbox.mails.length === 3);
    const [queue] = await ledger.query<{ queue: string }>(
      `SELECT DISTINCT queue FROM outbox WHERE job = 'reminder.send'`,
    );
    expect(queue).toEqual({ queue: `post-${ledger.staff.posts['MAD']}` });
    const mails = JSON.stringify(inbox.mails);
    expect(mails).toContain('Primer contacto');
    expect(mails).toContain('First contact');
    expect(mails).toMatch(/10:00/);
  });
});
