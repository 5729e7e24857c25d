import { Temporal } from '@js-temporal/polyfill';
import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { notFound } from '../../../platform/errors/domain-error';
import { businessCalendar, dayKey, type BusinessCalendar } from '../domain/business-calendar';
import { HostHolidays } from './host-holidays';

const VERSION = statement(
  'network.calendar-version',
  'SELECT calendar_version AS version FROM posts WHERE id = $1',
);
const LOAD = statement(
  'network.calendar',
  `SELECT p.time_zone AS zone, p.country, p.subdivision, p.calendar_version AS version,
          coalesce((SELECT jsonb_agg(jsonb_build_object('from', w.valid_from, 'days', w.days) ORDER BY w.valid_from)
                      FROM country_weekends w WHERE w.country = p.country), '[]') AS weekends,
          coalesce((SELECT jsonb_object_agg(d.day, d.working)
                      FROM (SELECT DISTINCT ON (day) day, working FROM post_calendar_days
                             WHERE post_id = p.id ORDER BY day, id DESC) d), '{}') AS declared
     FROM posts p WHERE p.id = $1`,
);

interface CalendarRow {
  zone: string;
  country: string;
  subdivision: string | null;
  version: number;
  weekends: { from: string; days: number[] }[];
  declared: Record<string, boolean>;
}

/**
 * The business calendar of each post: public holidays of the host country (and of the subdivision
 * of the seat, when known), its weekends, the Peruvian days of RC art. 39 and what the post declared.
 * Calendars are kept in memory by post and version, so that planning costs no more than look-ups; a
 * changed calendar has a new version and is read again by the next transaction of any process.
 */
@Injectable()
export class PostCalendars {
  private readonly hostHolidays = new HostHolidays();
  private readonly kept = new Map<string, { version: number; calendar: BusinessCalendar }>();

  constructor(private readonly database: Database) {}

  /**
   * Within the ambient transaction. One small round trip, or none for a caller that has just read
   * `posts.calendar_version` and passes it. 404 for an unknown post.
   */
  async of(postId: string, version?: number): Promise<BusinessCalendar> {
    const current = version ?? (await this.currentVersion(postId));
    const kept = this.kept.get(postId);
    if (kept?.version === current) return kept.calendar;
    const [row] = await this.database.query<CalendarRow>(LOAD, [postId]);
    if (!row) throw notFound();
    const calendar = this.build(row);
    this.kept.set(postId, { version: row.version, calendar });
    return calendar;
  }

  private async currentVersion(postId: string): Promise<number> {
    const [row] = await this.database.query<{ version: number }>(VERSION, [postId]);
    if (!row) throw notFound();
    return row.version;
  }

  private build(row: CalendarRow): BusinessCalendar {
    return businessCalendar({
      zone: row.zone,
      weekends: row.weekends.map(({ from, days }) => ({
        from: Temporal.PlainDate.from(from),
        days,
      })),
      hostHolidays: (year) => this.hostHolidays.of(row.country, row.subdivision, year),
      overrides: new Map(
        Object.entries(row.declared).map(([day, working]) => [
          dayKey(Temporal.PlainDate.from(day)),
          working,
        ]),
      ),
    });
  }
}
