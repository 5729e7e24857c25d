import { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Translator, type Language } from '../../../platform/i18n/messages';
import { Effects } from '../../../platform/jobs/effects';
import { describeFault, isPermanent } from '../../../platform/jobs/failure';
import { Handles } from '../../../platform/jobs/handles';
import type { JobHandler } from '../../../platform/jobs/job-contract';
import { SendMail } from '../jobs/notices.jobs';
import { MailSettings } from './mail-settings';
import { Mailer, type OutgoingMail } from './mailer';
import { writeMail, type Enclosed } from './write-mail';

/**
 * Takes the mail for this process and closes it to further notices. One that another process took
 * is only taken over when that process has been silent for longer than an attempt can last.
 */
const CLAIM = statement(
  'mail.claim',
  `UPDATE mails SET state = 'sending', attempts = attempts + 1, message_id = $2,
          closed_at = coalesce(closed_at, transaction_timestamp()),
          claimed_until = transaction_timestamp() + $3 * interval '1 millisecond'
    WHERE id = $1 AND (state IN ('pending', 'failed')
           OR (state = 'sending' AND claimed_until < transaction_timestamp()))
    RETURNING account_id AS "accountId"`,
);
const STATE = statement('mail.state', 'SELECT state FROM mails WHERE id = $1');
const ADDRESSEE = statement(
  'mail.addressee',
  `SELECT email, language FROM accounts WHERE id = $1 AND state = 'active'`,
);
/**
 * What may still be told: of a sealed case, to its circle alone, only that there is something to read.
 */
const CONTENT = statement(
  'mail.content',
  `SELECT n.kind, n.data, coalesce(c.tier = 'sealed', false) AS discreet FROM notices n LEFT JOIN cases c ON c.id = n.case_id
    WHERE n.mail_id = $1 AND (c.id IS NULL OR c.tier <> 'sealed' OR EXISTS (
            SELECT 1 FROM live_case_members m WHERE m.case_id = c.id AND m.account_id = n.account_id))
    ORDER BY n.created_at, n.id`,
);
const SENT = statement(
  'mail.sent',
  `UPDATE mails SET state = 'sent', sent_at = transaction_timestamp(), failure = NULL WHERE id = $1`,
);
const ENDED = statement('mail.ended', 'UPDATE mails SET state = $2, failure = $3 WHERE id = $1');

interface Claimed {
  email: string;
  language: Language;
  notices: Enclosed[];
}

/**
 * Sends one mail once. Between the server's answer and its record a crash may lie: then the mail is
 * sent again with the same Message-ID, which makes it the same message; the other choice would be to
 * lose it.
 */
@Handles(SendMail)
export class SendMailProcessor implements JobHandler<{ mailId: string }> {
  constructor(
    private readonly database: Database,
    private readonly effects: Effects,
    private readonly mailer: Mailer,
    private readonly translator: Translator,
    private readonly settings: MailSettings,
  ) {}

  async run({ mailId }: { mailId: string }): Promise<void> {
    const claimed = await this.asSystem(() => this.claim(mailId));
    if (!claimed) return;
    try {
      await this.mailer.send(this.write(mailId, claimed));
    } catch (error) {
      const state = isPermanent(error) ? 'failed' : 'pending';
      await this.asSystem(() => this.database.query(ENDED, [mailId, state, describeFault(error)]));
      throw error;
    }
    await this.effects.once(SendMail.key({ mailId }), async () => {
      await this.database.query(SENT, [mailId]);
    });
  }

  /** Null when there is nothing left to do. */
  private async claim(mailId: string): Promise<Claimed | null> {
    const [mail] = await this.database.query<{ accountId: string }>(CLAIM, [
      mailId,
      this.messageId(mailId),
      this.settings.patience * 6,
    ]);
    if (!mail) {
      const [other] = await this.database.query<{ state: string }>(STATE, [mailId]);
      if (other?.state === 'sending') throw new MailInOtherHands();
      return null;
    }
    const [addressee] = await this.database.query<{ email: string; language: Language }>(
      ADDRESSEE,
      [mail.accountId],
    );
    if (!addressee) {
      await this.database.query(ENDED, [mailId, 'void', 'ACCOUNT_DISABLED']);
      return null;
    }
    const notices = await this.database.query<Enclosed>(CONTENT, [mailId]);
    if (notices.length === 0) {
      await this.database.query(ENDED, [mailId, 'void', 'NOTHING_LEFT_TO_TELL']);
      return null;
    }
    return { ...addressee, notices };
  }

  private write(mailId: string, { email, language, notices }: Claimed): OutgoingMail {
    const content = writeMail(this.translator, language, this.settings.publicUrl, notices);
    return { messageId: this.messageId(mailId), to: email, language, ...content };
  }

  private messageId(mailId: string): string {
    return `<${mailId}@${new URL(this.settings.publicUrl).hostname}>`;
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}

/** Another process is sending it, or died doing so a moment ago: looked at again later. */
class MailInOtherHands extends Error {
  override readonly name = 'MailInOtherHands';
}
