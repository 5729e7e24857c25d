import { Injectable } from '@nestjs/common';
import { Actor } from '../../../platform/access/actor';
import { Clock } from '../../../platform/clock/clock';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Outbox } from '../../../platform/outbox/outbox';
import { SendReminder } from '../jobs/obligation.jobs';

/** Concurrent pollers pass each other's rows by. Sealed work travels where no post's count shows it. */
const CLAIM = statement(
  'reminder.claim',
  `WITH due AS (
     SELECT id FROM reminders WHERE state = 'planned' AND send_at <= $1
      ORDER BY send_at LIMIT $2 FOR UPDATE SKIP LOCKED
   ), claimed AS (
     UPDATE reminders r SET state = 'queued' FROM due WHERE r.id = due.id RETURNING r.id, r.case_id
   )
   SELECT claimed.id AS "reminderId", CASE WHEN c.tier = 'sealed' THEN NULL ELSE c.post_id END AS "postId"
     FROM claimed JOIN cases c ON c.id = claimed.case_id`,
);
const BATCH = 1000;

/** Hands reminders whose hour has come to the queues of their posts. */
@Injectable()
export class ClaimReminders {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Claims all that are due, batch by batch; returns how many. */
  async run(): Promise<number> {
    let total = 0;
    for (;;) {
      const claimed = await this.batch();
      total += claimed;
      if (claimed < BATCH) return total;
    }
  }

  private batch(): Promise<number> {
    return this.database.inTransaction(Actor.system(), async () => {
      const rows = await this.database.query<{ reminderId: string; postId: string | null }>(CLAIM, [
        this.clock.now().toString(),
        BATCH,
      ]);
      await this.outbox.appendAll(
        SendReminder,
        rows.map(({ reminderId, postId }) => ({ payload: { reminderId }, postId })),
      );
      return rows.length;
    });
  }
}
