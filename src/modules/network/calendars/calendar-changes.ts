import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { Outbox } from '../../../platform/outbox/outbox';
import { ApplyCalendar } from '../jobs/network.jobs';

const RENEW = statement(
  'network.renew-calendar',
  `UPDATE posts SET calendar_version = nextval('post_calendar_versions') WHERE id = $1
   RETURNING calendar_version AS version`,
);

/** Tells everyone that a post's calendar changed, within the transaction that changes it. */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** Gives the calendar a new version, so that no process uses the old one, and asks to plan again. */
  async announce(postId: string): Promise<void> {
    const [row] = await this.database.query<{ version: number }>(RENEW, [postId]);
    await this.outbox.append(ApplyCalendar, { postId, calendarVersion: row!.version }, { postId });
  }
}
