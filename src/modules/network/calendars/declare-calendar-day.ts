import { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Audit } from '../../../platform/audit/audit';
import { Database } from '../../../platform/database/database';
import { DomainError, notFound } from '../../../platform/errors/domain-error';
import { newId } from '../../../platform/ids';
import { isPeruvianHoliday } from '../domain/business-calendar';
import { Post } from '../posts/post.entity';
import { CalendarChanges } from './calendar-changes';
import { PostCalendarDay } from './post-calendar-day.entity';

export interface CalendarDayInput {
  /** Civil date, `YYYY-MM-DD`. */
  day: string;
  working: boolean;
  name: string;
}

/**
 * A post declares that it works or rests on a day, against its host country's calendar: a local
 * feast, a strike, a recovered day. A later declaration of the same day replaces the earlier one.
 */
@Injectable()
export class DeclareCalendarDay {
  constructor(
    private readonly database: Database,
    private readonly changes: CalendarChanges,
    private readonly audit: Audit,
  ) {}

  /** 422 CALENDAR_DAY_FIXED_BY_LAW for working on a day of RC art. 39. */
  async run(
    actor: Actor,
    postId: string,
    input: CalendarDayInput,
  ): Promise<CalendarDayInput & { id: string }> {
    actor.require('post.manage');
    if (input.working && isPeruvianHoliday(Temporal.PlainDate.from(input.day))) {
      throw new DomainError('CALENDAR_DAY_FIXED_BY_LAW');
    }
    return this.database.inTransaction(actor, async () => {
      const { manager } = this.database;
      const post = await manager.findOne(Post, {
        where: { id: postId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!post) throw notFound();
      const day = {
        id: newId(),
        day: input.day,
        working: input.working,
        name: input.name.normalize('NFC'),
      };
      await manager.insert(PostCalendarDay, { ...day, postId, recordedBy: actor.accountId });
      await this.changes.announce(postId);
      await this.audit.record({
        action: 'calendar_day.declared',
        subjectType: 'post',
        subjectId: postId,
        details: { day: input.day, working: input.working },
      });
      return day;
    });
  }
}
