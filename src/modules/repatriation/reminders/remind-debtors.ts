import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { newId } from '../../../platform/ids';
import { isPermanent } from '../../../platform/jobs/failure';
import { Mailer, MailSettings, type OutgoingMail } from '../../notices';
import { SafeReach, type SafeMail } from '../../safe-contact';
import type { ReminderState, ReminderWhy } from '../domain/reimbursement-policy';
import { ReimbursementPolicies } from './reimbursement-policies';

/** Longer than a mail server is waited for. */
const CLAIM_MINUTES = 5;

/** Of each debt that is still owed, the last day of the policy that has come and was not seen to. */
const DUE = statement(
  'debt-reminders.due',
  `SELECT d.case_id AS "caseId", coalesce(p.merged_into, p.id) AS "personId", c.post_id AS "postId",
          c.tier = 'sealed' AS sealed, day.after AS "afterDays"
     FROM repatriation_debts d JOIN cases c ON c.id = d.case_id JOIN persons p ON p.id = d.person_id
     CROSS JOIN LATERAL (SELECT max(n) AS after FROM unnest($1::int[]) n
       WHERE (SELECT min(b.occurred_at) FROM boardings b WHERE b.case_id = d.case_id) + make_interval(days => n) <= $2::timestamptz) day
    WHERE d.kind = 'opened' AND day.after IS NOT NULL
      AND (SELECT l.state FROM repatriation_debts l WHERE l.case_id = d.case_id ORDER BY l.position DESC LIMIT 1) IN ('due', 'partly_paid')
      AND NOT EXISTS (SELECT 1 FROM debt_reminders r WHERE r.case_id = d.case_id AND r.after_days >= day.after
                         AND (r.ended_at IS NOT NULL OR r.claimed_until > transaction_timestamp()))
    ORDER BY d.case_id LIMIT 500`,
);
/** Taken for this process; one that another took is taken over when that one has been silent. */
const CLAIM = statement(
  'debt-reminders.claim',
  `INSERT INTO debt_reminders AS r (id, case_id, after_days, state, claimed_until)
   VALUES ($1, $2, $3, 'sending', transaction_timestamp() + make_interval(mins => ${CLAIM_MINUTES}))
   ON CONFLICT (case_id, after_days) DO UPDATE SET state = 'sending', claimed_until = EXCLUDED.claimed_until
     WHERE r.ended_at IS NULL AND (r.claimed_until IS NULL OR r.claimed_until < transaction_timestamp())
   RETURNING r.id`,
);
const END = statement(
  'debt-reminders.end',
  `UPDATE debt_reminders SET state = $2::text, why = $3, claimed_until = NULL,
          ended_at = CASE WHEN $2::text = 'planned' THEN NULL ELSE $4::timestamptz END WHERE id = $1`,
);

interface Due {
  caseId: string;
  personId: string;
  postId: string;
  sealed: boolean;
  afterDays: number;
}
type Found = { id: string; mail: SafeMail } | null;

/**
 * Reminds whoever owes the cost of a repatriation, on the days of the policy, by e-mail where that is
 * safe and at the hours arranged. The text is the neutral one of safe contact: it tells no name, no
 * charge and no amount. A reminder that cannot be sent is kept as such, for somebody to speak with them.
 */
@Injectable()
export class RemindDebtors {
  constructor(
    private readonly database: Database,
    private readonly policies: ReimbursementPolicies,
    private readonly reach: SafeReach,
    private readonly mailer: Mailer,
    private readonly settings: MailSettings,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Sees to every reminder that is due; returns how many were sent. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const due = await this.asSystem(async () => {
      const { remindAfterDays } = await this.policies.current();
      return this.database.query<Due>(DUE, [remindAfterDays, now.toString()]);
    });
    let sent = 0;
    for (const one of due) {
      const found = await this.asSystem(() => this.prepare(one, now));
      if (found && (await this.send(one, found, now))) sent += 1;
    }
    return sent;
  }

  /** Null when another process has it, or when it cannot be sent: not ever, or not at this hour. */
  private async prepare(due: Due, now: Temporal.Instant): Promise<Found> {
    const values = [newId(), due.caseId, due.afterDays];
    const [claimed] = await this.database.query<{ id: string }>(CLAIM, values);
    if (!claimed) return null;
    const { id } = claimed;
    if (due.sealed) return this.unsendable(due, id, 'sealed', now);
    const { caseId, postId, personId } = due;
    const found = await this.reach.mailNow(personId, { caseId, postId, at: now });
    if ('mail' in found) return { id, mail: found.mail };
    if (found.refusal !== 'not_now') return this.unsendable(due, id, found.refusal, now);
    await this.database.query(END, [id, 'planned', null, null]);
    return null;
  }

  private async send(due: Due, { id, mail }: NonNullable<Found>, now: Temporal.Instant) {
    const { address: to, language, subject, text } = mail;
    const messageId = `<${id}@${new URL(this.settings.publicUrl).hostname}>`;
    const outgoing: OutgoingMail = { messageId, to, subject, text: `${text}\n`, language };
    try {
      await this.mailer.send(outgoing);
    } catch (error) {
      if (!isPermanent(error)) {
        await this.asSystem(() => this.database.query(END, [id, 'planned', null, null]));
        throw error;
      }
      await this.asSystem(() => this.unsendable(due, id, 'mail_refused', now));
      return false;
    }
    await this.asSystem(() => this.end(due, id, 'sent', null, now));
    return true;
  }

  private async unsendable(due: Due, id: string, why: ReminderWhy, now: Temporal.Instant) {
    await this.end(due, id, 'not_sendable', why, now);
    return null;
  }

  private async end(
    { caseId }: Due,
    id: string,
    state: ReminderState,
    why: ReminderWhy | null,
    now: Temporal.Instant,
  ): Promise<void> {
    await this.database.query(END, [id, state, why, now.toString()]);
    await this.audit.record({
      ...{ action: 'repatriation_debt.reminded', subjectType: 'case', subjectId: caseId },
      details: { reminderId: id, state, why },
    });
  }

  private asSystem<T>(work: () => Promise<T>): Promise<T> {
    return this.database.inTransaction(Actor.system(), work);
  }
}
