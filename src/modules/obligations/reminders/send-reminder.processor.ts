import { Temporal } from '@js-temporal/polyfill';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { CurrentJob } from '../../../platform/jobs/current-job';
import { Handles } from '../../../platform/jobs/handles';
import { PermanentFailure, type JobHandler } from '../../../platform/jobs/job-contract';
import { Notices, type NoticeKind } from '../../notices';
import type { RungRecipient } from '../domain/policy';
import { recipientsOf, type Team } from '../domain/recipients';
import { SendReminder } from '../jobs/obligation.jobs';
import { dutyLabel } from '../messages';
import { RESERVED_DUTY } from '../planning/plan-writer';
import { Planners } from '../planning/planners';
import { Policies } from '../policies/policies';
import { Teams } from './teams';

/** A second delivery waits here for the first, and finds the reminder sent. */
const LOCK = statement(
  'reminder.lock',
  `SELECT r.id, r.case_id AS "caseId", r.rung, r.recipient, r.due_at AS "dueAt",
          r.send_at AS "sendAt", o.starts_at AS "startsAt", o.id AS "obligationId", o.kind, o.tier AS "dutyTier", c.tier AS "caseTier",
          c.post_id AS "postId", c.reference, p.time_zone AS "timeZone",
          o.status = 'open' AND o.due_at = r.due_at AND o.acknowledged_at IS NULL
            AND c.closed_at IS NULL AS stands
     FROM reminders r JOIN obligations o ON o.id = r.obligation_id
     JOIN cases c ON c.id = r.case_id JOIN posts p ON p.id = c.post_id
    WHERE r.id = $1 AND r.state = 'queued' FOR UPDATE OF r`,
);
const END = statement(
  'reminder.end',
  `UPDATE reminders SET state = $2, sent_at = $3 WHERE id = $1`,
);

interface ReminderRow {
  id: string;
  caseId: string;
  obligationId: string;
  rung: string;
  recipient: RungRecipient;
  dueAt: Date;
  sendAt: Date;
  startsAt: Date;
  kind: string;
  dutyTier: 'standard' | 'restricted';
  caseTier: Team['tier'];
  postId: string;
  reference: string;
  timeZone: string;
  stands: boolean;
}

/** The duty's name by message key, or as data has it. */
type NamedDuty = { labels: { duty: string } } | { texts: { duty: { es: string; en: string } } };

/**
 * Sends one reminder: a notice, and a mail, to each person whom its rung names. The row, the notices
 * and the mails are one transaction, so that an obligation's rung for a due instant has one effect
 * however often it is delivered. What lost its reason meanwhile ends quietly.
 */
@Handles(SendReminder)
export class SendReminderProcessor implements JobHandler<{ reminderId: string }> {
  constructor(
    private readonly database: Database,
    private readonly current: CurrentJob,
    private readonly teams: Teams,
    private readonly notices: Notices,
    private readonly policies: Policies,
    private readonly planners: Planners,
    private readonly clock: Clock,
  ) {}

  async run({ reminderId }: { reminderId: string }): Promise<void> {
    await this.database.inTransaction(Actor.system(), async () => {
      const [reminder] = await this.database.query<ReminderRow>(LOCK, [reminderId]);
      if (reminder) {
        const now = this.clock.now();
        if (reminder.stands) await this.send(reminder, now);
        const state = reminder.stands ? 'sent' : 'void';
        this.database.post(END, [reminderId, state, reminder.stands ? now.toString() : null]);
      }
      await this.endJob();
    });
  }

  /** The job ends with its effect, in one transaction. */
  private async endJob(): Promise<void> {
    const { outboxId } = this.current;
    if (!outboxId) return;
    await this.current.markDone(outboxId);
    this.current.doneOnCommit();
  }

  /** Mails repeat it, so a duty of a restricted part or of a case of health is not named. */
  private async nameOf({ kind, dutyTier, caseTier }: ReminderRow): Promise<NamedDuty> {
    if (dutyTier === 'restricted') return { labels: { duty: dutyLabel(RESERVED_DUTY) } };
    const name = await this.planners.nameOf(kind);
    if (!name) return { labels: { duty: dutyLabel(kind) } };
    return caseTier === 'standard'
      ? { texts: { duty: name } }
      : { labels: { duty: dutyLabel(RESERVED_DUTY) } };
  }

  private async send(reminder: ReminderRow, now: Temporal.Instant): Promise<void> {
    const { caseTier, dutyTier } = reminder;
    const ofDesk = this.planners.isOfHeadquarters(reminder.kind);
    const recipient = ofDesk ? 'headquarters' : reminder.recipient;
    const tier = caseTier === 'standard' ? dutyTier : caseTier;
    const [team, { policy }] = await Promise.all([
      this.teams.of({ ...reminder, tier }, recipient, now),
      this.policies.current(now),
    ]);
    const accounts = recipientsOf(recipient, team);
    if (accounts.length === 0) throw new PermanentFailure('REMINDER_REACHES_NOBODY');
    const kind = noticeKind(reminder);
    const named = await this.nameOf(reminder);
    for (const accountId of accounts) {
      await this.notices.notify({
        accountId,
        kind,
        caseId: reminder.caseId,
        reminderId: reminder.id,
        postId: caseTier === 'sealed' || recipient === 'headquarters' ? null : reminder.postId,
        data: {
          params: { reference: reminder.reference },
          ...named,
          instants: { due: reminder.dueAt.toISOString() },
          timeZone: reminder.timeZone,
          path: `/cases/${reminder.caseId}`,
        },
        key: keyOf(reminder, accountId),
        digest: kind === 'duty_due' ? policy.digest : null,
      });
    }
  }
}

/** One effect per obligation, rung and due instant, and person. */
const keyOf = ({ obligationId, rung, dueAt }: ReminderRow, accountId: string): string =>
  `reminder:${obligationId}:${rung}:${dueAt.toISOString()}:${accountId}`;

/** By the rung's own hour: a message that is late says the same as one in time. */
function noticeKind({ sendAt, dueAt, startsAt }: ReminderRow): NoticeKind {
  if (sendAt >= dueAt) return 'duty_breached';
  return sendAt <= startsAt ? 'duty_started' : 'duty_due';
}
