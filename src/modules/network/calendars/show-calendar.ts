import { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { DomainError } from '../../../platform/errors/domain-error';
import { PostCalendars } from './post-calendars';

const DECLARED = statement(
  'network.declared-days',
  `SELECT DISTINCT ON (day) day::text AS day, name FROM post_calendar_days
    WHERE post_id = $1 AND day BETWEEN $2 AND $3 ORDER BY day, id DESC`,
);

const LONGEST_RANGE_DAYS = 366;

export interface CalendarView {
  timeZone: string;
  items: { day: string; working: boolean; name: string | null }[];
}

/** The days of a post's calendar, one by one, with the name of those that the post declared. */
@Injectable()
export class ShowCalendar {
  constructor(
    private readonly database: Database,
    private readonly calendars: PostCalendars,
  ) {}

  /** Both dates included, `YYYY-MM-DD`; at most 366 days. */
  async run(actor: Actor, postId: string, from: string, to: string): Promise<CalendarView> {
    const first = Temporal.PlainDate.from(from);
    const days = first.until(Temporal.PlainDate.from(to)).days;
    if (days < 0 || days >= LONGEST_RANGE_DAYS) {
      throw new DomainError('CALENDAR_RANGE', { params: { most: LONGEST_RANGE_DAYS } });
    }
    return this.database.inTransaction(actor, async () => {
      const calendar = await this.calendars.of(postId);
      const declared = await this.database.query<{ day: string; name: string }>(DECLARED, [
        postId,
        from,
        to,
      ]);
      const names = new Map(declared.map(({ day, name }) => [day, name]));
      return {
        timeZone: calendar.zone,
        items: Array.from({ length: days + 1 }, (_, offset) => {
          const date = first.add({ days: offset });
          const day = date.toString();
          return { day, working: calendar.isWorkingDay(date), name: names.get(day) ?? null };
        }),
      };
    });
  }
}
