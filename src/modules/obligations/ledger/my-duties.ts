import { Injectable } from '@nestjs/common';
import type { Temporal } from '@js-temporal/polyfill';
import type { Actor } from '../../../platform/access/actor';
import { Database } from '../../../platform/database/database';
import { statement } from '../../../platform/database/statement';
import { joinPerson } from '../../people';
import { firstInstantOf, localDayOf } from '../domain/local-days';

/**
 * Starts from the reader's open cases: their own, those they second, and what nobody has taken at
 * the posts where they work.
 */
const DUTIES = statement(
  'obligation.my-duties',
  `SELECT o.id, o.case_id AS "caseId", o.kind, o.starts_at AS "startsAt", o.due_at AS "dueAt",
          o.breached_at AS "breachedAt", o.acknowledged_at AS "acknowledgedAt",
          c.reference AS "caseReference", p.code AS "postCode", p.time_zone AS "timeZone",
          concat_ws(' ', s.given_names, s.first_surname, s.second_surname) AS "personName"
     FROM cases c
     JOIN obligations o ON o.case_id = c.id AND o.status = 'open'
     JOIN posts p ON p.id = c.post_id
     ${joinPerson('c.subject_person_id', 's')}
    WHERE c.closed_at IS NULL AND c.next_due_at <= $3 AND o.due_at > $2 AND o.due_at <= $3
      AND (c.assignee_id = $1
           OR c.id = ANY ((SELECT app.member_cases())::uuid[])
           OR (c.assignee_id IS NULL AND c.post_id = ANY ($4)))
    ORDER BY o.due_at, o.id LIMIT $5`,
);
const MOST = 200;
const BEGINNING = '-infinity';

export const SPANS = ['overdue', 'dueToday', 'dueThisWeek'] as const;
export type Span = (typeof SPANS)[number];

/** An open duty of *My day*; instants ISO 8601 UTC. */
export interface MyDuty {
  id: string;
  caseId: string;
  kind: string;
  startsAt: string;
  dueAt: string;
  status: 'open';
  overdue: boolean;
  breachedAt: string | null;
  acknowledgedAt: string | null;
  caseReference: string;
  postCode: string;
  timeZone: string;
  personName: string | null;
}

type Row = Omit<MyDuty, 'startsAt' | 'dueAt' | 'breachedAt' | 'acknowledgedAt' | 'overdue'> & {
  startsAt: Date;
  dueAt: Date;
  breachedAt: Date | null;
  acknowledgedAt: Date | null;
};

/** What an officer owes: overdue, by the end of today, within the week after. */
@Injectable()
export class MyDuties {
  constructor(private readonly database: Database) {}

  /** At most 200, soonest first, within the ambient transaction; days end by the clock of `zone`. */
  async within(actor: Actor, span: Span, now: Temporal.Instant, zone: string): Promise<MyDuty[]> {
    const today = localDayOf(now, zone);
    const endOfToday = firstInstantOf(today + 1, zone);
    const endOfWeek = firstInstantOf(today + 8, zone);
    const [after, until] = {
      overdue: [BEGINNING, now.toString()],
      dueToday: [now.toString(), endOfToday.toString()],
      dueThisWeek: [endOfToday.toString(), endOfWeek.toString()],
    }[span];
    const posts = actor.grants.flatMap(({ postId }) => postId ?? []);
    const rows = await this.database.query<Row>(DUTIES, [
      actor.accountId,
      after,
      until,
      posts,
      MOST,
    ]);
    return rows.map((row) => ({
      ...row,
      status: 'open',
      overdue: span === 'overdue',
      startsAt: row.startsAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      breachedAt: row.breachedAt?.toISOString() ?? null,
      acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
    }));
  }
}
