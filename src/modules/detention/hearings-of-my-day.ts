import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { statement } from '../../platform/database/statement';
import type { MyDaySection } from '../cases';
import { joinPerson } from '../people';

/** How far ahead *My day* looks. */
const DAYS_AHEAD = 7;

const READ = statement(
  'detention.hearings-ahead',
  `SELECT h.id, h.at, h.court, h.kind, c.id AS "caseId", c.reference AS "caseReference",
     p.time_zone AS "timeZone", p.code AS "postCode",
     concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName"
   FROM cases c JOIN hearings h ON h.case_id = c.id JOIN posts p ON p.id = c.post_id
   ${joinPerson('c.subject_person_id', 's')}
  WHERE c.closed_at IS NULL AND h.at >= $1 AND h.at < $2 AND c.post_id = ANY ($3::uuid[])
    AND NOT EXISTS (SELECT 1 FROM hearing_notes n WHERE n.hearing_id = h.id AND n.case_id = h.case_id)
  ORDER BY h.at, h.id LIMIT 100`,
);

/** Hearings of the reader's posts from the start of their local day on. */
@Injectable()
export class HearingsOfMyDay implements MyDaySection {
  readonly name = 'hearings';

  constructor(private readonly database: Database) {}

  async load(actor: Actor, now: Temporal.Instant, zone: string): Promise<readonly unknown[]> {
    const today = now.toZonedDateTimeISO(zone).startOfDay();
    const posts = actor.grants.flatMap((grant) => (grant.postId ? [grant.postId] : []));
    const rows = await this.database.query<{ at: Date }>(READ, [
      today.toInstant().toString(),
      today
        .add({ days: DAYS_AHEAD + 1 })
        .toInstant()
        .toString(),
      posts,
    ]);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  }
}
