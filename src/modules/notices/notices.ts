import { Injectable } from '@nestjs/common';
import { Temporal } from '@js-temporal/polyfill';
import type { z } from 'zod';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import { newId } from '../../platform/ids';
import { Outbox } from '../../platform/outbox/outbox';
import { mailHour, type DigestRule } from './domain/mail-hour';
import { noticeDataSchema } from './domain/notice';
import { SendMail } from './jobs/notices.jobs';
import { LiveUpdates } from './live/live-updates';

const INSERT = statement(
  'notice.insert',
  `INSERT INTO notices (id, account_id, kind, case_id, reminder_id, data, key, digestible, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (key) DO NOTHING RETURNING id`,
);
const WANTS = statement(
  'notice.wants-mail',
  `SELECT coalesce(p.mail, 'all') AS mail FROM accounts a
     LEFT JOIN notice_preferences p ON p.account_id = a.id
    WHERE a.id = $1 AND a.state = 'active'`,
);
const RECENT = statement(
  'notice.recent',
  `SELECT created_at AS at FROM notices
    WHERE account_id = $1 AND digestible AND mail_id IS NOT NULL AND created_at > $2 AND id <> $3`,
);
/** Opens a mail, or takes the open one and keeps it from closing until this transaction ends. */
const COLLECT = statement(
  'mail.collect',
  `INSERT INTO mails (id, account_id, post_id, digest, send_at) VALUES ($1, $2, $3, true, $4)
   ON CONFLICT (account_id, post_id) WHERE digest AND closed_at IS NULL
   DO UPDATE SET post_id = EXCLUDED.post_id
   RETURNING id`,
);
const OPEN_ALONE = statement(
  'mail.alone',
  `INSERT INTO mails (id, account_id, post_id, digest, send_at, closed_at)
   VALUES ($1, $2, $3, false, $4, $4)`,
);
const ENCLOSE = statement('notice.enclose', 'UPDATE notices SET mail_id = $2 WHERE id = $1');

export interface NewNotice {
  accountId: string;
  /** Chooses the words: `notices.<kind>.title` and `notices.<kind>.text` in a catalogue. */
  kind: string;
  caseId?: string | null;
  reminderId?: string | null;
  /** Post of the addressee, whose queue carries the mail; null or absent: headquarters. */
  postId?: string | null;
  data: z.input<typeof noticeDataSchema>;
  /** One notice for one key, however often it is asked for. */
  key: string;
  /**
   * The policy's digest rule for a reminder that may share a mail with others. Absent: a breach or
   * whatever cannot wait; it has a mail of its own, at once, which only `optionalMail` lets decline.
   */
  digest?: DigestRule | null;
  /** Whoever wants breaches alone by mail gets this one in the application alone, as a reminder. */
  optionalMail?: boolean;
}

/** Tells an account something: in the application always, by mail as its owner prefers. */
@Injectable()
export class Notices {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly live: LiveUpdates,
  ) {}

  /**
   * Within a transaction of the system (another account's notices are invisible to anyone else).
   * False when the key has been told before.
   */
  async notify(notice: NewNotice): Promise<boolean> {
    if (this.database.actor.kind !== 'system') {
      throw new Error('only the system notifies: append a job that does');
    }
    const id = newId();
    const { accountId, kind, key, digest } = notice;
    const insert = this.database.query(INSERT, [
      id,
      accountId,
      kind,
      notice.caseId ?? null,
      notice.reminderId ?? null,
      JSON.stringify(noticeDataSchema.parse(notice.data)),
      key,
      Boolean(notice.digest),
      this.clock.now().toString(),
    ]);
    // what decides on the mail is asked in the same message, whether or not the notice is new
    const [told, [wants], recent] = await Promise.all([
      insert,
      this.database.query<{ mail: string }>(WANTS, [accountId]),
      digest ? this.recent(id, accountId, digest) : [],
    ]);
    if (told.length === 0) return false;
    this.live.announce({ kind: 'notice', id, to: { accountId } });
    const declined = wants?.mail === 'breaches' && (digest || notice.optionalMail);
    if (wants && !declined) await this.mail(id, notice, recent);
    return true;
  }

  private async mail(
    noticeId: string,
    notice: NewNotice,
    recent: readonly Temporal.Instant[],
  ): Promise<void> {
    const { accountId, digest, postId = null } = notice;
    const now = this.clock.now();
    const newMail = newId();
    let mailId = newMail;
    let sendAt = now;
    if (digest) {
      sendAt = mailHour(now, recent, digest);
      const values = [newMail, accountId, postId, sendAt.toString()];
      const [collecting] = await this.database.query<{ id: string }>(COLLECT, values);
      mailId = collecting!.id;
    } else {
      this.database.post(OPEN_ALONE, [newMail, accountId, postId, now.toString()]);
    }
    this.database.post(ENCLOSE, [noticeId, mailId]);
    if (mailId !== newMail) return;
    await this.outbox.append(SendMail, { mailId }, { postId, availableAt: sendAt });
  }

  private async recent(
    noticeId: string,
    accountId: string,
    { withinMinutes }: DigestRule,
  ): Promise<Temporal.Instant[]> {
    const since = this.clock.now().subtract({ minutes: withinMinutes });
    const rows = await this.database.query<{ at: Date }>(RECENT, [
      accountId,
      since.toString(),
      noticeId,
    ]);
    return rows.map(({ at }) => Temporal.Instant.from(at.toISOString()));
  }
}
